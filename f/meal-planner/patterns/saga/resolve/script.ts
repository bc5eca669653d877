import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { registeredSagas } from "../../../sagas/registered_sagas.ts";
import { resolveSaga, resolveSchema } from "../resolve_saga.ts";

/** An operator's decision on a stuck saga: retry its step, skip it with a reason, or finish the saga here. */
export async function main(
  saga_id: string,
  action: "retry" | "skip" | "finish",
  reason?: string,
  db?: Postgresql,
) {
  const resolution = parseInput(resolveSchema, { saga_id, action, reason });
  return withDatabase(db, (database) => resolveSaga(database, registeredSagas, resolution));
}
