import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { code, useFlowWorkspace, value } from "./flow_workspace.ts";

const workspace = useFlowWorkspace();
const BUN = join(process.cwd(), "node_modules/bun/bin/bun.exe");

type Ended = { code: number | null; stdout: string; stderr: string };

function command(...args: string[]): { child: ChildProcess; ended: Promise<Ended>; stderr: () => string } {
  const { user, password, host, port, dbname } = workspace.test.resource;
  const DATABASE_URL = `postgres://${user}:${encodeURIComponent(password ?? "")}@${host}:${port}/${dbname}?sslmode=disable`;
  const child = spawn(BUN, ["local/flows/run_flow.ts", ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL, USER: "tester" },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (exit) => resolve({ code: exit, stdout, stderr }));
  });
  return { child, ended, stderr: () => stderr };
}

async function until<T>(look: () => T | undefined | false | null): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    await sleep(50);
  }
}

async function latestRun(): Promise<string> {
  const { stdout } = await command("list").ended;
  return JSON.parse(stdout)[0].id;
}

const folder = (path: string) => join(workspace.root, `${path}.flow`);

test("a run whose process was killed goes on where it was, and repeats no finished step", async () => {
  const file = (name: string) => join(workspace.root, name);
  const noting = `import { appendFileSync, existsSync } from "node:fs";
    export async function main(log: string, go: string) {
      appendFileSync(log, "STEP");
      while (!existsSync(go)) await new Promise((r) => setTimeout(r, 50));
      return "STEP";
    }`;
  const note = (id: string, go: string) =>
    code(id, noting.replaceAll("STEP", id), { log: JSON.stringify(file("log")), go: JSON.stringify(go) });
  const path = workspace.flow("killed", [
    note("a", file("log")),
    note("b", file("go")),
    value("c", "results.a + results.b"),
  ]);
  const first = command(folder(path));
  await until(() => existsSync(file("log")) && readFileSync(file("log"), "utf8") === "ab");
  first.child.kill("SIGKILL");
  await first.ended;
  const runId = await latestRun();
  writeFileSync(file("go"), "");
  const second = await command("resume", runId).ended;
  expect(second).toMatchObject({ code: 0, stdout: '"ab"\n' });
  expect(readFileSync(file("log"), "utf8")).toBe("abb");
  // A finished run isn't run again; it gives its result.
  expect(await command("resume", runId).ended).toMatchObject({ code: 0, stdout: '"ab"\n' });
});

test("an approval from another process lets a run go on, whether or not its own process still lives", async () => {
  const path = workspace.flow("asked", [
    value("ask", "flow_input.n", { suspend: { required_events: 1 } }),
    value("after", "[previous_result, resume.note, approvers]"),
  ]);
  const alive = command(folder(path), "-d", '{"n": 1}');
  await until(() => alive.stderr().includes("npm run flow -- approve"));
  const first = await latestRun();
  const recorded = await command("approve", first, "-d", '{"note": "yes"}').ended;
  expect(JSON.parse(recorded.stdout)).toEqual({ run_id: first, approve: "recorded" });
  expect(JSON.parse((await alive.ended).stdout)).toEqual([1, "yes", ["tester"]]);

  const killed = command(folder(path), "-d", '{"n": 2}');
  await until(() => killed.stderr().includes("npm run flow -- approve"));
  killed.child.kill("SIGKILL");
  await killed.ended;
  const second = await latestRun();
  const gone = await command("approve", second, "--by", "ann").ended;
  expect(JSON.parse(gone.stdout)).toEqual([2, null, ["ann"]]);
});

test("a refusal and a failure print the error and exit 1; a run can be cancelled in the middle", async () => {
  const path = workspace.flow("refused", [value("ask", "1", { suspend: { required_events: 1 } })]);
  const running = command(folder(path));
  await until(() => running.stderr().includes("npm run flow -- approve"));
  await command("cancel", await latestRun()).ended;
  const refused = await running.ended;
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.stdout).error).toMatchObject({
    name: "SuspendedDisapproved",
    message: "Disapproved by tester",
  });

  const endless = workspace.flow("endless", [
    code(
      "s",
      "export async function main() { console.log('on'); await new Promise(() => setInterval(() => 0, 1e6)); }",
    ),
  ]);
  const long = command(folder(endless));
  await until(() => long.stderr().includes("on\n"));
  await command("cancel", await latestRun()).ended;
  const cancelled = await long.ended;
  expect(JSON.parse(cancelled.stdout).error.name).toBe("Canceled");
});

test("Ctrl-C ends the step with its processes, leaves the run to be taken up, and says how", async () => {
  const path = workspace.flow("stopped", [
    value("a", "1"),
    code(
      "s",
      "export async function main() { console.log('on'); await new Promise((r) => setTimeout(r, 2500)); return 2; }",
    ),
  ]);
  const running = command(folder(path));
  await until(() => running.stderr().includes("on\n"));
  running.child.kill("SIGINT");
  const stopped = await running.ended;
  expect(stopped.code).toBe(130);
  const { error } = JSON.parse(stopped.stdout);
  const runId = /resume ([0-9a-f-]{36})/.exec(error.message)?.[1] ?? "";
  expect(await command("resume", runId).ended).toMatchObject({ code: 0, stdout: "2\n" });
});

test("what is wrong or not supported is refused by its place in the file, before anything runs", async () => {
  const path = workspace.flow(
    "wrong",
    [
      { ...value("a", "1"), cache_ignore_s3_path: true, stopp_after_if: {} },
      { id: "b", value: { type: "aiagent" } },
      { id: "c", value: { type: "rawscript", language: "python3", content: "", input_transforms: {} } },
    ],
    { same_worker: true },
  );
  const { code: exit, stdout } = await command(folder(path)).ended;
  expect(exit).toBe(1);
  const { error } = JSON.parse(stdout);
  expect(error.code).toBe("INVALID_INPUT");
  expect(error.details.map((problem: { path: string }) => problem.path)).toEqual([
    "value.modules[0].cache_ignore_s3_path",
    "value.modules[0].stopp_after_if",
    "value.modules[1].value.type",
    "value.modules[2].value.language",
    "value.same_worker",
  ]);
  expect((await command("f/meal-planner/workflows/absent").ended).stdout).toContain("NOT_FOUND");
});
