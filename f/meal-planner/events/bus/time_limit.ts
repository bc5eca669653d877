import { setTimeout as sleep } from "node:timers/promises";
import type { Tx } from "../../database/connection.ts";
import { TimedOut } from "../../database/errors.ts";

/**
 * Lets work on a transaction take so many seconds at most. Work that takes longer can't be stopped, but what it does
 * to the database can: the statement that it is in is cancelled by the server, any later one is refused, and the caller
 * rolls back to where it was before. Work that never lets go of the processor isn't noticed until it does.
 *
 * @param subject What takes so long, for the message.
 * @throws TimedOut, and what the work itself throws.
 */
export async function withinTime<T>(
  tx: Tx,
  seconds: number,
  subject: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let over = false;
  const { rows } = await tx.query<{ before: string }>(
    `with earlier as materialized (select current_setting('statement_timeout') as before)
     select earlier.before, set_config('statement_timeout', $1::text, true) as now from earlier`,
    [String(Math.ceil(seconds * 1000))],
  );
  const limited: Tx = {
    inTransaction: true,
    query: (text, values, prepareAs) =>
      over ? Promise.reject(timedOut()) : tx.query(text, values, prepareAs),
    afterCommit: (follow) => (over ? Promise.reject(timedOut()) : tx.afterCommit(follow)),
  };
  const timedOut = () =>
    new TimedOut(`${subject} took longer than ${seconds} s. Make it quicker, or its timeout_seconds longer.`);
  const ended = new AbortController();
  const alarm = sleep(seconds * 1000, undefined, { signal: ended.signal }).then(
    () => {
      over = true;
      throw timedOut();
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    const result = await Promise.race([work(limited), alarm]);
    await tx.query("select set_config('statement_timeout', $1::text, true)", [rows[0]!.before]);
    return result;
  } catch (error) {
    throw isCancelled(error) ? timedOut() : error;
  } finally {
    over = true;
    ended.abort();
  }
}

/** Postgres's query_canceled: the statement's own time is over. */
function isCancelled(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "57014";
}
