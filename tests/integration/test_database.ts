import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { Database, type Postgresql } from "../../f/meal-planner/database/connection.ts";
import { createDatabase } from "../../local/postgres.ts";

export type TestDatabase = {
  /** Open from `beforeAll` to `afterAll`. */
  readonly database: Database;
  /** For scripts' `db` and for child processes. */
  readonly resource: Postgresql;
};

/** A freshly migrated database for this test file, on a real Postgres; dropped when the file is done. */
export function useTestDatabase(): TestDatabase {
  const template = inject("template");
  const resource = { ...template, dbname: `test_${randomBytes(8).toString("hex")}` };
  let database: Database | undefined;
  beforeAll(async () => {
    await asAdmin(template, (admin) => createDatabase(admin, resource.dbname, template.dbname));
    database = new Database(resource, { maxConnections: 20 });
  });
  afterAll(async () => {
    await database?.close();
    await asAdmin(template, (admin) => admin.query(`drop database ${resource.dbname} with (force)`));
  });
  return {
    resource,
    get database() {
      if (!database) throw new Error("The test database is open only while tests run.");
      return database;
    },
  };
}

// Not through the template database itself: while someone is connected to it, it can't be cloned.
async function asAdmin(template: Postgresql, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ ...template, database: "postgres", ssl: false });
  await admin.connect();
  await work(admin).finally(() => admin.end());
}
