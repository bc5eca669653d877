import type { Link } from "./link_store.ts";
import type { Run, RunFilter } from "./run.ts";

/** Which of our recipes a filter means; without one, all. `r` is the recipe, the parameters begin at $3. */
const filtered = (recipeId: string) => `($3::text is null or lower($3::text) = any (r.tags))
  and ($4::timestamptz is null or r.updated_at >= $4::timestamptz)
  and ($5::uuid[] is null or ${recipeId} = any ($5::uuid[]))`;
const FILTERED = filtered("r.recipe_id");

function filterValues(filter: RunFilter | null): unknown[] {
  return [
    filter?.keyword ?? null,
    filter?.changedSince ?? null,
    // Where only Tandoor's ids are given, none of ours is meant.
    filter?.recipeIds ?? (filter?.tandoorIds ? [] : null),
  ];
}

const A_PAGE = 50;

/** The ids of our recipes that aren't in Tandoor yet, a page at a time. */
export async function* unlinkedRecipes(run: Run): AsyncGenerator<string[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await run.database.query<{ recipe_id: string }>(
      `select r.recipe_id from meal_planner.recipes r
       where r.household_id = $1::uuid and r.archived_at is null and ${FILTERED} and r.recipe_id > $6::uuid
         and not exists (select 1 from meal_planner.tandoor_recipes l
           where l.connection_id = $2::uuid and l.recipe_id = r.recipe_id and l.tandoor_id is not null)
       order by r.recipe_id limit $7::integer`,
      [
        run.household.household_id,
        run.connection.connection_id,
        ...filterValues(run.options.filter),
        after,
        A_PAGE,
      ],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.recipe_id;
    yield rows.map((row) => row.recipe_id);
  }
}

export async function countUnlinked(run: Run): Promise<number> {
  const { rows } = await run.database.query<{ count: number }>(
    `select count(*) as count from meal_planner.recipes r
     where r.household_id = $1::uuid and r.archived_at is null and ${FILTERED}
       and not exists (select 1 from meal_planner.tandoor_recipes l
         where l.connection_id = $2::uuid and l.recipe_id = r.recipe_id and l.tandoor_id is not null)`,
    [run.household.household_id, run.connection.connection_id, ...filterValues(run.options.filter)],
  );
  return rows[0]?.count ?? 0;
}

/** Links whose recipe in Tandoor wasn't among those that the run saw, a page at a time; with a filter, those it means. */
export async function* unseenLinks(run: Run): AsyncGenerator<{ link_id: string; tandoor_id: number }[]> {
  let after = 0;
  for (;;) {
    const { rows } = await run.database.query<{ link_id: string; tandoor_id: number }>(
      `${UNSEEN} and l.tandoor_id > $7::integer order by l.tandoor_id limit $8::integer`,
      [...unseenValues(run), after, A_PAGE],
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.tandoor_id;
    yield rows;
  }
}

const UNSEEN = `select l.link_id, l.tandoor_id from meal_planner.tandoor_recipes l
  left join meal_planner.recipes r on r.recipe_id = l.recipe_id and r.household_id = $1::uuid
  where l.connection_id = $2::uuid and l.tandoor_id is not null
    and ${filtered("l.recipe_id")}
    and not exists (select 1 from meal_planner.tandoor_seen s
      where s.run_id = $6::uuid and s.tandoor_id = l.tandoor_id)`;

function unseenValues(run: Run): unknown[] {
  return [
    run.household.household_id,
    run.connection.connection_id,
    ...filterValues(run.options.filter),
    run.runId,
  ];
}

export async function noteSeen(run: Run, tandoorIds: readonly number[]): Promise<void> {
  await run.database.query(
    `insert into meal_planner.tandoor_seen (run_id, tandoor_id)
     select $1::uuid, unnest($2::integer[]) on conflict do nothing`,
    [run.runId, tandoorIds],
  );
}

/** How many recipes are linked, how many of those are gone here, and how many the run didn't see in Tandoor. */
export async function countGone(run: Run): Promise<{ linked: number; here: number; unseen: number }> {
  const { rows } = await run.database.query<{ linked: number; here: number; unseen: number }>(
    `select count(*) as linked,
       count(*) filter (where r.recipe_id is null or r.archived_at is not null) as here,
       count(*) filter (where not exists (select 1 from meal_planner.tandoor_seen s
         where s.run_id = $2::uuid and s.tandoor_id = l.tandoor_id)) as unseen
     from meal_planner.tandoor_recipes l
     left join meal_planner.recipes r on r.recipe_id = l.recipe_id
     where l.connection_id = $1::uuid and l.tandoor_id is not null`,
    [run.connection.connection_id, run.runId],
  );
  return rows[0] ?? { linked: 0, here: 0, unseen: 0 };
}

/** Of Tandoor's names, those that a recipe of ours has too which isn't linked yet. */
export async function unlinkedNames(run: Run, names: readonly string[]): Promise<Set<string>> {
  const { rows } = await run.database.query<{ name: string }>(
    `select lower(r.name) as name from meal_planner.recipes r
     where r.household_id = $1::uuid and r.archived_at is null
       and lower(r.name) = any (select lower(trim(name)) from unnest($3::text[]) as name)
       and not exists (select 1 from meal_planner.tandoor_recipes l
         where l.connection_id = $2::uuid and l.recipe_id = r.recipe_id and l.tandoor_id is not null)`,
    [run.household.household_id, run.connection.connection_id, names],
  );
  return new Set(rows.map((row) => row.name));
}

/** Whether some create was begun whose end isn't known. */
export async function hasBegunLinks(run: Run): Promise<boolean> {
  const { rows } = await run.database.query<Pick<Link, "link_id">>(
    `select link_id from meal_planner.tandoor_recipes
     where connection_id = $1::uuid and tandoor_id is null limit 1`,
    [run.connection.connection_id],
  );
  return rows.length > 0;
}
