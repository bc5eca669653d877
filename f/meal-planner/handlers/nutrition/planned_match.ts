import { type Nutrient, type Nutrients, sumNutrients } from "../../foods/nutrients.ts";

/** How far a logged meal may lie from the planned one and still be it, as a share of the planned figure. */
const TOLERANCES: readonly [nutrient: Nutrient, share: number][] = [
  ["energy_kcal", 0.15],
  ["protein_g", 0.2],
  ["fat_g", 0.2],
  ["carbohydrate_g", 0.2],
];
/** Of a macronutrient that there is hardly any of, a gram or two is no difference. */
const LEAST_SLACK: Partial<Record<Nutrient, number>> = { protein_g: 2, fat_g: 2, carbohydrate_g: 2 };

export type Eating = { date: string; slot: string | null; nutrients: Nutrients };

/**
 * Which planned meal each eaten one is, by its place in `planned`; null for none. One of the same day is it where its
 * energy lies within 15 % and each macronutrient that both know within 20 %. Of several the nearest wins, one of the
 * same slot first, and a planned meal is taken once. Pure.
 */
export function matchToPlan(eaten: readonly Eating[], planned: readonly Eating[]): (number | null)[] {
  const pairs = eaten.flatMap((meal, at) =>
    planned.flatMap((plan, to) => {
      const distance = distanceOf(meal, plan);
      return distance === null ? [] : [{ at, to, distance }];
    }),
  );
  pairs.sort((a, b) => a.distance - b.distance || a.at - b.at || a.to - b.to);
  const matches: (number | null)[] = eaten.map(() => null);
  const taken = new Set<number>();
  for (const { at, to } of pairs) {
    if (matches[at] !== null || taken.has(to)) continue;
    matches[at] = to;
    taken.add(to);
  }
  return matches;
}

/**
 * Planned meals that were logged food by food: the eaten things of one day and slot that together are the meal planned
 * there, by the same tolerances. Only what is no planned meal by itself, and meals that nothing else was. Pure.
 */
export function matchParts(
  eaten: readonly Eating[],
  planned: readonly Eating[],
  matches: readonly (number | null)[],
): { to: number; parts: number[] }[] {
  return planned.flatMap((plan, to) => {
    if (plan.slot === null || matches.includes(to)) return [];
    const parts = eaten.flatMap((meal, at) =>
      matches[at] === null && meal.date === plan.date && isSlot(meal.slot, plan.slot) ? [at] : [],
    );
    if (parts.length < 2) return [];
    const nutrients = sumNutrients(parts.flatMap((at) => eaten[at]?.nutrients ?? []));
    const together = { date: plan.date, slot: plan.slot, nutrients };
    return distanceOf(together, plan) === null ? [] : [{ to, parts }];
  });
}

const isSlot = (slot: string | null, of: string | null) => slot !== null && slot === of?.toLowerCase();

/** Null where it can't be the planned meal. Another slot counts more than any difference within the tolerances. */
function distanceOf(meal: Eating, plan: Eating): number | null {
  if (meal.date !== plan.date) return null;
  let distance = isSlot(meal.slot?.toLowerCase() ?? null, plan.slot) ? 0 : TOLERANCES.length;
  for (const [nutrient, share] of TOLERANCES) {
    const [is, wanted] = [meal.nutrients[nutrient], plan.nutrients[nutrient]];
    if (is === null || wanted === null) {
      if (nutrient === "energy_kcal") return null;
      continue;
    }
    const slack = Math.max(wanted * share, LEAST_SLACK[nutrient] ?? 0);
    const off = Math.abs(is - wanted);
    if (off > slack) return null;
    distance += slack === 0 ? 0 : off / slack;
  }
  return distance;
}
