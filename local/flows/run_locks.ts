import type pg from "pg";
import type { Database } from "../../f/meal-planner/database/connection.ts";

/** The sole right to carry on a run; `lost` is aborted where the connection that holds it is gone. */
export type Claim = { lost: AbortSignal; release(): Promise<void> };

type LockConnection = { client: pg.PoolClient; lost: AbortController; last: Promise<unknown> };

// Any fixed number: it marks the locks of flow runs among the advisory locks of the server.
const RUN_LOCK_CLASS = 7_263_011;

/** Who may carry on which flow run: one process each, as long as it lives. */
export class RunLocks {
  private readonly claimed = new Set<string>();
  private lock: Promise<LockConnection> | undefined;

  constructor(private readonly database: Database) {}

  /**
   * Takes a run for this process until `release`; undefined where another process, or this one, has it already. The
   * lock goes with its connection, so a killed process loses it at once; `lost` tells a living one that it has.
   */
  async claim(id: string): Promise<Claim | undefined> {
    if (this.claimed.has(id)) return undefined;
    this.claimed.add(id);
    const lock = await this.take(id).catch((error: unknown) => {
      this.claimed.delete(id);
      throw error;
    });
    if (!lock) {
      this.claimed.delete(id);
      return undefined;
    }
    return {
      lost: lock.lost.signal,
      release: async () => {
        this.claimed.delete(id);
        if (lock.lost.signal.aborted) return;
        await this.callLock(lock, "pg_advisory_unlock", id);
      },
    };
  }

  private async take(id: string): Promise<LockConnection | undefined> {
    const lock = await this.lockConnection();
    return (await this.callLock(lock, "pg_try_advisory_lock", id)) ? lock : undefined;
  }

  /** One call after the other: a connection of pg takes no second query while one is under way. */
  private callLock(
    lock: LockConnection,
    name: "pg_try_advisory_lock" | "pg_advisory_unlock",
    id: string,
  ): Promise<boolean> {
    const call = lock.last.then(async () => {
      const sql = `select ${name}($1::integer, hashtext($2::text)) as done`;
      const { rows } = await lock.client.query(sql, [RUN_LOCK_CLASS, id]);
      return rows[0]?.done === true;
    });
    // A call that fails is its caller's to know; the next one goes ahead.
    lock.last = call.catch(() => undefined);
    return call;
  }

  /** One connection holds the locks of all runs: with one each, many runs at once would leave none to work with. */
  private lockConnection(): Promise<LockConnection> {
    this.lock ??= (async () => {
      const client = await this.database.pool.connect();
      const lost = new AbortController();
      client.on("error", () => {
        this.lock = undefined;
        lost.abort("stopped");
        client.release(true);
      });
      return { client, lost, last: Promise.resolve() };
    })();
    return this.lock;
  }

  /** Gives the connection back, so that the database can be closed. */
  async close(): Promise<void> {
    const lock = await this.lock;
    this.lock = undefined;
    if (lock && !lock.lost.signal.aborted) lock.client.release(true);
  }
}
