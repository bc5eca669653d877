import { beforeEach, describe, expect, test } from "vitest";
import { putEvents } from "../../f/meal-planner/events/producers/put_events.ts";
import { emptyBus } from "./empty_bus.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

beforeEach(() => emptyBus(db.database));

const good = { Source: "com.acme", DetailType: "order.placed", Detail: '{"n":1}' };
const household = "0192f5a0-0000-7000-8000-000000000001";
const detail = { household_id: household, recipe_id: household, version: 1, name: "Soup" };
const own = { Source: "meal-planner.recipes", DetailType: "RecipeCreated", Detail: detail };

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

describe("one entry fails alone", () => {
  const cases: [string, Record<string, unknown>, string][] = [
    ["without a source", { ...good, Source: undefined }, "InvalidArgument"],
    ["without a type", { ...good, DetailType: "" }, "InvalidArgument"],
    ["without a detail", { ...good, Detail: undefined }, "InvalidArgument"],
    ["with a field that isn't known", { ...good, Sauce: "x" }, "InvalidArgument"],
    ["with a type of more than 128 characters", { ...good, DetailType: "x".repeat(129) }, "InvalidArgument"],
    ["with a detail that isn't JSON", { ...good, Detail: "{" }, "MalformedDetail"],
    ["with a detail that isn't an object", { ...good, Detail: "[]" }, "MalformedDetail"],
    ["nested too deep", { ...good, Detail: nested(1001) }, "MalformedDetail"],
    ["with an integer beyond 64 bits", { ...good, Detail: '{"n":9223372036854775808}' }, "MalformedDetail"],
    ["with resources that aren't texts", { ...good, Resources: [1] }, "InvalidArgument"],
    ["with a time that is none", { ...good, Time: "yesterday" }, "InvalidArgument"],
    ["with an empty trace header", { ...good, TraceHeader: "" }, "InvalidArgument"],
    ["with a bus that isn't there", { ...good, EventBusName: "other" }, "InvalidArgument"],
    ["with a bus name of other characters", { ...good, EventBusName: "a b" }, "InvalidArgument"],
    ["from the reserved source", { ...good, Source: "aws.s3" }, "NotAuthorizedForSourceException"],
    [
      "of an unregistered type of ours",
      { ...own, DetailType: "Nope" },
      "NotAuthorizedForDetailTypeException",
    ],
    [
      "of our type from another source of ours",
      { ...own, Source: "meal-planner.x" },
      "NotAuthorizedForSourceException",
    ],
    ["that doesn't fit its schema", { ...own, Detail: { ...detail, version: 0 } }, "MalformedDetail"],
    [
      "that is newer than its schema",
      { ...own, Detail: { ...detail, metadata: { schema_version: 2 } } },
      "MalformedDetail",
    ],
  ];
  test.each(cases)("%s", async (_, entry, code) => {
    const answer = await putEvents(db.database, [entry, good]);
    expect(answer).toEqual({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: code, ErrorMessage: expect.any(String) }, { EventId: expect.any(String) }],
    });
    const { rows } = await db.database.query("select id from meal_planner.events");
    expect(rows).toEqual([{ id: (answer.Entries[1] as { EventId: string }).EventId }]);
  });
});

describe("is taken", () => {
  const cases: [string, Record<string, unknown>][] = [
    ["with a detail nested 1000 levels", { ...good, Detail: nested(1000) }],
    [
      "with the largest and the least integer",
      { ...good, Detail: '{"n":9223372036854775807,"m":-9223372036854775808}' },
    ],
    ["with digits in a text", { ...good, Detail: '{"n":"99999999999999999999"}' }],
    ["with a large number that is no integer", { ...good, Detail: '{"n":1e30,"m":12345678901234567890.5}' }],
    ["with the bus's name", { ...good, EventBusName: "default" }],
    ["of our type from a foreign source", { ...own, Source: "com.acme", Detail: "{}" }],
  ];
  test.each(cases)("%s", async (_, entry) => {
    expect((await putEvents(db.database, [entry])).FailedEntryCount).toBe(0);
  });
});

describe("the call fails whole", () => {
  const many = (count: number) => Array.from({ length: count }, () => good);
  const cases: [string, unknown[], boolean][] = [
    ["with no entry", [], false],
    ["with more than ten", many(11), false],
    ["with more than a thousand in a batch", many(1001), true],
    ["with more than a megabyte", [{ ...good, Detail: { text: "x".repeat(2 ** 20) } }], false],
    ["where no entry has all that is required", [{ ...good, Source: "" }, {}], false],
  ];
  test.each(cases)("%s", async (_, entries, batch) => {
    await expect(putEvents(db.database, entries, { batch })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [{ path: "entries", message: expect.any(String) }],
    });
    const { rows } = await db.database.query("select 1 from meal_planner.events");
    expect(rows).toEqual([]);
  });

  test("but a batch takes a thousand", async () => {
    expect(await putEvents(db.database, many(1000), { batch: true })).toMatchObject({ FailedEntryCount: 0 });
  });
});

test("a time with an offset and fractions becomes UTC with whole seconds", async () => {
  await putEvents(db.database, [
    { ...good, Time: "2026-01-02T03:04:05.678+02:00", Resources: ["urn:a", 'b"{,}\\'] },
  ]);
  const { rows } = await db.database.query(
    "select to_char(time at time zone 'utc', 'YYYY-MM-DD HH24:MI:SS.MS') as time, resources from meal_planner.events",
  );
  expect(rows).toEqual([{ time: "2026-01-02 01:04:05.000", resources: ["urn:a", 'b"{,}\\'] }]);
});

test("an entry carries on the chain that its metadata names", async () => {
  const metadata = { correlation_id: household, causation_id: household };
  await putEvents(db.database, [{ ...own, Detail: { ...detail, metadata } }]);
  const { rows } = await db.database.query(
    "select correlation_id, causation_id, detail->'metadata' as metadata from meal_planner.events",
  );
  expect(rows).toEqual([
    { correlation_id: household, causation_id: household, metadata: { ...metadata, schema_version: 1 } },
  ]);
});
