import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { REPOSITORY } from "../repository.ts";
import { DeploymentError } from "./deployment_error.ts";
import type { WindmillApi } from "./windmill_api.ts";

const MIGRATE = "f/meal-planner/handlers/database/migrate/script";
const HEALTH = "f/meal-planner/handlers/database/health/script";

// Windmill's form of a lock that wants no package: the bundle has all.
const NO_PACKAGES = `{
  "dependencies": {}
}
//bun.lock
<empty>`;

const Migrated = z.looseObject({ migrations: z.looseObject({ applied: z.array(z.string()) }) });

/**
 * Brings the environment's database up to date with the migrations of this checkout, before its scripts are replaced:
 * a job runs them from a bundle, where the database is reachable and its password known.
 *
 * @returns The migrations applied. @throws DeploymentError where one fails; nothing has been pushed then.
 */
export async function migrateByJob(api: WindmillApi, root: string): Promise<string[]> {
  const body = {
    content: bundle(join(root, `${MIGRATE}.ts`)),
    language: "bun",
    lock: NO_PACKAGES,
    args: {},
  };
  const result = await api.run("The migration", { path: "/jobs/run/preview", body }, 600);
  return read(Migrated, result, "The migration").migrations.applied;
}

/** One file with all that it imports, its `main` exported in a form that Windmill's parser knows. */
function bundle(file: string): string {
  const args = ["build", file, "--target=bun", "--minify-whitespace", "--minify-syntax"];
  const built = spawnSync(join(REPOSITORY, "node_modules", "bun", "bin", "bun.exe"), args, {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (built.status !== 0) throw new DeploymentError(`${file} can't be bundled: ${built.stderr}`);
  return built.stdout;
}

const Health = z.looseObject({
  ok: z.boolean(),
  schema_version: z.number(),
  wanted_schema_version: z.number(),
});

/** Runs the deployed health script. @throws DeploymentError where it doesn't run, or isn't content. */
export async function smokeTest(api: WindmillApi): Promise<string> {
  const start = { path: `/jobs/run/p/${HEALTH}`, body: {} };
  const health = read(Health, await api.run("The health script", start, 180), "The health script");
  if (!health.ok) {
    throw new DeploymentError(
      `The deployed code wants the database at migration ${health.wanted_schema_version}, it is at ${health.schema_version}. Run ${MIGRATE}.`,
    );
  }
  return `database ${String(health.database)}, Postgres ${String(health.postgres_version)}, migration ${health.schema_version}`;
}

/** A job's result, as the script of this checkout gives it. */
function read<T extends z.ZodType>(schema: T, result: unknown, what: string): z.infer<T> {
  const read = schema.safeParse(result);
  if (read.success) return read.data;
  throw new DeploymentError(
    `${what} ran, but answered in a form that this deployment can't read: ${JSON.stringify(result).slice(0, 300)}. Is local/deploy of the same commit as f/?`,
  );
}
