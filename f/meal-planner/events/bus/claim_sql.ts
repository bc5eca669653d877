/**
 * Whether a lane (`$1` inline or not) may have something due: one cheap statement, so that waiting costs little. It
 * says yes for any key that waits too, due or not, and for whatever a limited target waits for.
 */
export const ANYTHING_DUE = `
select exists (select 1 from meal_planner.deliveries
    where inline = $1::boolean and due_at is null and ordering_key is null and not limited)
  or exists (select 1 from meal_planner.deliveries
    where inline = $1::boolean and due_at is not null and due_at <= statement_timestamp()
      and ordering_key is null and not limited)
  or exists (select 1 from meal_planner.deliveries where inline = $1::boolean and ordering_key is not null)
  or (not $1::boolean and exists (select 1 from meal_planner.deliveries where limited)) as due`;

/** The same for inline consumers with `max_concurrency`, which have a lane of their own. */
export const ANY_LIMITED = "select exists (select 1 from meal_planner.deliveries where limited) as due";

/**
 * Picks what is due in one lane (`$1` inline or not), at most `$2` of each kind, and locks it: `late` waited for a
 * time, `fresh` is new, and of those with an ordering key the first of each key, `heads`, with what follows it.
 *
 * Rows that another dispatcher holds are passed over. A key whose first delivery is held or not yet due is passed
 * over whole, which keeps its order: the first one is found by an index walk from key to key.
 */
export const PICK_DUE = `
with recursive late as materialized (
  select ctid from meal_planner.deliveries
  where inline = $1::boolean and due_at is not null and due_at <= statement_timestamp()
    and ordering_key is null and not limited
  order by due_at, seq limit $2::integer for update skip locked
), fresh as materialized (
  select ctid from meal_planner.deliveries
  where inline = $1::boolean and due_at is null and ordering_key is null and not limited
  order by seq limit $2::integer - (select count(*) from late) for update skip locked
), keys as (
  (select rule, target, ordering_key, due_at, limited, ctid as place from meal_planner.deliveries
   where inline = $1::boolean and ordering_key is not null
   order by rule, target, ordering_key, seq limit 1)
  union all
  select next.* from keys k cross join lateral (
    select rule, target, ordering_key, due_at, limited, ctid as place from meal_planner.deliveries d
    where inline = $1::boolean and ordering_key is not null
      and (d.rule, d.target, d.ordering_key) > (k.rule, k.target, k.ordering_key)
    order by rule, target, ordering_key, seq limit 1) next
), heads as materialized (
  select ctid, rule, target, ordering_key, seq from meal_planner.deliveries
  where ctid = any(array(
      select place from keys
      where not limited and (due_at is null or due_at <= statement_timestamp()) limit $2::integer))
    and (due_at is null or due_at <= statement_timestamp())
  for update skip locked
)`;
