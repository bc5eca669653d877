import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main as deleteRule } from "../../f/meal-planner/events/bus/delete_rule/script.ts";
import { main as dispatchDoor } from "../../f/meal-planner/events/bus/dispatch/script.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { main as listRules } from "../../f/meal-planner/events/bus/list_rules/script.ts";
import { main as putRule } from "../../f/meal-planner/events/bus/put_rule/script.ts";
import { main as setRuleEnabled } from "../../f/meal-planner/events/bus/set_rule_enabled/script.ts";
import { main as testEventPattern } from "../../f/meal-planner/events/bus/test_event_pattern/script.ts";
import { windmillJobs } from "../../f/meal-planner/events/bus/windmill_jobs.ts";
import { defineConsumer } from "../../f/meal-planner/events/consumers/consumer.ts";
import { CONSUMERS } from "../../f/meal-planner/events/consumers/registry.ts";
import { runConsumer } from "../../f/meal-planner/events/consumers/run_consumer.ts";
import { BUILT_IN_RULES } from "../../f/meal-planner/events/producers/built_in_rules.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { serveJobApi } from "../../local/jobs/job_api.ts";
import type { JobOutcome } from "../../local/jobs/job_outcome.ts";
import { type Job, JobRegistry } from "../../local/jobs/job_registry.ts";
import type { WorkspaceValues } from "../../local/jobs/workspace_values.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

beforeEach(() => emptyBus(db.database));

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: household, version: 1, name },
});
const SCRIPT = "f/meal-planner/handlers/recipes/get_recipe/script";

const put = (pattern: object, target: object, name = "mine") =>
  putRule(
    name,
    pattern,
    [{ id: "t", type: "script", path: SCRIPT, ...target }],
    true,
    "A test's rule.",
    db.resource,
  );

describe("rules", () => {
  test("are put, put again, listed, switched and deleted", async () => {
    expect(await put({ source: ["com.acme"] }, {})).toEqual({ name: "mine", created: true });
    expect(await put({ source: ["com.acme.orders"] }, {})).toEqual({ name: "mine", created: false });
    await setRuleEnabled("mine", false, db.resource);
    expect(await listRules("mine", db.resource)).toEqual({
      rules: [
        {
          name: "mine",
          description: "A test's rule.",
          event_pattern: { source: ["com.acme.orders"] },
          enabled: false,
          built_in: false,
          targets: [{ id: "t", type: "script", path: SCRIPT }],
        },
      ],
    });
    await deleteRule("mine", db.resource);
    await expect(deleteRule("mine", db.resource)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("of the code are listed like a user's, can be switched, and not replaced or deleted", async () => {
    const [first] = BUILT_IN_RULES;
    await setRuleEnabled(first!.name, true, db.resource);
    const { rules } = await listRules(first!.name, db.resource);
    expect(rules[0]).toMatchObject({
      name: first!.name,
      built_in: true,
      enabled: true,
      targets: [{ type: "inline", consumer: first!.consumers[0] }],
    });
    await expect(put({ source: ["x"] }, {}, first!.name)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(deleteRule(first!.name, db.resource)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  const invalid: [string, object, object, string, string][] = [
    ["a pattern that is none", { source: "com.acme" }, {}, "INVALID_EVENT_PATTERN", "event_pattern.source"],
    [
      "an unknown consumer",
      { source: ["x"] },
      { type: "inline", path: undefined, consumer: "nobody" },
      "INVALID_INPUT",
      "targets[0].consumer",
    ],
    [
      "a path outside of a workspace",
      { source: ["x"] },
      { path: "../etc" },
      "INVALID_INPUT",
      "targets[0].path",
    ],
    [
      "a url that is none",
      { source: ["x"] },
      { type: "http", path: undefined, url: "ftp://x" },
      "INVALID_INPUT",
      "targets[0].url",
    ],
    [
      "two inputs at once",
      { source: ["x"] },
      { input: {}, input_path: "$.detail" },
      "INVALID_INPUT",
      "targets[0]",
    ],
    [
      "too many retries",
      { source: ["x"] },
      { retry_policy: { maximum_retry_attempts: -1 } },
      "INVALID_INPUT",
      "targets[0].retry_policy.maximum_retry_attempts",
    ],
  ];
  test.each(invalid)("with %s are refused, with the place", async (_, pattern, target, code, path) => {
    await expect(put(pattern, target)).rejects.toMatchObject({
      code,
      details: [expect.objectContaining({ path })],
    });
    expect(await listRules("mine", db.resource)).toEqual({ rules: [] });
  });
});

test("a pattern is tried on an event without a database", async () => {
  expect(await testEventPattern({ a: "x" }, { a: [{ prefix: "x" }] })).toEqual({ result: true });
  expect(await testEventPattern({ a: "y" }, { a: ["x"] })).toEqual({ result: false });
  await expect(testEventPattern({ a: "y" }, { a: "x" })).rejects.toMatchObject({
    code: "INVALID_EVENT_PATTERN",
  });
});

test("the dispatch script says what it did", async () => {
  expect(await dispatchDoor(5, 10, db.resource)).toEqual({
    delivered: 0,
    retried: 0,
    dead_lettered: 0,
    remaining: 0,
  });
  await expect(dispatchDoor(-1, 10, db.resource)).rejects.toMatchObject({ code: "INVALID_INPUT" });
});

describe("a consumer by hand", () => {
  const echo = defineConsumer({
    name: "echo",
    eventTypes: ["RecipeCreated"],
    react: (tx, event) =>
      emit(tx, [{ type: "RecipeUpdated", detail: { ...rest(event.detail), changed: ["name"] } }], event),
  });
  const rest = ({
    household_id,
    recipe_id,
    version,
  }: {
    household_id: string;
    recipe_id: string;
    version: number;
  }) => ({
    household_id,
    recipe_id,
    version,
  });

  test("takes an event of the archive by its id", async () => {
    const [id] = await emit(db.database, [recipe("soup")]);
    expect(await runConsumer(db.resource, echo, { id })).toEqual({ consumer: "echo", event_id: id });
    const { rows } = await db.database.query(
      "select causation_id from meal_planner.events where detail_type = 'RecipeUpdated'",
    );
    expect(rows).toEqual([{ causation_id: id }]);
  });

  test("refuses an event that is none, isn't there, or isn't for it", async () => {
    await expect(runConsumer(db.resource, echo, { id: "x" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
    await expect(runConsumer(db.resource, echo, { id: household })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const [id] = await emit(db.database, [
      {
        type: "RecipeDeleted",
        detail: { household_id: household, recipe_id: household, name: "x", archived: false },
      },
    ]);
    await expect(runConsumer(db.resource, echo, { id })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("echo takes RecipeCreated"),
    });
  });
});

describe("a script target on the runner's API, as Windmill answers it", () => {
  const given: Record<string, string | undefined> = {};
  let close: () => Promise<void>;
  let outcome: JobOutcome;
  const ran: Job[] = [];

  beforeEach(async () => {
    ran.length = 0;
    const jobs = new JobRegistry(async (job, _signal, started) => {
      started();
      ran.push(job);
      return outcome;
    });
    const api = await serveJobApi({} as WorkspaceValues, jobs);
    close = api.close;
    for (const name of ["BASE_INTERNAL_URL", "WM_TOKEN", "WM_WORKSPACE"]) given[name] = process.env[name];
    Object.assign(process.env, { BASE_INTERNAL_URL: api.url, WM_TOKEN: api.token, WM_WORKSPACE: "local" });
  });

  afterEach(async () => {
    for (const [name, value] of Object.entries(given)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await close();
  });

  const run = async () => {
    await put(
      { source: ["meal-planner.recipes"] },
      {
        input_transformer: {
          input_paths_map: { id: "$.detail.recipe_id" },
          input_template: '{"recipe_id": <id>}',
        },
      },
    );
    await emit(db.database, [recipe("soup")]);
    const first = await dispatch(db.database, { jobs: windmillJobs });
    await db.database.query("update meal_planner.deliveries set due_at = now()");
    return [first, await dispatch(db.database, { jobs: windmillJobs })];
  };

  test("is started with its arguments, and delivered once it has succeeded", async () => {
    outcome = { success: true, result: 1 };
    expect(await run()).toMatchObject([
      { delivered: 0, remaining: 1 },
      { delivered: 1, remaining: 0 },
    ]);
    expect(ran[0]!.request).toMatchObject({ path: SCRIPT, args: { recipe_id: household } });
  });

  test("that fails keeps its own error's code", async () => {
    const extra = { code: "NOT_FOUND", retryable: false };
    outcome = { success: false, error: { name: "NotFound", message: "There is no recipe.", extra } };
    expect(await run()).toMatchObject([{ remaining: 1 }, { dead_lettered: 1, remaining: 0 }]);
    const { rows } = await db.database.query("select error_code, exhausted from meal_planner.dead_letters");
    expect(rows).toEqual([{ error_code: "NOT_FOUND", exhausted: "not_retryable" }]);
  });
});

test("every inline consumer has a built-in rule, by which put_rule knows its name", () => {
  const named = new Set(BUILT_IN_RULES.flatMap((rule) => rule.consumers));
  expect(CONSUMERS.map((consumer) => consumer.name).filter((name) => !named.has(name))).toEqual([]);
});
