import type { Tx } from "../../database/connection.ts";
import { type Goal, type GoalPeriod, resolveGoals, type StoredGoal } from "./goal.ts";

const COLUMNS = "nutrient, period, kind, target, percent_of_energy, tolerance_percent, weight";

/** What each person wants of a day, or of a week: their latest goal for each nutrient that had begun by then. */
export async function goalsOn(
  tx: Tx,
  personIds: readonly string[],
  date: string,
  period: GoalPeriod = "day",
): Promise<Map<string, Goal[]>> {
  const { rows } = await tx.query<StoredGoal & { person_id: string }>(
    `select distinct on (person_id, nutrient) person_id, ${COLUMNS}
     from meal_planner.nutrition_goals
     where person_id = any ($1::uuid[]) and period = $3::text and valid_from <= $2::date
     order by person_id, nutrient, valid_from desc`,
    [personIds, date, period],
  );
  const stored = new Map<string, StoredGoal[]>(personIds.map((id) => [id, []]));
  for (const { person_id, ...goal } of rows) stored.get(person_id)?.push(goal);
  return new Map([...stored].map(([id, goals]) => [id, resolveGoals(goals)]));
}

/** One person's goals on any day up to `until`: the goals that held on each. */
export async function goalsByDay(
  tx: Tx,
  personId: string,
  until: string,
  period: GoalPeriod = "day",
): Promise<(date: string) => Goal[]> {
  const storedOn = storedByDay(await storedGoals(tx, personId, until, period));
  return (date) => resolveGoals(storedOn(date));
}

type DatedGoal = StoredGoal & { valid_from: string };

/** All that was ever set for a person up to a day, in the order of its days. */
async function storedGoals(
  tx: Tx,
  personId: string,
  until: string | null,
  period: GoalPeriod,
): Promise<DatedGoal[]> {
  const { rows } = await tx.query<DatedGoal>(
    `select valid_from, ${COLUMNS} from meal_planner.nutrition_goals
     where person_id = $1::uuid and period = $3::text and ($2::date is null or valid_from <= $2::date)
     order by valid_from, nutrient`,
    [personId, until, period],
  );
  return rows;
}

// Days between two changes have the same goals: they are looked up once.
function storedByDay(rows: readonly DatedGoal[]): (date: string) => StoredGoal[] {
  const changes = [...new Set(rows.map((row) => row.valid_from))];
  const known = new Map<string, StoredGoal[]>();
  return (date) => {
    const since = changes.findLast((change) => change <= date);
    if (since === undefined) return [];
    const found = known.get(since);
    if (found) return found;
    const latest = new Map<string, StoredGoal>();
    for (const { valid_from, ...goal } of rows) if (valid_from <= since) latest.set(goal.nutrient, goal);
    const goals = [...latest.values()].sort((a, b) => (a.nutrient < b.nutrient ? -1 : 1));
    known.set(since, goals);
    return goals;
  };
}

/** What is stored for a person on a day and on each later one on which a goal begins or ends, of days and of weeks. */
export async function goalsFrom(
  tx: Tx,
  personId: string,
  from: string,
): Promise<{ date: string; days: StoredGoal[]; weeks: StoredGoal[] }[]> {
  const days = await storedGoals(tx, personId, null, "day");
  const weeks = await storedGoals(tx, personId, null, "week");
  const [dayOn, weekOn] = [storedByDay(days), storedByDay(weeks)];
  const later = [...days, ...weeks].map((row) => row.valid_from).filter((date) => date > from);
  const dates = [from, ...[...new Set(later)].sort()];
  return dates.map((date) => ({ date, days: dayOn(date), weeks: weekOn(date) }));
}

/** Stores goals from a day on and answers which of them differ now from what was stored for that day. */
export async function writeGoals(
  tx: Tx,
  personId: string,
  validFrom: string,
  goals: readonly StoredGoal[],
): Promise<Pick<StoredGoal, "nutrient" | "period">[]> {
  const { rows } = await tx.query<Pick<StoredGoal, "nutrient" | "period">>(
    `insert into meal_planner.nutrition_goals as g
       (person_id, valid_from, ${COLUMNS})
     select $1::uuid, $2::date, ${COLUMNS}
     from unnest($3::text[], $4::text[], $5::text[], $6::double precision[], $7::double precision[],
       $8::double precision[], $9::double precision[]) as new (${COLUMNS})
     on conflict (person_id, nutrient, period, valid_from) do update set kind = excluded.kind,
       target = excluded.target, percent_of_energy = excluded.percent_of_energy,
       tolerance_percent = excluded.tolerance_percent, weight = excluded.weight, updated_at = now()
     where (g.kind, g.target, g.percent_of_energy, g.tolerance_percent, g.weight) is distinct from
       (excluded.kind, excluded.target, excluded.percent_of_energy, excluded.tolerance_percent, excluded.weight)
     returning nutrient, period`,
    [
      ...[personId, validFrom],
      ...[goals.map((goal) => goal.nutrient), goals.map((goal) => goal.period)],
      ...[goals.map((goal) => goal.kind), goals.map((goal) => goal.target)],
      ...[goals.map((goal) => goal.percent_of_energy), goals.map((goal) => goal.tolerance_percent)],
      goals.map((goal) => goal.weight),
    ],
  );
  return rows;
}

/** Serialises changes to one person's goals and diary, so that each is checked against what the others left. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.query("select 1 from meal_planner.people where person_id = $1::uuid for update", [personId]);
}
