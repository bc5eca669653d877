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

declare module "vitest" {
  interface ProvidedContext {
    /** The server's administrative connection; `dbname` is the migrated template. */
    template: Postgresql;
  }
}

/** One server a run, in a folder of its own; a database with tables and starter foods, which each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const name = `meal-planner-test-${randomBytes(6).toString("hex")}`;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const url = process.env.DATABASE_URL;
  const server = url
    ? resourceFromUrl(url)
    : await startServer({ home, settings: { fsync: "off", max_connections: "200" } });
  const template = { ...server, dbname: name.replaceAll("-", "_") };
  const admin = new pg.Client({ ...server, database: url ? server.dbname : "postgres", ssl: false });
  await admin.connect();
  await createDatabase(admin, template.dbname);
  const database = new Database(template);
  await setUp(database);
  await database.close();
  project.provide("template", template);
  return async () => {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(template.dbname)}`);
    await admin.end();
    if (url) return;
    await stopServer(home);
    await rm(home, { recursive: true, force: true });
  };
}
