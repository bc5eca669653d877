import { mapNutrients, type Nutrient, type Nutrients } from "../../foods/nutrients.ts";
import { type Goal, goalBand } from "./goal.ts";

/** What some entries add up to. */
export type DayTotals = {
  /** Null where any entry doesn't know the nutrient: unknown is never 0. */
  actual: Nutrients;
  /** What is known for certain: the sum of the entries that know it. */
  known: Record<Nutrient, number>;
};

export type GoalJudgement = {
  nutrient: Nutrient;
  kind: Goal["kind"];
  target: number;
  /** What meets it, tolerance included; `most` is null where there is no upper limit. */
  least: number;
  most: number | null;
  actual: number | null;
  known: number;
  /** Null where it can't be said, because of what is unknown. */
  met: boolean | null;
  /** How far outside: negative is too little; 0 within, null where it can't be said. */
  off: number | null;
};

export type Verdict = "met" | "missed" | "unknown" | "no_goals" | "nothing_logged";

export function dayTotals(entries: readonly { nutrients: Nutrients | null }[]): DayTotals {
  const known = {} as Record<Nutrient, number>;
  const actual = mapNutrients((nutrient) => {
    const figures = entries.map((entry) => entry.nutrients?.[nutrient] ?? null);
    known[nutrient] = hundredths(figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0));
    return figures.includes(null) ? null : known[nutrient];
  });
  return { actual, known };
}

/**
 * Compares a day with a goal. What is unknown can only add: a day whose known part is over the limit has missed it,
 * and one whose known part reaches a minimum has met it; otherwise an unknown part leaves the answer open.
 */
export function judge(goal: Goal, totals: DayTotals): GoalJudgement {
  const band = goalBand(goal);
  const actual = totals.actual[goal.nutrient];
  const known = totals.known[goal.nutrient];
  const least = hundredths(band.least);
  const most = band.most === Number.POSITIVE_INFINITY ? null : hundredths(band.most);
  const over = most !== null && known > most;
  const under = known < least;
  const sure = actual !== null || over || (!under && most === null);
  return {
    ...{ nutrient: goal.nutrient, kind: goal.kind, target: goal.target, least, most, actual, known },
    met: sure ? !over && !under : null,
    off: sure ? hundredths(over ? known - (most ?? 0) : under ? known - least : 0) : null,
  };
}

export function verdictOf(judgements: readonly GoalJudgement[], entries: number): Verdict {
  if (judgements.length === 0) return "no_goals";
  if (entries === 0) return "nothing_logged";
  if (judgements.some((judgement) => judgement.met === false)) return "missed";
  return judgements.some((judgement) => judgement.met === null) ? "unknown" : "met";
}

// To hundredths: sums of thousandths must not miss a limit by a rounding of binary fractions.
const hundredths = (number: number) => Math.round(number * 100) / 100;
