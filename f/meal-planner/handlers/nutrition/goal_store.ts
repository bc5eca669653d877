import type { Tx } from "../../database/connection.ts";
import type { Goal } from "./goal.ts";

/** What each person wants on a day: their latest goal for each nutrient that had begun by then. */
export async function goalsOn(
  tx: Tx,
  personIds: readonly string[],
  date: string,
): Promise<Map<string, Goal[]>> {
  const { rows } = await tx.query<Goal & { person_id: string }>(
    `select person_id, nutrient, kind, target, tolerance_percent, weight from (
       select distinct on (person_id, nutrient) * from meal_planner.nutrition_goals
       where person_id = any ($1::uuid[]) and valid_from <= $2::date
       order by person_id, nutrient, valid_from desc
     ) as latest
     where target is not null
     order by person_id, nutrient`,
    [personIds, date],
  );
  const goals = new Map<string, Goal[]>(personIds.map((id) => [id, []]));
  for (const { person_id, ...goal } of rows) goals.get(person_id)?.push(goal);
  return goals;
}

export type GoalRow = Omit<Goal, "target"> & { target: number | null };

/** Stores goals from a day on and answers the nutrients whose goal is now another than it was stored for that day. */
export async function writeGoals(
  tx: Tx,
  personId: string,
  validFrom: string,
  goals: readonly GoalRow[],
): Promise<string[]> {
  const { rows } = await tx.query<{ nutrient: string }>(
    `insert into meal_planner.nutrition_goals as g
       (person_id, nutrient, valid_from, kind, target, tolerance_percent, weight)
     select $1::uuid, nutrient, $2::date, kind, target, tolerance_percent, weight
     from unnest($3::text[], $4::text[], $5::double precision[], $6::double precision[], $7::double precision[])
       as new (nutrient, kind, target, tolerance_percent, weight)
     on conflict (person_id, nutrient, valid_from) do update set kind = excluded.kind, target = excluded.target,
       tolerance_percent = excluded.tolerance_percent, weight = excluded.weight, updated_at = now()
     where (g.kind, g.target, g.tolerance_percent, g.weight)
       is distinct from (excluded.kind, excluded.target, excluded.tolerance_percent, excluded.weight)
     returning nutrient`,
    [
      personId,
      validFrom,
      goals.map((goal) => goal.nutrient),
      goals.map((goal) => goal.kind),
      goals.map((goal) => goal.target),
      goals.map((goal) => goal.tolerance_percent),
      goals.map((goal) => goal.weight),
    ],
  );
  return rows.map((row) => row.nutrient);
}

/** Serialises changes to one person's goals, so that each is checked against what the others left. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.query("select 1 from meal_planner.people where person_id = $1::uuid for update", [personId]);
}
