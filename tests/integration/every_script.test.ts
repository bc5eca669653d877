import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { MealPlannerError } from "../../f/meal-planner/database/errors.ts";
import { type Parameter, scriptSignature } from "../../local/jobs/script_signature.ts";
import { REPOSITORY } from "../../local/repository.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const WORKSPACE = join(REPOSITORY, "f", "meal-planner");

const scripts = readdirSync(WORKSPACE, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith("/script.ts"))
  .map((file) => dirname(file))
  .sort();

function parametersOf(path: string): Parameter[] {
  const signature = scriptSignature(readFileSync(join(WORKSPACE, path, "script.ts"), "utf8"));
  if (signature.kind !== "script") throw new Error(`${path} has no main.`);
  return signature.parameters.filter((parameter) => parameter.name !== "db");
}

/** A value of another type than the parameter's, or undefined where it takes any JSON. */
function wrongValue({ typ }: Parameter): unknown {
  if (typ === "unknown") return undefined;
  if (typ === "int" || typ === "float") return "no number";
  if (typ === "bool") return "perhaps";
  return typeof typ === "object" && "str" in typ ? { no: "text" } : 12_345;
}

async function failureOf(path: string, args: Record<string, unknown>): Promise<unknown> {
  return runScript(path, args, db.resource).then(
    () => undefined,
    (error: unknown) => error,
  );
}

async function writtenRows(): Promise<number> {
  const { rows } = await db.database.query<{ count: number }>(
    `select (select count(*) from meal_planner.events) + (select count(*) from meal_planner.recipes)
       + (select count(*) from meal_planner.households) + (select count(*) from meal_planner.deliveries)
       + (select count(*) from meal_planner.meal_plans) + (select count(*) from meal_planner.dead_letters)
       + (select count(*) from meal_planner.shopping_lists) + (select count(*) from meal_planner.rules) as count`,
  );
  return rows[0]?.count ?? 0;
}

describe("a wrong value is refused with the parameter's path, and nothing is written", () => {
  test.each(scripts)("%s", async (path) => {
    const before = await writtenRows();
    for (const parameter of parametersOf(path)) {
      const value = wrongValue(parameter);
      if (value === undefined) continue;
      const failure = await failureOf(path, { [parameter.name]: value });
      expect(failure, `${parameter.name}: ${JSON.stringify(value)}`).toBeInstanceOf(MealPlannerError);
      const { code, details } = failure as MealPlannerError;
      expect(code, parameter.name).toMatch(/^INVALID_/);
      const paths = (details as { path: string }[]).map((problem) => problem.path);
      // What is required and missing may be told first.
      const names = [parameter, ...parametersOf(path).filter((other) => !other.has_default)].map(
        ({ name }) => name,
      );
      expect(
        paths.some((at) =>
          names.some((name) => at === name || at.startsWith(`${name}.`) || at.startsWith(`${name}[`)),
        ),
        `${parameter.name} in ${JSON.stringify(paths)}`,
      ).toBe(true);
    }
    expect(await writtenRows()).toBe(before);
  });
});

describe("what is required and left out is named", () => {
  const withRequired = scripts.filter((path) =>
    parametersOf(path).some((parameter) => !parameter.has_default),
  );
  test.each(withRequired)("%s", async (path) => {
    const failure = await failureOf(path, {});
    expect(failure).toBeInstanceOf(MealPlannerError);
    expect((failure as MealPlannerError).code).toMatch(/^INVALID_/);
  });
});

test("every script's database may be wrong, and the message says which address was tried", async () => {
  const nowhere = { ...db.resource, port: 1 };
  const failure = await runScript("handlers/recipes/list_recipes", {}, nowhere).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({
    code: "UPSTREAM_UNAVAILABLE",
    message: expect.stringContaining("127.0.0.1:1/"),
  });
});
