import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { registeredSagas } from "../../../sagas/registered_sagas.ts";
import { resumeSagas, resumeSchema } from "../saga_calls.ts";

/** Carries on the sagas whose worker crashed or whose wait is over: all that are due, or one. */
export async function main(saga_id?: string, max_seconds?: number, db?: Postgresql) {
  const request = parseInput(resumeSchema, { saga_id, max_seconds });
  return withDatabase(db, (database) => resumeSagas(database, registeredSagas, request));
}
