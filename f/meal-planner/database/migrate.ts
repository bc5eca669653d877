import { createHash } from "node:crypto";
import type { Database, Tx } from "./connection.ts";
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
  const applied: string[] = [];
  for (const migration of migrations) {
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

async function applyOne(tx: Tx, migration: Migration): Promise<boolean> {
  await lock(tx);
  const checksum = createHash("sha256").update(migration.sql).digest("hex");
  const { rows } = await tx.query<{ checksum: string }>(
    "select checksum from meal_planner.migrations where id = $1::integer",
    [migration.id],
  );
  const recorded = rows[0]?.checksum;
  if (recorded === undefined) {
    await tx.query(migration.sql);
    await tx.query(
      "insert into meal_planner.migrations (id, name, checksum) values ($1::integer, $2::text, $3::text)",
      [migration.id, migration.name, checksum],
    );
    return true;
  }
  if (recorded !== checksum) {
    throw new Inconsistent(
      `Migration ${migration.id} ${migration.name} was applied with other contents. Restore the file; put the change in a new migration.`,
    );
  }
  return false;
}

async function lock(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1::bigint)", [MIGRATION_LOCK]);
}
