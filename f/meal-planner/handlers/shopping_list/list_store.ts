import type { Tx } from "../../database/connection.ts";
import { Conflict, NotFound } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import type { Household } from "../../households/household.ts";
import type { ListEdit } from "./merge_edit.ts";
import { LIST_COLUMNS, type StoredList } from "./stored_list.ts";

const HOW_TO_MAKE_ONE =
  "Make one with f/meal-planner/handlers/shopping_list/generate_list/script or create_list/script.";

/** What a list is made from; nulls for one that is written by hand. */
export type ListScope = { plan_id: string | null; from_date: string | null; to_date: string | null };

/** @throws NotFound where the household has no such list. With `lock`, nobody else changes it until the end. */
export async function findList(
  tx: Tx,
  household: Household,
  listId: string,
  options: { lock?: boolean } = {},
): Promise<StoredList> {
  const { rows } = await tx.query<StoredList>(
    `select ${LIST_COLUMNS} from meal_planner.shopping_lists
     where list_id = $1::uuid and household_id = $2::uuid ${options.lock ? "for update" : ""}`,
    [listId, household.household_id],
  );
  if (rows[0]) return rows[0];
  throw new NotFound("shopping list", listId, HOW_TO_MAKE_ONE);
}

/** @throws Conflict where the list is completed. */
export async function lockOpenList(tx: Tx, household: Household, listId: string): Promise<StoredList> {
  const list = await findList(tx, household, listId, { lock: true });
  if (list.state === "open") return list;
  throw new Conflict(
    `The shopping list ${listId} is completed and no longer changes. Make a new one with create_list.`,
  );
}

/** The open list of a scope, else the one completed last. */
export async function findListOf(
  tx: Tx,
  household: Household,
  scope: ListScope,
): Promise<StoredList | undefined> {
  const { rows } = await tx.query<StoredList>(
    `select ${LIST_COLUMNS} from meal_planner.shopping_lists
     where household_id = $1::uuid and plan_id is not distinct from $2::uuid
       and from_date is not distinct from $3::date and to_date is not distinct from $4::date
       and (plan_id is not null or from_date is not null)
     order by (state = 'open') desc, completed_at desc limit 1 for update`,
    [household.household_id, scope.plan_id, scope.from_date, scope.to_date],
  );
  return rows[0];
}

/**
 * The newest list of a plan, or of the household; an open one before completed ones.
 *
 * @throws NotFound where there is none.
 */
export async function newestList(tx: Tx, household: Household, planId: string | null): Promise<string> {
  const { rows } = await tx.query<{ list_id: string }>(
    `select list_id from meal_planner.shopping_lists
     where household_id = $1::uuid and ($2::uuid is null or plan_id = $2::uuid)
     order by (state = 'open') desc, created_at desc limit 1`,
    [household.household_id, planId],
  );
  if (rows[0]) return rows[0].list_id;
  throw new NotFound("shopping list", planId === null ? "yet" : `of plan ${planId}`, HOW_TO_MAKE_ONE);
}

export async function insertList(
  tx: Tx,
  household: Household,
  scope: ListScope,
  details: { name: string; needsDigest: string | null; shopId?: string | null; assignedTo?: string | null },
): Promise<StoredList> {
  const { rows } = await tx.query<StoredList>(
    `insert into meal_planner.shopping_lists
       (list_id, household_id, name, state, plan_id, from_date, to_date, needs_digest, shop_id, assigned_to)
     values ($1::uuid, $2::uuid, $3::text, 'open', $4::uuid, $5::date, $6::date, $7::text, $8::uuid, $9::uuid)
     returning ${LIST_COLUMNS}`,
    [
      newId(),
      household.household_id,
      details.name,
      scope.plan_id,
      scope.from_date,
      scope.to_date,
      details.needsDigest,
      details.shopId ?? null,
      details.assignedTo ?? null,
    ],
  );
  return rows[0]!;
}

/** Counts a change of a list; answers the new version. */
export async function countChange(tx: Tx, listId: string, needsDigest?: string): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `update meal_planner.shopping_lists
     set version = version + 1, updated_at = now(), needs_digest = coalesce($2::text, needs_digest)
     where list_id = $1::uuid returning version`,
    [listId, needsDigest ?? null],
  );
  return rows[0]!.version;
}

/** Writes an edit of a list itself, stamped with the version that it becomes part of. */
export async function writeListEdit(
  tx: Tx,
  list: StoredList,
  changes: ListEdit,
  version: number,
): Promise<void> {
  const edited = { ...list, ...changes };
  const stamps = Object.fromEntries(Object.keys(changes).map((field) => [field, version]));
  await tx.query(
    `update meal_planner.shopping_lists
     set name = $2::text, shop_id = $3::uuid, assigned_to = $4::uuid, field_versions = field_versions || $5::jsonb
     where list_id = $1::uuid`,
    [list.list_id, edited.name, edited.shop_id, edited.assigned_to, JSON.stringify(stamps)],
  );
}

/** Of two changes of what a household has to buy, the second waits for the first and sees it. */
export async function lockHousehold(tx: Tx, household: Household): Promise<void> {
  await tx.query("select 1 from meal_planner.households where household_id = $1::uuid for no key update", [
    household.household_id,
  ]);
}
