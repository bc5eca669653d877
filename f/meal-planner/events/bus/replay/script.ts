import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { replay, replayInput } from "../replay.ts";

/** Delivers archived events once more to chosen rules; shows, cancels or resumes a replay. */
export async function main(
  name: string,
  action?: "start" | "status" | "cancel" | "resume",
  from?: string,
  to?: string,
  rules?: string[],
  event_pattern?: object,
  events_per_second?: number,
  max_seconds?: number,
  db?: Postgresql,
) {
  const given = { name, action, from, to, rules, event_pattern, events_per_second, max_seconds };
  const input = parseInput(replayInput, given);
  return withDatabase(db, (database) => replay(database, input));
}
