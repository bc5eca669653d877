import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Postgresql } from "../f/meal-planner/database/connection.ts";
import { createDatabase, resourceFromUrl } from "../local/postgres.ts";
import { reachableHome, startServer, stopServer } from "../local/postgres_server.ts";

/** A database for one benchmark, on `DATABASE_URL`'s server or on one of its own; gone afterwards. */
export async function withEmptyDatabase(work: (resource: Postgresql) => Promise<void>): Promise<void> {
  const name = `web_bench_${process.pid}`;
  const url = process.env.DATABASE_URL;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  const server = url ? resourceFromUrl(url) : await startServer({ home });
  const admin = new pg.Client({ ...server, database: url ? server.dbname : "postgres", ssl: false });
  await admin.connect();
  await createDatabase(admin, name);
  try {
    await work({ ...server, dbname: name });
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    if (!url) {
      await stopServer(home);
      await rm(home, { recursive: true, force: true });
    }
  }
}
