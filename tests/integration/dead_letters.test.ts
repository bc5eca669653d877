import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { main as putRule } from "../../f/meal-planner/events/bus/put_rule/script.ts";
import { main as discard } from "../../f/meal-planner/patterns/dlq/discard/script.ts";
import { main as inspect } from "../../f/meal-planner/patterns/dlq/inspect/script.ts";
import { main as list } from "../../f/meal-planner/patterns/dlq/list/script.ts";
import { main as redriveScript } from "../../f/meal-planner/patterns/dlq/redrive/script.ts";
import { redrive } from "../../f/meal-planner/patterns/dlq/redrive.ts";
import { reportDeadLetter, reportSchema } from "../../f/meal-planner/patterns/dlq/report_dead_letter.ts";
import { main as sendToDlq } from "../../f/meal-planner/patterns/dlq/send_to_dlq/script.ts";
import { killAt, runChild } from "./child_process.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

/** Puts a rule with one target, sends dead letters of it, and answers with their ids. */
async function deadLetters(count: number, detail: (n: number) => object = (n) => ({ n })) {
  const target = `target-${randomUUID()}`;
  const rule = `rule-${randomUUID()}`;
  await putRule(
    rule,
    { source: [rule] },
    [{ id: target, type: "inline", consumer: "calculate_nutrition" }],
    undefined,
    undefined,
    db.resource,
  );
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const event = {
      id: newId(),
      "detail-type": "Strange",
      source: rule,
      detail: detail(n),
      time: "2026-01-02T00:00:00Z",
    };
    const error = { code: "UPSTREAM_UNAVAILABLE", message: `try ${n}` };
    const report = parseInput(reportSchema, { event, target: { id: target, type: "inline" }, error, rule });
    const sent = await db.database.transaction((tx) => reportDeadLetter(tx, report));
    ids.push(sent.dead_letter_id);
  }
  return { target, rule, ids };
}

const start = (
  filter: Parameters<typeof redriveScript>[1],
  more: { dry_run?: boolean; rate?: number; patch?: object; most?: number; seconds?: number } = {},
) =>
  redriveScript(
    "start",
    filter,
    more.dry_run,
    more.rate,
    more.patch,
    more.most,
    undefined,
    more.seconds,
    db.resource,
  );
const follow = (action: "resume" | "cancel" | "progress", id: string) =>
  redriveScript(action, undefined, undefined, undefined, undefined, undefined, id, undefined, db.resource);

async function deliveriesFor(target: string) {
  const { rows } = await db.database.query<{
    event_id: string;
    attempts: number;
    envelope: { detail: object } | null;
  }>(
    "select event_id, attempts, envelope from meal_planner.deliveries where target = $1::text order by seq",
    [target],
  );
  return rows;
}

describe("sending by hand", () => {
  test("a failed job is kept with its input and told of by an event", async () => {
    const job = { path: `f/x/${randomUUID()}/script`, input: { week: 7 }, job_id: randomUUID() };
    const sent = await sendToDlq(
      undefined,
      job,
      undefined,
      { message: "boom", stack: "Error: boom" },
      undefined,
      undefined,
      undefined,
      db.resource,
    );
    expect(sent.classification).toBe("defect");
    expect(await inspect(sent.dead_letter_id, db.resource)).toMatchObject({
      kind: "job",
      target: job.path,
      payload: { path: job.path, input: { week: 7 } },
      attempts_made: [{ code: "INTERNAL", message: "boom", stack: "Error: boom" }],
      advice: expect.stringContaining("Deploy the fix"),
    });
    const { rows } = await db.database.query(
      "select detail->>'code' as code from meal_planner.events where detail->>'dead_letter_id' = $1::text",
      [sent.dead_letter_id],
    );
    expect(rows).toEqual([{ code: "INTERNAL" }]);
  });

  test("the scripts name what is wrong with their input", async () => {
    await expect(
      sendToDlq(
        undefined,
        undefined,
        undefined,
        { code: "TIMEOUT" },
        undefined,
        undefined,
        undefined,
        db.resource,
      ),
    ).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [{ message: "give either an event or a job" }],
    });
    await expect(
      sendToDlq(
        { id: "7" },
        undefined,
        { id: "t", type: "inline" },
        {},
        undefined,
        undefined,
        undefined,
        db.resource,
      ),
    ).rejects.toMatchObject({
      details: expect.arrayContaining([expect.objectContaining({ path: "event.id" })]),
    });
    await expect(discard({}, "why", db.resource)).rejects.toMatchObject({ details: [{ path: "filter" }] });
    await expect(inspect(randomUUID(), db.resource)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(follow("progress", randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start({ event_pattern: { detail: { n: "no list" } } })).rejects.toMatchObject({
      code: "INVALID_EVENT_PATTERN",
    });
    await expect(start({}, { rate: 0 })).rejects.toMatchObject({ details: [{ path: "rate_per_second" }] });
  });
});

describe("looking", () => {
  test("the list is filtered and paged, the last to die first", async () => {
    const { target, ids } = await deadLetters(5);
    const all = (cursor?: string) =>
      list(
        undefined,
        undefined,
        undefined,
        target,
        "UPSTREAM_UNAVAILABLE",
        "transient",
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        2,
        cursor,
        db.resource,
      );
    const pages = [await all()];
    while (pages.at(-1)?.next_cursor) pages.push(await all(pages.at(-1)?.next_cursor ?? undefined));
    expect(pages.map((page) => page.dead_letters.length)).toEqual([2, 2, 1]);
    expect(pages.flatMap((page) => page.dead_letters.map((d) => d.dead_letter_id))).toEqual(
      [...ids].reverse(),
    );
  });

  test("an event pattern filters by content", async () => {
    const { target, ids } = await deadLetters(4);
    const found = await list(
      "waiting",
      "event",
      undefined,
      target,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      { detail: { n: [{ numeric: [">", 2] }] } },
      undefined,
      undefined,
      undefined,
      db.resource,
    );
    expect(found.dead_letters.map((d) => d.dead_letter_id)).toEqual([ids[3]]);
  });
});

describe("redriving", () => {
  test("sends the matching ones off again, once, and keeps their history", async () => {
    const { target, ids } = await deadLetters(3);
    const report = await start({ target });
    expect(report).toMatchObject({ state: "completed", matched: 3, redriven: 3, skipped: 0, remaining: 0 });
    expect(await deliveriesFor(target)).toHaveLength(3);
    expect(await start({ target })).toMatchObject({ matched: 0, redriven: 0 });
    expect(await inspect(ids[0]!, db.resource)).toMatchObject({
      status: "redriven",
      outcome: "under_way",
      redrive_count: 1,
      history: [{ what: "dead_lettered" }, { what: "redriven", edited: false }],
    });
  });

  test("one that dies again joins its own history, and is left alone after too many redrives", async () => {
    const { target, ids } = await deadLetters(1);
    for (let n = 1; n <= 2; n++) {
      expect(await start({ target }, { most: 2 })).toMatchObject({ redriven: 1 });
      // A dispatcher without its consumer lets it die at once.
      await dispatch(db.database, { maxSeconds: 5, concurrency: 1, consumers: [] });
    }
    expect(await inspect(ids[0]!, db.resource)).toMatchObject({
      status: "waiting",
      redrive_count: 2,
      attempts_made: [{ code: "UPSTREAM_UNAVAILABLE" }, { code: "NOT_FOUND" }, { code: "NOT_FOUND" }],
    });
    expect(await start({ target }, { most: 2 })).toMatchObject({
      state: "completed",
      redriven: 0,
      skipped: 1,
    });
    expect(await start({ target }, { most: 2, dry_run: true })).toMatchObject({
      would_redrive: 0,
      skipped: [{ dead_letter_id: ids[0], reason: "redriven_too_often" }],
    });
  });

  test("a dry run shows what would be sent off and changes nothing", async () => {
    const { target, ids } = await deadLetters(2);
    expect(await start({ target }, { dry_run: true, patch: { n: 9 } })).toEqual({
      dry_run: true,
      would_redrive: 2,
      would_skip: 0,
      skipped: [],
      sample: ids.map((dead_letter_id) => ({
        dead_letter_id,
        payload: expect.objectContaining({ detail: { n: 9 } }),
      })),
    });
    expect(await deliveriesFor(target)).toEqual([]);
  });

  test("an edited payload goes to its target, and the first one is kept", async () => {
    const { target, ids } = await deadLetters(1, () => ({ food: { id: 1, name: "egs" }, junk: true }));
    await start({ target }, { patch: { food: { name: "eggs" }, junk: null } });
    expect(await deliveriesFor(target)).toMatchObject([
      { envelope: { detail: { food: { id: 1, name: "eggs" } } } },
    ]);
    expect(await inspect(ids[0]!, db.resource)).toMatchObject({
      payload: { detail: { food: { id: 1, name: "eggs" } } },
      original_payload: { detail: { food: { id: 1, name: "egs" }, junk: true } },
    });
  });

  test("an edit that makes an event of the catalogue invalid is left alone", async () => {
    const { target, rule } = await deadLetters(0);
    const detail = { name: "x", generation: 1, reason: "recovered", metadata: {} };
    const event = { id: newId(), "detail-type": "CircuitClosed", source: rule, detail };
    await sendToDlq(
      event,
      undefined,
      { id: target, type: "inline" },
      { code: "INTERNAL" },
      undefined,
      rule,
      undefined,
      db.resource,
    );
    expect(await start({ target }, { patch: { generation: "one" } })).toMatchObject({
      redriven: 0,
      skipped: 1,
    });
    expect(await start({ target }, { patch: { generation: 2 } })).toMatchObject({ redriven: 1, skipped: 0 });
  });

  test("a target that takes only so many at once isn't given more by a redrive", async () => {
    const [rule, target] = [`rule-${randomUUID()}`, `target-${randomUUID()}`];
    await putRule(
      rule,
      { source: [rule] },
      [{ id: target, type: "script", path: "f/x/script", max_concurrency: 1 }],
      undefined,
      undefined,
      db.resource,
    );
    const report = parseInput(reportSchema, {
      event: { id: newId(), "detail-type": "Strange", source: rule, detail: {} },
      target: { id: target, type: "script" },
      error: { code: "TIMEOUT" },
      rule,
    });
    await db.database.transaction((tx) => reportDeadLetter(tx, report));
    expect(await start({ target })).toMatchObject({ redriven: 1 });
    const { rows } = await db.database.query(
      "select limited from meal_planner.deliveries where target = $1::text",
      [target],
    );
    expect(rows).toEqual([{ limited: true }]);
  });

  test("one whose target is gone keeps waiting", async () => {
    const event = { id: newId(), "detail-type": "Strange", source: "s", detail: {} };
    const target = `gone ${randomUUID()}`;
    await sendToDlq(
      event,
      undefined,
      { id: target, type: "inline" },
      { code: "TIMEOUT" },
      undefined,
      "no-such-rule",
      undefined,
      db.resource,
    );
    expect(await start({ target })).toMatchObject({ state: "completed", redriven: 0, skipped: 1 });
    expect(await deliveriesFor(target)).toEqual([]);
  });

  test("a slow redrive can be cancelled and resumed, and sends each off once", async () => {
    const { target } = await deadLetters(30);
    const running = start({ target }, { rate: 40 });
    const idOf = async () => {
      const { rows } = await db.database.query<{ id: string }>(
        "select id from meal_planner.redrives where terms->'filter'->>'target' = $1::text and redriven > 0",
        [target],
      );
      return rows[0]?.id;
    };
    let id: string | undefined;
    while (!id) id = await idOf();
    expect(await follow("cancel", id)).toMatchObject({ state: "cancelled" });
    expect(await running).toMatchObject({ state: "cancelled" });
    const stopped = await follow("progress", id);
    const remaining = "remaining" in stopped ? stopped.remaining : 0;
    expect(remaining).toBeGreaterThan(0);
    expect(await deliveriesFor(target)).toHaveLength(30 - remaining);
    expect(await follow("resume", id)).toMatchObject({ state: "completed", redriven: 30, remaining: 0 });
    expect(await deliveriesFor(target)).toHaveLength(30);
    await expect(follow("resume", id)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a call that runs out of time leaves the rest to the next one", async () => {
    const { target } = await deadLetters(8);
    const first = await start({ target }, { rate: 20, seconds: 0.1 });
    expect(first).toMatchObject({ state: "running", matched: 8 });
    const id = "redrive_id" in first ? first.redrive_id : "";
    expect(await follow("resume", id)).toMatchObject({ state: "completed", redriven: 8 });
  });

  test("jobs are started again under an id that is the same for every try", async () => {
    const job = { path: `f/x/${randomUUID()}/script`, input: { a: 1 }, job_id: randomUUID() };
    const sent = await sendToDlq(
      undefined,
      job,
      undefined,
      { code: "TIMEOUT" },
      undefined,
      undefined,
      undefined,
      db.resource,
    );
    const started: { id: string; input: unknown }[] = [];
    let isAway = true;
    const startJob = async (payload: Record<string, unknown>, id: string) => {
      started.push({ id, input: payload.input });
      if (isAway) throw new Error("Windmill is away");
    };
    const request = {
      action: "start" as const,
      filter: { target: job.path },
      dry_run: false,
      maximum_redrives: 3,
      max_seconds: 5,
      patch: { a: 2 },
    };
    await expect(redrive(db.database, request, startJob)).rejects.toThrow("away");
    expect(await inspect(sent.dead_letter_id, db.resource)).toMatchObject({
      status: "waiting",
      redrive_count: 0,
    });
    isAway = false;
    await redrive(db.database, request, startJob);
    expect(started).toMatchObject([{ input: { a: 2 } }, { id: started[0]?.id, input: { a: 2 } }]);
    // The new job fails as well: the same dead letter.
    const again = await sendToDlq(
      undefined,
      { ...job, job_id: started[1]?.id ?? "" },
      undefined,
      { code: "TIMEOUT" },
      undefined,
      undefined,
      undefined,
      db.resource,
    );
    expect(again.dead_letter_id).toBe(sent.dead_letter_id);
  });

  test("killed in the middle of a batch it loses nothing and sends nothing twice", async () => {
    const { target, rule } = await deadLetters(250);
    // The jobs come last, in the third batch of a hundred.
    for (let n = 0; n < 3; n++) {
      await sendToDlq(
        undefined,
        { path: target },
        { id: target, type: "script" },
        { code: "TIMEOUT" },
        undefined,
        undefined,
        undefined,
        db.resource,
      );
    }
    await killAt("redriving_worker", db.resource, { target }, "job 2");
    expect(await deliveriesFor(target)).toHaveLength(200);
    const { rows } = await db.database.query<{ id: string }>(
      "update meal_planner.redrives set leased_until = now() where terms->'filter'->>'target' = $1::text returning id",
      [target],
    );
    const lines = await runChild("redriving_worker", db.resource, { target, redrive_id: rows[0]?.id });
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ state: "completed", matched: 253, redriven: 253 });
    const deliveries = await deliveriesFor(target);
    expect([deliveries.length, new Set(deliveries.map((d) => d.event_id)).size]).toEqual([250, 250]);
    expect(
      (
        await list(
          "redriven",
          undefined,
          rule,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          1000,
          undefined,
          db.resource,
        )
      ).dead_letters,
    ).toHaveLength(250);
  });
});

test("discarded ones stay for the record with the reason, and aren't redriven", async () => {
  const { target, ids } = await deadLetters(2);
  expect(await discard({ ids: [ids[0]!] }, "an old test", db.resource)).toEqual({ discarded: 1 });
  expect(await discard({ target, event_pattern: { detail: { n: [7] } } }, "none", db.resource)).toEqual({
    discarded: 0,
  });
  expect(await inspect(ids[0]!, db.resource)).toMatchObject({
    status: "discarded",
    history: [{ what: "dead_lettered" }, { what: "discarded", reason: "an old test" }],
  });
  expect(await start({ target })).toMatchObject({ matched: 1, redriven: 1 });
});
