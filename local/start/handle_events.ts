import type { Database } from "../../f/meal-planner/database/connection.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";

const ROUND_SECONDS = 5;

/** Delivers what is due, until nothing is. Answers how many deliveries were made. */
export async function handleEvents(
  database: Database,
  signal: AbortSignal,
  note: (text: string) => void = () => undefined,
): Promise<number> {
  for (let handled = 0; ; ) {
    const { delivered, retried, dead_lettered, remaining } = await dispatch(database, {
      maxSeconds: ROUND_SECONDS,
    });
    handled += delivered;
    note(`${handled} events handled, ${remaining} to go`);
    const idle = delivered + retried + dead_lettered === 0;
    if (remaining === 0 || idle || signal.aborted) return handled;
  }
}
