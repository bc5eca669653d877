import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { sagaStatus, statusSchema } from "../saga_status.ts";

/** The course of a saga, step by step. */
export async function main(saga_id: string, db?: Postgresql) {
  const input = parseInput(statusSchema, { saga_id });
  return withDatabase(db, (database) => sagaStatus(database, input.saga_id));
}
