import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type ScheduleHealth, scheduleHealth } from "../../f/meal-planner/events/bus/schedule_health.ts";
import { setUp } from "../../f/meal-planner/handlers/database/set_up.ts";
import { decideFlow, flowStore } from "../../local/flows/flow_runner.ts";
import { REPOSITORY } from "../../local/repository.ts";
import { isOn } from "../../local/schedules/default_choice.ts";
import { loadSchedules } from "../../local/schedules/schedule_file.ts";
import { type ScheduleEvent, ScheduleRunner } from "../../local/schedules/schedule_runner.ts";
import { ScheduleStore } from "../../local/schedules/schedule_store.ts";
import { ScheduleWords } from "../../local/schedules/schedule_words.ts";
import { failing, useFlowWorkspace, value } from "./flow_workspace.ts";
import { runScript } from "./run_script.ts";

const workspace = useFlowWorkspace();
const YEARLY = "0 0 0 1 1 *";
const NAME = "f/t/probe";

type Row = {
  next_at: Date | null;
  run_id: string | null;
  failures: number;
  last_run: { success: boolean } | null;
};

/** The one schedule of the test's workspace, for a flow of these modules. */
function schedule(
  modules: Record<string, unknown>[],
  cron = YEARLY,
  args: Record<string, unknown> = {},
): void {
  const script_path = workspace.flow("probe", modules);
  mkdirSync(join(workspace.root, "f/t"), { recursive: true });
  const content = {
    summary: "Probe",
    schedule: cron,
    timezone: "Etc/UTC",
    cron_version: "v2",
    enabled: true,
  };
  const file = stringify({ ...content, script_path, is_flow: true, args, no_flow_overlap: true });
  writeFileSync(join(workspace.root, `${NAME}.schedule.yaml`), file);
}

const query = async <T extends Record<string, unknown>>(sql: string) =>
  (await workspace.test.database.query<T>(sql)).rows;
const row = async () => (await query<Row>("select * from meal_planner.schedules"))[0];
const runs = () =>
  query<{ id: string; status: string; args: unknown }>(
    "select id, status, args from meal_planner_local.flow_runs",
  );
const makeDue = (ago: string) =>
  query(
    `update meal_planner.schedules set next_at = clock_timestamp() - interval '${ago}' where run_id is null`,
  );

/** A process that runs schedules, until `stop`. */
async function startRunner(options: { householdId?: string } = {}) {
  const stopped = new AbortController();
  const events: ScheduleEvent[] = [];
  const context = workspace.open();
  const runner = new ScheduleRunner(workspace.test.database, context, {
    ...{ signal: stopped.signal, pollMs: 10, onEvent: (event) => events.push(event), ...options },
  });
  await runner.takeOver();
  const done = runner.run();
  return {
    events,
    context,
    async stop() {
      stopped.abort("SIGINT");
      await done;
    },
  };
}

async function until(met: () => Promise<boolean>): Promise<void> {
  while (!(await met())) await sleep(10);
}
const ended = async () => {
  const known = await row();
  return known?.last_run != null && known.run_id === null;
};
const planned = async () => (await row())?.next_at != null;

beforeAll(async () => {
  await flowStore(workspace.open());
});
beforeEach(() => query("truncate meal_planner.schedules, meal_planner_local.flow_runs cascade"));

describe("a schedule that is due", () => {
  test("runs once, however many look after it and however often it was missed", async () => {
    schedule([], "0 * * * * *", { a: 1 });
    const runners = await Promise.all([startRunner(), startRunner(), startRunner()]);
    await until(planned);
    await makeDue("3 hours");
    await until(ended);
    await sleep(100);
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(await runs()).toEqual([{ id: expect.any(String), status: "succeeded", args: { a: 1 } }]);
    expect((await row())?.next_at?.getTime()).toBeGreaterThan(Date.now());
    const told = runners.flatMap(({ events }) => events.map(({ kind }) => kind));
    expect(told).toEqual(["started", "ended"]);
  });

  test("fails, is told of, and goes on at its next time", async () => {
    schedule([failing("a", "the oven is cold")]);
    const runner = await startRunner();
    await until(planned);
    for (const failures of [1, 2]) {
      await makeDue("1 second");
      await until(async () => (await row())?.failures === failures);
    }
    const { schedules } = await runScript<{ schedules: ScheduleHealth[] }>(
      "events/bus/schedule_health",
      {},
      workspace.test.resource,
    );
    expect(schedules.find((one) => one.schedule === NAME)).toMatchObject({
      state: "late",
      runner: { on: true, failures: 2, last_run: { success: false, error: { message: "the oven is cold" } } },
    });
    schedule([]);
    await makeDue("1 second");
    await until(async () => (await row())?.failures === 0);
    await runner.stop();
    const health = await scheduleHealth(workspace.test.database);
    expect(health.schedules.find((one) => one.schedule === NAME)).toMatchObject({ state: "well" });
    expect(await runs()).toHaveLength(3);
  });

  test("whose flow can't be read fails like any other", async () => {
    schedule([{ id: "a", value: { type: "nonsense" } }]);
    const runner = await startRunner();
    await until(planned);
    await makeDue("1 second");
    await until(ended);
    await runner.stop();
    expect(await row()).toMatchObject({ failures: 1, last_run: { success: false } });
  });

  test("is stopped in the middle, and taken up where it was by the next process: the same run", async () => {
    const ask = { suspend: { required_events: 1, timeout: 600 } };
    schedule([value("a", "1", ask), value("b", "results.a + 1")], "* * * * * *");
    const first = await startRunner();
    await until(async () => first.events.some(({ kind }) => kind === "waiting"));
    await first.stop();
    const run_id = (await row())?.run_id ?? "";
    expect(await runs()).toEqual([{ id: run_id, status: "running", args: {} }]);
    // Not told of as failed: it hasn't ended.
    expect(first.events.map(({ kind }) => kind)).toEqual(["started", "waiting"]);

    const second = await startRunner();
    await until(async () => second.events.some(({ kind }) => kind === "waiting"));
    // Its next times come and go meanwhile, and none starts a second run.
    await sleep(1_100);
    expect(await runs()).toHaveLength(1);
    await decideFlow(run_id, { approved: true, approver: "test", payload: {} }, second.context);
    await until(ended);
    await second.stop();
    expect(second.events[0]).toMatchObject({ kind: "started", run: { run_id, resumed: true } });
    expect((await runs()).find(({ id }) => id === run_id)?.status).toBe("succeeded");
    expect((await row())?.last_run).toMatchObject({ success: true });
  });
});

test("a run whose process was killed is had by one other once its lease is over, and the dead one records nothing", async () => {
  schedule([]);
  const store = new ScheduleStore(workspace.test.database);
  await store.takeOver(loadSchedules(workspace.root));
  await query("update meal_planner.schedules set next_at = clock_timestamp()");
  const dead = await store.claim(NAME);
  expect(dead).toMatchObject({ resumed: false });
  expect(await store.claim(NAME)).toBeUndefined();
  expect((await store.read()).rows[0]?.open).toBe(false);
  await query("update meal_planner.schedules set leased_until = clock_timestamp()");
  const claims = await Promise.all(Array.from({ length: 8 }, () => store.claim(NAME)));
  const heirs = claims.filter((claim) => claim !== undefined);
  expect(heirs).toMatchObject([{ run_id: dead?.run_id, due_at: dead?.due_at, resumed: true }]);

  expect(await store.beat(dead!)).toBe(false);
  await store.giveBack(dead!);
  await store.finish(dead!, { success: true }, () => new Date());
  expect(await row()).toMatchObject({ run_id: dead?.run_id, last_run: null });
  expect(await store.beat(heirs[0]!)).toBe(true);
  const next = new Date("2099-01-01T00:00:00Z");
  await store.finish(heirs[0]!, { success: true }, () => next);
  expect(await row()).toMatchObject({ run_id: null, last_run: { success: true }, next_at: next });
});

test("switched off it doesn't run; switched on, or given another time, it waits for its next one", async () => {
  schedule([]);
  const runner = await startRunner();
  await until(planned);
  const set = (enabled?: boolean) =>
    runScript("events/bus/set_schedule_enabled", { path: NAME, enabled }, workspace.test.resource);
  await set(false);
  await until(async () => !(await planned()));
  await set(true);
  await until(planned);
  const zone = { cron: "0 30 7 * * *", timezone: "Asia/Kathmandu" };
  const store = new ScheduleStore(workspace.test.database);
  await store.choose(NAME, zone);
  await until(async () => (await row())?.next_at?.toISOString().slice(11) === "01:45:00.000Z");
  // Due by the times before the change is not due by these.
  await query(`update meal_planner.schedules set next_at = clock_timestamp(), cron = '${YEARLY}'`);
  await until(async () => (await row())?.next_at?.toISOString().slice(5, 16) === "12-31T18:15");
  await runner.stop();
  expect(await runs()).toEqual([]);
  await expect(
    runScript(
      "events/bus/set_schedule_enabled",
      { path: "f/t/none", enabled: true },
      workspace.test.resource,
    ),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a household that is run for is given to flows that take one", async () => {
  schedule([]);
  const path = workspace.flow("probe", [], {});
  writeFileSync(
    join(workspace.root, `${path}.flow/flow.yaml`),
    stringify({
      ...{ summary: "probe", value: { modules: [] } },
      schema: { type: "object", properties: { household_id: { type: "string" } } },
    }),
  );
  const runner = await startRunner({ householdId: "h1" });
  await until(planned);
  await makeDue("1 second");
  await until(ended);
  await runner.stop();
  expect((await runs())[0]?.args).toEqual({ household_id: "h1" });
});

describe("what is on without anybody's choice", () => {
  const files = loadSchedules();
  const on = (tandoor: boolean, fatSecret: boolean) =>
    files
      .filter((file) => isOn(file, null, { tandoor, fatSecret }))
      .map(({ path }) => path.split("/").at(-1))
      .sort();
  const upkeep = ["check_compliance", "dispatch_events", "maintenance", "tend_patterns"];

  test("is upkeep, and what keeps step with a connected account", () => {
    expect(on(false, false)).toEqual(upkeep);
    expect(on(true, false)).toEqual([...upkeep, "sync_tandoor"].sort());
    expect(on(false, true)).toEqual([...upkeep, "sync_fatsecret"].sort());
  });

  test("gives way to a choice", () => {
    for (const file of files) {
      expect(isOn(file, true, { tandoor: false, fatSecret: false })).toBe(true);
      expect(isOn(file, false, { tandoor: true, fatSecret: true })).toBe(false);
    }
  });
});

describe("what is told in the terminal", () => {
  const file = loadSchedules()[0]!;
  const run = { path: file.path, token: "", run_id: "r", due_at: new Date().toISOString(), resumed: false };
  const next = new Date(Date.now() + 60_000);
  const end = (message?: string): ScheduleEvent => ({
    ...{ kind: "ended", file, run, seconds: 1.25, next },
    ...(message && { error: { name: "Error", message } }),
  });

  test("is every run, and of what comes every minute only that it fails and is well again", () => {
    const heard = (often: boolean) => {
      const lines: string[] = [];
      const words = new ScheduleWords(
        (line) => lines.push(line),
        () => often,
      );
      for (const event of [
        { kind: "started", file, run } as const,
        end(),
        end("no"),
        end("no"),
        end(),
        end(),
      ]) {
        words.tell(event);
      }
      return lines;
    };
    const name = file.path.split("/").at(-1);
    expect(heard(true)).toEqual([
      expect.stringMatching(`^✗ ${name} failed: no\n  It runs again `),
      `✓ ${name} is well again`,
    ]);
    expect(heard(false)).toHaveLength(6);
    expect(heard(false)[1]).toMatch(/done in 1\.3 s; next /);
  });
});

describe("npm run schedules", () => {
  const { user, password, host, port, dbname } = workspace.test.resource;
  const DATABASE_URL = `postgres://${user}:${password}@${host}:${port}/${dbname}?sslmode=disable`;
  const command = async (...args: string[]) => {
    const bun = join(REPOSITORY, "node_modules", "bun", "bin", "bun.exe");
    const child = spawn(bun, ["local/schedules/schedules_command.ts", ...args], {
      ...{ cwd: REPOSITORY, env: { ...process.env, DATABASE_URL }, stdio: ["ignore", "pipe", "inherit"] },
    });
    if (!child.stdout) throw new Error("The output isn't piped.");
    const [out, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
    return { code, answer: JSON.parse(out) };
  };
  beforeAll(() => setUp(workspace.test.database));

  test("shows them, switches and sets one, and refuses what makes no sense", async () => {
    const [listed, set, wrong] = await Promise.all([
      command(),
      command("set", "weekly_meal_plan", "--cron", "0 30 7 * * 5", "--zone", "Europe/Berlin"),
      command("set", "sync_tandoor", "--zone", "Mars/Olympus"),
    ]);
    expect(listed.answer.schedules).toHaveLength(loadSchedules().length);
    expect(set.answer).toMatchObject({
      cron: "0 30 7 * * 5",
      timezone: "Europe/Berlin",
      on: false,
      next_at: null,
    });
    expect([wrong.code, wrong.answer.error.code]).toEqual([1, "INVALID_INPUT"]);
    const on = await command("on", "weekly_meal_plan");
    expect(on.answer).toMatchObject({ on: true, why: "as you chose", cron: "0 30 7 * * 5" });
    expect(new Date(on.answer.next_at).getTime()).toBeGreaterThan(Date.now());
  });
});
