import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { RUNNABLES } from "../../f/meal-planner/apps/planner.raw_app/runnables/runnables.ts";
import { REPOSITORY } from "../../local/repository.ts";

const BACKEND = join(REPOSITORY, "f/meal-planner/apps/planner.raw_app/backend");

describe("what the page may call", () => {
  test("Windmill's backend folder has exactly the runnables that the page names, at the same paths", () => {
    const deployed = Object.fromEntries(
      readdirSync(BACKEND).map((file) => [
        file.replace(/\.yaml$/, ""),
        parse(readFileSync(join(BACKEND, file), "utf8")),
      ]),
    );
    const named = Object.fromEntries(
      Object.entries(RUNNABLES).map(([id, path]) => [id, { type: "script", path }]),
    );
    expect(deployed).toEqual(named);
  });

  test("every path is a script of the workspace", () => {
    const missing = Object.values(RUNNABLES).filter((path) => !existsSync(join(REPOSITORY, `${path}.ts`)));
    expect(missing).toEqual([]);
  });
});
