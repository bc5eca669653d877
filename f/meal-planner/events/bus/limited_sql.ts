/** The targets with `max_concurrency` that anything is owed to, by an index walk from one to the next. */
export const LIMITED_TARGETS = `
with recursive targets as (
  (select rule, target from meal_planner.deliveries where limited order by rule, target limit 1)
  union all
  select next.* from targets t cross join lateral (
    select rule, target from meal_planner.deliveries
    where limited and (rule, target) > (t.rule, t.target) order by rule, target limit 1) next
)
select rule, target, (select version from meal_planner.rule_set) as version from targets`;

const DUE = "(d.due_at is null or d.due_at <= statement_timestamp())";

/**
 * Picks what is due in one lane (`$1` inline or not) for the targets of `wanted` (rule, target, places), at most
 * `places` of each, and locks it: `free` has no ordering key; of those with one, `heads` are the first of each key.
 * Rows that another dispatcher holds are passed over, and a key whose first delivery is held or not yet due whole.
 */
export const pickLimited = (wanted: string) => `
with recursive wanted as materialized (${wanted}
), free as materialized (
  select one.ctid, w.rule, w.target from wanted w cross join lateral (
    select d.ctid from meal_planner.deliveries d
    where d.limited and d.rule = w.rule and d.target = w.target and d.inline = $1::boolean
      and d.ordering_key is null and d.job_id is null and ${DUE}
    order by d.due_at nulls first, d.seq limit greatest(0, w.places) for update skip locked) one
), keys as (
  select first.* from wanted w cross join lateral (
    select d.rule, d.target, d.ordering_key, d.due_at, d.job_id, d.ctid as place from meal_planner.deliveries d
    where d.inline = $1::boolean and d.rule = w.rule and d.target = w.target and d.ordering_key is not null
    order by d.ordering_key, d.seq limit 1) first
  union all
  select next.* from keys k cross join lateral (
    select d.rule, d.target, d.ordering_key, d.due_at, d.job_id, d.ctid as place from meal_planner.deliveries d
    where d.inline = $1::boolean and d.rule = k.rule and d.target = k.target and d.ordering_key > k.ordering_key
    order by d.ordering_key, d.seq limit 1) next
), heads as materialized (
  select one.ctid from wanted w cross join lateral (
    select d.ctid from meal_planner.deliveries d
    where d.ctid = any(array(
        select k.place from keys k
        where k.rule = w.rule and k.target = w.target and k.job_id is null
          and (k.due_at is null or k.due_at <= statement_timestamp())))
      and d.job_id is null and ${DUE}
    order by d.due_at nulls first, d.seq
    limit greatest(0, w.places - (select count(*) from free f where f.rule = w.rule and f.target = w.target))
    for update skip locked) one
)`;
