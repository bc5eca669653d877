import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { deleteRule, deleteRuleInput } from "../rule_store.ts";

/** Deletes a rule that was put. A built-in rule can only be switched off. */
export async function main(name: string, db?: Postgresql) {
  const input = parseInput(deleteRuleInput, { name });
  return inTransaction(db, (tx) => deleteRule(tx, input.name));
}
