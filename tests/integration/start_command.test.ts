import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { REPOSITORY } from "../../local/repository.ts";
import { SAMPLE_RECIPES } from "../../local/sample_household/sample_recipes.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const BUN = join(REPOSITORY, "node_modules", "bun", "bin", "bun.exe");

/** `npm start -- …` on this test's database, in a process group of its own. */
function start(...options: string[]): ChildProcess {
  const { user, password, host, port, dbname } = db.resource;
  const DATABASE_URL = `postgres://${user}:${password}@${host}:${port}/${dbname}?sslmode=disable`;
  return spawn(BUN, ["local/start.ts", ...options], {
    cwd: REPOSITORY,
    env: { ...process.env, DATABASE_URL },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function finish(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  if (!child.stdout || !child.stderr) throw new Error("The output isn't piped.");
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit"),
  ]);
  return { code, stdout, stderr };
}

/** The status of a request that names another host, as a page elsewhere could make a browser send it. */
async function statusFor(address: string, host: string): Promise<number | undefined> {
  const [response] = await once(get(address, { headers: { host } }), "response");
  response.resume();
  return response.statusCode;
}

async function counts(): Promise<Record<string, number>> {
  const { rows } = await db.database.query<Record<string, number>>(
    `select (select count(*) from meal_planner.recipes) as recipes,
       (select count(*) from meal_planner.people) as people,
       (select count(*) from meal_planner.meal_plans where state = 'active') as active_plans,
       (select count(*) from meal_planner.shopping_lists) as lists,
       (select count(*) from meal_planner.deliveries) as backlog,
       (select count(*) from meal_planner.dead_letters) as dead_letters,
       (select count(*) from meal_planner.events) as events`,
  );
  return rows[0] ?? {};
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "meal-planner-start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("killed again and again, the main job still ends with each thing there once", {
  timeout: 180_000,
}, async () => {
  for (const seconds of [0.3, 0.8, 1.4, 2.2, 3.2, 4.5]) {
    const child = start("--once");
    const ended = once(child, "exit");
    await Promise.race([sleep(seconds * 1000), ended]);
    if (child.pid && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
  }
  const { code, stdout, stderr } = await finish(start("--once"));
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toMatch(/The week from Monday/);
  expect(stdout).toMatch(/Shopping list \(\d+ things to buy\)/);
  expect(await counts()).toMatchObject({
    recipes: SAMPLE_RECIPES.length,
    people: 2,
    active_plans: 1,
    lists: 1,
    dead_letters: 0,
  });
});

test("run again it prints the same week and adds nothing", async () => {
  const first = await finish(start("--once")); // handles what the run before left to be handled
  const before = await counts();
  const second = await finish(start("--once"));
  const week = (stdout: string) => stdout.slice(stdout.indexOf("The week from"));
  expect(week(second.stdout)).toBe(week(first.stdout));
  expect(await counts()).toEqual(before);
});

test("a file of recipes gets a household and a week of its own, and refuses bad ones by name", async () => {
  const file = join(folder, "mine.json");
  const own = SAMPLE_RECIPES.slice(0, 60).map(({ name, ...recipe }) => ({
    title: `${name}, my way`,
    servings: `${recipe.servings} people`,
    ingredients: recipe.ingredients.map((line) => ({ text: line })),
    tags: recipe.suits,
    steps: recipe.steps,
  }));
  await writeFile(file, JSON.stringify([...own, { title: "Air", ingredients: [] }]));
  const { code, stdout, stderr } = await finish(start("--once", "--recipes", file));
  expect(stderr).toBe("");
  expect(code).toBe(0);
  expect(stdout).toMatch(/60 imported, 1 refused/);
  expect(stdout).toMatch(/refused: Air: ingredients/);
  expect(stdout).toMatch(/\d+ recipes considered/);
  expect(stdout).toMatch(/No recipe suits snack/);
  expect(stdout).toMatch(/, my way/);
  const { rows } = await db.database.query(
    `select h.is_default, count(*) from meal_planner.households h join meal_planner.recipes using (household_id)
     group by h.household_id order by h.is_default`,
  );
  expect(rows).toEqual([
    { is_default: false, count: 60 },
    { is_default: true, count: SAMPLE_RECIPES.length },
  ]);
});

test("a wrong option, file or database is told in a line, and the exit code is 1", async () => {
  expect(await finish(start("--twice"))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("--once"),
  });
  expect(await finish(start("--once", "--recipes", join(folder, "none.json")))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("none.json can't be read"),
  });
});

test("the page is served with the week behind it, to this machine only, and Ctrl-C ends it in good order", async () => {
  const child = start("--port", "0");
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  const ended = once(child, "exit");
  await expect.poll(() => output, { timeout: 60_000 }).toMatch(/Serving http/);
  const address = /Serving (http:\S+)/.exec(output)?.[1] ?? "";
  const page = await fetch(address);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<div id="root">/);
  const answer = await fetch(new URL("/api/run/get_plan", address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(await answer.json()).toMatchObject({ result: { state: "active", days: 7 } });
  expect(await statusFor(address, "planner.example")).toBe(403);
  child.kill("SIGINT");
  expect((await ended)[0]).toBe(0);
});
