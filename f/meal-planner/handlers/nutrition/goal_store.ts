import type { Tx } from "../../database/connection.ts";
import { type Goal, resolveGoals, type StoredGoal } from "./goal.ts";

/** What each person wants on a day: their latest goal for each nutrient that had begun by then. */
export async function goalsOn(
  tx: Tx,
  personIds: readonly string[],
  date: string,
): Promise<Map<string, Goal[]>> {
  const { rows } = await tx.query<StoredGoal & { person_id: string }>(
    `select distinct on (person_id, nutrient) person_id, nutrient, kind, target, percent_of_energy,
       tolerance_percent, weight
     from meal_planner.nutrition_goals
     where person_id = any ($1::uuid[]) and valid_from <= $2::date
     order by person_id, nutrient, valid_from desc`,
    [personIds, date],
  );
  const stored = new Map<string, StoredGoal[]>(personIds.map((id) => [id, []]));
  for (const { person_id, ...goal } of rows) stored.get(person_id)?.push(goal);
  return new Map([...stored].map(([id, goals]) => [id, resolveGoals(goals)]));
}

/** One person's goals on any day up to `until`: the goals that held on each. */
export async function goalsByDay(tx: Tx, personId: string, until: string): Promise<(date: string) => Goal[]> {
  const { rows } = await tx.query<StoredGoal & { valid_from: string }>(
    `select valid_from, nutrient, kind, target, percent_of_energy, tolerance_percent, weight
     from meal_planner.nutrition_goals
     where person_id = $1::uuid and valid_from <= $2::date
     order by valid_from, nutrient`,
    [personId, until],
  );
  return (date) => {
    const latest = new Map<string, StoredGoal>();
    for (const { valid_from, ...goal } of rows) if (valid_from <= date) latest.set(goal.nutrient, goal);
    return resolveGoals([...latest.values()].sort((a, b) => (a.nutrient < b.nutrient ? -1 : 1)));
  };
}

/** Stores goals from a day on and answers the nutrients whose goal is now another than it was stored for that day. */
export async function writeGoals(
  tx: Tx,
  personId: string,
  validFrom: string,
  goals: readonly StoredGoal[],
): Promise<string[]> {
  const { rows } = await tx.query<{ nutrient: string }>(
    `insert into meal_planner.nutrition_goals as g
       (person_id, nutrient, valid_from, kind, target, percent_of_energy, tolerance_percent, weight)
     select $1::uuid, nutrient, $2::date, kind, target, percent_of_energy, tolerance_percent, weight
     from unnest($3::text[], $4::text[], $5::double precision[], $6::double precision[], $7::double precision[],
       $8::double precision[]) as new (nutrient, kind, target, percent_of_energy, tolerance_percent, weight)
     on conflict (person_id, nutrient, valid_from) do update set kind = excluded.kind, target = excluded.target,
       percent_of_energy = excluded.percent_of_energy, tolerance_percent = excluded.tolerance_percent,
       weight = excluded.weight, updated_at = now()
     where (g.kind, g.target, g.percent_of_energy, g.tolerance_percent, g.weight) is distinct from
       (excluded.kind, excluded.target, excluded.percent_of_energy, excluded.tolerance_percent, excluded.weight)
     returning nutrient`,
    [
      personId,
      validFrom,
      goals.map((goal) => goal.nutrient),
      goals.map((goal) => goal.kind),
      goals.map((goal) => goal.target),
      goals.map((goal) => goal.percent_of_energy),
      goals.map((goal) => goal.tolerance_percent),
      goals.map((goal) => goal.weight),
    ],
  );
  return rows.map((row) => row.nutrient);
}

/** Serialises changes to one person's goals and diary, so that each is checked against what the others left. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.query("select 1 from meal_planner.people where person_id = $1::uuid for update", [personId]);
}
