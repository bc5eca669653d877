import { describe, expect, test } from "vitest";
import { jobArguments, targetInput } from "../../f/meal-planner/events/bus/target_input.ts";
import { parseJsonPath, readJsonPath } from "../../f/meal-planner/events/producers/json_path.ts";
import type { EventEnvelope } from "../../f/meal-planner/events/schemas/envelope.ts";

const event: EventEnvelope = {
  version: "0",
  id: "0192f5a0-0000-7000-8000-000000000001",
  "detail-type": "order.placed",
  source: "com.acme",
  account: "a",
  time: "2026-01-02T03:04:05Z",
  region: "r",
  resources: ["urn:1"],
  detail: { name: 'A "soup"', count: 3, tags: ["x", "y"], "odd key": { "a.b": [10, 20] } },
};
const context = { rule: "mine", ingestionTime: "2026-01-02T03:04:06Z" };

const shaped = (input_template: string, input_paths_map: Record<string, string> = {}) =>
  targetInput(
    { id: "t", type: "http", input_transformer: { input_paths_map, input_template } },
    event,
    context,
  );

const paths = {
  name: "$.detail.name",
  count: "$.detail.count",
  tags: "$.detail.tags",
  none: "$.detail.none",
};

describe("an input template", () => {
  test("puts a value's JSON where the placeholder stands by itself", () => {
    expect(shaped('{"n": <count>, "t": <tags>, "s": <name>}', paths)).toEqual({
      n: 3,
      t: ["x", "y"],
      s: 'A "soup"',
    });
  });

  test("puts text where the placeholder stands in a string", () => {
    expect(shaped('{"text": "<count> of <name>: <tags>"}', paths)).toEqual({
      text: '3 of A "soup": ["x","y"]',
    });
  });

  test("leaves out the field or the element whose value is missing", () => {
    expect(shaped('{"a": <none>, "b": [1, <none>], "c": "<none>."}', paths)).toEqual({ b: [1], c: "." });
  });

  test("may be a text", () => {
    expect(shaped("There are <count> <name>.", paths)).toBe('There are 3 A "soup".');
    expect(shaped('"There are <count>."', paths)).toBe("There are 3.");
  });

  test("knows the reserved variables", () => {
    expect(
      shaped(
        '{"arn": "<aws.events.rule-arn>", "name": <aws.events.rule-name>, "at": <aws.events.event.ingestion-time>, "all": <aws.events.event.json>, "head": <aws.events.event>}',
      ),
    ).toEqual({
      arn: "arn:meal-planner:events:local:meal-planner:rule/mine",
      name: "mine",
      at: context.ingestionTime,
      all: event,
      head: { ...event, detail: undefined },
    });
  });
});

test("a target without a transformation gets the event, one with a constant that, one with a path the part", () => {
  expect(targetInput({ id: "t", type: "http" }, event, context)).toBe(event);
  expect(targetInput({ id: "t", type: "http", input: { fixed: 1 } }, event, context)).toEqual({ fixed: 1 });
  expect(targetInput({ id: "t", type: "http", input_path: "$.detail.tags[1]" }, event, context)).toBe("y");
});

test("a job gets an object as its arguments, anything else as its event", () => {
  const made = { id: "t", type: "script" as const, input_path: "$.detail" };
  expect(jobArguments(made, { recipe_id: "1" }, "k")).toEqual({ recipe_id: "1", idempotency_key: "k" });
  expect(jobArguments(made, "text", "k")).toEqual({ event: "text", idempotency_key: "k" });
  expect(jobArguments({ id: "t", type: "script" }, event, "k")).toEqual({ event, idempotency_key: "k" });
});

test("a path goes through names, odd names and indexes", () => {
  const read = (path: string) => readJsonPath(parseJsonPath(path)!, event);
  expect(read("$.detail['odd key'][\"a.b\"][1]")).toBe(20);
  expect(read("$")).toBe(event);
  expect(read("$.detail.none.deeper")).toBeUndefined();
  expect(read("$.detail.toString")).toBeUndefined();
  for (const path of ["detail", "$.", "$[x]", "$..a", "$.a b"]) expect(parseJsonPath(path)).toBeUndefined();
});
