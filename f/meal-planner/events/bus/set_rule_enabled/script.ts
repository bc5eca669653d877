import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { setRuleEnabled, setRuleEnabledInput } from "../rule_store.ts";

/** Switches a rule on or off, a built-in one too. */
export async function main(name: string, enabled: boolean, db?: Postgresql) {
  const input = parseInput(setRuleEnabledInput, { name, enabled });
  return inTransaction(db, (tx) => setRuleEnabled(tx, input.name, input.enabled));
}
