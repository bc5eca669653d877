import { describe, expect, test } from "vitest";
import { forgetOldContent } from "../../f/meal-planner/handlers/fatsecret/kept_content.ts";
import type { DiarySyncReport } from "../../f/meal-planner/handlers/fatsecret/sync_diary.ts";
import { MONDAY, MONDAY_INT, useConnectedHousehold } from "./fatsecret_household.ts";
import type { ServerEntry } from "./fatsecret_world.ts";

const home = useConnectedHousehold();
const { server, run, db, log, there, day } = home;

const sync = (who: string, args: Record<string, unknown> = {}) =>
  home.fatsecret<DiarySyncReport>("sync_diary", who, { from: MONDAY, to: "2026-02-04", ...args });

let lastId = 5000;
const entry = (more: Partial<ServerEntry> = {}): ServerEntry => ({
  ...{ id: String(++lastId), food: "1001", name: "Mandeln", serving: "2002", units: 30 },
  ...{ meal: "lunch", day: MONDAY_INT },
  ...more,
});

async function events(who: string): Promise<string[]> {
  const { rows } = await db.database.query<{ type: string }>(
    `select detail_type as type from meal_planner.events
     where detail ->> 'person_id' = (select person_id::text from meal_planner.people where name = $1::text)
       and detail_type similar to '(FatSecret|Diary)%' order by id`,
    [who],
  );
  return rows.map(({ type }) => type);
}

describe("what was logged at FatSecret", () => {
  test("comes with our own food's name and figures where that is known, else with theirs", async () => {
    const ida = await home.person();
    await server.change(ida, {
      entries: [
        entry(),
        entry({ food: "1006", serving: "2010", units: 2, name: "Zorgle Bar", meal: "other" }),
      ],
    });
    expect(await sync(ida)).toMatchObject({ created: 2, updated: 0, failed: 0, resumed: false });
    const { entries } = await day(ida);
    expect(entries).toMatchObject([
      { origin: "fatsecret", slot: "lunch", grams: 30, name: expect.stringMatching(/^almonds?$/i) },
      { origin: "fatsecret", slot: "snack", grams: 80, name: "Zorgle Bar", nutrients: { energy_kcal: 364 } },
    ]);
    expect(entries[0]?.nutrients?.calcium_mg).toBeGreaterThan(50);
    expect(await events(ida)).toEqual([
      ...["FatSecretSyncStarted", "DiaryEntryLogged", "DiaryEntryLogged", "FatSecretSyncCompleted"],
    ]);
  });

  test("is written nowhere by a second run, and isn't sent back", async () => {
    const ida = await home.person();
    await server.change(ida, { entries: [entry(), entry({ day: MONDAY_INT + 1 })] });
    await sync(ida);
    const before = await day(ida);
    await server.tell("forget_calls");
    expect(await sync(ida)).toMatchObject({ created: 0, updated: 0, unchanged: 2, failed: 0 });
    expect(await day(ida)).toEqual(before);
    expect(await home.writes()).toEqual([]);
  });

  test("changes and goes here as it changes and goes there", async () => {
    const ida = await home.person();
    const [one, two] = [entry(), entry({ meal: "dinner" })];
    await server.change(ida, { entries: [one, two] });
    await sync(ida);
    await server.change(ida, { entries: [{ ...one, units: 45, meal: "breakfast" }] });
    expect(await sync(ida)).toMatchObject({ created: 0, updated: 2 });
    expect((await day(ida)).entries).toMatchObject([{ slot: "breakfast", grams: 45, version: 2 }]);
    expect(await events(ida)).toContain("DiaryEntryDeleted");
  });

  test("moves to another day here as it does there", async () => {
    const ida = await home.person();
    const one = entry();
    await server.change(ida, { entries: [one] });
    await sync(ida);
    await server.change(ida, { entries: [{ ...one, day: MONDAY_INT + 2 }] });
    await sync(ida);
    expect((await day(ida)).entries).toEqual([]);
    expect((await day(ida, "2026-02-04")).entries).toMatchObject([{ grams: 30 }]);
    await server.tell("forget_calls");
    expect(await sync(ida)).toMatchObject({ updated: 0, created: 0 });
  });

  test("follows here: a moved meal by an edit, a deletion by a deletion; nothing comes back", async () => {
    const ida = await home.person();
    await server.change(ida, { entries: [entry(), entry({ meal: "breakfast", units: 10 })] });
    await sync(ida);
    const [lunch, breakfast] = (await day(ida)).entries.sort((a, b) => (b.grams ?? 0) - (a.grams ?? 0));
    await run("nutrition/edit_diary_entry", { entry_id: lunch!.entry_id, version: 1, slot: "dinner" });
    await run("nutrition/delete_diary_entry", { entry_id: breakfast!.entry_id, version: 1 });
    expect(await sync(ida)).toMatchObject({ failed: 0 });
    expect(await there(ida)).toEqual(["0 dinner 1001 30"]);
    expect((await day(ida)).entries).toMatchObject([{ slot: "dinner", version: 2 }]);
    await server.tell("forget_calls");
    await sync(ida);
    expect(await home.writes()).toEqual([]);
  });

  test("keeps a slot of ours that FatSecret has no name for", async () => {
    const ida = await home.person();
    await server.change(ida, { entries: [entry({ meal: "other" })] });
    await sync(ida);
    const [one] = (await day(ida)).entries;
    await run("nutrition/edit_diary_entry", {
      entry_id: one!.entry_id,
      version: 1,
      slot: "second breakfast",
    });
    await sync(ida);
    await sync(ida);
    expect((await day(ida)).entries).toMatchObject([{ slot: "second breakfast", version: 2 }]);
  });

  test("is ours once it was written anew here", async () => {
    const ida = await home.person();
    await server.change(ida, { entries: [entry()] });
    await sync(ida);
    const [one] = (await day(ida)).entries;
    await run("nutrition/edit_diary_entry", {
      entry_id: one!.entry_id,
      version: 1,
      line: "120 g rolled oats",
    });
    await sync(ida);
    expect(await there(ida)).toEqual(["0 lunch 1003 120"]);
    await sync(ida);
    expect((await day(ida)).entries).toMatchObject([{ line: "120 g rolled oats", version: 2 }]);
  });
});

describe("what we sent and was changed there", () => {
  test("has its amount here in the same measure, for a recipe as for a food", async () => {
    const ida = await home.person();
    await log(ida, { recipe_id: home.ids.porridge, portion: 1, slot: "breakfast" });
    await sync(ida);
    const { entries } = await server.account(ida);
    await server.change(ida, {
      entries: entries.map((one) => ({ ...one, units: one.units * 2, meal: "dinner" })),
    });
    expect(await sync(ida)).toMatchObject({ updated: 1, failed: 0 });
    expect((await day(ida)).entries).toMatchObject([{ portion: 2, slot: "dinner", version: 2 }]);
    await server.tell("forget_calls");
    expect(await sync(ida)).toMatchObject({ updated: 0, failed: 0 });
    expect(await home.writes()).toEqual([]);
  });

  test("goes here when all of it went there; a part is told, not guessed", async () => {
    const ida = await home.person();
    await log(ida, { recipe_id: home.ids.porridge, portion: 1, slot: "breakfast" });
    await sync(ida);
    const { entries } = await server.account(ida);
    await server.change(ida, { entries: entries.slice(1) });
    expect(await sync(ida)).toMatchObject({
      failed: 1,
      problems: [{ message: expect.stringMatching(/in part/) }],
    });
    expect((await day(ida)).entries).toHaveLength(1);
    await server.change(ida, { entries: [] });
    expect(await sync(ida)).toMatchObject({ updated: 1, failed: 0 });
    expect((await day(ida)).entries).toEqual([]);
  });

  test("changed on both sides stands as it is here", async () => {
    const ida = await home.person();
    const mine = await log(ida, { line: "30 g almonds" });
    await sync(ida);
    const [one] = (await server.account(ida)).entries;
    await server.change(ida, { entries: [{ ...one!, units: 99 }] });
    await run("nutrition/edit_diary_entry", { entry_id: mine.entry_id, version: 1, line: "50 g almonds" });
    await sync(ida);
    expect(await there(ida)).toEqual(["0 lunch 1001 50"]);
    expect((await day(ida)).entries).toMatchObject([{ line: "50 g almonds" }]);
  });
});

describe("what is in both diaries", () => {
  test("is sent once where its answer was lost, and isn't taken for something new", async () => {
    const ida = await home.person();
    await log(ida, { line: "30 g almonds" });
    await server.fail({ at: "food_entry.create", kind: "cut_after", times: 1 });
    expect(await sync(ida)).toMatchObject({ failed: 1, waiting: 1 });
    expect((await day(ida)).entries).toHaveLength(1);
    await home.waitOver();
    expect(await sync(ida)).toMatchObject({ created: 0, failed: 0, waiting: 0 });
    expect(await there(ida)).toHaveLength(1);
    expect((await day(ida)).entries).toHaveLength(1);
  });

  test("isn't counted twice where a planned meal was logged on both sides", async () => {
    const ida = await home.person();
    const { rows } = await db.database.query<{ person_id: string }>(
      "select person_id from meal_planner.people where name = $1::text",
      [ida],
    );
    const bar = await run<{ recipe_id: string }>("recipes/create_recipe", {
      ...{ name: `Nuts of ${ida}`, ingredients: ["50 g almonds"], servings: 1 },
    });
    await run("recipes/calculate_nutrition", { recipe_id: bar.recipe_id });
    const plan = crypto.randomUUID();
    await db.database.query(
      `with plan as (
         insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
         values ($1::uuid, $2::uuid, 'active', '2026-03-02'::date, 7) returning plan_id
       )
       insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
       select plan_id, '2026-03-02'::date, 0, 'Lunch', $3::uuid, $4::jsonb from plan`,
      [plan, home.ids.household_id, bar.recipe_id, JSON.stringify({ [rows[0]!.person_id]: 1 })],
    );
    await log(ida, { from_plan: true, slot: "lunch", date: "2026-03-02" });
    await server.change(ida, { entries: [entry({ units: 51, day: MONDAY_INT + 28 })] });
    const march = { from: "2026-03-02", to: "2026-03-02", direction: "from_fatsecret" };
    expect(await sync(ida, march)).toMatchObject({ created: 0, unchanged: 1 });
    await server.tell("forget_calls");
    await sync(ida, { ...march, direction: "both" });
    expect(await home.writes()).toEqual([]);
    expect((await day(ida, "2026-03-02")).entries).toHaveLength(1);
  });
});

describe("weights", () => {
  const weigh = (who: string, date: string, weight_kg: number | null) =>
    run("nutrition/log_weight", { person: who, date, weight_kg });
  const ours = async (who: string) => {
    const { rows } = await db.database.query<{ date: string; weight_kg: number }>(
      `select w.date, w.weight_kg from meal_planner.weighings w join meal_planner.people p using (person_id)
       where p.name = $1::text order by w.date`,
      [who],
    );
    return rows.map(({ date, weight_kg }) => `${date} ${weight_kg}`);
  };

  test("go both ways, the first with the height that FatSecret wants; what it doesn't take is told", async () => {
    const ida = await home.person();
    await weigh(ida, "2026-02-03", 70.5);
    expect(await sync(ida)).toMatchObject({ created: 1, failed: 0 });
    expect(await server.account(ida)).toMatchObject({ weights: [[MONDAY_INT + 1, 70.5]], height: 170 });
    await server.change(ida, {
      weights: [
        [MONDAY_INT + 1, 70.5],
        [MONDAY_INT + 2, 70],
      ],
    });
    await weigh(ida, MONDAY, 71);
    const report = await sync(ida);
    expect(report).toMatchObject({ created: 1, failed: 1, problems: [{ name: `weight of ${MONDAY}` }] });
    expect(await ours(ida)).toEqual([`${MONDAY} 71`, "2026-02-03 70.5", "2026-02-04 70"]);
  });

  test("change on the side where they weren't changed; a second run writes nothing", async () => {
    const ida = await home.person();
    await server.change(ida, { weights: [[MONDAY_INT, 70]] });
    await sync(ida);
    await server.change(ida, { weights: [[MONDAY_INT, 69]] });
    await sync(ida);
    expect(await ours(ida)).toEqual([`${MONDAY} 69`]);
    await weigh(ida, MONDAY, 68);
    await sync(ida);
    expect((await server.account(ida)).weights).toEqual([[MONDAY_INT, 68]]);
    await server.tell("forget_calls");
    expect(await sync(ida)).toMatchObject({ created: 0, updated: 0, failed: 0 });
    expect(await home.writes()).toEqual([]);
  });
});

describe("what may be kept", () => {
  test("FatSecret's names, figures and weights go after a day; ours and the ids stay; a sync brings them back", async () => {
    const ida = await home.person();
    await server.change(ida, {
      entries: [entry(), entry({ food: "1006", serving: "2010", units: 1, name: "Zorgle Bar" })],
      weights: [[MONDAY_INT, 70]],
    });
    await sync(ida);
    expect(await forgetOldContent(db.database, 100)).toBe(0);
    await db.database.query("update meal_planner.fatsecret_kept set expires_at = now()");
    await db.database.query("update meal_planner.fatsecret_weights set expires_at = now()");
    expect(await forgetOldContent(db.database, 100)).toBeGreaterThanOrEqual(2);
    const after = (await day(ida)).entries;
    expect(after).toMatchObject([
      { grams: 30, nutrients: { energy_kcal: expect.any(Number) } },
      { name: "Food logged at FatSecret", grams: null, nutrients: null },
    ]);
    const { rows } = await db.database.query("select 1 from meal_planner.weighings where weight_kg = 70");
    expect(rows).toEqual([]);
    await server.tell("forget_calls");
    await sync(ida);
    expect(await home.writes()).toEqual([]);
    expect((await day(ida)).entries).toMatchObject([{ grams: 30 }, { name: "Zorgle Bar", grams: 40 }]);
  });

  test("what was written anew here isn't taken away", async () => {
    const ida = await home.person();
    await server.change(ida, { entries: [entry({ food: "1006", serving: "2010", units: 1 })] });
    await sync(ida);
    const [one] = (await day(ida)).entries;
    await run("nutrition/edit_diary_entry", { entry_id: one!.entry_id, version: 1, line: "40 g almonds" });
    await db.database.query("update meal_planner.fatsecret_kept set expires_at = now()");
    await forgetOldContent(db.database, 100);
    expect((await day(ida)).entries).toMatchObject([{ line: "40 g almonds", grams: 40 }]);
  });
});

test("a run that was refused in the middle is gone on with where it stopped; other days begin anew", async () => {
  const ida = await home.person();
  const days = { from: "2026-01-05", to: "2026-03-20", weight: false, direction: "from_fatsecret" };
  await server.change(ida, {
    entries: [entry({ day: MONDAY_INT - 20 }), entry(), entry({ day: MONDAY_INT + 30 })],
  });
  await server.fail(
    { at: "food_entries.get_month.v2", kind: "slow", value: 0, times: 1 },
    {
      at: "food_entries.get_month.v2",
      ...{ kind: "error", value: 11, times: 1 },
    },
  );
  await expect(sync(ida, days)).rejects.toMatchObject({ code: "RATE_LIMITED" });
  await db.database.query("truncate meal_planner.http_budgets");
  await server.tell("forget_calls");
  expect(await sync(ida, days)).toMatchObject({ resumed: true, created: 3 });
  expect(await server.calls("food_entries.get_month.v2")).toHaveLength(2);
  expect(await events(ida)).toEqual([
    ...[
      "FatSecretSyncStarted",
      "DiaryEntryLogged",
      "DiaryEntryLogged",
      "DiaryEntryLogged",
      "FatSecretSyncCompleted",
    ],
  ]);
});

test("another account in place of the first deletes nothing here; the first one again makes nothing twice", async () => {
  const ida = await home.person();
  await server.change(ida, { entries: [entry(), entry({ food: "1006", serving: "2010", units: 1 })] });
  await log(ida, { line: "45 g almonds", slot: "dinner" });
  await sync(ida);
  const sent = await there(ida);
  const withAccount = (fatsecret: object) =>
    run<DiarySyncReport>("fatsecret/sync_diary", { person: ida, from: MONDAY, to: MONDAY, fatsecret });
  const other = await server.resourceOf(`${ida}'s other account`);
  expect(await withAccount(other)).toMatchObject({ created: 1, updated: 0, failed: 0 });
  expect((await day(ida)).entries).toHaveLength(3);
  expect(await there(`${ida}'s other account`)).toEqual(["0 dinner 1001 45"]);
  await withAccount(await server.resourceOf(ida));
  expect(await there(ida)).toEqual(sent);
  expect((await day(ida)).entries).toHaveLength(3);
});
