import { numberIn } from "../../format/number_in.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";

export type PersonGoals = Answer<"get_goals">["people"][number];
type Goal = PersonGoals["goals"][number];
type Given = Args<"set_goals">["goals"][number];
export type Nutrient = Goal["nutrient"];
export type Period = "day" | "week";

/** A goal as the form holds it. A nutrient may have one for the day and one for the week. */
export type Row = {
  nutrient: Nutrient;
  period: Period;
  kind: Goal["kind"];
  amount: string;
  tolerance: string;
  weight: number;
  /** Where it is a share of the energy. */
  share: boolean;
};

export function rowsOf({ goals, week_goals }: PersonGoals): Row[] {
  const rows = (of: readonly Goal[], period: Period) =>
    of.map((goal): Row => {
      const { nutrient, kind, weight, percent_of_energy, target } = goal;
      const amount = String(percent_of_energy ?? Math.round(target * 10) / 10);
      const tolerance = String(goal.tolerance_percent);
      return { nutrient, period, kind, amount, tolerance, weight, share: percent_of_energy !== undefined };
    });
  return [...rows(goals, "day"), ...rows(week_goals, "week")];
}

export const rowKey = ({ nutrient, period }: Pick<Row, "nutrient" | "period">) => `${nutrient} ${period}`;

/** What set_goals takes: the rows, and an end for those that aren't there any more. */
export function givenBy(rows: readonly Row[], before: readonly Row[]): Given[] {
  const kept = new Set(rows.map(rowKey));
  const ended = before.filter((row) => !kept.has(rowKey(row)));
  return [
    ...rows.map(({ nutrient, period, kind, weight, share, amount, tolerance }): Given => {
      const wanted = share ? { percent_of_energy: numberIn(amount) } : { target: numberIn(amount) };
      return { nutrient, period, kind, weight, tolerance_percent: numberIn(tolerance), ...wanted };
    }),
    ...ended.map(({ nutrient, period }): Given => ({ nutrient, period, target: null })),
  ];
}
