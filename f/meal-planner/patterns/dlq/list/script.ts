import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { listDeadLetters, listSchema } from "../dead_letter_views.ts";

/** Dead letters by filter, the last to die first, in pages. */
export async function main(
  status?: "waiting" | "redriven" | "discarded",
  kind?: "event" | "job",
  rule?: string,
  target?: string,
  code?: string,
  classification?:
    | "transient"
    | "invalid"
    | "missing"
    | "conflict"
    | "unauthorized"
    | "rejected"
    | "declined"
    | "defect",
  detail_type?: string,
  source?: string,
  from?: string,
  to?: string,
  event_pattern?: object,
  ids?: string[],
  limit?: number,
  cursor?: string,
  db?: Postgresql,
) {
  const which = { status, kind, rule, target, code, classification, detail_type, source, from, to, ids };
  const input = parseInput(listSchema, { ...which, event_pattern, limit, cursor });
  return withDatabase(db, (database) => listDeadLetters(database, input));
}
