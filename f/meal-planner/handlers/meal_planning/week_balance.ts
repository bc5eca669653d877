import type { DayOfPerson } from "./day_nutrition.ts";

/** How one goal of a person comes out over a plan. */
export type GoalBalance = {
  nutrient: string;
  /** Mean of the days' targets, which differ where the goals change within the plan. */
  target: number;
  /** Mean over the days where it is known; null where it is on none. */
  mean: number | null;
  days_met: number;
  days: number;
};

export type BalanceOfPerson = { person_id: string; name: string; goals: GoalBalance[] };

/** Each person's days together, goal by goal in the order of their days. */
export function weekBalance(daily: readonly DayOfPerson[]): BalanceOfPerson[] {
  const people = new Map<string, DayOfPerson[]>();
  for (const day of daily) people.set(day.person_id, [...(people.get(day.person_id) ?? []), day]);
  return [...people].map(([person_id, days]) => ({
    person_id,
    name: days[0]?.name ?? "",
    goals: [...new Set(days.flatMap(({ goals }) => goals.map(({ nutrient }) => nutrient)))].map((nutrient) =>
      balanceOf(nutrient, days),
    ),
  }));
}

function balanceOf(nutrient: string, days: readonly DayOfPerson[]): GoalBalance {
  const results = days.flatMap(({ goals }) => goals.filter((goal) => goal.nutrient === nutrient));
  const known = results.flatMap(({ actual }) => actual ?? []);
  return {
    nutrient,
    target: mean(results.map(({ target }) => target)) ?? 0,
    mean: mean(known),
    days_met: results.filter(({ met }) => met).length,
    days: results.length,
  };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10;
}
