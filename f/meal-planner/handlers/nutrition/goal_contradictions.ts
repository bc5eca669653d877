import type { Nutrient } from "../../foods/nutrients.ts";
import { DAYS_OF, type Goal, goalBand, KCAL_PER_GRAM } from "./goal.ts";

/** What is wrong, and the goals of which one has to change. */
export type Contradiction = { nutrients: Nutrient[]; message: string };

/** What the energy is made of, each part counted once. */
const MACROS: readonly Nutrient[] = ["protein_g", "carbohydrate_g", "fat_g"];

/** What is part of something else, by weight: a day can't have more of them together than of the whole. */
const PARTS: readonly (readonly [parts: readonly Nutrient[], whole: Nutrient])[] = [
  [["saturated_fat_g"], "fat_g"],
  [["sugars_g", "fibre_g"], "carbohydrate_g"],
];

/**
 * What no day can satisfy at once: macronutrients whose energy (4, 4 and 9 kcal a gram) can't add up to the energy goal,
 * shares of it that are more than all of it, and parts of which more is asked for than of the whole. Fibre, polyols and
 * alcohol shift the sum of the energy, so 10 % are allowed for.
 */
export function contradictions(goals: readonly Goal[]): Contradiction[] {
  return [...energyContradictions(goals), ...shareContradictions(goals), ...partContradictions(goals)].slice(
    0,
    3,
  );
}

/** What no week can satisfy: more, or less, of a nutrient in the week than its days' goal leaves room for. */
export function weekContradictions(days: readonly Goal[], weeks: readonly Goal[]): Contradiction[] {
  return weeks.flatMap((week) => {
    const day = days.find(({ nutrient }) => nutrient === week.nutrient);
    if (!day) return [];
    const [a, b] = [goalBand(day), goalBand(week)];
    const [least, most] = [a.least * DAYS_OF.week, a.most * DAYS_OF.week];
    const { nutrient } = week;
    const remedy = "Change the one or the other, or end the day's with a null target.";
    if (least > b.most) {
      const message = `Days of at least ${round(a.least)} give a week at least ${round(least)} ${nutrient}, more than its goal allows (${round(b.most)}). ${remedy}`;
      return [{ nutrients: [nutrient], message }];
    }
    if (most < b.least) {
      const message = `Days of at most ${round(a.most)} give a week at most ${round(most)} ${nutrient}, less than its goal asks for (${round(b.least)}). ${remedy}`;
      return [{ nutrients: [nutrient], message }];
    }
    return [];
  });
}

function shareContradictions(goals: readonly Goal[]): Contradiction[] {
  const shares = goals.filter(
    (goal) =>
      MACROS.includes(goal.nutrient) && goal.kind !== "at_most" && goal.percent_of_energy !== undefined,
  );
  const percent = shares.reduce((sum, goal) => sum + (goal.percent_of_energy ?? 0), 0);
  if (percent <= 100) return [];
  const nutrients = shares.map((goal) => goal.nutrient);
  const message = `${nutrients.join(" and ")} together are ${round(percent)} % of the energy. Lower one of them to 100 % in all.`;
  return [{ nutrients, message }];
}

function partContradictions(goals: readonly Goal[]): Contradiction[] {
  return PARTS.flatMap(([parts, whole]) => {
    const outer = goals.find((goal) => goal.nutrient === whole);
    const inner = goals.filter((goal) => parts.includes(goal.nutrient) && goalBand(goal).least > 0);
    const least = inner.reduce((sum, goal) => sum + goalBand(goal).least, 0);
    if (!outer || inner.length === 0 || least <= goalBand(outer).most) return [];
    const nutrients = inner.map((goal) => goal.nutrient);
    const are = nutrients.length === 1 ? "is" : "are";
    const message = `${nutrients.join(" and ")} ${are} part of ${whole}: at least ${round(least)} doesn't fit into at most ${round(goalBand(outer).most)}. Lower the one or raise the other.`;
    return [{ nutrients: [...nutrients, whole], message }];
  });
}

function energyContradictions(goals: readonly Goal[]): Contradiction[] {
  const energy = goals.find((goal) => goal.nutrient === "energy_kcal");
  if (!energy) return [];
  const macros = goals.filter((goal) => MACROS.includes(goal.nutrient));
  const kcal = (side: "least" | "most") =>
    macros.reduce((sum, goal) => sum + goalBand(goal)[side] * (KCAL_PER_GRAM[goal.nutrient] ?? 0), 0);
  const band = goalBand(energy);
  const nutrients = macros.map((goal) => goal.nutrient);
  const names = nutrients.join(", ");
  if (kcal("least") > band.most * 1.1) {
    const message = `${names} alone give at least ${round(kcal("least"))} kcal, more than the energy goal allows (${round(band.most)}). Lower one of them or raise the energy.`;
    return [{ nutrients: [...nutrients, "energy_kcal"], message }];
  }
  if (macros.length === 3 && kcal("most") < band.least * 0.9) {
    const message = `${names} give at most ${round(kcal("most"))} kcal, less than the energy goal asks for (${round(band.least)}). Raise one of them or lower the energy.`;
    return [{ nutrients: [...nutrients, "energy_kcal"], message }];
  }
  return [];
}

// Tenths matter for micrograms only.
const round = (number: number) => (number < 20 ? Math.round(number * 10) / 10 : Math.round(number));
