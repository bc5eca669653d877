import type { ACTIVITIES } from "../../households/person.ts";

export type Body = { sex: "female" | "male"; age: number; height_cm: number; weight_kg: number };
export type Activity = (typeof ACTIVITIES)[number];
export type Aim = "lose" | "maintain" | "gain";

/** Total energy by basal energy; the usual factors beside Mifflin–St Jeor. */
export const ACTIVITY_FACTORS: Record<Activity, number> = {
  sedentary: 1.2,
  light: 1.375,
  moderate: 1.55,
  active: 1.725,
  very_active: 1.9,
};

/**
 * To eat less than this isn't advised without supervision: a practice of dietitians, within the ranges of NHLBI's Practical
 * Guide to overweight and obesity in adults (2000), and no formula.
 */
export const LEAST_KCAL: Record<Body["sex"], number> = { female: 1_200, male: 1_500 };

/** Of a kilogram of body fat. The body adapts, so a straight line is only a first approximation. */
const KCAL_PER_KG = 7_700;

/**
 * Energy at rest, kcal a day, by Mifflin and St Jeor (Am J Clin Nutr 1990;51:241–7): 10 · kg + 6.25 · cm − 5 · years,
 * and 5 for men, −161 for women. Made on adults of 19 to 78.
 */
export function basalEnergyKcal({ sex, age, height_cm, weight_kg }: Body): number {
  return 10 * weight_kg + 6.25 * height_cm - 5 * age + (sex === "male" ? 5 : -161);
}

export type EnergyNeed = {
  basal_kcal: number;
  activity_factor: number;
  /** What keeps the weight. */
  maintenance_kcal: number;
  /** What to eat for the aim. */
  target_kcal: number;
  /** Where the target was held at the basal energy, or at the least that is advised: the pace asked for would go below. */
  held_at_basal: boolean;
};

/**
 * What to eat a day to keep, lose or gain weight at a pace. Never less than the energy at rest, and to lose weight never
 * less than 1,200 kcal for women and 1,500 for men, unless less keeps the weight. Pure.
 */
export function energyNeed(body: Body, activity: Activity, aim: Aim, paceKgAWeek: number): EnergyNeed {
  const basal = basalEnergyKcal(body);
  const maintenance = basal * ACTIVITY_FACTORS[activity];
  const sign = { lose: -1, maintain: 0, gain: 1 }[aim];
  const wanted = maintenance + (sign * paceKgAWeek * KCAL_PER_KG) / 7;
  const least = Math.min(Math.max(basal, LEAST_KCAL[body.sex]), maintenance);
  return {
    basal_kcal: Math.round(basal),
    activity_factor: ACTIVITY_FACTORS[activity],
    maintenance_kcal: Math.round(maintenance),
    target_kcal: Math.round(Math.max(wanted, least)),
    held_at_basal: wanted < least,
  };
}

export function bodyMassIndex({ height_cm, weight_kg }: Body): number {
  return weight_kg / (height_cm / 100) ** 2;
}
