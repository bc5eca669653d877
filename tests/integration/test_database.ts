import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { Database, type Postgresql } from "../../f/meal-planner/database/connection.ts";
import { createDatabase } from "../../local/postgres.ts";
import { ensureSampleTemplate } from "./sample_template.ts";

export type TestDatabase = {
  /** Open from `beforeAll` to `afterAll`. */
  readonly database: Database;
  /** For scripts' `db` and for child processes. */
  readonly resource: Postgresql;
};

/** A freshly migrated database for this test file, on a real Postgres; dropped when the file is done. */
export function useTestDatabase(): TestDatabase {
  return useClone(async (_, migrated) => migrated);
}

/** The same with the sample household in it, as `loadSampleHousehold` and the events' consumers leave it. */
export function useSampleDatabase(): TestDatabase {
  return useClone(ensureSampleTemplate);
}

function useClone(source: (admin: pg.Client, migrated: Postgresql) => Promise<Postgresql>): TestDatabase {
  const template = inject("template");
  const resource = { ...template, dbname: `test_${randomBytes(8).toString("hex")}` };
  let database: Database | undefined;
  beforeAll(async () => {
    await asAdmin(template, async (admin) => {
      const { dbname } = await source(admin, template);
      await createDatabase(admin, resource.dbname, dbname);
    });
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
