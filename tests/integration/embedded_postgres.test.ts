import { randomBytes } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import type { Postgresql } from "../../f/meal-planner/database/connection.ts";
import { resourceFromUrl } from "../../local/postgres.ts";
import { reachableHome, runningServer, startServer, stopServer } from "../../local/postgres_server.ts";

const homes: string[] = [];

async function newHome(): Promise<string> {
  const name = `meal-planner-embedded-${randomBytes(6).toString("hex")}`;
  const home = await reachableHome(join(tmpdir(), name), join("/tmp", name));
  homes.push(home);
  return home;
}

afterEach(async () => {
  for (const home of homes.splice(0)) {
    await stopServer(home);
    await rm(home, { recursive: true, force: true });
  }
});

async function run(resource: Postgresql, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ ...resource, database: "postgres", ssl: false });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (home: string) => join(home, "data", "postmaster.pid");
const serverPid = async (home: string) => Number((await readFile(pidFile(home), "utf8")).split("\n")[0]);

test("two starters of one folder share one server", async () => {
  const home = await newHome();
  const [first, second] = await Promise.all([startServer({ home }), startServer({ home })]);
  expect(second).toEqual(first);
});

test("a server that was killed comes back with what was committed", async () => {
  const home = await newHome();
  const before = await startServer({ home });
  await run(before, "create table kept as select 42 as answer");
  process.kill(await serverPid(home), "SIGKILL");
  await expect.poll(() => runningServer(home)).toBeUndefined();
  const after = await startServer({ home });
  expect(await run(after, "select answer from kept")).toEqual([{ answer: 42 }]);
});

test("a pid file that names some other program doesn't keep the server from starting", async () => {
  const home = await newHome();
  await startServer({ home });
  const lines = (await readFile(pidFile(home), "utf8")).split("\n");
  await stopServer(home);
  // This very process: alive, and no Postgres.
  await writeFile(pidFile(home), [String(process.pid), ...lines.slice(1)].join("\n"));
  const resource = await startServer({ home });
  expect(await run(resource, "select 1 as up")).toEqual([{ up: 1 }]);
});

test("the server listens on the loopback interface only, and asks for its password", async () => {
  const resource = await startServer({ home: await newHome() });
  expect(await run(resource, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  await expect(run({ ...resource, password: "wrong" }, "select 1")).rejects.toThrow(/password/);
});

test("DATABASE_URL is read with its escapes, port and sslmode", () => {
  expect(resourceFromUrl("postgres://me:p%40ss@db.example:6543/meals?sslmode=require")).toEqual({
    host: "db.example",
    port: 6543,
    user: "me",
    password: "p@ss",
    dbname: "meals",
    sslmode: "require",
  });
  expect(() => resourceFromUrl("mysql://x/y")).toThrow(/postgres:\/\/user/);
});
