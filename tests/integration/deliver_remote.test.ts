import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import type { JobRequest, JobRunner, JobState } from "../../f/meal-planner/events/bus/job_runner.ts";
import { putRuleInput } from "../../f/meal-planner/events/bus/rule.ts";
import { putRule } from "../../f/meal-planner/events/bus/rule_store.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: household, version: 1, name },
});

type Call = { key: string; body: { detail: { name: string } } };

/** An endpoint on this machine that answers what `answer` says. */
const endpoint = {
  calls: [] as Call[],
  running: 0,
  mostAtOnce: 0,
  answer: (_: Call): { status: number; headers?: Record<string, string>; afterMs?: number } => ({
    status: 200,
  }),
};
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const call = { key: String(request.headers["idempotency-key"]), body: JSON.parse(text) };
    endpoint.calls.push(call);
    endpoint.mostAtOnce = Math.max(endpoint.mostAtOnce, ++endpoint.running);
    const { status, headers = {}, afterMs = 0 } = endpoint.answer(call);
    await sleep(afterMs);
    endpoint.running--;
    response.writeHead(status, headers).end("said so");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});

afterAll(() => {
  server.close();
});

beforeEach(async () => {
  Object.assign(endpoint, { calls: [], running: 0, mostAtOnce: 0, answer: () => ({ status: 200 }) });
  await emptyBus(db.database);
});

async function rule(target: Record<string, unknown>): Promise<void> {
  const input = putRuleInput.parse({
    name: "out",
    event_pattern: { source: ["meal-planner.recipes"] },
    targets: [{ id: "t", ...target }],
  });
  await db.database.transaction((tx) => putRule(tx, input));
}

const emitAll = (names: string[]) => emit(db.database, names.map(recipe));

async function makeDue(): Promise<void> {
  await db.database.query(
    "update meal_planner.deliveries set due_at = now() where lease_token is null and due_at is not null",
  );
}

test("an endpoint gets the envelope, and the same key on every try", async () => {
  await rule({ type: "http", url });
  endpoint.answer = () => ({ status: endpoint.calls.length === 1 ? 503 : 200 });
  const [id] = await emitAll(["soup"]);
  expect(await dispatch(db.database)).toEqual({ delivered: 0, retried: 1, dead_lettered: 0, remaining: 1 });
  await makeDue();
  expect(await dispatch(db.database)).toEqual({ delivered: 1, retried: 0, dead_lettered: 0, remaining: 0 });
  expect(endpoint.calls.map((call) => call.key)).toEqual([`${id}:out:t`, `${id}:out:t`]);
  expect(endpoint.calls[0]!.body).toMatchObject({
    id,
    "detail-type": "RecipeCreated",
    detail: { name: "soup" },
  });
});

test("an endpoint that says when to come back is obeyed", async () => {
  await rule({ type: "http", url });
  endpoint.answer = () => ({ status: 429, headers: { "retry-after": "120" } });
  await emitAll(["soup"]);
  await dispatch(db.database);
  const { rows } = await db.database.query(
    "select round(extract(epoch from due_at - now()) / 10) as tens, errors->0->>'code' as code from meal_planner.deliveries",
  );
  expect(rows).toEqual([{ tens: 12, code: "RATE_LIMITED" }]);
});

test("an endpoint that refuses makes a dead letter at once", async () => {
  await rule({ type: "http", url });
  endpoint.answer = () => ({ status: 422 });
  await emitAll(["soup"]);
  expect(await dispatch(db.database)).toMatchObject({ dead_lettered: 1, remaining: 0 });
});

test("an input transformer shapes what is sent", async () => {
  await rule({
    type: "http",
    url,
    input_transformer: {
      input_paths_map: { name: "$.detail.name", none: "$.detail.nothing" },
      input_template:
        '{"text": "New: <name>, by <aws.events.rule-name>", "name": <name>, "none": <none>, "event": <aws.events.event.json>}',
    },
  });
  const [id] = await emitAll(['"quoted" soup']);
  await dispatch(db.database);
  expect(endpoint.calls[0]!.body).toMatchObject({
    text: 'New: "quoted" soup, by out',
    name: '"quoted" soup',
    event: { id },
  });
  expect(endpoint.calls[0]!.body).not.toHaveProperty("none");
});

test("a target takes no more at once than its limit, whoever dispatches", async () => {
  await rule({ type: "http", url, max_concurrency: 2 });
  endpoint.answer = () => ({ status: 200, afterMs: 20 });
  await emitAll(Array.from({ length: 20 }, (_, at) => `n${at}`));
  const reports = await Promise.all([1, 2, 3, 4].map(() => dispatch(db.database)));
  while ((await dispatch(db.database)).remaining > 0) await sleep(10);
  expect(endpoint.mostAtOnce).toBeLessThanOrEqual(2);
  expect(new Set(endpoint.calls.map((call) => call.key)).size).toBe(20);
  expect(endpoint.calls).toHaveLength(20);
  expect(reports.length).toBe(4);
});

test("an ordered endpoint gets events of a key one after the other, also across a retry", async () => {
  await rule({ type: "http", url, ordering_key: "$.detail.household_id" });
  endpoint.answer = (call) => ({
    status: call.body.detail.name === "b" && endpoint.calls.length === 2 ? 500 : 200,
  });
  await emitAll(["a", "b", "c"]);
  await dispatch(db.database);
  await makeDue();
  await dispatch(db.database);
  expect(endpoint.calls.map((call) => call.body.detail.name)).toEqual(["a", "b", "b", "c"]);
});

test("an endpoint with an order and a limit keeps both, also across a retry", async () => {
  await rule({ type: "http", url, ordering_key: "$.detail.household_id", max_concurrency: 2 });
  endpoint.answer = (call) => ({
    status: call.body.detail.name === "b" && endpoint.calls.length === 2 ? 500 : 200,
  });
  await emitAll(["a", "b", "c"]);
  await Promise.all([dispatch(db.database), dispatch(db.database)]);
  await makeDue();
  while ((await dispatch(db.database)).remaining > 0) await sleep(10);
  expect(endpoint.calls.map((call) => call.body.detail.name)).toEqual(["a", "b", "b", "c"]);
});

test("a long call keeps its lease by the heartbeat, so that nobody else makes it too", async () => {
  await rule({ type: "http", url });
  endpoint.answer = () => ({ status: 200, afterMs: 1500 });
  await emitAll(["slow"]);
  const first = dispatch(db.database, { leaseSeconds: 0.5 });
  await sleep(1000);
  await dispatch(db.database, { leaseSeconds: 0.5 });
  expect((await first).delivered).toBe(1);
  expect(endpoint.calls).toHaveLength(1);
});

test("a dispatcher that outlived its lease can't complete what another one has taken over", async () => {
  await rule({ type: "http", url });
  endpoint.answer = () => ({
    status: endpoint.calls.length === 1 ? 200 : 500,
    afterMs: endpoint.calls.length === 1 ? 600 : 0,
  });
  await emitAll(["paused"]);
  const paused = dispatch(db.database);
  while (endpoint.calls.length === 0) await sleep(10);
  // What the end of a lease looks like to others, while the first dispatcher is still at it.
  await db.database.query("update meal_planner.deliveries set due_at = now()");
  expect(await dispatch(db.database)).toMatchObject({ retried: 1 });
  expect(await paused).toMatchObject({ delivered: 0, retried: 0, remaining: 1 });
});

/** Jobs that end when the test says so, in place of Windmill. */
class JobsInMemory implements JobRunner {
  readonly started: JobRequest[] = [];
  readonly ends = new Map<string, JobState>();

  async start(job: JobRequest): Promise<string> {
    this.started.push(job);
    return job.id;
  }

  async state(jobId: string): Promise<JobState> {
    return this.ends.get(jobId) ?? { state: "running" };
  }
}

test("a job's delivery is done when the job has succeeded, not when it was started", async () => {
  await rule({ type: "script", path: "f/meal-planner/handlers/recipes/get_recipe/script" });
  const jobs = new JobsInMemory();
  const [id] = await emitAll(["soup"]);
  expect(await dispatch(db.database, { jobs })).toMatchObject({ delivered: 0, remaining: 1 });
  expect(jobs.started).toMatchObject([
    { kind: "script", args: { idempotency_key: `${id}:out:t`, event: { id, detail: { name: "soup" } } } },
  ]);
  await makeDue();
  expect(await dispatch(db.database, { jobs })).toMatchObject({ delivered: 0, remaining: 1 });
  jobs.ends.set(jobs.started[0]!.id, { state: "succeeded" });
  await makeDue();
  expect(await dispatch(db.database, { jobs })).toMatchObject({ delivered: 1, remaining: 0 });
  expect(jobs.started).toHaveLength(1);
});

test("a failed job's error reaches the retry policy and the dead letter", async () => {
  await rule({
    type: "flow",
    path: "f/meal-planner/workflows/weekly_plan",
    retry_policy: { maximum_retry_attempts: 1 },
  });
  const jobs = new JobsInMemory();
  await emitAll(["soup"]);
  for (let round = 0; round < 4; round++) {
    await dispatch(db.database, { jobs });
    for (const { id } of jobs.started) {
      jobs.ends.set(id, {
        state: "failed",
        error: { name: "Upstream", message: "It is away.", code: "UPSTREAM_UNAVAILABLE" },
      });
    }
    await makeDue();
  }
  expect(new Set(jobs.started.map((job) => job.id)).size).toBe(2);
  const { rows } = await db.database.query(
    "select error_code, exhausted, jsonb_array_length(attempts) as attempts, target->>'path' as path from meal_planner.dead_letters",
  );
  expect(rows).toEqual([
    {
      error_code: "UPSTREAM_UNAVAILABLE",
      exhausted: "maximum_retry_attempts",
      attempts: 2,
      path: "f/meal-planner/workflows/weekly_plan",
    },
  ]);
});
