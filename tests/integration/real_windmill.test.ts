import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readChanges } from "../../local/deploy/changes.ts";
import { deployWorkspace } from "../../local/deploy/deploy_workspace.ts";
import { type Environment, readEnvironment } from "../../local/deploy/environment.ts";
import { WindmillApi } from "../../local/deploy/windmill_api.ts";
import { wmill } from "../../local/deploy/wmill.ts";
import { REPOSITORY } from "../../local/repository.ts";

/*
 * Against a Windmill that runs, of at least 1.788: an address, a token that may write, and a workspace whose resource
 * f/meal-planner/database/postgres is filled in (the first `npm run deploy` makes it). The workspace is changed: all of
 * f/meal-planner there becomes what is here. MEAL_PLANNER_TEST_WINDMILL_WORKSPACE is meal-planner-dev where left out.
 */
const {
  MEAL_PLANNER_TEST_WINDMILL_URL: baseUrl,
  MEAL_PLANNER_TEST_WINDMILL_TOKEN: token,
  MEAL_PLANNER_TEST_WINDMILL_WORKSPACE: workspaceId = "meal-planner-dev",
} = process.env;
const LONG_MS = 15 * 60_000;

const real = test.skipIf(!baseUrl || !token);

let root: string;
let environment: Environment;
let api: WindmillApi;
const said: string[] = [];

// The workspace of this checkout, with an address of its own in wmill.yaml.
beforeAll(() => {
  if (!baseUrl || !token) return;
  root = mkdtempSync(join(tmpdir(), "real-windmill-"));
  for (const name of ["node_modules", "package.json"]) symlinkSync(join(REPOSITORY, name), join(root, name));
  // wmill passes over a linked folder.
  for (const name of ["f", "locks", "dependencies", "resources"]) {
    cpSync(join(REPOSITORY, name), join(root, name), { recursive: true });
  }
  const settings = parse(readFileSync(join(REPOSITORY, "wmill.yaml"), "utf8"));
  writeFileSync(
    join(root, "wmill.yaml"),
    stringify({ ...settings, workspaces: { dev: { baseUrl, workspaceId } } }),
  );
  environment = readEnvironment(root, "dev", token);
  api = new WindmillApi(environment);
});

afterAll(() => {
  if (root) rmSync(root, { recursive: true });
});

const deploy = () =>
  deployWorkspace({ name: "dev", dryRun: false, yes: true, token }, { root, say: (line) => said.push(line) });
const run = (path: string, args: object) => api.run(path, { path: `/jobs/run/${path}`, body: args }, 300);
const SCRIPT = "p/f/meal-planner/handlers";

real(
  "a deployment migrates, pushes and tries, and leaves no script locked anew or broken",
  async () => {
    await deploy();
    expect(said.join("\n")).toContain("Works: database");
  },
  LONG_MS,
);

real(
  "what was pushed comes back as it is: neither a pull nor another push finds anything to do",
  async () => {
    for (const way of ["push", "pull"]) {
      const args = ["sync", way, "--yes", "--skip-branch-validation", "--dry-run", "--json-output"];
      const changes = readChanges(await wmill(root, environment, args));
      // A schedule that somebody set is theirs.
      expect(changes.filter(({ path }) => !path.endsWith(".schedule.yaml"))).toEqual([]);
    }
  },
  LONG_MS,
);

real(
  "scripts run, their errors keep their code, and the app runs what it names",
  async () => {
    expect(await run(`${SCRIPT}/database/health/script`, {})).toMatchObject({ ok: true });
    await expect(run(`${SCRIPT}/recipes/get_recipe/script`, { recipe_id: "none" })).rejects.toThrow(
      /recipe_id/,
    );
    const body = {
      component: "catalogue",
      path: `script/${SCRIPT.slice(2)}/database/migrate/script`,
      args: {},
    };
    await expect(
      api.inWorkspace("POST", "/apps_u/execute_component/f/meal-planner/apps/planner", body),
    ).rejects.toThrow(/forbidden by policy/);
  },
  LONG_MS,
);

real(
  "a flow runs its steps, and one whose step fails keeps the failure as a dead letter",
  async () => {
    await expect(run("f/f/meal-planner/workflows/maintenance", {})).resolves.toBeDefined();
    await expect(
      run("f/f/meal-planner/workflows/recipe_lifecycle", { content: "no recipe", publish: false }),
    ).rejects.toThrow(/dead_letter_id/);
  },
  LONG_MS,
);
