import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { setUp } from "../../f/meal-planner/handlers/database/set_up.ts";
import { ALERT_CHANNEL } from "../../f/meal-planner/patterns/alerts/alert_channel.ts";
import { closeFlows, decideFlow, FLOWS, runFlow } from "../../local/flows/flow_runner.ts";
import { type JobContext, openJobContext, runJob } from "../../local/jobs/job_context.ts";
import { localValues } from "../../local/jobs/workspace_values.ts";
import { loadSampleHousehold } from "../../local/start/local_household.ts";
import { useTestDatabase } from "./test_database.ts";

const test_ = useTestDatabase();
let context: JobContext;
let server: Server;
let site = "";
let values = "";
const messages: { title: string; text: string }[] = [];

const page = (name: string) =>
  `<script type="application/ld+json">${JSON.stringify({
    "@type": "Recipe",
    name,
    recipeYield: "2 servings",
    recipeIngredient: ["200 g red lentils", "2 tbsp zorblax paste"],
  })}</script>`;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      if (request.url === "/messages") messages.push(JSON.parse(body));
      const known = /^\/(recipe|messages)/.test(request.url ?? "");
      response.writeHead(known ? 200 : 404, { "content-type": "text/html" }).end(page(`Soup ${request.url}`));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
  process.env.MEAL_PLANNER_PRIVATE_HOSTS = `127.0.0.1:${port}`;
  await setUp(test_.database);
  await loadSampleHousehold(test_.database);
  values = mkdtempSync(join(tmpdir(), "workspace-values-"));
  context = openJobContext({
    database: async () => test_.resource,
    ...FLOWS,
    values: localValues({ database: async () => test_.resource, folder: values }),
    log: () => undefined,
    onOutput: () => undefined,
  });
  const channel = { url: `${site}/messages`, format: "json" };
  await context.values.setResource(ALERT_CHANNEL, { value: channel, resource_type: "notification_channel" });
});

beforeEach(() => {
  messages.length = 0;
});

afterAll(async () => {
  delete process.env.MEAL_PLANNER_PRIVATE_HOSTS;
  await context.close();
  await closeFlows(context);
  await new Promise((resolve) => server.close(resolve));
  rmSync(values, { recursive: true });
});

const flow = (name: string) => `f/meal-planner/workflows/${name}`;

/** Runs a flow, and answers its question once it asks. */
async function approve(
  name: string,
  args: Record<string, unknown>,
  answer: (shown: unknown) => { approved: boolean; payload: unknown },
) {
  const runId = crypto.randomUUID();
  let shown: unknown;
  const outcome = await runFlow(flow(name), args, context, {
    runId,
    onEvent: (event) => {
      if (event.kind !== "waiting") return;
      shown = event.shown;
      void decideFlow(runId, { approver: "ann", ...answer(shown) }, context);
    },
  });
  return { ...outcome, shown };
}

const yes = () => ({ approved: true, payload: {} });
const job = async (path: string, args: Record<string, unknown>) => {
  const outcome = await runJob(`f/meal-planner/${path}/script`, args, context);
  if (!outcome.success) throw new Error(outcome.error.message);
  return outcome.result;
};

const chainOf = async (runId: string) => {
  const { rows } = await test_.database.query<{ detail_type: string; plan_id: string | null }>(
    `select detail_type, detail ->> 'plan_id' as plan_id from meal_planner.events
     where correlation_id = $1::uuid order by id`,
    [runId],
  );
  return rows;
};

test("the bus's flows do their upkeep and deliver what is due", async () => {
  expect(await runFlow(flow("maintenance"), {}, context)).toMatchObject({
    success: true,
    result: { partitions_dropped: [] },
  });
  const { runId, result } = await runFlow(flow("dispatch_events"), { max_seconds: 60 }, context);
  expect(result).toMatchObject({ remaining: 0, dead_lettered: 0 });
  // What reactions emit belongs to the chain that they react to, not to the run that delivered.
  expect(await chainOf(runId)).toEqual([]);
});

test("the weekly flow shows the plan to whoever decides, tells them, and activates it with its list once approved", async () => {
  const { runId, success, result, shown } = await approve("weekly_meal_plan", { days: 2 }, yes);
  expect(shown).toMatchObject({
    resume: expect.stringContaining("http"),
    description: { markdown: expect.stringMatching(/\| Day \| breakfast .*Days met/s) },
  });
  expect(success).toBe(true);
  const { plan_id } = result as { plan_id: string };
  expect(await job("handlers/meal_planning/get_plan", { plan_id })).toMatchObject({ state: "active" });
  const { rows } = await test_.database.query(
    "select state from meal_planner.shopping_lists where plan_id = $1::uuid",
    [plan_id],
  );
  expect(rows).toEqual([{ state: "open" }]);
  // All that the run did is one chain, by the run's own id, with what came of it.
  await job("events/bus/dispatch", { max_seconds: 20 });
  const chain = await chainOf(runId);
  for (const type of ["MealPlanGenerated", "MealPlanActivated", "ShoppingListCreated"]) {
    expect(chain.filter((one) => one.detail_type === type)).toMatchObject([{ plan_id }]);
  }
  expect(messages.map(({ text }) => text.includes("Approve or refuse: http"))).toEqual([true, false]);
});

test("an approval of the week doesn't count for a plan that was changed meanwhile", async () => {
  const runId = crypto.randomUUID();
  const args = { days: 2, start_date: "2099-03-02" };
  const outcome = await runFlow(flow("weekly_meal_plan"), args, context, {
    runId,
    onEvent: (event) => {
      if (event.kind === "waiting") void changeAndApprove(runId);
    },
  });
  expect(outcome).toMatchObject({
    success: false,
    error: { step_id: "activate", extra: { code: "CONFLICT" } },
  });
});

async function changeAndApprove(runId: string): Promise<void> {
  const { rows } = await test_.database.query<Record<string, unknown>>(
    `select plan_id, version, m.date, m.position from meal_planner.plan_meals m join meal_planner.meal_plans using (plan_id)
     where start_date = '2099-03-02' limit 1`,
  );
  await job("handlers/meal_planning/lock_meal", { ...rows[0] });
  await decideFlow(runId, { approved: true, approver: "ann", payload: {} }, context);
}

test("a flow that fails is kept as a dead letter with its input, and can be redriven by a flow", async () => {
  const outcome = await runFlow(flow("weekly_meal_plan"), { days: 99, approval: false }, context);
  expect(outcome).toMatchObject({ success: false, error: { extra: { code: "INVALID_INPUT" } } });
  expect(await job("patterns/dlq/list", { kind: "job", code: "INVALID_INPUT" })).toMatchObject({
    dead_letters: [{ target: flow("weekly_meal_plan"), code: "INVALID_INPUT" }],
  });
  const filter = { kind: "job", code: "INVALID_INPUT" };
  const redrive = await approve("dead_letter_redrive", { filter }, (shown) => {
    expect(shown).toMatchObject({ dry_run: true, would_redrive: 1 });
    return { approved: false, payload: {} };
  });
  expect(redrive).toMatchObject({ success: false, error: { name: "SuspendedDisapproved" } });
  expect(await job("patterns/dlq/list", { kind: "job", classification: "declined" })).toMatchObject({
    dead_letters: [{ target: flow("dead_letter_redrive"), code: "DISAPPROVED" }],
  });
});

test("recipes of many pages are imported side by side, and each failure is kept with its page", async () => {
  const urls = [`${site}/recipe/1`, `${site}/gone`, `${site}/recipe/2`, "no address"];
  const { success, result } = await runFlow(flow("batch_import_recipes"), { urls }, context);
  expect(success).toBe(true);
  expect(result).toMatchObject({
    imported: 2,
    failed: 2,
    items: [
      { source: urls[0], outcome: "imported", name: "Soup /recipe/1" },
      { source: urls[1], outcome: "failed", reason: expect.stringContaining("404") },
      { source: urls[2], outcome: "imported" },
      { source: urls[3], outcome: "failed" },
    ],
  });
});

test("a recipe's unsure lines are looked at by a person, whose word then counts", async () => {
  const args = { url: `${site}/recipe/3`, publish: false };
  const confirmed = { line: "2 tbsp zorblax paste", food_id: await foodId("tomato paste") };
  const { success, result, shown } = await approve("recipe_lifecycle", args, () => ({
    approved: true,
    payload: { confirmations: [confirmed] },
  }));
  expect(shown).toMatchObject({ description: { markdown: expect.stringContaining("zorblax paste") } });
  expect(success).toBe(true);
  expect(result).toMatchObject({ recipes: [{ name: "Soup /recipe/3", coverage_by_mass: 1 }], unsure: 0 });
  const refused = await runFlow(flow("recipe_lifecycle"), { content: "[]" }, context);
  expect(refused).toMatchObject({ success: false, error: { name: "EarlyStopError" } });
});

async function foodId(name: string): Promise<string> {
  const { foods } = (await job("handlers/nutrition/search_foods", { query: name })) as {
    foods: { food_id: string }[];
  };
  return foods[0]!.food_id;
}

test("days are judged once and the household is told, and the week is shown as a page with a chart", async () => {
  const { rows } = await test_.database.query<{ yesterday: string; name: string }>(
    `select (now() at time zone h.time_zone)::date - 1 as yesterday, p.name
     from meal_planner.households h join meal_planner.people p using (household_id)
     where h.is_default order by p.name limit 1`,
  );
  const { yesterday, name } = rows[0]!;
  await test_.database.query("update meal_planner.nutrition_goals set valid_from = valid_from - 30");
  await job("handlers/nutrition/log_food", {
    person: name,
    date: yesterday,
    line: "100 g red lentils",
  });
  const { result } = await runFlow(flow("daily_compliance_check"), { person: name }, context);
  expect(result).toMatchObject({ news: 1, text: expect.stringContaining(`${name}, ${yesterday}: missed`) });
  expect(messages).toMatchObject([{ title: "Goals were missed on 1 day" }]);
  expect((await runFlow(flow("daily_compliance_check"), { person: name }, context)).result).toMatchObject({
    news: 0,
  });
  expect(messages).toHaveLength(1);
  const week = await runFlow(flow("nutrition_analysis"), { person: name, date: yesterday }, context);
  expect(week.result).toMatchObject({
    render_all: [
      { markdown: expect.stringContaining(`**${name}** logged 1`) },
      { svg: expect.stringMatching(/^<svg .*<rect .*<\/svg>$/s) },
      { "table-row-object": expect.arrayContaining([expect.objectContaining({ who: name })]) },
    ],
  });
});
