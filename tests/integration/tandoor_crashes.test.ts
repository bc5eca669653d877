import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { reportError } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { importExport, importExportInput } from "../../f/meal-planner/handlers/tandoor/import_export.ts";
import type { TandoorRecipe } from "../../f/meal-planner/handlers/tandoor/tandoor_shapes.ts";
import { TANDOOR_SYSTEM } from "../../f/meal-planner/handlers/tandoor/tandoor_system.ts";
import { HTTP_DEFAULTS, type HttpSystem } from "../../f/meal-planner/http/http_system.ts";
import type { Fault } from "../servers/tandoor/faults.ts";
import { useTandoorHousehold } from "./tandoor_household.ts";

const BUN = fileURLToPath(new URL("../../node_modules/.bin/bun", import.meta.url));
const CHILD = fileURLToPath(new URL("./children/tandoor_run.ts", import.meta.url));

const box = useTandoorHousehold();
const { db, tandoor, script, update } = box;

const options = (mode: string) => ({
  mode,
  household_id: box.household_id,
  tandoor: tandoor.resource,
  conflicts: "ask",
});
/** As a run waits between its tries, but not so long. */
const HASTY = { ...TANDOOR_SYSTEM, retry: { ...HTTP_DEFAULTS.retry, initial_delay_seconds: 0.02 } };
const sync = (mode = "sync", system: HttpSystem = HASTY) =>
  importExport(db.database, parseInput(importExportInput, options(mode)), system);

async function theirs<T = { id: number; name: string }>(kind: string): Promise<T[]> {
  const list = `/api/${kind}/?page_size=100&sort_order=name`;
  return (await tandoor.api<{ results: T[] }>("GET", list)).results;
}
const theirRecipe = (id: number) => tandoor.api<TandoorRecipe>("GET", `/api/recipe/${id}/`);

async function create(name: string, more: object = {}): Promise<string> {
  const { recipe_id } = await script<{ recipe_id: string }>("recipes/create_recipe", {
    name,
    ingredients: ["200 g flour", "3 eggs", "1 pinch chives"],
    steps: ["Mix.", "Fry."],
    servings: 2,
    tags: ["breakfast"],
    household_id: box.household_id,
    ...more,
  });
  return recipe_id;
}

/** Runs it in a process of its own, and kills that (-9) as soon as the server has been asked what `when` says. */
async function killWhen(mode: string, when: (writes: number) => Promise<boolean>): Promise<void> {
  const input = JSON.stringify({ db: db.resource, run: options(mode) });
  const child = spawn(BUN, ["run", CHILD, input], { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<string>((resolve) => child.on("exit", () => resolve("ended")));
  for (;;) {
    if (await when((await tandoor.writes()).length)) break;
    const state = await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 60))]);
    if (state === "ended") throw new Error("The run ended before it could be killed.");
  }
  child.kill("SIGKILL");
  await ended;
}

/** As if so much time had passed that the killed run's lease is over, or nearly. */
const leaseOver = (seconds = 0) =>
  db.database.query(
    "update meal_planner.tandoor_connections set lease_until = now() + $1::integer * interval '1 second'",
    [seconds],
  );

/** Both sides have the same recipes, each once, and no food or keyword twice; another run changes nothing. */
async function expectInStep(names: string[]): Promise<void> {
  expect((await box.recipes()).map((recipe) => recipe.name)).toEqual(names);
  const recipes = await theirs("recipe");
  expect(recipes.map((recipe) => recipe.name)).toEqual(names);
  for (const kind of ["food", "keyword", "unit", "property-type"]) {
    const all = (await theirs(kind)).map((one) => one.name.toLowerCase());
    expect(new Set(all).size, kind).toBe(all.length);
  }
  for (const { id } of recipes) expect((await theirRecipe(id)).steps.length).toBeGreaterThan(0);
  await tandoor.forget();
  expect(await sync()).toMatchObject({ actions: [], failures: [], conflicts: [] });
  expect(await tandoor.writes()).toEqual([]);
}

describe("a run that is killed", () => {
  test("after Tandoor made a recipe, before it was noted here: the next run knows it again", async () => {
    await create("Pancakes");
    await tandoor.faults({ kind: "hang_after", method: "POST", path: "^/api/recipe/$" });
    await killWhen("sync", async () => (await theirs("recipe")).length > 0);
    await leaseOver();
    await sync();
    await expectInStep(["Pancakes"]);
  });

  test("the same, exporting, and the recipe was changed here meanwhile", async () => {
    const id = await create("Pancakes");
    await tandoor.faults({ kind: "hang_after", method: "POST", path: "^/api/recipe/$" });
    await killWhen("export", async () => (await theirs("recipe")).length > 0);
    await update(id, { name: "Thin pancakes" });
    await leaseOver();
    await sync("export");
    await expectInStep(["Thin pancakes"]);
  });

  test("after Tandoor took a change, before it was noted here: it is no conflict", async () => {
    const id = await create("Pancakes");
    await sync();
    await update(id, {
      name: "Crêpes",
      ingredients: ["100 g flour", "4 large eggs, beaten"],
      steps: ["Fry."],
    });
    await tandoor.faults({ kind: "hang_after", method: "PATCH" });
    await killWhen("sync", async () => (await theirs("recipe")).some((recipe) => recipe.name === "Crêpes"));
    await leaseOver();
    expect((await sync()).conflicts).toEqual([]);
    await expectInStep(["Crêpes"]);
  });

  test("after Tandoor fetched a picture: it isn't sent again", async () => {
    await create("Pancakes", { image_url: "https://example.com/pancakes.jpg" });
    await tandoor.faults({ kind: "hang_after", method: "PUT", path: "/image/$" });
    await killWhen("sync", async () => {
      const [recipe] = await theirs<{ id: number; image: string | null }>("recipe");
      return recipe?.image != null;
    });
    await leaseOver();
    await tandoor.forget();
    await sync();
    expect((await tandoor.writes()).filter((call) => call.path.endsWith("/image/"))).toEqual([]);
    await expectInStep(["Pancakes"]);
  });

  test("after Tandoor deleted a recipe: it is gone on both sides", async () => {
    const id = await create("Pancakes");
    await create("Omelette");
    await sync();
    await script("recipes/delete_recipe", { recipe_id: id, household_id: box.household_id });
    await tandoor.faults({ kind: "hang_after", method: "DELETE" });
    await killWhen("sync", async () => (await theirs("recipe")).length === 1);
    await leaseOver();
    await sync();
    await expectInStep(["Omelette"]);
  });

  test("anywhere: the next one waits for its lease and finishes what was begun", async () => {
    const names: string[] = [];
    for (let i = 0; i < 6; i++) {
      await create(`Ours ${i}`, { tags: [`tag ${i}`] });
      await tandoor.api("POST", "/api/recipe/", {
        name: `Theirs ${i}`,
        internal: true,
        keywords: [{ name: `Tag ${i}` }],
        steps: [
          { instruction: "Cook.", ingredients: [{ food: { name: "Egg" }, unit: null, amount: i + 1 }] },
        ],
      });
      names.push(`Ours ${i}`, `Theirs ${i}`);
    }
    await tandoor.settings({ latency_ms: 10 });
    const before = (await tandoor.writes()).length;
    for (const writes of [1, 11, 14]) {
      await killWhen("sync", async (now) => now - before >= writes);
      await leaseOver();
    }
    await killWhen("sync", async (now) => now - before >= 18);
    await leaseOver(1);
    await tandoor.settings({ latency_ms: 0 });
    await sync();
    await expectInStep(names.sort());
  });
});

describe("a fault of Tandoor's", () => {
  const CREATE: [string, Fault][] = [
    ["cut before the effect", { kind: "cut_before" }],
    ["cut after the effect", { kind: "cut_after" }],
    ["answered with broken JSON", { kind: "malformed" }],
    ["answered with a page of HTML", { kind: "html_after" }],
    ["refused with 500", { kind: "status" }],
    ["broken off half way", { kind: "half" }],
    ["refused by a proxy", { kind: "html", status: 502 }],
    ["slowed down", { kind: "status", status: 429, retry_after: 1 }],
  ];
  test.each(CREATE)("a create that is %s leaves one recipe, whole, after the next run", async (_, fault) => {
    await create("Pancakes");
    await tandoor.faults({ ...fault, method: "POST", path: "^/api/recipe/$" });
    const first = await sync();
    expect(first.failures.length + first.exported.created).toBeGreaterThan(0);
    await sync();
    await expectInStep(["Pancakes"]);
    const [recipe] = await theirs("recipe");
    expect((await theirRecipe(recipe!.id)).steps.map((step) => step.instruction)).toEqual(["Mix.", "Fry."]);
  });

  const CHANGE: [string, Fault][] = CREATE.filter(([, fault]) =>
    ["cut_after", "malformed", "status"].includes(fault.kind),
  );
  test.each(CHANGE)("a change that is %s gets there all the same", async (_, fault) => {
    const id = await create("Pancakes");
    await sync();
    await update(id, { name: "Crêpes", ingredients: ["100 g flour", "1 egg"] });
    await tandoor.faults({ ...fault, method: "PATCH" });
    await sync();
    await sync();
    await expectInStep(["Crêpes"]);
    const [recipe] = await theirs("recipe");
    expect((await theirRecipe(recipe!.id)).steps.flatMap((step) => step.ingredients)).toHaveLength(2);
  });

  test("with one recipe is told, and the others go on", async () => {
    for (const name of ["One", "Two", "Three"]) {
      const body = {
        name,
        steps: [{ instruction: "", ingredients: [{ food: { name }, unit: null, amount: 1 }] }],
      };
      await tandoor.api("POST", "/api/recipe/", body);
    }
    const [, three] = await theirs("recipe");
    await tandoor.faults({ kind: "status", status: 500, times: -1, path: `^/api/recipe/${three?.id}/$` });
    const result = await sync("import");
    expect(result.imported).toMatchObject({ created: 2, failed: 1 });
    expect(result.failures).toMatchObject([
      { name: "Three", tandoor_id: three?.id, code: "UPSTREAM_UNAVAILABLE" },
    ]);
    await tandoor.faults();
    expect((await sync("import")).imported).toMatchObject({ created: 1, unchanged: 2, failed: 0 });
  });

  test("with all of them ends the run after a while, which the next one takes up", async () => {
    for (let i = 0; i < 12; i++) {
      const ingredients = [{ food: { name: "Egg" }, unit: null, amount: 1 }];
      await tandoor.api("POST", "/api/recipe/", {
        name: `Recipe ${i}`,
        steps: [{ instruction: "", ingredients }],
      });
    }
    await tandoor.faults({ kind: "status", status: 500, times: -1, after: 3, path: "^/api/recipe/[0-9]+/$" });
    const error = await sync("import", { ...HASTY, patienceSeconds: 1 }).catch(reportError);
    expect(error).toMatchObject({ code: "CIRCUIT_OPEN", retryable: true });
    await tandoor.faults();
    await db.database.query("truncate meal_planner.circuits cascade");
    expect((await sync("import")).imported).toMatchObject({ created: 9, unchanged: 3, failed: 0 });
  });
});
