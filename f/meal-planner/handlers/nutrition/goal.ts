import { z } from "zod";
import { NUTRIENTS, type Nutrient } from "../../foods/nutrients.ts";

export const GOAL_KINDS = ["about", "at_least", "at_most"] as const;

/** What a target is for: a day, or the week from Monday, for what the body evens out over some days. */
export const GOAL_PERIODS = ["day", "week"] as const;
export type GoalPeriod = (typeof GOAL_PERIODS)[number];
export const DAYS_OF: Record<GoalPeriod, number> = { day: 1, week: 7 };

// Far beyond any person's day, near enough to catch grams written as milligrams.
const MOST_A_DAY: Partial<Record<Nutrient, number>> = { energy_kcal: 15_000 };
const MOST_BY_UNIT = { g: 3_000, mg: 50_000, ug: 100_000 } as const;
/** No day's goal: megajoules, or a slip. */
const LEAST_KCAL_A_DAY = 100;

export const goalInput = z
  .strictObject({
    nutrient: z.enum(NUTRIENTS),
    kind: z.enum(GOAL_KINDS).default("about"),
    period: z.enum(GOAL_PERIODS).default("day"),
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
    const most = mostADay(goal.nutrient) * DAYS_OF[goal.period];
    if (goal.target && goal.target > most) {
      problem(
        "target",
        `At most ${most} a ${goal.period}. Is the unit right? It is the end of the nutrient's name.`,
      );
    }
    const least = goal.nutrient === "energy_kcal" ? LEAST_KCAL_A_DAY * DAYS_OF[goal.period] : 0;
    if (goal.target && goal.target < least) {
      problem("target", `At least ${least} kcal a ${goal.period}. Is it in kilocalories?`);
    }
    const percent = goal.percent_of_energy ?? null;
    if (goal.target === undefined && percent === null) {
      problem("target", "Give a target, or percent_of_energy, or null to end the goal.");
    }
    if (percent === null) return;
    if (goal.target) problem("percent_of_energy", "Give a target or percent_of_energy, not both.");
    if (goal.period === "week") {
      problem("percent_of_energy", "A share of the energy is a day's. Give a target for the week.");
    }
    if (KCAL_PER_GRAM[goal.nutrient] === undefined) {
      const known = Object.keys(KCAL_PER_GRAM).join(", ");
      problem("percent_of_energy", `${goal.nutrient} can't be a share of the energy; ${known} can.`);
    }
  });

/** A goal as it is kept: an amount, or a share of the day's energy goal; neither ends the goal. */
export type StoredGoal = {
  nutrient: Nutrient;
  period: GoalPeriod;
  kind: (typeof GOAL_KINDS)[number];
  target: number | null;
  percent_of_energy: number | null;
  tolerance_percent: number;
  weight: number;
};

/** What a person wants of one nutrient in a day, or in a week; the unit is the end of the nutrient's name. */
export type Goal = Omit<StoredGoal, "period" | "target" | "percent_of_energy"> & {
  target: number;
  /** Where the target is a share of the energy goal: the share. */
  percent_of_energy?: number;
};

/** Kilocalories of a gram (general factors; EU Regulation 1169/2011, Annex XIV). */
export const KCAL_PER_GRAM: Partial<Record<Nutrient, number>> = {
  protein_g: 4,
  carbohydrate_g: 4,
  fat_g: 9,
  saturated_fat_g: 9,
  sugars_g: 4,
};

/**
 * The goals of one period with every target as an amount: shares are taken of the energy goal, not of the energy eaten, so that
 * a day of too little food doesn't meet them. Ended goals are left out, and shares where there is no energy goal.
 */
export function resolveGoals(stored: readonly StoredGoal[]): Goal[] {
  const energy = stored.find((goal) => goal.nutrient === "energy_kcal")?.target ?? null;
  return stored.flatMap(({ target, percent_of_energy, period: _, ...goal }): Goal[] => {
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
