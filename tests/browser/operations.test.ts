import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { runScript } from "../integration/run_script.ts";
import { accessibilityProblems, DESK, loaded, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();
const run = <T>(path: string, args: Record<string, unknown>) => runScript<T>(path, args, served.db.resource);

const die = (path: string, code: string, message: string, input: object) =>
  run<{ dead_letter_id: string }>("patterns/dlq/send_to_dlq", {
    job: { path: `f/meal-planner/${path}/script`, input },
    error: { code, message },
  });

/** A saga of the publishing of a plan, as it is found where its step in the middle failed for good. */
async function keepStuckSaga(): Promise<string> {
  const id = newId();
  const error = {
    name: "Upstream",
    code: "UPSTREAM_REJECTED",
    message: "Their food is gone.",
    retryable: false,
  };
  const steps = [
    { kind: "succeeded", attempts: 1, output: { entries: 21 } },
    { kind: "failed", attempts: 5, may_have_acted: false, error },
    { kind: "pending" },
  ];
  const state = { kind: "stuck", step: "diary", code: error.code, message: error.message, cause: null };
  await served.db.database.query(
    `insert into meal_planner.sagas (id, definition, version, state, input, input_hash)
     values ($1::uuid, 'of_a_test', 1, $2::jsonb, '{"plan": "x"}', 'x')`,
    [id, JSON.stringify(state)],
  );
  await served.db.database.query(
    `insert into meal_planner.saga_steps (saga_id, position, name, state)
     select $1::uuid, n - 1, (array['tandoor', 'diary', 'shopping'])[n], state
     from unnest($2::jsonb[]) with ordinality as s(state, n)`,
    [id, steps.map((step) => JSON.stringify(step))],
  );
  return id;
}

/** A recipe that was changed here and in a Tandoor which can't be reached. */
async function keepConflict(): Promise<void> {
  const connection = newId();
  await served.db.database.query(
    `insert into meal_planner.tandoor_connections (connection_id, household_id, address, space_id)
     select $1::uuid, household_id, 'http://127.0.0.1:9', 1 from meal_planner.households where is_default`,
    [connection],
  );
  await served.db.database.query(
    `insert into meal_planner.tandoor_conflicts (conflict_id, connection_id, recipe_id, tandoor_id, recipe_name, kind,
       fields, state)
     select gen_random_uuid(), $1::uuid, recipe_id, 7, name, 'both_changed',
       '[{"field": "name", "ours": "Our soup", "theirs": "Their soup", "kept": null}]', 'open'
     from meal_planner.recipes order by name limit 1`,
    [connection],
  );
}

let sagaId: string;
beforeAll(async () => {
  sagaId = await keepStuckSaga();
  await keepConflict();
  // One that will succeed when it is sent off again, and two that nobody needs.
  await die("handlers/database/health", "UPSTREAM_UNAVAILABLE", "Postgres didn't answer.", {});
  for (const n of [1, 2]) await die("handlers/tandoor/old", "INVALID_INPUT", "No such plan.", { n });
  await run("patterns/circuit_breaker/force", { name: "tandoor", state: "open" });
});

describe("an operator", () => {
  test("sees at a glance that something waits, and gets from there to what it is", async () => {
    const page = await served.open("#/operations");
    const letters = page.getByRole("link", { name: /Dead letters\s*3/ });
    await letters.waitFor();
    await page.getByRole("link", { name: /Stuck sagas\s*1/ }).waitFor();
    await page.getByRole("link", { name: /Open circuits\s*1/ }).waitFor();
    await page.getByRole("rowheader", { name: /calculate-nutrition/ }).waitFor();
    await letters.click();
    await page.getByRole("heading", { name: "handlers/database/health" }).waitFor();
  });

  test("tries a redrive out, sends the dead letters off, and finds them gone", async () => {
    const page = await served.open("#/operations/letters");
    const group = page.getByRole("article", { name: /database\/health/ });
    await group.getByRole("button", { name: "Send off again" }).click();
    const sheet = page.getByRole("dialog");
    await sheet.getByText("1 would be sent off.").waitFor();
    const waiting = "select count(*) from meal_planner.dead_letters where status = 'waiting'";
    expect((await served.db.database.query(waiting)).rows).toEqual([{ count: 3 }]);
    await sheet.getByRole("button", { name: "Send off now" }).click();
    await page.getByText("1 was sent off again.").waitFor();
    await group.waitFor({ state: "detached" });
    expect((await served.db.database.query(waiting)).rows).toEqual([{ count: 2 }]);
  });

  test("discards a group only with a reason, which stays on record", async () => {
    const page = await served.open("#/operations/letters");
    const group = page.getByRole("article", { name: /tandoor\/old/ });
    await group.getByRole("button", { name: "Discard" }).click();
    const sheet = page.getByRole("dialog");
    const discard = sheet.getByRole("button", { name: "Discard" });
    expect(await discard.isDisabled()).toBe(true);
    await sheet.getByLabel("Why").fill("Plans of a test");
    await discard.click();
    await page.getByText("2 were discarded.").waitFor();
    const { rows } = await served.db.database.query<{ reason: string }>(
      `select history -> -1 ->> 'reason' as reason from meal_planner.dead_letters where status = 'discarded'`,
    );
    expect(rows.map(({ reason }) => reason)).toEqual(["Plans of a test", "Plans of a test"]);
  });

  test("follows an event to all that came of it", async () => {
    const page = await served.open("#/operations/events");
    await page.getByLabel("Only this type of event").fill("RecipeImported");
    await page
      .getByRole("link", { name: /RecipeImported/ })
      .first()
      .click();
    await page.getByRole("heading", { name: "The chain" }).waitFor();
    const cause = page.getByRole("listitem").filter({ hasText: "RecipeImported" }).first();
    await cause.getByText("NutritionCalculated").waitFor();
    await page.getByText("Everything is delivered.").waitFor();
    await cause.getByText("What it says").first().click();
    await cause.getByText('"recipe_id"').first().waitFor();
  });

  test("sees a stuck saga step by step, and ends it with a reason", async () => {
    const page = await served.open("#/operations/sagas");
    await page.getByRole("link", { name: /of_a_test/ }).click();
    await page.getByText("Stuck at diary").waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "tandoor" }).innerText()).toMatch(/done/);
    await page.getByRole("radio", { name: "End the saga here" }).check();
    const decide = page.getByRole("button", { name: "Decide" });
    expect(await decide.isDisabled()).toBe(true);
    await page.getByLabel("Why").fill("Entered by hand");
    await decide.click();
    await page.getByText("The saga is ended by hand now.").waitFor();
    const { rows } = await served.db.database.query(
      "select kind, resolutions -> 0 ->> 'reason' as reason from meal_planner.sagas where id = $1::uuid",
      [sagaId],
    );
    expect(rows).toEqual([{ kind: "resolved", reason: "Entered by hand" }]);
  });

  test("sees what both sides changed, and decides whose stays", async () => {
    const page = await served.open("#/operations/syncs");
    const conflict = page.getByRole("article").filter({ hasText: "Their soup" });
    await conflict.getByRole("cell", { name: "Our soup" }).waitFor();
    await conflict.getByRole("button", { name: "Keep ours" }).click();
    const { database } = served.db;
    const decided = async () =>
      (await database.query("select state, kept, decided_by from meal_planner.tandoor_conflicts")).rows;
    await expect
      .poll(decided, { timeout: 30_000 })
      .toEqual([{ state: "decided", kept: "ours", decided_by: "person" }]);
    // Tandoor can't be reached, and the page says so rather than that all is well.
    await page.getByRole("alert").waitFor();
  });

  test("approves the week that a flow has planned and waits with", async () => {
    const { database } = served.db;
    const { rows } = await database.query<{ plan_id: string }>(
      "select plan_id from meal_planner.meal_plans order by created_at limit 1",
    );
    const runId = newId();
    await database.query(
      `insert into meal_planner_local.flow_runs (id, path, definition, args)
       values ($1::uuid, 'f/meal-planner/workflows/weekly_meal_plan', '{"summary": "", "value": {"modules": []}}', '{}')`,
      [runId],
    );
    await database.query(
      `insert into meal_planner_local.flow_waits (run_id, step, required_events, shown, until)
       values ($1::uuid, 'show', 1, $2::json, now() + interval '1 day')`,
      [runId, JSON.stringify({ plan_id: rows[0]?.plan_id })],
    );
    const page = await served.open("#/operations");
    const card = page.getByRole("article").filter({ hasText: "The coming week's plan" });
    expect(await card.getByRole("link", { name: "See the week" }).getAttribute("href")).toBe(
      `#/week/${rows[0]?.plan_id}`,
    );
    await card.getByRole("button", { name: "Approve" }).click();
    await card.waitFor({ state: "detached" });
    const decisions =
      "select approved, approver from meal_planner_local.flow_decisions where run_id = $1::uuid";
    expect((await database.query(decisions, [runId])).rows).toEqual([
      { approved: true, approver: "the page" },
    ]);
  });

  test("sees when each schedule runs, and switches one off", async () => {
    const page = await served.open("#/operations");
    const row = page.getByRole("listitem").filter({ hasText: "Upkeep" });
    await row.getByText(/next run/).waitFor();
    await row.getByRole("button", { name: "Switch off: Upkeep" }).click();
    await page.getByText("“Upkeep” is switched off.").waitFor();
    await row.getByRole("button", { name: "Switch on: Upkeep" }).waitFor();
    await row.getByText(/switched off/).waitFor();
    const { rows } = await served.db.database.query(
      "select chosen, next_at from meal_planner.schedules where path like '%/maintenance'",
    );
    expect(rows).toEqual([{ chosen: false, next_at: null }]);
  });

  test("closes a circuit that was held open", async () => {
    const page = await served.open("#/operations/circuits", PHONE);
    const circuit = page.getByRole("article", { name: "tandoor" });
    await circuit.getByText("held open by hand").waitFor();
    await circuit.getByRole("button", { name: "Close: tandoor" }).click();
    await circuit.getByText("calls go through").waitFor();
    const { circuits } = await run<{ circuits: { state: string }[] }>("patterns/circuit_breaker/status", {
      name: "tandoor",
    });
    expect(circuits.map(({ state }) => state)).toEqual(["closed"]);
  });
});

test("its parts are open to everybody, on a desk in light and on a phone in the dark", {
  timeout: 120_000,
}, async () => {
  for (const device of [DESK, { ...PHONE, colorScheme: "dark" as const }]) {
    const page = await served.open("#/operations", device);
    for (const part of ["", "/events", "/letters", "/circuits", "/syncs", "/sagas", `/sagas/${sagaId}`]) {
      await page.goto(`${served.address}#/operations${part}`);
      await loaded(page);
      expect(await accessibilityProblems(page), part).toEqual([]);
    }
  }
});
