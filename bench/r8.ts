import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Database, type Postgresql } from "../f/meal-planner/database/connection.ts";

/**
 * The yardstick for what one machine's Postgres can do at the moment: rows a second of single-row inserts by 8 clients.
 * By pgbench; where that isn't installed by the driver, which is slower, and the figure says so.
 */
export async function measureR8(
  resource: Postgresql,
  seconds = 2,
): Promise<{ perSecond: number; by: "pgbench" | "driver" }> {
  const database = new Database(resource, { maxConnections: 8 });
  await database.query(
    "create table if not exists r8 (id bigint generated always as identity primary key, payload text)",
  );
  try {
    const perSecond = await byPgbench(resource, seconds);
    if (perSecond !== undefined) return { perSecond, by: "pgbench" };
    const insert = () => database.query("insert into r8 (payload) values ('x')", [], "r8").then(() => 1);
    return { perSecond: await inFlight(8, seconds, insert), by: "driver" };
  } finally {
    await database.close();
  }
}

async function byPgbench(resource: Postgresql, seconds: number): Promise<number | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "r8-"));
  try {
    const file = join(folder, "insert.sql");
    await writeFile(file, "insert into r8 (payload) values ('x');\n");
    const run = spawnSync(
      "pgbench",
      ["-n", "-M", "prepared", "-c", "8", "-j", "2", "-T", String(seconds), "-f", file],
      {
        encoding: "utf8",
        env: { ...process.env, ...libpqEnvironment(resource) },
      },
    );
    if (run.error) return undefined;
    const tps = /tps = ([\d.]+)/.exec(run.stdout)?.[1];
    if (!tps) throw new Error(`pgbench failed: ${run.stderr}`);
    return Number(tps);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How Postgres's own programs are told of a database. */
export function libpqEnvironment(resource: Postgresql): Record<string, string> {
  return {
    PGHOST: resource.host,
    PGPORT: String(resource.port),
    PGUSER: resource.user ?? "",
    PGPASSWORD: resource.password ?? "",
    PGDATABASE: resource.dbname,
  };
}

/** Keeps `count` calls under way for so many seconds; the sum of what they answered, a second. */
export async function inFlight(count: number, seconds: number, work: () => Promise<number>): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (performance.now() < end) {
        const answer = await work();
        done += answer;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}
