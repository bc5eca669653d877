import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { registeredSagas } from "../../../sagas/registered_sagas.ts";
import { startSaga, startSchema } from "../saga_calls.ts";

/** Starts a saga and carries it on as far as it goes: completed, compensated, stuck, or still running (waiting to retry). */
export async function main(definition: string, input: object, idempotency_key?: string, db?: Postgresql) {
  const request = parseInput(startSchema, { definition, input, idempotency_key });
  return withDatabase(db, (database) => startSaga(database, registeredSagas, request));
}
