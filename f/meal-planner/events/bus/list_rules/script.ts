import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listRules, listRulesInput } from "../rule_store.ts";

/** All rules with their targets, built-in ones and users'. */
export async function main(name_prefix?: string, db?: Postgresql) {
  const input = parseInput(listRulesInput, { name_prefix });
  return withDatabase(db, (database) => listRules(database, input));
}
