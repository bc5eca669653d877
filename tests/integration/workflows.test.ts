import { afterAll, beforeAll, expect, test } from "vitest";
import { setUp } from "../../f/meal-planner/handlers/database/set_up.ts";
import { closeFlows, decideFlow, FLOWS, runFlow } from "../../local/flows/flow_runner.ts";
import { type JobContext, openJobContext, runJob } from "../../local/jobs/job_context.ts";
import { loadSampleHousehold } from "../../local/start/local_household.ts";
import { useTestDatabase } from "./test_database.ts";

const test_ = useTestDatabase();
let context: JobContext;

beforeAll(async () => {
  await setUp(test_.database);
  await loadSampleHousehold(test_.database);
  context = openJobContext({
    database: async () => test_.resource,
    ...FLOWS,
    log: () => undefined,
    onOutput: () => undefined,
  });
});

afterAll(async () => {
  await context.close();
  await closeFlows(context);
});

const flow = (name: string) => `f/meal-planner/workflows/${name}`;

test("the bus's flows do their upkeep and deliver what is due", async () => {
  expect(await runFlow(flow("maintenance"), {}, context)).toMatchObject({
    success: true,
    result: { partitions_dropped: [] },
  });
  const { result } = await runFlow(flow("dispatch_events"), { max_seconds: 60 }, context);
  expect(result).toMatchObject({ remaining: 0, dead_lettered: 0 });
});

test("the weekly flow shows its plan, and activates it with its list once someone approves", async () => {
  const runId = crypto.randomUUID();
  let shown: unknown;
  const { success, result } = await runFlow(flow("weekly_meal_plan"), { days: 2 }, context, {
    runId,
    onEvent: (event) => {
      if (event.kind !== "waiting") return;
      shown = event.shown;
      void decideFlow(runId, { approved: true, approver: "ann", payload: {} }, context);
    },
  });
  expect(shown).toMatchObject({ state: "generated", days: 2 });
  expect(success).toBe(true);
  expect(result).toMatchObject({ list_id: expect.any(String) });
  const { plan_id } = shown as { plan_id: string };
  const plan = await runJob("f/meal-planner/handlers/meal_planning/get_plan/script", { plan_id }, context);
  expect(plan).toMatchObject({ success: true, result: { state: "active" } });
});

test("a flow that fails is kept as a dead letter with its input, and can be redriven by a flow", async () => {
  const outcome = await runFlow(flow("weekly_meal_plan"), { days: 99, approval: false }, context);
  expect(outcome).toMatchObject({ success: false, error: { extra: { code: "INVALID_INPUT" } } });
  const list = await runJob("f/meal-planner/patterns/dlq/list/script", { kind: "job" }, context);
  expect(list).toMatchObject({
    success: true,
    result: { dead_letters: [{ target: flow("weekly_meal_plan"), code: "INVALID_INPUT" }] },
  });
  const runId = crypto.randomUUID();
  const redrive = await runFlow(flow("dead_letter_redrive"), { filter: { kind: "job" } }, context, {
    runId,
    onEvent: (event) => {
      if (event.kind !== "waiting") return;
      expect(event.shown).toMatchObject({ dry_run: true, would_redrive: 1 });
      void decideFlow(runId, { approved: false, approver: "ann", payload: {} }, context);
    },
  });
  expect(redrive).toMatchObject({ success: false, error: { name: "SuspendedDisapproved" } });
});
