import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { lstat, mkdir, readlink, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Postgresql } from "../f/meal-planner/database/connection.ts";
import { reachableHome, startServer, stopServer } from "./postgres_server.ts";
import { REPOSITORY } from "./repository.ts";

/** What a local run keeps between runs: the database, settings. Not part of the repository. */
export const LOCAL_FOLDER = join(REPOSITORY, ".local");

export type PostgresInUse = { resource: Postgresql; release(): Promise<void> };

// Any fixed number: everyone who uses the embedded server holds it shared, whoever stops it holds it alone.
const IN_USE_LOCK = 7_263_002;
const ATTACH_TIMEOUT_MS = 45_000;

/**
 * The Postgres for this machine: the one that `DATABASE_URL` names, else the embedded one, started where it
 * doesn't run. Several processes may use the embedded one at once; the last to `release` stops it. A process
 * that is killed releases too, because its lock goes with its connection; the server then stays for the next.
 */
export async function ensurePostgres(): Promise<PostgresInUse> {
  const url = process.env.DATABASE_URL;
  if (url) return { resource: resourceFromUrl(url), release: async () => undefined };
  const home = await postgresHome();
  const deadline = Date.now() + ATTACH_TIMEOUT_MS;
  for (;;) {
    const resource = await startServer({ home });
    const attached = await attach(resource, home).catch((error: unknown) => {
      if (Date.now() > deadline) throw error;
      return undefined; // it was stopping just then: start it again
    });
    if (attached) return attached;
    await sleep(100);
  }
}

async function attach(resource: Postgresql, home: string): Promise<PostgresInUse | undefined> {
  const admin = await connect({ ...resource, dbname: "postgres" });
  const { rows } = await admin.query("select pg_try_advisory_lock_shared($1::bigint) as ours", [IN_USE_LOCK]);
  if (!rows[0]?.ours) {
    await admin.end();
    return undefined;
  }
  await createDatabase(admin, resource.dbname);
  return {
    resource,
    async release() {
      await admin.query("select pg_advisory_unlock_shared($1::bigint)", [IN_USE_LOCK]);
      const { rows } = await admin.query("select pg_try_advisory_lock($1::bigint) as alone", [IN_USE_LOCK]);
      if (rows[0]?.alone) await stopServer(home);
      await admin.end().catch(() => undefined); // the server has closed it already where we stopped it
    },
  };
}

async function connect(resource: Postgresql): Promise<pg.Client> {
  const client = new pg.Client({
    host: resource.host,
    port: resource.port,
    user: resource.user,
    password: resource.password,
    database: resource.dbname,
    connectionTimeoutMillis: 5_000,
  });
  // The server closes this connection when it is stopped; that is no news.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Creates a database of the server's own unless it is there. The name is ours, never a user's. */
export async function createDatabase(admin: pg.Client, name: string, template?: string): Promise<void> {
  const { rowCount } = await admin.query("select 1 from pg_database where datname = $1::text", [name]);
  if (rowCount) return;
  const from = template ? ` template ${pg.escapeIdentifier(template)}` : "";
  await admin
    .query(`create database ${pg.escapeIdentifier(name)}${from}`)
    .catch((error: { code?: string }) => {
      if (error.code !== "42P04" && error.code !== "23505") throw error; // another process was first
    });
}

/** `.local/postgres`, or a folder under /var/lib that it points to where root's server account can't reach it. */
async function postgresHome(): Promise<string> {
  const wanted = join(LOCAL_FOLDER, "postgres");
  await mkdir(LOCAL_FOLDER, { recursive: true });
  if (await isLink(wanted)) return readlink(wanted);
  if (existsSync(wanted)) return realpath(wanted);
  const home = await reachableHome(wanted, join("/var/lib/meal-planner", randomBytes(6).toString("hex")));
  if (home === wanted) return wanted;
  await mkdir(home, { recursive: true });
  await symlink(home, wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  return readlink(wanted);
}

async function isLink(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isSymbolicLink() ?? false;
}

/** `postgres://user:password@host:port/dbname?sslmode=require` as a Windmill resource. */
export function resourceFromUrl(text: string): Postgresql {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new Error(
      "DATABASE_URL must look like postgres://user:password@host:5432/dbname. Correct it, or unset it for the embedded Postgres.",
    );
  }
  return {
    host: decodeURIComponent(url.hostname.replace(/^\[|\]$/g, "")),
    port: url.port ? Number(url.port) : 5432,
    user: decodeURIComponent(url.username || "postgres"),
    password: decodeURIComponent(url.password),
    dbname: decodeURIComponent(url.pathname.slice(1)),
    sslmode: url.searchParams.get("sslmode") ?? "prefer",
  };
}
