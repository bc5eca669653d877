import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { showList, showListInput } from "../show_list.ts";

/**
 * See a shopping list by aisle, or export it as text, Markdown, CSV or a page to print.
 *
 * @param list_id The list; left out, the household's newest open one.
 * @param share_token The token of a shared link, in place of list_id.
 * @param plan_id The plan whose list it is, in place of list_id.
 * @param format json gives data; the others give {content, content_type}.
 * @param household_id May be left out where there is only one household.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(
  list_id?: string,
  share_token?: string,
  plan_id?: string,
  format: "json" | "text" | "markdown" | "csv" | "html" = "json",
  household_id?: string,
  db?: Postgresql,
) {
  const input = parseInput(showListInput, { list_id, share_token, plan_id, format, household_id });
  return inTransaction(db, (tx) => showList(tx, input));
}
