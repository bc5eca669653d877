import type { Tx } from "../../database/connection.ts";
import type { Household } from "../../households/household.ts";
import {
  type Evidence,
  HALF_LIFE_DAYS,
  HORIZON_DAYS,
  type Signal,
  TASTE_KINDS,
  type TasteKind,
} from "./taste.ts";

/*
 * Nothing is learned into a table of its own: what was done is in the plans, their changes, the cooking and the diaries
 * already, in the transactions that did it. So nothing is lost or counted twice, and what is taken back there (an undone
 * swap, a mark taken off, a deleted entry) is unlearned by that alone.
 */
const OBSERVED = `
  select meal.recipe_id, null::uuid as person_id, least(meal.date, $2::date)::timestamp as at,
    case when meal.mark = 'skipped' then 'skipped'
      when meal.mark = 'eaten' or cooked.plan_id is not null then 'eaten' else 'accepted' end as signal
  from meal_planner.meal_plans plan
  join meal_planner.plan_meals meal using (plan_id)
  left join meal_planner.cooked_meals cooked using (plan_id, date, position)
  where plan.household_id = $1::uuid and plan.state in ('active', 'done') and plan.start_date > $2::date - $3::integer
    and not meal.eaten_out
    -- A meal to come was accepted too, but whether it is liked is told on its day.
    and (meal.date <= $2::date or meal.mark is not null or cooked.plan_id is not null)
  union all
  select side.recipe_id, null, change.at at time zone $5::text, side.signal
  from meal_planner.meal_plans plan
  join meal_planner.plan_changes change using (plan_id)
  cross join lateral jsonb_array_elements(change.cells) as cell
  cross join lateral (values
    ((cell #>> '{before,recipe_id}')::uuid, case change.cause when 'swap' then 'swapped_away' else 'removed' end),
    ((cell #>> '{after,recipe_id}')::uuid, 'chosen')) as side (recipe_id, signal)
  where plan.household_id = $1::uuid and plan.start_date > $2::date - $3::integer
    and change.cause in ('swap', 'add', 'remove') and change.undone_by is null
    and side.recipe_id is not null and cell #>> '{before,recipe_id}' is distinct from cell #>> '{after,recipe_id}'
  union all
  select entry.recipe_id, entry.person_id, entry.date::timestamp, 'logged'
  from meal_planner.people person
  join meal_planner.diary_entries entry using (person_id)
  where person.household_id = $1::uuid and entry.date > $2::date - $3::integer
    and entry.deleted_at is null and entry.recipe_id is not null`;

type Observed = {
  recipe_id: string;
  name: string;
  main: string | null;
  cuisine: string | null;
  person_id: string | null;
  signal: Signal;
  last_date: string;
} & Record<`${"count" | "fresh"}_${TasteKind}`, number>;

/**
 * What a household and its people did with their recipes in the last half year, by recipe, main ingredient and cuisine;
 * each as its recipe is now. What was forgotten isn't there, and nothing is where learning is off.
 */
export async function readEvidence(tx: Tx, household: Household, today: string): Promise<Evidence[]> {
  const { rows } = await tx.query<Observed>(
    `with observed as (${OBSERVED}), forgotten as materialized (
       select kind, subject, forgotten_at at time zone $5::text as forgotten_at
       from meal_planner.forgotten_tastes where household_id = $1::uuid
     )
     select o.recipe_id, r.name, n.main, nullif(lower(trim(r.cuisine)), '') as cuisine, o.person_id, o.signal,
       max(o.at)::date as last_date,
       ${TASTE_KINDS.map(
         (
           kind,
         ) => `count(*) filter (where o.at > coalesce(f_${kind}.forgotten_at, '-infinity')) as count_${kind},
       coalesce(sum(power(0.5, greatest(0, $2::date - o.at::date) / $4::double precision))
         filter (where o.at > coalesce(f_${kind}.forgotten_at, '-infinity')), 0) as fresh_${kind}`,
       ).join(", ")}
     from observed o
     join meal_planner.recipes r using (recipe_id)
     left join meal_planner.recipe_nutrition n using (recipe_id)
     ${[
       ["recipe", "r.recipe_id::text"],
       ["main", "n.main"],
       ["cuisine", "lower(trim(r.cuisine))"],
     ]
       .map(
         ([kind, subject]) =>
           `left join forgotten f_${kind} on f_${kind}.kind = '${kind}' and f_${kind}.subject = ${subject}`,
       )
       .join(" ")}
     where exists (select 1 from meal_planner.households h where h.household_id = $1::uuid and h.learns_tastes)
     group by o.recipe_id, r.name, n.main, 4, o.person_id, o.signal`,
    [household.household_id, today, HORIZON_DAYS, HALF_LIFE_DAYS, household.time_zone],
    "taste_evidence",
  );
  return TASTE_KINDS.flatMap((kind) => gather(kind, rows));
}

function gather(kind: TasteKind, rows: readonly Observed[]): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const row of rows) {
    const subject = kind === "recipe" ? row.recipe_id : row[kind];
    const count = row[`count_${kind}`];
    if (subject === null || count === 0) continue;
    const { person_id, signal, last_date } = row;
    const fresh = row[`fresh_${kind}`];
    const key = `${signal} ${person_id} ${subject}`;
    const known = found.get(key);
    if (!known) {
      const name = kind === "recipe" ? row.name : subject;
      found.set(key, { kind, subject, name, person_id, signal, count, fresh, last_date });
      continue;
    }
    known.count += count;
    known.fresh += fresh;
    if (last_date > known.last_date) known.last_date = last_date;
  }
  return [...found.values()];
}
