import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { dispatchInput } from "../dispatch.ts";
import { dispatchAwake } from "../stay_awake.ts";

/** Delivers what is due, until nothing is or the time is over. Safe to run several times at once. */
export async function main(max_seconds?: number, batch_size?: number, db?: Postgresql) {
  const input = parseInput(dispatchInput, { max_seconds, batch_size });
  return withDatabase(db, (database) =>
    dispatchAwake(database, { maxSeconds: input.max_seconds, batchSize: input.batch_size }),
  );
}
