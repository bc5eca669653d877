import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type ExportedList, exportList, LIST_FORMATS } from "./export_list.ts";
import { getList } from "./get_list.ts";
import { newestList } from "./list_store.ts";
import type { ListView } from "./list_view.ts";
import { findSharedList } from "./share_list.ts";

export const showListInput = z
  .strictObject({
    list_id: z.uuid().optional(),
    share_token: z.string().min(1).max(200).optional(),
    plan_id: z.uuid().optional(),
    format: z.enum(LIST_FORMATS).default("json"),
    household_id: z.uuid().optional(),
  })
  .refine(
    ({ list_id, share_token, plan_id }) =>
      [list_id, share_token, plan_id].filter((named) => named !== undefined).length <= 1,
    { path: ["list_id"], message: "Give one of list_id, plan_id and share_token." },
  );

/**
 * A list as data or to take along: by its id, by its plan, by a link's token; else the household's newest open one.
 *
 * @throws NotFound where there is no such list, or the link is revoked.
 */
export async function showList(
  tx: Tx,
  input: z.output<typeof showListInput>,
): Promise<ListView | ExportedList> {
  const list = await getList(tx, await whichList(tx, input));
  return input.format === "json" ? list : exportList(list, input.format);
}

async function whichList(
  tx: Tx,
  input: z.output<typeof showListInput>,
): Promise<{ listId: string; householdId: string }> {
  if (input.share_token !== undefined) {
    const { list_id, household_id } = await findSharedList(tx, input.share_token);
    return { listId: list_id, householdId: household_id };
  }
  const household = await resolveHousehold(tx, input.household_id);
  const listId = input.list_id ?? (await newestList(tx, household, input.plan_id ?? null));
  return { listId, householdId: household.household_id };
}
