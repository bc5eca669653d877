import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { Database, type Postgresql } from "../../f/meal-planner/database/connection.ts";
import { setUp } from "../../f/meal-planner/handlers/database/set_up.ts";
import { createDatabase, resourceFromUrl } from "../../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../../local/postgres_server.ts";
import { sampleTemplate } from "./sample_template.ts";

// Several of the run's projects ask for it; they are set up in one process, one after the other, though each loads this file anew.
const SHARED = Symbol.for("meal planner: Postgres for tests");
const shared = globalThis as { [SHARED]?: Postgresql };

// What is lost in a crash of the machine is of no use to anybody; nobody replicates it; and it is gone before it needs a vacuum.
const SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  autovacuum: "off",
  max_connections: "200",
};

declare module "vitest" {
  interface ProvidedContext {
    /** The server's administrative connection; `dbname` is the migrated template. */
    template: Postgresql;
  }
}

/** One server a run, in a folder of its own; a database with tables and starter foods, which each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const already = shared[SHARED];
  if (already) {
    project.provide("template", already);
    return async () => undefined; // whoever started it stops it, after all projects' tests
  }
  const name = `meal-planner-test-${randomBytes(6).toString("hex")}`;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const url = process.env.DATABASE_URL;
  const server = url ? resourceFromUrl(url) : await startServer({ home, settings: SETTINGS });
  const template = { ...server, dbname: name.replaceAll("-", "_") };
  const admin = new pg.Client({ ...server, database: url ? server.dbname : "postgres", ssl: false });
  await admin.connect();
  await createDatabase(admin, template.dbname);
  const database = new Database(template);
  await setUp(database);
  await database.close();
  shared[SHARED] = template;
  project.provide("template", template);
  return async () => {
    delete shared[SHARED];
    for (const name of [template.dbname, sampleTemplate(template).dbname])
      await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    await admin.end();
    if (url) return;
    await stopServer(home);
    await rm(home, { recursive: true, force: true });
  };
}
