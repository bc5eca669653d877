import { createHash } from "node:crypto";
import type { Database, Queryable, Tx } from "./connection.ts";
import { Inconsistent } from "./errors.ts";
import { MIGRATIONS } from "./migrations/all.ts";

/** `sql` runs once, in a transaction of its own. A landed migration never changes: its checksum is recorded. */
export type Migration = { id: number; name: string; sql: string };

export type MigrationReport = { applied: string[]; already: number; version: number };

// Any fixed number: it only has to be the same in every migrator.
const MIGRATION_LOCK = 7_263_001;

/**
 * Brings the database up to date, each migration in its own transaction. Two migrators at once are safe (an
 * advisory lock serialises them); one that dies leaves the finished migrations in place.
 *
 * @throws Inconsistent where a migration that was applied has since been edited, or the database is newer than this code.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<MigrationReport> {
  const applied: string[] = [];
  const known = await database.query<{ known: boolean }>(
    "select to_regclass('meal_planner.migrations') is not null as known",
  );
  if (!known.rows[0]?.known) await createLedger(database);
  const recorded = await readLedger(database);
  for (const migration of migrations) {
    if (recorded.get(migration.id) === checksumOf(migration)) continue;
    const done = await database.transaction((tx) => applyOne(tx, migration));
    if (done) applied.push(`${migration.id} ${migration.name}`);
  }
  const { rows } = await database.query<{ version: number }>(
    "select coalesce(max(id), 0) as version from meal_planner.migrations",
  );
  const version = rows[0]?.version ?? 0;
  const newest = migrations.at(-1)?.id ?? 0;
  if (version > newest) {
    throw new Inconsistent(
      `The database is at migration ${version}, this code knows only ${newest}. Deploy the newer code.`,
    );
  }
  return { applied, already: migrations.length - applied.length, version };
}

async function createLedger(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    await lock(tx);
    await tx.query("create schema if not exists meal_planner");
    await tx.query(`create table if not exists meal_planner.migrations (
      id integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
  });
}

async function readLedger(queryable: Queryable): Promise<Map<number, string>> {
  const { rows } = await queryable.query<{ id: number; checksum: string }>(
    "select id, checksum from meal_planner.migrations",
  );
  return new Map(rows.map((row) => [row.id, row.checksum]));
}

function checksumOf(migration: Migration): string {
  return createHash("sha256").update(migration.sql).digest("hex");
}

/** Under the lock, what another migrator did meanwhile is there to be seen. */
async function applyOne(tx: Tx, migration: Migration): Promise<boolean> {
  await lock(tx);
  const checksum = checksumOf(migration);
  const recorded = (await readLedger(tx)).get(migration.id);
  if (recorded === undefined) {
    await tx.query(migration.sql);
    await tx.query(
      "insert into meal_planner.migrations (id, name, checksum) values ($1::integer, $2::text, $3::text)",
      [migration.id, migration.name, checksum],
    );
    return true;
  }
  if (recorded === checksum) return false;
  throw new Inconsistent(
    `Migration ${migration.id} ${migration.name} was applied with other contents. Restore the file; put the change in a new migration.`,
  );
}

async function lock(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1::bigint)", [MIGRATION_LOCK]);
}
