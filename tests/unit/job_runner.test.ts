import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { type JobContext, openJobContext, runJob } from "../../local/jobs/job_context.ts";
import { errorReport, type JobOutcome } from "../../local/jobs/job_outcome.ts";
import { localValues } from "../../local/jobs/workspace_values.ts";

const root = mkdtempSync(join(tmpdir(), "workspace-"));
const opened: JobContext[] = [];
const database = { host: "db.example", dbname: "meals", password: "secret" };

afterAll(async () => {
  for (const context of opened) await context.close();
  rmSync(root, { recursive: true, force: true });
});

function script(name: string, code: string): string {
  const file = join(root, "f", "x", `${name}.ts`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return `f/x/${name}`;
}

function open(): { context: JobContext; lines: string[]; output: () => string } {
  const lines: string[] = [];
  let output = "";
  const values = localValues({
    database: async () => database,
    folder: join(root, "values"),
    root,
  });
  const context = openJobContext({
    database: async () => database,
    root,
    values,
    log: (line) => lines.push(line),
    onOutput: (chunk) => {
      output += Buffer.from(chunk).toString("utf8");
    },
  });
  opened.push(context);
  return { context, lines, output: () => output };
}

function errorOf(outcome: JobOutcome) {
  if (outcome.success) throw new Error(`unexpected success: ${JSON.stringify(outcome.result)}`);
  return errorReport(outcome.error);
}

const CLIENT = JSON.stringify(join(process.cwd(), "node_modules/windmill-client/dist/index.mjs"));

describe("a job", () => {
  test("gets arguments by name, in main's order, with main's own defaults for those left out", async () => {
    const path = script(
      "args",
      `export async function main(a: string, b = 3, when?: Date, c?: string | null, d: string[] = ["x"]) {
         return { a, b, year: when?.getUTCFullYear(), isDate: when instanceof Date, c, d };
       }`,
    );
    const { context } = open();
    const outcome = await runJob(path, { c: null, when: "2025-11-03T00:00:00Z", a: "first" }, context);
    expect(outcome).toEqual({
      success: true,
      result: { a: "first", b: 3, year: 2025, isDate: true, c: null, d: ["x"] },
    });
  });

  test("gives null where main returns undefined, as Windmill does", async () => {
    const nothing = script("nothing", "export async function main() {}");
    const partly = script("partly", "export async function main() { return { gone: undefined, big: 10n }; }");
    const { context } = open();
    expect(await runJob(nothing, {}, context)).toEqual({ success: true, result: null });
    expect(await runJob(partly, {}, context)).toEqual({ success: true, result: { gone: null, big: "10" } });
  });

  test("is told about arguments that main doesn't take", async () => {
    const path = script("warned", "export async function main(name: string) { return name; }");
    const { context, lines } = open();
    expect(await runJob(path, { name: "a", nmae: "b" }, context)).toEqual({ success: true, result: "a" });
    expect(lines).toEqual(["f/x/warned takes no nmae; its parameters: name"]);
  });

  test("has its references to resources and variables resolved, at any depth", async () => {
    const path = script("refs", "export async function main(a: any, b: string) { return { a, b }; }");
    const { context } = open();
    await context.values.setVariable("f/x/token", { value: "t0ken", is_secret: true });
    await context.values.setResource("f/x/api", {
      value: { url: "http://x", token: "$var:f/x/token" },
      resource_type: "api",
    });
    const outcome = await runJob(
      path,
      { a: { list: ["$res:f/x/api", "plain"] }, b: "$var:f/x/token" },
      context,
    );
    expect(outcome).toEqual({
      success: true,
      result: { a: { list: [{ url: "http://x", token: "t0ken" }, "plain"] }, b: "t0ken" },
    });
    const missing = errorOf(await runJob(path, { a: 1, b: "$var:f/x/absent" }, context));
    expect(missing).toMatchObject({ code: "NOT_FOUND", retryable: false });
    expect(missing.message).toContain("f/x/absent");
  });

  test("reaches the workspace's database, variables and other scripts through windmill-client", async () => {
    script("child", "export async function main(n: number) { return n * 2; }");
    const path = script(
      "client",
      `import * as wmill from ${CLIENT};
       export async function main() {
         const db = await wmill.getResource("f/meal-planner/database/postgres");
         await wmill.setVariable("f/x/seen", "yes", true);
         await wmill.setProgress(40);
         await wmill.setState({ cursor: 7 });
         return {
           host: db.host,
           seen: await wmill.getVariable("f/x/seen"),
           state: await wmill.getState(),
           progress: await wmill.getProgress(),
           child: await wmill.runScriptByPath("f/x/child", { n: 21 }),
           absent: await wmill.getResource("f/x/none", true) ?? "none",
         };
       }`,
    );
    const { context } = open();
    expect(await runJob(path, {}, context)).toEqual({
      success: true,
      result: {
        host: "db.example",
        seen: "yes",
        state: { cursor: 7 },
        progress: 40,
        child: 42,
        absent: "none",
      },
    });
  });

  test("started under an id has that id, and isn't started again under it", async () => {
    const written = join(root, "ran.txt");
    script(
      "counted",
      `import { appendFileSync } from "node:fs";
       export async function main() { appendFileSync(${JSON.stringify(written)}, "x"); return "done"; }`,
    );
    const path = script(
      "starter",
      `import { JobService, setClient } from ${CLIENT};
       export async function main(jobId: string) {
         setClient();
         const request = { workspace: "local", path: "f/x/counted", requestBody: {}, jobId };
         const first = await JobService.runScriptByPath(request);
         const second = await JobService.runScriptByPath(request).catch((error) => error.status);
         for (;;) {
           const job = await JobService.getCompletedJobResultMaybe({ workspace: "local", id: jobId });
           if (job.completed) return { first, second, result: job.result };
         }
       }`,
    );
    const jobId = "0192f5a0-0000-8000-8000-000000000001";
    expect(await runJob(path, { jobId }, open().context)).toEqual({
      success: true,
      result: { first: jobId, second: 400, result: "done" },
    });
    expect(readFileSync(written, "utf8")).toBe("x");
  });

  test("sees nothing of the runner's own environment, and knows its job and path", async () => {
    const path = script(
      "env",
      `export async function main() {
         const { WM_WORKSPACE, WM_JOB_PATH, WM_JOB_ID, WM_TOKEN, BASE_INTERNAL_URL } = process.env;
         return { secret: process.env.MEAL_PLANNER_TEST_SECRET ?? null, WM_WORKSPACE, WM_JOB_PATH,
                  all: [WM_JOB_ID, WM_TOKEN, BASE_INTERNAL_URL].every(Boolean) };
       }`,
    );
    process.env.MEAL_PLANNER_TEST_SECRET = "x";
    const { context } = open();
    const outcome = await runJob(path, {}, context);
    delete process.env.MEAL_PLANNER_TEST_SECRET;
    expect(outcome).toEqual({
      success: true,
      result: { secret: null, WM_WORKSPACE: "local", WM_JOB_PATH: path, all: true },
    });
  });

  test("prints to the runner's output, never into its result", async () => {
    const path = script("noisy", `export async function main() { console.log("hello"); return 1; }`);
    const { context, output } = open();
    expect(await runJob(path, {}, context)).toEqual({ success: true, result: 1 });
    expect(output()).toContain("hello");
  });
});

describe("a job that fails", () => {
  test("keeps the code, retryability and details of what it threw", async () => {
    const path = script(
      "throws",
      `class Bad extends Error { code = "INVALID_INPUT"; retryable = false; details = [{ path: "a", message: "b" }]; }
       export async function main() { const e = new Bad("a: b"); e.name = "InvalidInput"; throw e; }`,
    );
    const { context } = open();
    expect(errorOf(await runJob(path, {}, context))).toEqual({
      name: "InvalidInput",
      message: "a: b",
      code: "INVALID_INPUT",
      retryable: false,
      details: [{ path: "a", message: "b" }],
    });
  });

  test("is INTERNAL where it threw something foreign, even no Error at all", async () => {
    const type = script("type_error", "export async function main() { return (undefined as any).x; }");
    const text = script("text", `export async function main() { throw "plain"; }`);
    const { context } = open();
    expect(errorOf(await runJob(type, {}, context))).toMatchObject({ name: "TypeError", code: "INTERNAL" });
    expect(errorOf(await runJob(text, {}, context))).toMatchObject({ message: "plain", code: "INTERNAL" });
  });

  test("may say so in its result instead of throwing", async () => {
    const path = script("soft", `export async function main() { return { wm_failure: "no luck", n: 1 }; }`);
    const { context } = open();
    expect(errorOf(await runJob(path, {}, context))).toMatchObject({
      name: "ManualFailure",
      message: "no luck",
    });
  });

  test("says so when its process ends before main does", async () => {
    const path = script(
      "exits",
      `export async function main() { console.error("last words"); process.exit(7); }`,
    );
    const { context } = open();
    const error = errorOf(await runJob(path, {}, context));
    expect(error.message).toContain("exit code 7");
    expect(error.message).toContain("last words");
  });

  test("can't be found, is a library, or is no path: each says so", async () => {
    script("lib", "export const a = 1;");
    script("deep/place_order/script", "export async function main() {}");
    const { context } = open();
    const missing = errorOf(await runJob("f/x/deep/place_orders/script", {}, context));
    expect(missing).toMatchObject({ code: "NOT_FOUND" });
    expect(missing.message).toContain("f/x/deep/place_order/script");
    expect(errorOf(await runJob("f/x/lib", {}, context)).message).toContain("library");
    expect(errorOf(await runJob("../etc/passwd", {}, context))).toMatchObject({ code: "INVALID_INPUT" });
  });

  test("is ended at its time-out, with every process that it started", async () => {
    const mark = join(root, "survivor");
    const path = script(
      "slow",
      `import { spawn } from "node:child_process";
       export async function main(mark: string) {
         spawn("sh", ["-c", "sleep 3; touch " + mark], { stdio: "ignore" });
         await new Promise((r) => setTimeout(r, 60000));
       }`,
    );
    const { context } = open();
    const outcome = await runJob(path, { mark }, context, { timeoutSeconds: 1 });
    expect(errorOf(outcome)).toMatchObject({ code: "TIMEOUT", retryable: true });
    await sleep(3_500);
    const { existsSync } = await import("node:fs");
    expect(existsSync(mark)).toBe(false);
  });

  test("is ended when it is cancelled", async () => {
    const path = script(
      "endless",
      "export async function main() { await new Promise(() => setInterval(() => {}, 1e6)); }",
    );
    const { context } = open();
    const stop = new AbortController();
    const running = runJob(path, {}, context, { signal: stop.signal });
    setTimeout(() => stop.abort(), 300);
    expect(errorOf(await running).name).toBe("Canceled");
  });
});

test("more jobs than processes are queued, and one that waits for its own child never starves it", async () => {
  script("leaf", "export async function main(n: number) { return n; }");
  const path = script(
    "parent",
    `import * as wmill from ${CLIENT};
     export async function main(n: number) { return wmill.runScriptByPath("f/x/leaf", { n }); }`,
  );
  const { context } = open();
  const outcomes = await Promise.all([1, 2, 3, 4, 5].map((n) => runJob(path, { n }, context)));
  expect(outcomes.map((o) => o.success && o.result)).toEqual([1, 2, 3, 4, 5]);
});
