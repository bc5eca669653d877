import { spawnSync } from "node:child_process";
import { lintProblems, workspaceProblems } from "../workspace/check.ts";
import { appFolders, withAppPackages } from "./app_packages.ts";
import { describeChanges, readChanges } from "./changes.ts";
import { DeploymentError } from "./deployment_error.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { type Patience, withoutRelocking } from "./relocking.ts";
import { type Made, makeMissing } from "./resources.ts";
import { readSchedules, restoreSchedules } from "./schedules.ts";
import { requireDeveloper, requireSoundScripts, requireVersion } from "./server_checks.ts";
import { WindmillApi } from "./windmill_api.ts";
import { wmill } from "./wmill.ts";
import { migrateByJob, smokeTest } from "./workspace_jobs.ts";

const PUSH = ["sync", "push", "--yes", "--skip-branch-validation"];

export type DeployOptions = {
  name: string;
  dryRun: boolean;
  /** Goes on unasked. */
  yes: boolean;
  token: string | undefined;
};

/** Where the workspace is, and who is told and asked. `ask` is missing where nobody is there. */
export type Surroundings = {
  root: string;
  say(line: string): void;
  ask?: (question: string) => Promise<string>;
  /** How long to look out for jobs that lock scripts anew; left out, as a real Windmill needs. */
  patience?: Patience;
};

/**
 * Checks, shows what would change, makes what is missing, migrates, pushes, and tries what was deployed.
 *
 * @throws DeploymentError where it stops, saying why; what comes after hasn't happened then.
 */
export async function deployWorkspace(options: DeployOptions, around: Surroundings): Promise<void> {
  const { name } = options;
  const { root, say } = around;
  const environment = readEnvironment(root, name, options.token);
  const api = new WindmillApi(environment);
  const version = await requireVersion(api);
  const user = await requireDeveloper(api);
  const commit = currentCommit(root, environment);
  say(
    `${name}: ${environment.workspaceId} on ${environment.baseUrl} (${version}), commit ${commit}, as ${user}`,
  );
  await withAppPackages(root, () => deployChecked(environment, commit, options, around, api));
}

async function deployChecked(
  environment: Environment,
  commit: string,
  { name, dryRun, yes }: DeployOptions,
  around: Surroundings,
  api: WindmillApi,
): Promise<void> {
  const { root, say } = around;
  await check(root, environment);

  const missing = await makeMissing(api, root, name, false);
  const changes = readChanges(await wmill(root, environment, [...PUSH, "--dry-run", "--json-output"]));
  for (const line of describeChanges(changes)) say(line);
  sayMissing(missing, say);
  if (dryRun) {
    say("A dry run: nothing was changed.");
    return;
  }
  if (changes.length + missing.made.length > 0) await agree(name, yes, around);

  const { needsDatabase } = await makeMissing(api, root, name, true);
  if (needsDatabase) {
    throw new DeploymentError(
      `f/meal-planner/database/postgres and its password are there now as templates. Fill them in (Windmill → Resources, Variables; RESOURCE_DEFINITIONS.md), then deploy again.`,
    );
  }
  say("Migrating …");
  const applied = await migrateByJob(api, root);
  say(applied.length > 0 ? `Applied: ${applied.join(", ")}` : "The database was up to date.");
  if (changes.length === 0) {
    say(`Works: ${await smokeTest(api)}`);
  } else {
    say("Pushing …");
    const { cancelled, problem } = await withoutRelocking(
      api,
      async () => {
        await push(root, environment, commit, api, say);
        say(`Works: ${await smokeTest(api)}`);
      },
      around.patience,
    );
    if (problem) say(`Windmill may be locking scripts anew, and wasn't kept from it: ${problem}`);
    if (cancelled > 0) say(`Kept ${cancelled} jobs of Windmill from locking scripts anew.`);
    await requireSoundScripts(api);
  }
  sayWayBack(name, applied, say);
}

type Say = Surroundings["say"];

/** wmill takes the jobs that are cancelled here for locks that failed; whether one did is looked at afterwards. */
const ABOUT_RELOCKING = /server-side lock/;

/** A push, after which schedules run as they did before: whatever becomes of it, none must stay switched off by it. */
async function push(
  root: string,
  environment: Environment,
  commit: string,
  api: WindmillApi,
  say: Say,
): Promise<void> {
  const schedules = await readSchedules(api);
  try {
    await wmill(root, environment, [...PUSH, "--message", `commit ${commit}`], (text) => {
      const told = text.split("\n").filter((line) => !ABOUT_RELOCKING.test(line));
      if (told.join("").trim() !== "") say(told.join("\n"));
    });
  } finally {
    for (const line of await restoreSchedules(api, schedules)) say(`As before: ${line}`);
  }
}

function sayMissing({ made, optional }: Made, say: Say): void {
  for (const one of made) say(`  + ${one} (missing)`);
  if (optional.length > 0)
    say(`Not set up, and not needed: ${optional.join(", ")} (RESOURCE_DEFINITIONS.md)`);
}

async function check(root: string, environment: Environment): Promise<void> {
  const problems = [...(await workspaceProblems(root)), ...lintProblems(root)];
  if (problems.length === 0) {
    // An app that can't be bundled would stop the push in the middle.
    for (const folder of appFolders(root)) await wmill(root, environment, ["app", "lint", folder]);
    return;
  }
  throw new DeploymentError(
    `The workspace has ${problems.length} problems; nothing was changed:\n${problems.join("\n")}`,
  );
}

/** What is deployed must be found again: outside of dev it has to be committed. */
function currentCommit(root: string, { name }: Environment): string {
  const git = (...args: string[]) =>
    spawnSync("git", args, { cwd: root, encoding: "utf8" }).stdout?.trim() ?? "";
  const isChanged = git("status", "--porcelain", "--", "f", "locks", "wmill.yaml") !== "";
  if (isChanged && name !== "dev") {
    throw new DeploymentError(
      `There are changes that aren't committed. Commit them before deploying to ${name}.`,
    );
  }
  return (git("rev-parse", "--short", "HEAD") || "unknown") + (isChanged ? " with changes" : "");
}

async function agree(name: string, yes: boolean, { ask }: Surroundings): Promise<void> {
  if (yes) return;
  if (!ask) {
    throw new DeploymentError(
      "Nobody is there to agree to this; nothing was changed. Add --yes to go on unasked.",
    );
  }
  const answer = await ask(`Change ${name} so? Type its name: `);
  if (answer.trim() !== name) throw new DeploymentError("Nothing was changed.");
}

function sayWayBack(name: string, applied: readonly string[], say: Say): void {
  say(
    "To go back: check out the commit that was deployed before (the last version's message in Windmill names it) and",
  );
  say(`  npm run deploy -- ${name}`);
  say("What a push deleted is in Windmill's trash for three days: wmill trash list.");
  if (applied.length > 0) {
    say(
      `Code from before ${applied.join(", ")} refuses this database: restore its backup first, or go forward.`,
    );
  }
}
