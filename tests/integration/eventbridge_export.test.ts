import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ExportedRule } from "../../f/meal-planner/events/bus/eventbridge_export.ts";
import { exportEvent } from "../../f/meal-planner/events/bus/eventbridge_export.ts";
import { main as exportRules } from "../../f/meal-planner/events/bus/export_rules/script.ts";
import { main as listRules } from "../../f/meal-planner/events/bus/list_rules/script.ts";
import { main as putRule } from "../../f/meal-planner/events/bus/put_rule/script.ts";
import { main as queryEvents } from "../../f/meal-planner/events/bus/query_events/script.ts";
import { BUILT_IN_RULES } from "../../f/meal-planner/events/producers/built_in_rules.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { compilePattern } from "../../f/meal-planner/events/producers/event_pattern.ts";
import { putEvents } from "../../f/meal-planner/events/producers/put_events.ts";
import { EVENT_DEFINITIONS } from "../../f/meal-planner/events/schemas/catalogue.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

// The limits of docs.aws.amazon.com/eventbridge/latest/APIReference: PutRule, PutTargets, Target, and their parts.
const json = z.string().refine((text) => JSON.parse(text) !== undefined);
const jsonPath = z.string().max(256).startsWith("$");
const busName = z.string().regex(/^[/.\-_A-Za-z0-9]{1,1600}$/);
const ruleName = z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/);
const putRuleRequest = z.strictObject({
  Name: ruleName,
  EventBusName: busName,
  Description: z.string().min(1).max(512).optional(),
  State: z.enum(["ENABLED", "DISABLED"]),
  EventPattern: json.max(4096),
});
const target = z
  .strictObject({
    Id: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/),
    Arn: z
      .string()
      .max(1600)
      .regex(
        /^arn:aws:(lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9_-]{1,64}|states:[a-z0-9-]+:\d{12}:stateMachine:[A-Za-z0-9_-]{1,80}|events:[a-z0-9-]+:\d{12}:api-destination\/[.\-_A-Za-z0-9]{1,64})$/,
      ),
    RoleArn: z
      .string()
      .max(1600)
      .regex(/^arn:aws:iam::\d{12}:role\/[\w+=,.@-]{1,64}$/)
      .optional(),
    Input: json.max(8192).optional(),
    InputPath: jsonPath.optional(),
    InputTransformer: z
      .strictObject({
        InputPathsMap: z
          .record(z.string().regex(/^(?!AWS)[A-Za-z0-9_-]{1,256}$/), jsonPath)
          .refine((map) => Object.keys(map).length <= 100),
        InputTemplate: z.string().min(1).max(8192),
      })
      .optional(),
    RetryPolicy: z.strictObject({
      MaximumRetryAttempts: z.int().min(0).max(185),
      MaximumEventAgeInSeconds: z.int().min(60).max(86_400),
    }),
    DeadLetterConfig: z.strictObject({
      Arn: z
        .string()
        .max(1600)
        .regex(/^arn:aws:sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}$/),
    }),
  })
  .refine(
    (one) =>
      [one.Input, one.InputPath, one.InputTransformer].filter((input) => input !== undefined).length <= 1,
  )
  .refine((one) => one.Arn.includes(":lambda:") || one.RoleArn !== undefined);
const putTargetsRequest = z.strictObject({
  Rule: ruleName,
  EventBusName: busName,
  Targets: z.array(target).min(1).max(5),
});

beforeEach(() => emptyBus(db.database));

const exported = async (): Promise<ExportedRule[]> =>
  (await exportRules("210987654321", "eu-west-1", "kitchen", db.resource)).rules;

function expectValid(rules: readonly ExportedRule[]): void {
  for (const { put_rule, put_targets } of rules) {
    putRuleRequest.parse(put_rule);
    putTargetsRequest.parse(put_targets);
    expect(put_targets.Rule).toBe(put_rule.Name);
  }
}

describe("rules", () => {
  test("that come with the code are valid requests, and match what they match here", async () => {
    const rules = await exported();
    expectValid(rules);
    expect(rules.map((rule) => rule.put_rule.Name)).toEqual(BUILT_IN_RULES.map((rule) => rule.name));
    for (const { put_rule } of rules) {
      const here = compilePattern(BUILT_IN_RULES.find((rule) => rule.name === put_rule.Name)?.pattern);
      const there = compilePattern(JSON.parse(put_rule.EventPattern));
      for (const { type, source, example } of EVENT_DEFINITIONS) {
        const event = { source, "detail-type": type, detail: example };
        expect(there.matches(event)).toBe(here.matches(event));
      }
    }
    // emptyBus has switched them off.
    expect(new Set(rules.map((rule) => rule.put_rule.State))).toEqual(new Set(["DISABLED"]));
  });

  test("of users carry each kind of target, its input and its limits, and say what they leave out", async () => {
    const path = "f/meal-planner/handlers/recipes/get_recipe/script";
    await putRule(
      "mine",
      { source: [{ prefix: "com.acme" }], detail: { amount: [{ numeric: [">", 1] }] } },
      [
        {
          id: "constant",
          type: "script",
          path,
          input: { a: 1 },
          retry_policy: { maximum_retry_attempts: 900 },
        },
        {
          id: "part",
          type: "flow",
          path: "f/meal-planner/workflows/weekly_meal_plan",
          input_path: "$.detail",
        },
        {
          id: "made",
          type: "inline",
          consumer: "calculate_nutrition",
          ordering_key: "$.detail.id",
          input_transformer: { input_paths_map: { id: "$.detail.id" }, input_template: '{"id": <id>}' },
        },
        {
          id: "web",
          type: "http",
          url: "https://example.com/hook",
          headers: { authorization: "Bearer hidden" },
        },
        {
          id: "long",
          type: "script",
          path: `f/meal-planner/${"very/".repeat(20)}long/script`,
          max_concurrency: 2,
        },
      ],
      true,
      "",
      db.resource,
    );
    const rules = await exported();
    expectValid(rules);
    const mine = rules.find((rule) => rule.put_rule.Name === "mine");
    expect(mine?.put_rule).toMatchObject({ EventBusName: "kitchen", State: "ENABLED" });
    expect(mine?.put_targets.Targets).toMatchObject([
      {
        Arn: "arn:aws:lambda:eu-west-1:210987654321:function:meal-planner-handlers-recipes-get_recipe",
        Input: '{"a":1}',
        RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
      },
      {
        Arn: "arn:aws:states:eu-west-1:210987654321:stateMachine:meal-planner-workflows-weekly_meal_plan",
        InputPath: "$.detail",
      },
      { InputTransformer: { InputPathsMap: { id: "$.detail.id" }, InputTemplate: '{"id": <id>}' } },
      { Arn: "arn:aws:events:eu-west-1:210987654321:api-destination/meal-planner-mine-web" },
      { Id: "long" },
    ]);
    expect(mine?.left_out.map((line) => line.split(" (")[0])).toEqual([
      "constant: retry_policy",
      "made: ordering_key",
      "web: url https://example.com/hook",
      "web: headers",
      "long: max_concurrency",
    ]);
    expect(JSON.stringify(rules)).not.toContain("hidden");
  });

  test("are refused for an account or a region that is none", async () => {
    await expect(exportRules("12", "mars", "kitchen", db.resource)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [expect.objectContaining({ path: "account" }), expect.objectContaining({ path: "region" })],
    });
    expect((await listRules(undefined, db.resource)).rules.length).toBe(BUILT_IN_RULES.length);
  });
});

test("an event is an entry that PutEvents takes, and keeps its chain and its own id", async () => {
  const id = "0192f5a0-0000-7000-8000-000000000001";
  const detail = { household_id: id, recipe_id: id, name: "soup", archived: false };
  const [event_id] = await emit(db.database, [
    { type: "RecipeDeleted", detail, time: "2026-01-02T16:24:49Z" },
  ]);
  const stored = await queryEvents("RecipeDeleted", ...nothing, db.resource);
  const entry = exportEvent(stored.events[0]!, "default");
  expect(entry).toMatchObject({
    Source: "meal-planner.recipes",
    DetailType: "RecipeDeleted",
    Time: "2026-01-02T16:24:49Z",
    EventBusName: "default",
  });
  const sent = JSON.parse(entry.Detail);
  expect(sent).toMatchObject(detail);
  expect(sent.metadata).toMatchObject({ event_id, schema_version: 1 });
  // Our own PutEvents holds EventBridge's limits, entry by entry.
  const answer = await putEvents(db.database, [entry]);
  expect(answer.FailedEntryCount).toBe(0);
});

const nothing = [undefined, undefined, undefined, undefined, undefined, undefined, undefined] as const;
