import pg from "pg";
import { MealPlannerError, Upstream } from "./errors.ts";

/** Windmill's `postgresql` resource. A parameter of this type becomes a resource picker in Windmill's forms. */
export type Postgresql = {
  host: string;
  port?: number;
  user?: string;
  password?: string;
  dbname: string;
  sslmode?: string;
  root_certificate_pem?: string;
};

/** Where the workspace keeps its own database, taken when a call leaves `db` out. */
export const WORKSPACE_DATABASE = "f/meal-planner/database/postgres";

export type Row = Record<string, unknown>;

/** Anything that runs SQL: a transaction, or the database outside of one. */
export interface Queryable {
  /**
   * `prepareAs` names a statement that is run often: each connection then parses and plans it once, which is most of
   * the cost of a large statement that does little. One name always stands for one text.
   */
  query<R extends Row = Row>(
    text: string,
    values?: unknown[],
    prepareAs?: string,
  ): Promise<{ rows: R[]; rowCount: number }>;
  /**
   * Has `work` done once what was written before is committed: after the transaction, or at once outside of one. Asked
   * for twice in one transaction it is done once; where nothing commits, not at all.
   */
  afterCommit(work: AfterCommit): Promise<void>;
}

/** It must not throw: what it comes after is done, and whoever did it must not be told that it failed. */
export type AfterCommit = (database: Database) => Promise<void>;

/** An open transaction. Domain functions take one and emit their events into it. */
export interface Tx extends Queryable {
  readonly inTransaction: true;
}

// Calendar dates stay text: a Date would shift them by the machine's time zone. bigint counts fit a double here.
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.DATE, (text: string) => text);
types.setTypeParser(pg.types.builtins.INT8, Number);
types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const RETRIED_SQLSTATES = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
]);
const MAX_TRANSACTION_TRIES = 4;

type DatabaseOptions = { maxConnections?: number; isWorkspaces?: boolean };

/** A pool on one Postgres. Open one with `openDatabase`, or borrow one for a call with `withDatabase`. */
export class Database implements Queryable {
  readonly resource: Postgresql;
  readonly address: string;
  /** Whether it is what every call gets that leaves `db` out. */
  readonly isWorkspaces: boolean;
  readonly pool: pg.Pool;

  constructor(resource: Postgresql, options: DatabaseOptions = {}) {
    this.resource = resource;
    this.isWorkspaces = options.isWorkspaces ?? false;
    this.address = describeAddress(resource);
    this.pool = new pg.Pool({
      host: resource.host,
      port: resource.port ?? 5432,
      user: resource.user ?? "postgres",
      password: resource.password,
      database: resource.dbname,
      ssl: sslOptions(resource),
      max: options.maxConnections ?? 4,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 10_000,
      application_name: "meal-planner",
      types,
    });
    // An idle connection that the server ends (a restart) must not end the process; the next query reconnects.
    this.pool.on("error", () => undefined);
    // Nor one in use: a client that is cut off may emit more than one error, the later ones after the pool has let
    // go of it. Its pending query rejects all the same.
    this.pool.on("connect", (client) => client.on("error", () => undefined));
  }

  async query<R extends Row = Row>(
    text: string,
    values?: unknown[],
    prepareAs?: string,
  ): Promise<{ rows: R[]; rowCount: number }> {
    try {
      const result = await this.pool.query<R>({ text, values, name: prepareAs });
      return { rows: result.rows, rowCount: result.rowCount ?? 0 };
    } catch (error) {
      throw this.explain(error);
    }
  }

  /**
   * Runs `work` in one transaction: all of it commits, or nothing. A deadlock or serialisation failure runs it
   * again (at most 4 tries), so `work` must have no effect outside the database.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const after = new Set<AfterCommit>();
    const result = await this.tryUntilCommitted(work, after);
    for (const follow of after) await follow(this);
    return result;
  }

  async afterCommit(work: AfterCommit): Promise<void> {
    await work(this);
  }

  private async tryUntilCommitted<T>(work: (tx: Tx) => Promise<T>, after: Set<AfterCommit>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        after.clear();
        return await this.tryTransaction(work, after);
      } catch (error) {
        const again = RETRIED_SQLSTATES.has(sqlState(error) ?? "") && attempt < MAX_TRANSACTION_TRIES;
        if (!again) throw this.explain(error);
      }
    }
  }

  private async tryTransaction<T>(work: (tx: Tx) => Promise<T>, after: Set<AfterCommit>): Promise<T> {
    const client = await this.pool.connect();
    let broken = false;
    // pg emits `error` on a checked-out client whose connection drops; the pending query rejects as well.
    const onError = () => {
      broken = true;
    };
    client.on("error", onError);
    try {
      await client.query("begin");
      const result = await work({
        inTransaction: true,
        async query<R extends Row>(text: string, values?: unknown[], prepareAs?: string) {
          const answer = await client.query<R>({ text, values, name: prepareAs });
          return { rows: answer.rows, rowCount: answer.rowCount ?? 0 };
        },
        async afterCommit(follow) {
          after.add(follow);
        },
      });
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch(() => {
        broken = true; // the connection itself is gone; the server rolls back by itself
      });
      throw error;
    } finally {
      client.off("error", onError);
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Turns a driver error into the taxonomy where it says something about the database rather than the query. */
  private explain(error: unknown): unknown {
    if (error instanceof MealPlannerError) return error;
    const state = sqlState(error);
    const reason = error instanceof Error ? error.message || String(state) : String(error);
    if (state === "3F000" || state === "42P01") {
      return new Upstream(
        "rejected",
        `Postgres at ${this.address} lacks a table of the meal planner (${reason}). Run f/meal-planner/handlers/database/migrate/script on it.`,
        { cause: error },
      );
    }
    if (state && UNREACHABLE.has(state)) {
      return new Upstream(
        "unavailable",
        `Postgres at ${this.address} can't be used: ${reason}. Check the address, that it runs, and the user's rights.`,
        { cause: error },
      );
    }
    if (/timeout exceeded when trying to connect|Connection terminated/.test(reason)) {
      return new Upstream("unavailable", `Postgres at ${this.address} doesn't answer: ${reason}.`, {
        cause: error,
      });
    }
    return error;
  }
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ECONNRESET",
  "EPIPE",
  "28000", // invalid_authorization_specification
  "28P01", // invalid_password
  "3D000", // invalid_catalog_name
  "42501", // insufficient_privilege
  "53300", // too_many_connections
  "57P01", // admin_shutdown
  "57P03", // cannot_connect_now
]);

function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

function describeAddress(resource: Postgresql): string {
  return `${resource.host}:${resource.port ?? 5432}/${resource.dbname} (user ${resource.user ?? "postgres"})`;
}

function sslOptions(resource: Postgresql): pg.PoolConfig["ssl"] {
  switch (resource.sslmode) {
    case "require":
      return { rejectUnauthorized: false };
    case "verify-ca":
    case "verify-full":
      return { rejectUnauthorized: true, ca: resource.root_certificate_pem || undefined };
    default:
      return false;
  }
}

/** Opens the given resource, or the workspace's own database where it is left out. The caller closes it. */
export async function openDatabase(
  resource: Postgresql | undefined,
  options: { maxConnections?: number } = {},
): Promise<Database> {
  return new Database(resource ?? (await workspaceDatabase()), { ...options, isWorkspaces: !resource });
}

const lent = new WeakMap<Postgresql, Database>();

/**
 * Lets calls that are handed this very resource, the object itself, use this database instead of opening one each: a
 * process that makes many calls, such as the page's server, then connects once. It stays the lender's to close.
 */
export function lendDatabase(database: Database): void {
  lent.set(database.resource, database);
}

/** Opens a database for one call and closes it whatever happens. */
export async function withDatabase<T>(
  resource: Postgresql | undefined,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const open = resource && lent.get(resource);
  if (open) return work(open);
  const database = await openDatabase(resource);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** One script, one transaction: opens the database, runs `work` in a transaction, closes it. */
export async function inTransaction<T>(
  resource: Postgresql | undefined,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return withDatabase(resource, (database) => database.transaction(work));
}

async function workspaceDatabase(): Promise<Postgresql> {
  // Loaded only here: a script that is handed its `db` doesn't pay for Windmill's client.
  const { getResource } = await import("windmill-client");
  const resource: Postgresql | undefined = await getResource(WORKSPACE_DATABASE).catch((error: unknown) => {
    throw new Upstream(
      "unavailable",
      `No database was given and the workspace's own resource ${WORKSPACE_DATABASE} can't be read (${error instanceof Error ? error.message : error}). Create it (RESOURCE_DEFINITIONS.md) or pass db.`,
      { cause: error },
    );
  });
  if (!resource?.host) {
    throw new Upstream(
      "rejected",
      `The resource ${WORKSPACE_DATABASE} has no host. See RESOURCE_DEFINITIONS.md.`,
    );
  }
  return resource;
}
