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
    target: z.number().gt(0, { message: "Must be more than 0; to end a goal pass null." }).nullable(),
    tolerance_percent: z.number().min(0).max(100).default(5),
    weight: z.number().gt(0).max(100).default(1),
  })
  .superRefine((goal, context) => {
    const most = mostADay(goal.nutrient);
    if (goal.target !== null && goal.target > most) {
      context.addIssue({
        code: "custom",
        path: ["target"],
        message: `At most ${most} a day. Is the unit right? It is the end of the nutrient's name.`,
      });
    }
  });

/** What a person wants of one nutrient a day; the unit is the end of the nutrient's name. */
export type Goal = Omit<z.output<typeof goalInput>, "target"> & { target: number };

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

const KCAL_PER_GRAM: Partial<Record<Nutrient, number>> = { protein_g: 4, carbohydrate_g: 4, fat_g: 9 };

/**
 * What no day can satisfy at once: macronutrients whose energy (4, 4 and 9 kcal a gram) can't add up to the
 * energy goal. Fibre, polyols and alcohol shift the sum, so 10 % are allowed for.
 */
export function contradictions(goals: readonly Goal[]): InputProblem[] {
  const energy = goals.find((goal) => goal.nutrient === "energy_kcal");
  if (!energy) return [];
  const macros = goals.filter((goal) => KCAL_PER_GRAM[goal.nutrient] !== undefined);
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
