import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import type { Postgresql } from "../../f/meal-planner/database/connection.ts";
import { chromiumOptions, findChromium, HOW_TO_GET_CHROMIUM } from "../../local/chromium.ts";
import { REPOSITORY } from "../../local/repository.ts";
import { buildApp } from "../../local/web/app_build.ts";
import startPostgres from "../integration/postgres_for_tests.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the one browser of the run listens. */
    browser: string;
  }
}

export const BUN = join(REPOSITORY, "node_modules", "bun", "bin", "bun.exe");

/** A Postgres with a household whose week is planned, for each file to clone; a browser; the page, built. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executable = findChromium();
  if (!executable) throw new Error(HOW_TO_GET_CHROMIUM);
  let template: Postgresql | undefined;
  const stopPostgres = await startPostgres({
    ...project,
    provide(name: string, value: unknown) {
      if (name === "template") template = value as Postgresql;
      project.provide(name as "browser", value as string);
    },
  } as TestProject);
  if (!template) throw new Error("Postgres gave no template.");
  const [browser] = await Promise.all([
    chromium.launchServer(chromiumOptions(executable)),
    planWeek(template),
    buildApp(),
  ]);
  project.provide("browser", browser.wsEndpoint());
  return async () => {
    await browser.close();
    await stopPostgres();
  };
}

/** As a newcomer's first `npm start` does it. */
async function planWeek(template: Postgresql): Promise<void> {
  await promisify(execFile)(BUN, ["local/start.ts", "--once"], {
    cwd: REPOSITORY,
    env: { ...process.env, DATABASE_URL: urlOf(template) },
  });
}

export function urlOf({ user, password, host, port, dbname }: Postgresql): string {
  return `postgres://${user}:${encodeURIComponent(password ?? "")}@${host}:${port}/${dbname}?sslmode=disable`;
}
