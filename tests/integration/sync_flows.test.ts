import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUp } from "../../f/meal-planner/handlers/database/set_up.ts";
import { FATSECRET_RESOURCE } from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import { TANDOOR_RESOURCE } from "../../f/meal-planner/handlers/tandoor/tandoor_account.ts";
import { closeFlows, FLOWS, runFlow } from "../../local/flows/flow_runner.ts";
import { type JobContext, openJobContext } from "../../local/jobs/job_context.ts";
import { localValues } from "../../local/jobs/workspace_values.ts";
import { useFatsecret } from "./fatsecret_world.ts";
import { runScript } from "./run_script.ts";
import { useTandoor } from "./tandoor_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const tandoor = useTandoor();
const fatsecret = useFatsecret();
let context: JobContext;
let folder = "";

const script = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const flow = (name: string, args: Record<string, unknown> = {}) =>
  runFlow(`f/meal-planner/workflows/${name}`, args, context);

beforeAll(async () => {
  await setUp(db.database);
  await script("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
  await script("households/set_person", { name: "Ida", height_cm: 170 });
  folder = mkdtempSync(join(tmpdir(), "sync-flows-"));
  context = openJobContext({
    database: async () => db.resource,
    values: localValues({ database: async () => db.resource, folder }),
    ...FLOWS,
    log: () => undefined,
    onOutput: () => undefined,
  });
  await context.values.setResource(TANDOOR_RESOURCE, { value: tandoor.resource, resource_type: "tandoor" });
});

afterAll(async () => {
  await context.close();
  await closeFlows(context);
  rmSync(folder, { recursive: true });
});

test("recipes go to Tandoor and back, and where nothing changed nothing is written", async () => {
  await script("recipes/create_recipe", {
    name: "Porridge",
    servings: 2,
    ingredients: ["100 g rolled oats"],
  });
  expect(await flow("sync_tandoor")).toMatchObject({ success: true, result: { exported: { created: 1 } } });
  await tandoor.forget();
  expect(await flow("sync_tandoor")).toMatchObject({ success: true, result: { exported: { created: 0 } } });
  expect(await tandoor.writes()).toEqual([]);
});

test("a recipe from a file goes on to Tandoor by itself where every line is known", async () => {
  const content = JSON.stringify([{ name: "Oat milk", servings: 2, ingredients: ["50 g rolled oats"] }]);
  const outcome = await flow("recipe_lifecycle", { content });
  expect(outcome).toMatchObject({ success: true, result: { mode: "export", exported: { created: 1 } } });
  const { results } = await tandoor.api<{ results: { name: string }[] }>("GET", "/api/recipe/?page_size=50");
  expect(results.map(({ name }) => name)).toContain("Oat milk");
});

test("a person's diary is synchronised with FatSecret, and a household without an account is told how to connect one", async () => {
  expect(await flow("sync_fatsecret")).toMatchObject({
    success: false,
    error: { extra: { code: "NOT_FOUND" } },
  });
  const value = await fatsecret.resourceOf("Ida");
  await context.values.setResource(FATSECRET_RESOURCE, { value, resource_type: "fatsecret" });
  const days = { person: "Ida", from: "2026-02-02", to: "2026-02-03", scope: ["diary"] };
  expect(await flow("sync_fatsecret", days)).toMatchObject({
    success: true,
    result: { failed: 0, people: [{ name: "Ida", report: expect.anything() }] },
  });
});
