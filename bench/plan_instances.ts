import type { Problem } from "../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { seededRandom } from "../f/meal-planner/handlers/meal_planning/solver/seeded_random.ts";

type Recipe = Problem["recipes"][number];

/** What a seeded instance is like; the same settings give the same instance on every machine. */
export type InstanceSettings = {
  recipes: number;
  slots: 3 | 4 | 5;
  /** `fixed`: everybody eats one portion. `free`: 0.5 to 3 in halves. */
  portions: "fixed" | "free";
  people: number;
  days?: number;
  seed: number;
  /** `exact`: no tolerance and no penalties, so that the best week is near 0 points. */
  terms?: "soft" | "exact";
  maxUses?: number;
  minGapDays?: number;
  /** So many lunches may be leftovers; two thirds of what suits lunch keep for one to three days. */
  leftovers?: number;
  /** At least three meals of fish in the week and at most two of red meat. */
  weekGoals?: boolean;
};

const SLOT_NAMES = {
  3: ["breakfast", "lunch", "dinner"],
  4: ["breakfast", "lunch", "dinner", "snack"],
  5: ["breakfast", "lunch", "dinner", "snack", "snack"],
} as const;

const MAINS =
  "chicken beef pork lamb salmon cod tuna tofu lentils chickpeas beans eggs pasta rice potato cheese".split(
    " ",
  );

export function makeInstance(settings: InstanceSettings): Problem {
  const random = seededRandom(settings.seed * 7919 + settings.recipes * 31 + settings.slots);
  const keeping = seededRandom(settings.seed + 90_001);
  const exact = settings.terms === "exact";
  const names = SLOT_NAMES[settings.slots];
  return {
    days: Array.from({ length: settings.days ?? 7 }, (_, d) => ({
      slots: names.map((name) => ({ name, ...(d % 7 < 5 && name === "dinner" ? { max_minutes: 50 } : {}) })),
      max_minutes: d % 7 < 5 ? 90 : 150,
    })),
    recipes: Array.from({ length: settings.recipes }, (_, r) => makeRecipe(r, random, settings))
      .filter(
        // A diet takes almost a third of any collection away.
        () => random() > 0.3,
      )
      .map((recipe) => (settings.leftovers ? makeKeeping(recipe, keeping) : recipe))
      .map((recipe) => (settings.weekGoals ? countMains(recipe) : recipe)),
    people: Array.from({ length: settings.people }, (_, p) => makePerson(p, random, settings, exact)),
    min_gap_days: settings.minGapDays ?? 3,
    locked: [],
    ...(settings.weekGoals ? { week_goals: WEEK_GOALS } : {}),
    ...(settings.leftovers ? { leftovers: { most: settings.leftovers, slots: ["lunch"], minutes: 5 } } : {}),
  };
}

const FISH = ["salmon", "cod", "tuna"];
const RED_MEAT = ["beef", "pork", "lamb"];
const WEEK_GOALS = [
  ...[{ nutrient: "meals_of_fish", target: 3, weight_under: 0.02, weight_over: 0 }],
  ...[{ nutrient: "meals_of_red_meat", target: 2, weight_under: 0, weight_over: 0.02 }],
].map((goal) => ({ ...goal, tolerance_under: 0, tolerance_over: 0 }));

function countMains(recipe: Recipe): Recipe {
  const count = (mains: string[]) => (recipe.main !== null && mains.includes(recipe.main) ? 1 : 0);
  const counts = { meals_of_fish: count(FISH), meals_of_red_meat: count(RED_MEAT) };
  return { ...recipe, nutrients: { ...recipe.nutrients, ...counts } };
}

function makeKeeping(recipe: Recipe, random: () => number): Recipe {
  const [keeps, days] = [random() < 2 / 3 && recipe.suits.includes("lunch"), 1 + Math.floor(3 * random())];
  // Eating it again costs its taste, not its cooking.
  return keeps
    ? { ...recipe, keeps_days: days, leftover_penalty: round(recipe.penalty - 0.01 * recipe.minutes - 0.3) }
    : recipe;
}

function makeRecipe(r: number, random: () => number, settings: InstanceSettings): Recipe {
  const kind = random();
  const suits =
    kind < 0.2
      ? ["breakfast"]
      : kind < 0.38
        ? ["snack"]
        : kind < 0.43
          ? ["breakfast", "snack"]
          : ["lunch", "dinner"];
  const light = suits.includes("snack") ? 0.4 : suits.includes("breakfast") ? 0.75 : 1;
  const energy = light * 560 * Math.exp(0.35 * normal(random));
  const protein = clamp(0.2 + 0.08 * normal(random), 0.05, 0.5);
  const fat = clamp(0.33 + 0.1 * normal(random), 0.05, 0.75);
  const carbohydrate = Math.max(0.02, 1 - protein - fat);
  const minutes = Math.round(clamp(28 * Math.exp(0.5 * normal(random)), 3, 150));
  return {
    id: `recipe-${r}`,
    suits,
    nutrients: {
      energy_kcal: Math.round(energy),
      protein_g: round((energy * protein) / 4),
      fat_g: round((energy * fat) / 9),
      carbohydrate_g: round((energy * carbohydrate) / 4),
      fibre_g: round(((energy * carbohydrate) / 4) * clamp(0.12 + 0.06 * normal(random), 0.01, 0.4)),
      sodium_mg: Math.round(energy * 1.1 * Math.exp(0.5 * normal(random))),
      saturated_fat_g:
        random() < 0.02 ? null : round(((energy * fat) / 9) * clamp(0.33 + 0.13 * normal(random), 0.05, 0.7)),
    },
    minutes,
    main: suits.includes("lunch") ? MAINS[Math.floor(random() * MAINS.length)]! : null,
    max_uses: settings.maxUses ?? 2,
    // Cost, cooking effort and taste: even a favourite costs something.
    penalty: settings.terms === "exact" ? 0 : round(0.6 + 0.01 * minutes + 2.5 * random() ** 0.7),
  };
}

function makePerson(
  p: number,
  random: () => number,
  settings: InstanceSettings,
  exact: boolean,
): Problem["people"][number] {
  const energy =
    settings.people === 1 ? 2000 : [2400, 1900, 1500, 1300, 2100][p % 5]! * (0.95 + 0.1 * random());
  const goal = (nutrient: string, target: number, under: number, over: number, band: number) => ({
    nutrient,
    target: round(target),
    tolerance_under: exact ? 0 : band,
    tolerance_over: exact ? 0 : band,
    weight_under: under,
    weight_over: over,
  });
  const sizes = settings.portions === "fixed" ? [1] : p >= 2 ? [0.5, 0.75, 1, 1.5] : [0.5, 1, 1.5, 2, 2.5, 3];
  return {
    id: `person-${p}`,
    goals: [
      goal("energy_kcal", energy, 1, 1, 0.03),
      goal("protein_g", (energy * 0.2) / 4, 1, 0.3, 0.05),
      goal("fat_g", (energy * 0.32) / 9, 0.5, 0.7, 0.05),
      goal("carbohydrate_g", (energy * 0.48) / 4, 0.5, 0.5, 0.05),
      goal("fibre_g", energy * 0.014, 0.5, 0, 0.05),
      goal("sodium_mg", 2300, 0, 0.3, 0.05),
    ],
    portions: sizes.map((size) => ({ size, penalty: exact ? 0 : round(0.6 * Math.abs(size - 1)) })),
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
