import { expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import type { FailedDelivery } from "../../f/meal-planner/patterns/dlq/dead_letter.ts";
import { sendToDlq } from "../../f/meal-planner/patterns/dlq/send_to_dlq.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const failedEvent = (eventId: string, code: string): FailedDelivery => ({
  kind: "event",
  event: {
    id: eventId,
    "detail-type": "RecipeCreated",
    source: "meal-planner.recipes",
    detail: { recipe_id: "r" },
  },
  rule: "nutrition",
  target: { id: "calculate", type: "inline", consumer: "calculate_nutrition" },
  attempts: [{ at: "2026-03-01T12:00:00.000Z", code, message: "no", stack: "Error: no\n at x" }],
  exhausted: "maximum_retry_attempts",
});

test("a dead letter keeps the event, the target and every attempt, and is classified by its code", async () => {
  const event = newId();
  const [sent] = await db.database.transaction((tx) => sendToDlq(tx, [failedEvent(event, "TIMEOUT")]));
  expect(sent).toMatchObject({ classification: "transient" });
  const { rows } = await db.database.query("select * from meal_planner.dead_letters where id = $1::uuid", [
    sent?.dead_letter_id,
  ]);
  expect(rows[0]).toMatchObject({
    event_id: event,
    rule: "nutrition",
    target_id: "calculate",
    detail_type: "RecipeCreated",
    error_code: "TIMEOUT",
    exhausted: "maximum_retry_attempts",
    status: "waiting",
    payload: { id: event, detail: { recipe_id: "r" } },
    attempts: [{ code: "TIMEOUT", stack: "Error: no\n at x" }],
  });
});

test("a delivery that dies twice is one dead letter with both attempts", async () => {
  const event = newId();
  const [first] = await db.database.transaction((tx) => sendToDlq(tx, [failedEvent(event, "TIMEOUT")]));
  const [second] = await db.database.transaction((tx) =>
    sendToDlq(tx, [failedEvent(event, "INVALID_INPUT")]),
  );
  expect(second).toEqual({ dead_letter_id: first?.dead_letter_id, classification: "invalid" });
  const { rows } = await db.database.query(
    "select attempts, history from meal_planner.dead_letters where event_id = $1::uuid",
    [event],
  );
  expect(rows).toMatchObject([
    {
      attempts: [{ code: "TIMEOUT" }, { code: "INVALID_INPUT" }],
      history: [{ code: "TIMEOUT" }, { code: "INVALID_INPUT" }],
    },
  ]);
});

test("a batch is answered in the order given, jobs and events mixed", async () => {
  const job = (job_id: string | undefined, dead_letter_id?: string): FailedDelivery => ({
    kind: "job",
    job: { path: "f/meal-planner/x/script", kind: "script", input: { a: 1 }, job_id, dead_letter_id },
    target: { id: "f/meal-planner/x/script", type: "script" },
    attempts: [{ at: "2026-03-01T12:00:00.000Z", code: "NOT_FOUND", message: "gone" }],
    exhausted: "not_retryable",
  });
  const [a, b, c] = await db.database.transaction((tx) =>
    sendToDlq(tx, [job("j1"), failedEvent(newId(), "CONFLICT"), job(undefined)]),
  );
  expect([a, b, c].map((sent) => sent?.classification)).toEqual(["missing", "conflict", "missing"]);
  // the redriven job has another id and says which dead letter it comes from
  const [again] = await db.database.transaction((tx) => sendToDlq(tx, [job("j2", a?.dead_letter_id)]));
  expect(again?.dead_letter_id).toBe(a?.dead_letter_id);
});

test("a message with a NUL in it is kept all the same", async () => {
  const failed = failedEvent(newId(), "INTERNAL");
  const attempts = [{ at: "2026-03-01T12:00:00.000Z", code: "INTERNAL", message: "a\u0000b" }];
  const [sent] = await db.database.transaction((tx) => sendToDlq(tx, [{ ...failed, attempts }]));
  const { rows } = await db.database.query(
    "select error_message from meal_planner.dead_letters where id = $1::uuid",
    [sent?.dead_letter_id],
  );
  expect(rows).toEqual([{ error_message: "a\ufffdb" }]);
});

test("a job that names an event's dead letter as its own doesn't touch it", async () => {
  const [event] = await db.database.transaction((tx) => sendToDlq(tx, [failedEvent(newId(), "TIMEOUT")]));
  const [job] = await db.database.transaction((tx) =>
    sendToDlq(tx, [
      {
        kind: "job",
        job: { path: "f/x/script", kind: "script", input: {}, dead_letter_id: event?.dead_letter_id },
        target: { id: "f/x/script", type: "script" },
        attempts: [{ at: "2026-03-01T12:00:00.000Z", code: "NOT_FOUND", message: "gone" }],
        exhausted: "not_retryable",
      },
    ]),
  );
  expect(job?.dead_letter_id).not.toBe(event?.dead_letter_id);
});
