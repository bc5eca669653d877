import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importProblems } from "../../local/workspace/layers.ts";
import { scriptFiles } from "../../local/workspace/workspace_files.ts";

const root = process.cwd();
const problems = (file: string, code: string) => importProblems(file, code, () => true);

test("every file under f/ imports only from its own room and those below it, by paths that end in .ts", () => {
  const found = scriptFiles(root).flatMap((file) =>
    importProblems(file, readFileSync(file, "utf8"), existsSync),
  );
  expect(found).toEqual([]);
});

test("an import from a higher room, another handler's room or outside is found, types included", () => {
  const up = problems("f/meal-planner/database/a.ts", `import type { X } from "../events/schemas/x.ts";`);
  expect(up).toEqual([expect.stringContaining("database may not import from events/schemas")]);
  const across = problems(
    "f/meal-planner/handlers/recipes/a.ts",
    `import { x } from "../meal_planning/x.ts";`,
  );
  expect(across).toEqual([
    expect.stringContaining("handlers/recipes may not import from handlers/meal_planning"),
  ]);
  const fromClient = problems("f/meal-planner/http/a.ts", `import { x } from "../foods/x.ts";`);
  expect(fromClient).toEqual([expect.stringContaining("http may not import from foods")]);
  const out = problems("f/meal-planner/foods/a.ts", `export { x } from "../../../local/x.ts";`);
  expect(out).toEqual([expect.stringContaining("outside f/meal-planner/")]);
});

test("what the layers allow is left alone: down, within a room, and between handlers where the house has a door", () => {
  const code = `import { a } from "../../database/a.ts";
import { b } from "../recipes/b.ts";
import { h } from "../../http/h.ts";
import { c } from "./c.ts";
import { z } from "zod";`;
  expect(problems("f/meal-planner/handlers/meal_planning/a.ts", code)).toEqual([]);
});

test("the saga's doors may import the sagas, which use the handlers; the pattern itself may not", () => {
  const code = `import { registeredSagas } from "../../../sagas/registered_sagas.ts";`;
  for (const door of ["start", "resume", "resolve"]) {
    expect(problems(`f/meal-planner/patterns/saga/${door}/script.ts`, code)).toEqual([]);
  }
  const library = problems(
    "f/meal-planner/patterns/saga/run_saga.ts",
    `import { s } from "../../sagas/s.ts";`,
  );
  expect(library).toEqual([expect.stringContaining("patterns may not import from sagas")]);
  const down = `import { p } from "../handlers/tandoor/p.ts";\nimport { q } from "../patterns/saga/q.ts";`;
  expect(problems("f/meal-planner/sagas/publish_plan_saga.ts", down)).toEqual([]);
  const up = problems("f/meal-planner/sagas/a.ts", `import { c } from "../events/consumers/c.ts";`);
  expect(up).toEqual([expect.stringContaining("sagas may not import from events/consumers")]);
  // A door is no way round: who would import it imports from its layer.
  const through = problems("f/meal-planner/patterns/saga/a.ts", `import { main } from "./start/script.ts";`);
  expect(through).toEqual([expect.stringContaining("patterns may not import from sagas")]);
});

test("an import that Windmill's worker can't resolve is found", () => {
  expect(problems("f/meal-planner/foods/a.ts", `import { x } from "./x";`)).toHaveLength(1);
  expect(
    problems("f/meal-planner/foods/a.ts", `import { x } from "/f/meal-planner/foods/x.ts";`),
  ).toHaveLength(1);
  expect(importProblems("f/meal-planner/foods/a.ts", `await import("./x.ts");`, () => false)).toHaveLength(1);
});
