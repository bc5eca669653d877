import { inTransaction, type Postgresql } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { discardDeadLetters, discardSchema } from "../discard_dead_letters.ts";

/** Closes waiting dead letters that nobody needs any more. They stay for the record, with the reason. */
export async function main(
  filter: {
    ids?: string[];
    kind?: "event" | "job";
    rule?: string;
    target?: string;
    code?: string;
    classification?:
      | "transient"
      | "invalid"
      | "missing"
      | "conflict"
      | "unauthorized"
      | "rejected"
      | "declined"
      | "defect";
    detail_type?: string;
    source?: string;
    from?: string;
    to?: string;
    event_pattern?: object;
  },
  reason: string,
  db?: Postgresql,
) {
  const input = parseInput(discardSchema, { filter, reason });
  return inTransaction(db, (tx) => discardDeadLetters(tx, input));
}
