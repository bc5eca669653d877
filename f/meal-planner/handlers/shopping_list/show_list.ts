import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type ExportedList, exportList, LIST_FORMATS } from "./export_list.ts";
import { getList } from "./get_list.ts";
import type { ListView } from "./list_view.ts";
import { findSharedList } from "./share_list.ts";

export const showListInput = z
  .strictObject({
    list_id: z.uuid().optional(),
    share_token: z.string().min(1).max(200).optional(),
    format: z.enum(LIST_FORMATS).default("json"),
    household_id: z.uuid().optional(),
  })
  .refine((input) => (input.list_id === undefined) !== (input.share_token === undefined), {
    path: ["list_id"],
    message: "Give either a list_id or a share_token.",
  });

/**
 * A list, by its id or by a link's token, as data or to take along.
 *
 * @throws NotFound where there is no such list, or the link is revoked.
 */
export async function showList(
  tx: Tx,
  input: z.output<typeof showListInput>,
): Promise<ListView | ExportedList> {
  const shared = input.share_token === undefined ? undefined : await findSharedList(tx, input.share_token);
  const list = await getList(tx, {
    listId: shared?.list_id ?? (input.list_id as string),
    householdId: shared?.household_id ?? input.household_id,
  });
  return input.format === "json" ? list : exportList(list, input.format);
}
