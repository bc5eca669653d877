import { z } from "zod";
import type { InputProblem } from "../../database/errors.ts";
import { NUTRIENTS, type Nutrient } from "../../foods/nutrients.ts";

export const GOAL_KINDS = ["about", "at_least", "at_most"] as const;

// Far beyond any person's day, near enough to catch grams written as milligrams.
const MOST_A_DAY: Partial<Record<Nutrient, number>> = { energy_kcal: 15_000 };
const MOST_BY_UNIT = { g: 3_000, mg: 50_000, ug: 100_000 } as const;

export const goalInput = z
  .strictObject({
    nutrient: z.enum(NUTRIENTS),
    kind: z.enum(GOAL_KINDS).default("about"),
    target: z.number().gt(0, { message: "Must be more than 0; to end a goal pass null." }).nullish(),
    percent_of_energy: z
      .number()
      .gt(0, { message: "Must be more than 0; to end a goal pass a null target." })
      .max(100, { message: "At most 100 % of the energy." })
      .nullish(),
    tolerance_percent: z.number().min(0).max(100).default(5),
    weight: z.number().gt(0).max(100).default(1),
  })
  .superRefine((goal, context) => {
    const problem = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    const most = mostADay(goal.nutrient);
    if (goal.target && goal.target > most) {
      problem("target", `At most ${most} a day. Is the unit right? It is the end of the nutrient's name.`);
    }
    const percent = goal.percent_of_energy ?? null;
    if (goal.target === undefined && percent === null) {
      problem("target", "Give a target, or percent_of_energy, or null to end the goal.");
    }
    if (percent === null) return;
    if (goal.target) problem("percent_of_energy", "Give a target or percent_of_energy, not both.");
    if (KCAL_PER_GRAM[goal.nutrient] === undefined) {
      const known = Object.keys(KCAL_PER_GRAM).join(", ");
      problem("percent_of_energy", `${goal.nutrient} can't be a share of the energy; ${known} can.`);
    }
  });

/** A goal as it is kept: an amount, or a share of the day's energy goal; neither ends the goal. */
export type StoredGoal = {
  nutrient: Nutrient;
  kind: (typeof GOAL_KINDS)[number];
  target: number | null;
  percent_of_energy: number | null;
  tolerance_percent: number;
  weight: number;
};

/** What a person wants of one nutrient a day; the unit is the end of the nutrient's name. */
export type Goal = Omit<StoredGoal, "target" | "percent_of_energy"> & {
  target: number;
  /** Where the target is a share of the energy goal: the share. */
  percent_of_energy?: number;
};

/** Kilocalories of a gram (general factors; EU Regulation 1169/2011, Annex XIV). */
const KCAL_PER_GRAM: Partial<Record<Nutrient, number>> = {
  protein_g: 4,
  carbohydrate_g: 4,
  fat_g: 9,
  saturated_fat_g: 9,
  sugars_g: 4,
};

/**
 * A day's goals with every target as an amount: shares are taken of the energy goal, not of the energy eaten, so that
 * a day of too little food doesn't meet them. Ended goals are left out, and shares where there is no energy goal.
 */
export function resolveGoals(stored: readonly StoredGoal[]): Goal[] {
  const energy = stored.find((goal) => goal.nutrient === "energy_kcal")?.target ?? null;
  return stored.flatMap(({ target, percent_of_energy, ...goal }): Goal[] => {
    if (percent_of_energy === null) return target === null ? [] : [{ ...goal, target }];
    const kcalPerGram = KCAL_PER_GRAM[goal.nutrient];
    if (energy === null || kcalPerGram === undefined) return [];
    const grams = (energy * percent_of_energy) / 100 / kcalPerGram;
    return [{ ...goal, target: Math.round(grams * 100) / 100, percent_of_energy }];
  });
}

function mostADay(nutrient: Nutrient): number {
  const unit = nutrient.split("_").at(-1) as keyof typeof MOST_BY_UNIT;
  return MOST_A_DAY[nutrient] ?? MOST_BY_UNIT[unit];
}

/** The band that meets a goal, tolerance included. */
export function goalBand(goal: Goal): { least: number; most: number } {
  const slack = goal.target * (goal.tolerance_percent / 100);
  return {
    least: goal.kind === "at_most" ? 0 : goal.target - slack,
    most: goal.kind === "at_least" ? Number.POSITIVE_INFINITY : goal.target + slack,
  };
}

/** What the energy is made of, each part counted once. */
const MACROS: readonly Nutrient[] = ["protein_g", "carbohydrate_g", "fat_g"];

/** What is part of something else, by weight: a day can't have more of it than of the whole. */
const PARTS: readonly (readonly [part: Nutrient, whole: Nutrient])[] = [
  ["saturated_fat_g", "fat_g"],
  ["sugars_g", "carbohydrate_g"],
  ["fibre_g", "carbohydrate_g"],
];

/**
 * What no day can satisfy at once: macronutrients whose energy (4, 4 and 9 kcal a gram) can't add up to the energy goal,
 * shares of it that are more than all of it, and a part of which more is asked for than of the whole. Fibre, polyols and
 * alcohol shift the sum of the energy, so 10 % are allowed for.
 */
export function contradictions(goals: readonly Goal[]): InputProblem[] {
  return [...energyContradictions(goals), ...shareContradictions(goals), ...partContradictions(goals)].slice(
    0,
    3,
  );
}

function shareContradictions(goals: readonly Goal[]): InputProblem[] {
  const shares = goals.filter((goal) => MACROS.includes(goal.nutrient) && goal.kind !== "at_most");
  const percent = shares.reduce((sum, goal) => sum + (goal.percent_of_energy ?? 0), 0);
  if (percent <= 100) return [];
  const names = shares.filter((goal) => goal.percent_of_energy !== undefined).map((goal) => goal.nutrient);
  const message = `${names.join(" and ")} together are ${Math.round(percent)} % of the energy. Lower one of them to 100 % in all.`;
  return [{ path: "goals", message }];
}

function partContradictions(goals: readonly Goal[]): InputProblem[] {
  const goalFor = (nutrient: Nutrient) => goals.find((goal) => goal.nutrient === nutrient);
  return PARTS.flatMap(([part, whole]) => {
    const [inner, outer] = [goalFor(part), goalFor(whole)];
    if (!inner || !outer || goalBand(inner).least <= goalBand(outer).most) return [];
    const message = `${part} is part of ${whole}: at least ${Math.round(goalBand(inner).least)} of it doesn't fit into at most ${Math.round(goalBand(outer).most)}. Lower the one or raise the other.`;
    return [{ path: "goals", message }];
  });
}

function energyContradictions(goals: readonly Goal[]): InputProblem[] {
  const energy = goals.find((goal) => goal.nutrient === "energy_kcal");
  if (!energy) return [];
  const macros = goals.filter((goal) => MACROS.includes(goal.nutrient));
  const kcal = (side: "least" | "most") =>
    macros.reduce((sum, goal) => sum + goalBand(goal)[side] * (KCAL_PER_GRAM[goal.nutrient] ?? 0), 0);
  const band = goalBand(energy);
  const names = macros.map((goal) => goal.nutrient).join(", ");
  if (kcal("least") > band.most * 1.1) {
    const message = `${names} alone give at least ${Math.round(kcal("least"))} kcal, more than the energy goal allows (${Math.round(band.most)}). Lower one of them or raise the energy.`;
    return [{ path: "goals", message }];
  }
  if (macros.length === 3 && kcal("most") < band.least * 0.9) {
    const message = `${names} give at most ${Math.round(kcal("most"))} kcal, less than the energy goal asks for (${Math.round(band.least)}). Raise one of them or lower the energy.`;
    return [{ path: "goals", message }];
  }
  return [];
}
