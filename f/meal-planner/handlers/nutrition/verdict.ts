import type { Tx } from "../../database/connection.ts";
import { emit } from "../../events/producers/emit.ts";
import type { Household } from "../../households/household.ts";
import type { Person } from "../../households/person.ts";
import { dayTotals, type GoalJudgement, judge, type Verdict, verdictOf } from "./day_judgement.ts";
import type { DiaryEntry } from "./diary_entry.ts";
import { entriesBetween } from "./diary_store.ts";
import { goalsOn } from "./goal_store.ts";

export type JudgedDay = { verdict: Verdict; results: GoalJudgement[]; entries: DiaryEntry[] };

export async function judgeDay(tx: Tx, personId: string, date: string): Promise<JudgedDay> {
  const goals = (await goalsOn(tx, [personId], date)).get(personId) ?? [];
  const entries = await entriesBetween(tx, [personId], date, date);
  const totals = dayTotals(entries);
  const results = goals.map((goal) => judge(goal, totals));
  return { verdict: verdictOf(results, entries.length), results, entries };
}

/**
 * Tells the verdict on a day by event: NutritionGoalMet or NutritionGoalMissed, once a person and day, and again only
 * where it is another than was told last. What can't be judged is not told. The person must be locked, so that the
 * verdict is about all that is logged.
 *
 * @returns The type of the event, or null where there was nothing new to tell.
 */
export async function tellVerdict(
  tx: Tx,
  household: Household,
  person: Person,
  date: string,
  day: JudgedDay,
): Promise<"NutritionGoalMet" | "NutritionGoalMissed" | null> {
  const { verdict } = day;
  if (verdict !== "met" && verdict !== "missed") return null;
  const { rowCount } = await tx.query(
    `insert into meal_planner.goal_verdicts as v (person_id, date, verdict)
     values ($1::uuid, $2::date, $3::text)
     on conflict (person_id, date) do update set verdict = excluded.verdict, told_at = now()
     where v.verdict <> excluded.verdict`,
    [person.person_id, date, verdict],
  );
  if (rowCount === 0) return null;
  const type = verdict === "met" ? "NutritionGoalMet" : "NutritionGoalMissed";
  // Of a nutrient that is partly unknown, the known part has decided.
  const results = day.results.flatMap(({ nutrient, kind, target, actual, known, met }) =>
    met === null ? [] : [{ nutrient, kind, target, actual: actual ?? known, met }],
  );
  const { household_id } = household;
  await emit(tx, [{ type, detail: { household_id, person_id: person.person_id, date, results } }]);
  return type;
}

/** Judges a day again that was judged before, after its entries have changed. The person must be locked. */
export async function correctVerdict(
  tx: Tx,
  household: Household,
  person: Person,
  date: string,
): Promise<void> {
  const { rows } = await tx.query(
    "select 1 from meal_planner.goal_verdicts where person_id = $1::uuid and date = $2::date",
    [person.person_id, date],
  );
  if (rows.length === 0) return;
  await tellVerdict(tx, household, person, date, await judgeDay(tx, person.person_id, date));
}
