import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
beforeAll(() =>
  runScript("handlers/households/set_household", { name: "Test", time_zone: "Europe/Berlin" }, db.resource),
);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the flow as a process of its own and answers with what it printed. */
function run(
  key: string,
  recipe: object,
): Promise<{ status?: string; result?: { recipe_id: string }; error?: { code: string } }> {
  const { user, password, host, port, dbname } = db.resource;
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password ?? "")}@${host}:${port}/${dbname}?sslmode=disable`;
  const input = JSON.stringify({ key, recipe });
  const flow = ["local/flows/run_flow.ts", "f/meal-planner/workflows/create_recipe_once", "-d", input];
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, USER: "tester", DATABASE_URL };
    execFile("node_modules/.bin/bun", flow, { cwd: root, env }, (_, stdout, stderr) =>
      resolve(JSON.parse(stdout || JSON.stringify({ stderr }))),
    );
  });
}

const soup = { name: "Soup", ingredients: ["1 onion", "1 litre water"], servings: 2 };

async function recipes(): Promise<number> {
  const { rows } = await db.database.query<{ n: number }>("select count(*) as n from meal_planner.recipes");
  return rows[0]?.n ?? 0;
}

test("the flow creates one recipe for a key, repeats its result, and refuses another recipe under it", async () => {
  const key = randomUUID();
  const first = await run(key, soup);
  expect(first).toMatchObject({ status: "completed", result: { recipe_id: expect.any(String) } });
  expect(await run(key, soup)).toMatchObject({ status: "completed", result: first.result });
  expect(await run(key, { ...soup, servings: 3 })).toMatchObject({ error: { code: "PAYLOAD_MISMATCH" } });
  expect(await recipes()).toBe(1);
});

test("when the work fails the key is given back, and the next call does it", async () => {
  const key = randomUUID();
  expect((await run(key, { ...soup, servings: -1 })).error).toBeDefined();
  const { rows } = await db.database.query(
    "select key from meal_planner.idempotency_records where key = $1::text",
    [key],
  );
  expect(rows).toEqual([]);
  expect(await run(key, { ...soup, name: "Another soup" })).toMatchObject({ status: "completed" });
});
