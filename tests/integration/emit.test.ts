import { expect, test } from "vitest";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import { main as emitEvent } from "../../f/meal-planner/events/producers/emit_event/script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const household = "0192f5a0-0000-7000-8000-000000000001";
const recipe = (name: string) => ({
  type: "RecipeCreated" as const,
  detail: { household_id: household, recipe_id: household, version: 1, name },
});

test("events are in the archive in the order in which they were emitted", async () => {
  const ids = await db.database.transaction((tx) => emit(tx, ["a", "b", "c"].map(recipe)));
  const { rows } = await db.database.query(
    "select id, detail->>'name' as name, time, ingested_at from meal_planner.events where id = any($1::uuid[]) order by id",
    [ids],
  );
  expect(rows.map((row) => row.name)).toEqual(["a", "b", "c"]);
  expect(rows.map((row) => row.id)).toEqual(ids);
});

test("an event that doesn't fit its schema is refused with the place, and nothing of the call is written", async () => {
  const bad = { ...recipe("x"), detail: { ...recipe("x").detail, version: 0 } };
  const before = await countEvents();
  await expect(db.database.transaction((tx) => emit(tx, [recipe("fine"), bad]))).rejects.toMatchObject({
    code: "INVALID_INPUT",
    details: [{ path: "RecipeCreated.detail.version", message: expect.any(String) }],
  });
  expect(await countEvents()).toBe(before);
});

test("an emitter that is rolled back leaves neither event nor delivery", async () => {
  const before = await countEvents();
  await expect(
    db.database.transaction(async (tx) => {
      await emit(tx, [recipe("never")]);
      throw new Error("the caller fails");
    }),
  ).rejects.toThrow("the caller fails");
  expect(await countEvents()).toBe(before);
});

test("a reaction's event carries on the chain of its cause", async () => {
  const [first] = await db.database.transaction((tx) => emit(tx, [recipe("cause")]));
  const cause = await readEvent(first!);
  const [second] = await db.database.transaction((tx) => emit(tx, [recipe("effect")], cause));
  const effect = await readEvent(second!);
  expect(effect.detail.metadata).toEqual({
    correlation_id: cause.detail.metadata.correlation_id,
    causation_id: first,
    schema_version: 1,
  });
});

test("a bad entry of PutEvents fails alone, with a code and a message", async () => {
  const good = { Source: "com.acme", DetailType: "order.placed", Detail: { n: 1 } };
  const answer = await emitEvent(
    [
      good,
      { ...good, Source: "" },
      { ...good, Detail: JSON.parse('"[1]"') },
      { ...good, Source: "aws.ec2" },
      { ...good, Source: "meal-planner.recipes" },
      { ...good, Source: "meal-planner.recipes", DetailType: "RecipeCreated" },
      { ...good, Source: "meal-planner.recipes", DetailType: "RecipeCreated", Detail: recipe("put").detail },
    ],
    false,
    db.resource,
  );
  expect(answer.FailedEntryCount).toBe(5);
  expect(answer.Entries.map((entry) => ("EventId" in entry ? "written" : entry.ErrorCode))).toEqual([
    "written",
    "InvalidArgument",
    "MalformedDetail",
    "NotAuthorizedForSourceException",
    "NotAuthorizedForDetailTypeException",
    "MalformedDetail",
    "written",
  ]);
});

async function countEvents(): Promise<number> {
  const { rows } = await db.database.query<{ count: number }>("select count(*) from meal_planner.events");
  return rows[0]!.count;
}

async function readEvent(id: string) {
  const { rows } = await db.database.query<{
    id: string;
    detail: { metadata: { correlation_id: string } };
  }>("select id, detail from meal_planner.events where id = $1::uuid", [id]);
  return rows[0]!;
}
