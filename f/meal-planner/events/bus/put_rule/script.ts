import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { putRuleInput } from "../rule.ts";
import { putRule } from "../rule_store.ts";

/** Puts a rule with its targets: new, or in place of the one of that name. */
export async function main(
  name: string,
  event_pattern: object,
  targets: {
    id: string;
    type: "script" | "flow" | "http" | "inline";
    path?: string;
    url?: string;
    consumer?: string;
    headers?: object;
    input?: object;
    input_path?: string;
    input_transformer?: { input_paths_map?: object; input_template: string };
    retry_policy?: { maximum_retry_attempts?: number; maximum_event_age_seconds?: number };
    ordering_key?: string;
    max_concurrency?: number;
    timeout_seconds?: number;
  }[],
  enabled?: boolean,
  description?: string,
  db?: Postgresql,
) {
  const rule = parseInput(putRuleInput, { name, event_pattern, targets, enabled, description });
  return inTransaction(db, (tx) => putRule(tx, rule));
}
