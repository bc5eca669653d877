import type { Database } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { type DispatchOptions, type DispatchReport, dispatch } from "./dispatch.ts";

// A dispatcher that was killed keeps emits from starting another for no longer than this.
const AWAKE_SECONDS = 30;

/**
 * `dispatch`, with emits told for as long that a dispatcher is awake. It looks once more after it has said that it sleeps: an emit
 * that still saw it awake has committed before, and is found then; a later one starts another.
 */
export async function dispatchAwake(database: Database, options: DispatchOptions): Promise<DispatchReport> {
  const started = performance.now();
  const first = await whileAwake(database, () => dispatch(database, options));
  const maxSeconds = (options.maxSeconds ?? 50) - (performance.now() - started) / 1000;
  const last = await dispatch(database, { ...options, maxSeconds });
  return {
    delivered: first.delivered + last.delivered,
    retried: first.retried + last.retried,
    dead_lettered: first.dead_lettered + last.dead_lettered,
    remaining: last.remaining,
  };
}

async function whileAwake<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const token = newId();
  await database.query(
    `update meal_planner.dispatcher
     set token = $1::uuid, awake_until = clock_timestamp() + $2::integer * interval '1 second'`,
    [token, AWAKE_SECONDS],
  );
  const timer = setInterval(
    () => {
      database
        .query(
          `update meal_planner.dispatcher
         set awake_until = clock_timestamp() + $2::integer * interval '1 second' where token = $1::uuid`,
          [token, AWAKE_SECONDS],
        )
        // At worst the time ends early, and an emit starts a second dispatcher.
        .catch(() => undefined);
    },
    (AWAKE_SECONDS * 1000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await database.query(
      "update meal_planner.dispatcher set awake_until = '-infinity' where token = $1::uuid",
      [token],
    );
  }
}
