import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { main as migrate } from "../../f/meal-planner/handlers/database/migrate/script.ts";
import { type DeployOptions, deployWorkspace } from "../../local/deploy/deploy_workspace.ts";
import { DeploymentError } from "../../local/deploy/deployment_error.ts";
import { readEnvironment } from "../../local/deploy/environment.ts";
import { REPOSITORY } from "../../local/repository.ts";
import { scriptMetadata } from "../../local/workspace/script_metadata.ts";
import { FAKE_TOKEN, type FakeWindmill, fakeWindmill } from "./fake_windmill.ts";

const HEALTH = "f/meal-planner/handlers/database/health/script";
const DATABASE = "f/meal-planner/database/postgres";
const WORKSPACE = "/w/{workspace}";

let windmill: FakeWindmill;
let root: string;
let said: string[];

beforeEach(async () => {
  windmill = await fakeWindmill();
  root = mkdtempSync(join(tmpdir(), "deploy-test-"));
  said = [];
  for (const name of ["node_modules", "resources", "package.json"]) {
    symlinkSync(join(REPOSITORY, name), join(root, name));
  }
  mkdirSync(join(root, "locks"));
  writeFileSync(join(root, "locks/package.json.lock"), '{}\n//bun.lock\n{ "lockfileVersion": 1, }\n');
  mkdirSync(join(root, "f", "meal-planner"), { recursive: true });
  // Only where the migration is bundled from: a linked folder is no part of the workspace.
  symlinkSync(join(REPOSITORY, "f/meal-planner/handlers"), join(root, "f/meal-planner/handlers"));
  writeFileSync(
    join(root, "f/meal-planner/folder.meta.yaml"),
    "summary: x\ndisplay_name: meal-planner\nowners: []\nextra_perms: {}\n",
  );
  writeWorkspaces(windmill.url);
});

const asked: FakeWindmill["calls"] = [];

afterEach(async () => {
  asked.push(...windmill.calls);
  await windmill.close();
  rmSync(root, { recursive: true });
});

function writeWorkspaces(baseUrl: string): void {
  writeFileSync(
    join(root, "wmill.yaml"),
    `defaultTs: bun
includes: [f/meal-planner/**]
includeSchedules: true
skipResources: true
skipVariables: true
skipSecrets: true
skipResourceTypes: true
skipWorkspaceDependencies: true
syncBehavior: v1
workspaces:
  dev: { baseUrl: "${baseUrl}", workspaceId: test }
`,
  );
}

const deploy = (options: Partial<DeployOptions> = {}, ask?: (question: string) => Promise<string>) =>
  deployWorkspace(
    { name: "dev", dryRun: false, yes: true, token: FAKE_TOKEN, ...options },
    {
      root,
      say: (line) => said.push(line),
      patience: { looksAfterMs: 200, sweepMs: 50, quietMs: 100 },
      ...(ask ? { ask } : {}),
    },
  );

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => "it didn't fail",
    (error: unknown) => {
      if (!(error instanceof DeploymentError)) throw error;
      return error.message;
    },
  );

/** What the migration's door gives, by its own type: an answer that the deployment can't read would stop it. */
const MIGRATED: Awaited<ReturnType<typeof migrate>> = {
  migrations: { applied: ["12 dispatcher"], already: 11, version: 12 },
  foods: 1001,
};

/** A workspace that has been set up, and whose jobs end well. */
function setUp(): void {
  windmill.present = new Set([
    "folders/meal-planner",
    ...["fatsecret", "notification_channel", "tandoor", "usda_fdc"].map((name) => `resources/type/${name}`),
    `resources/${DATABASE}`,
    `variables/${DATABASE}_password`,
  ]);
  windmill.jobs.preview = { success: true, result: MIGRATED };
  const health = { ok: true, database: "db:5432/x", postgres_version: "18.4" };
  windmill.jobs[HEALTH] = {
    success: true,
    result: { ...health, schema_version: 12, wanted_schema_version: 12 },
  };
}

const startedJobs = () =>
  windmill.posts.filter(({ path }) => path.startsWith("jobs/")).map(({ path }) => path);

describe("is refused", () => {
  test("for a Windmill that is too old, with the version that is needed", async () => {
    windmill.version = "CE v1.787.9";
    expect(await failure(deploy())).toMatch(/runs Windmill 1\.787\.9; at least 1\.788\.0 is needed/);
    windmill.version = "<html>Sign in</html>";
    expect(await failure(deploy())).toMatch(/Is it a Windmill/);
    expect(windmill.posts).toEqual([]);
  });

  test("with a token that is missing or wrong, or a user who may only run things", async () => {
    expect(await failure(deploy({ token: undefined }))).toMatch(/WINDMILL_TOKEN isn't set/);
    expect(await failure(deploy({ token: "other" }))).toMatch(/refuses the token/);
    windmill.operator = true;
    expect(await failure(deploy())).toMatch(/ada is an operator/);
  });

  test("to an environment that isn't there, or whose address would show the token", async () => {
    expect(await failure(deploy({ name: "constructor" }))).toMatch(/no workspace constructor. It has: dev/);
    writeWorkspaces("http://windmill.example.com");
    expect(() => readEnvironment(root, "dev", FAKE_TOKEN)).toThrow(/isn't https/);
    writeWorkspaces("http://127.0.0.1:1");
    expect(await failure(deploy())).toMatch(/doesn't answer/);
  });

  test("while the workspace has a problem", async () => {
    setUp();
    writeFileSync(join(root, "f/meal-planner/bad name.ts"), "export const x = 1;\n");
    expect(await failure(deploy())).toMatch(/problems; nothing was changed/);
    expect(windmill.posts).toEqual([]);
  });

  test("where nobody agrees", async () => {
    setUp();
    windmill.files["f/meal-planner/old.ts"] = "export async function main() {}\n";
    expect(await failure(deploy({ yes: false }))).toMatch(/Add --yes/);
    expect(await failure(deploy({ yes: false }, async () => "no"))).toBe("Nothing was changed.");
    expect(windmill.posts).toEqual([]);
  });
});

test("an app is bundled with this repository's packages before anything changes, and nothing of that stays", async () => {
  const app = join(root, "f/meal-planner/apps/page.raw_app");
  mkdirSync(join(app, "backend"), { recursive: true });
  writeFileSync(join(app, "raw_app.yaml"), "summary: A page\n");
  writeFileSync(
    join(app, "package.json"),
    '{ "private": true, "dependencies": { "react": "*", "react-dom": "*" } }\n',
  );
  writeFileSync(
    join(app, "index.tsx"),
    'import React from "react";\nimport { createRoot } from "react-dom/client";\ncreateRoot(document.body).render(<p>Hello</p>);\n',
  );
  writeFileSync(join(app, "backend/health.yaml"), `type: script\npath: ${HEALTH}\n`);
  await deploy({ dryRun: true });
  expect(said.join("\n")).toContain("+ f/meal-planner/apps/page.raw_app/index.tsx");
  expect(readdirSync(app).sort()).toEqual(["backend", "index.tsx", "package.json", "raw_app.yaml"]);
  writeFileSync(join(app, "index.tsx"), 'import "./nowhere.ts";\n');
  expect(await failure(deploy())).toMatch(/nowhere/);
  expect(windmill.posts).toEqual([]);
});

test("a dry run shows deletions first and what is missing, and changes nothing", async () => {
  windmill.present.add(`resources/${DATABASE}`);
  windmill.files["f/meal-planner/old.ts"] = "export async function main() {}\n";
  await deploy({ dryRun: true, yes: false });
  const text = said.join("\n");
  expect(text).toMatch(/1 deleted\n {2}- f\/meal-planner\/old\.ts[\s\S]*added\n {2}\+ /);
  expect(text).toContain("+ resource type tandoor (missing)");
  expect(text).toContain(`+ variable ${DATABASE}_password (missing)`);
  expect(text).not.toContain(`+ resource ${DATABASE}`);
  expect(said.at(-1)).toBe("A dry run: nothing was changed.");
  expect(windmill.posts).toEqual([]);
});

test("a new workspace gets its types and the database's templates, and is asked to fill them in", async () => {
  expect(await failure(deploy())).toMatch(/Fill them in/);
  expect(windmill.posts.map(({ path }) => path)).toEqual([
    "folders/create",
    ...Array(4).fill("resources/type/create"),
    "variables/create",
    "resources/create",
  ]);
  expect(windmill.posts.at(-1)?.body).toMatchObject({
    path: DATABASE,
    resource_type: "postgresql",
    value: { password: `$var:${DATABASE}_password` },
  });
  expect(startedJobs()).toEqual([]);
});

test("migrates by a job with all that it needs, then pushes, then tries the health script", async () => {
  setUp();
  await deploy();
  // The folder is what wmill itself pushes.
  expect(windmill.posts.map(({ path }) => path)).toEqual([
    "jobs/run/preview",
    "folders/create",
    `jobs/run/p/${HEALTH}`,
  ]);
  const { content, language, lock } = windmill.posts.find(({ path }) => path === "jobs/run/preview")!.body;
  expect({ language, lock }).toEqual({
    language: "bun",
    lock: '{\n  "dependencies": {}\n}\n//bun.lock\n<empty>',
  });
  expect(String(content)).toContain("create table meal_planner.dispatcher");
  expect(String(content)).not.toMatch(/from ?"(zod|pg|\.)/);
  const text = said.join("\n");
  expect(text).toContain("Applied: 12 dispatcher");
  expect(text).toContain("Works: database db:5432/x, Postgres 18.4, migration 12");
  expect(text).toMatch(/To go back: [\s\S]*Code from before 12 dispatcher refuses this database/);
  expect(text).not.toContain(FAKE_TOKEN);
});

test("schedules run on as people set them, whatever the files say", async () => {
  setUp();
  const path = "f/meal-planner/workflows/nightly";
  const file = {
    schedule: "0 0 3 * * *",
    timezone: "Etc/UTC",
    enabled: false,
    script_path: HEALTH,
    is_flow: false,
  };
  const rest = {
    summary: "Nightly",
    cron_version: "v2",
    no_flow_overlap: true,
    args: {},
    ws_error_handler_muted: false,
  };
  mkdirSync(join(root, "f/meal-planner/workflows"));
  writeFileSync(join(root, `${path}.schedule.yaml`), JSON.stringify({ ...file, ...rest }));
  const set = { ...file, ...rest, timezone: "Europe/Berlin", enabled: true, summary: "Old" };
  windmill.files[`${path}.schedule.json`] = JSON.stringify(set);
  windmill.schedules[path] = { path, ...set };
  await deploy();
  expect(windmill.posts.map((post) => post.path)).toContain(`schedules/setenabled/${path}`);
  expect(windmill.schedules[path]).toMatchObject({
    summary: "Nightly",
    timezone: "Europe/Berlin",
    enabled: true,
  });
  expect(said.join("\n")).toContain(`As before: ${path}: switched on`);
});

test("nothing is pushed where the migration fails", async () => {
  setUp();
  windmill.jobs.preview = {
    success: false,
    result: { error: { name: "Upstream", message: "no such host" } },
  };
  expect(await failure(deploy())).toMatch(/The migration failed: no such host/);
  expect(startedJobs()).toEqual(["jobs/run/preview"]);
  expect(said.join("\n")).not.toContain("Pushing");
  windmill.jobs.preview = { success: true, result: { applied: [] } };
  expect(await failure(deploy())).toMatch(/can't read: \{"applied":\[\]\}/);
});

test("what imports a pushed script isn't locked anew, and a script that can't be locked fails the deployment", async () => {
  setUp();
  const lib = "f/meal-planner/patterns/lib";
  const code = "/** A library. */\nexport const x = 1;\n";
  windmill.importers = { [lib]: [HEALTH], [HEALTH]: ["f/meal-planner/other"] };
  windmill.brokenScripts = ["f/meal-planner/handlers/recipes/list_recipes/script"];
  mkdirSync(join(root, "f/meal-planner/patterns"));
  writeFileSync(join(root, `${lib}.ts`), code);
  const metadata = await scriptMetadata(join(root, `${lib}.ts`), `${lib}.ts`, code);
  writeFileSync(join(root, `${lib}.script.yaml`), metadata);
  const failed = await failure(deploy());
  expect(windmill.posts.map(({ path }) => path)).toContain("scripts/create");
  expect(said.join("\n")).toContain("Kept 1 jobs of Windmill from locking scripts anew");
  expect(failed).toMatch(/couldn't lock the packages of 1 scripts.*list_recipes/);
  // Longer than the job would have waited.
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(windmill.relocked).toEqual([]);
});

test("a deployment whose health script isn't content has failed", async () => {
  setUp();
  windmill.jobs[HEALTH] = {
    success: true,
    result: { ok: false, schema_version: 11, wanted_schema_version: 12 },
  };
  expect(await failure(deploy())).toMatch(/wants the database at migration 12, it is at 11/);
});

test("none of all this asks Windmill for what its own description of its API doesn't have", () => {
  // windmill-client is generated from that description, one function a route.
  const client = readFileSync(join(REPOSITORY, "node_modules/windmill-client/dist/services.gen.mjs"), "utf8");
  const routes = [...client.matchAll(/method: "(\w+)",\s+url: "([^"]+)"/g)].map(([, method, url = ""]) => {
    const [workspace, rest] = url.startsWith(WORKSPACE)
      ? [WORKSPACE, url.slice(WORKSPACE.length)]
      : ["", url];
    const pattern = rest.replaceAll(/\{\w+\}/g, ".+");
    return { method, workspace, path: new RegExp(`^(/api)?${pattern}$`) };
  });
  const known = ({ method, path }: { method: string; path: string }) =>
    routes.some(
      (route) =>
        route.method === method &&
        path.startsWith(route.workspace) &&
        route.path.test(path.slice(route.workspace.length)),
    );
  expect(asked.length).toBeGreaterThan(50);
  // That one is wmill's own.
  const ours = asked.filter(({ path }) => path !== `${WORKSPACE}/workspaces/tarball`);
  expect(ours.filter((call) => !known(call))).toEqual([]);
});
