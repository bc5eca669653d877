import { describe, expect, test } from "vitest";
import { withPersonAccount } from "../../f/meal-planner/handlers/fatsecret/person_account.ts";
import { MONDAY, useConnectedHousehold } from "./fatsecret_household.ts";

const home = useConnectedHousehold();
const { server, upload, log, there, run, db } = home;

describe("what was eaten goes into FatSecret's diary", () => {
  test("as foods: a line as itself, a recipe as its foods for the portion, without the pinch of salt", async () => {
    const ida = await home.person();
    await log(ida, { line: "30 g almonds", slot: "snack" });
    await log(ida, { recipe_id: home.ids.porridge, portion: 1.5, slot: "breakfast" });
    expect(await upload(ida)).toMatchObject({ created: 2, waiting: 0, dead: 0, problems: [] });
    expect(await there(ida)).toEqual([
      "0 breakfast 1001 30",
      "0 breakfast 1003 75",
      "0 breakfast 1004 300",
      "0 other 1001 30",
    ]);
    await server.tell("forget_calls");
    expect(await upload(ida)).toMatchObject({ created: 0, unchanged: 0 });
    expect(await home.writes()).toEqual([]);
  });

  test("as a saved meal, which is made once for a portion and used again", async () => {
    const ida = await home.person();
    const eat = (date: string) =>
      log(ida, { recipe_id: home.ids.porridge, portion: 1, slot: "breakfast", date });
    await eat(MONDAY);
    expect(await upload(ida, { upload_as: "saved_meals" })).toMatchObject({ created: 1, problems: [] });
    const { savedMeals } = await server.account(ida);
    expect(savedMeals).toMatchObject([
      { name: "Porridge", items: [{ units: 50 }, { units: 20 }, { units: 200 }] },
    ]);
    await server.tell("forget_calls");
    await eat("2026-02-03");
    await upload(ida, { upload_as: "saved_meals" });
    expect(await home.writes()).toEqual(["food_entries.copy_saved_meal"]);
    expect(await there(ida)).toHaveLength(6);
    expect((await server.account(ida)).savedMeals).toHaveLength(1);
  });

  test("but not what is there already by hand: that is found by food, serving, amount and meal", async () => {
    const ida = await home.person();
    const byHand = {
      id: "1",
      food: "1001",
      name: "Nuts",
      serving: "2002",
      units: 30,
      meal: "lunch",
      day: 20_486,
    };
    await server.change(ida, { entries: [byHand] });
    await log(ida, { line: "30 g almonds" });
    expect(await upload(ida)).toMatchObject({ found: 1, created: 0 });
    await log(ida, { line: "30 g almonds" });
    expect(await upload(ida)).toMatchObject({ found: 0, created: 1 });
    expect(await there(ida)).toEqual(["0 lunch 1001 30", "0 lunch 1001 30"]);
  });

  test("of another brand's figures isn't taken for the food", async () => {
    const ida = await home.person();
    await log(ida, { line: "30 g almonds" });
    await upload(ida);
    expect((await server.account(ida)).entries).toMatchObject([{ food: "1001", serving: "2002" }]);
  });
});

describe("changes follow", () => {
  test("of amount and meal by an edit, of the day by a new entry, and a deletion by a deletion", async () => {
    const ida = await home.person();
    const entry = await log(ida, { line: "30 g almonds" });
    await upload(ida);
    const edit = (version: number, change: object) =>
      run("nutrition/edit_diary_entry", { entry_id: entry.entry_id, version, ...change });
    await edit(1, { line: "50 g almonds", slot: "dinner" });
    await server.tell("forget_calls");
    expect(await upload(ida)).toMatchObject({ edited: 1 });
    expect(await home.writes()).toEqual(["food_entry.edit"]);
    expect(await there(ida)).toEqual(["0 dinner 1001 50"]);
    await edit(2, { date: "2026-02-04" });
    await upload(ida);
    expect(await there(ida)).toEqual(["2 dinner 1001 50"]);
    await run("nutrition/delete_diary_entry", { entry_id: entry.entry_id, version: 3 });
    expect(await upload(ida)).toMatchObject({ deleted: 1 });
    expect(await there(ida)).toEqual([]);
    await server.tell("forget_calls");
    await upload(ida);
    expect(await home.writes()).toEqual([]);
  });

  test("where the entry was deleted over there meanwhile, without an error", async () => {
    const ida = await home.person();
    const entry = await log(ida, { line: "30 g almonds" });
    await upload(ida);
    await server.change(ida, { entries: [] });
    await run("nutrition/delete_diary_entry", { entry_id: entry.entry_id, version: 1 });
    expect(await upload(ida)).toMatchObject({ problems: [], dead: 0 });
  });
});

describe("a lost answer makes nothing twice", () => {
  test.each([
    ["cut_after", 1],
    ["cut_before", 0],
    ["malformed", 0],
  ] as const)("of a food (%s)", async (kind, entries) => {
    const ida = await home.person();
    await log(ida, { line: "30 g almonds" });
    await server.fail({ at: "food_entry.create", kind, times: 1 });
    expect(await upload(ida)).toMatchObject({ waiting: 1, problems: [{ given_up: false }] });
    expect(await there(ida)).toHaveLength(entries);
    // Its time hasn't come yet.
    expect(await upload(ida)).toMatchObject({ created: 0, waiting: 1, problems: [] });
    await home.waitOver();
    expect(await upload(ida)).toMatchObject({ waiting: 0, dead: 0, problems: [] });
    expect(await there(ida)).toEqual(["0 lunch 1001 30"]);
  });

  test.each(["saved_meal.create", "saved_meal_item.add", "food_entries.copy_saved_meal"])(
    "of a saved meal (%s)",
    async (at) => {
      const ida = await home.person();
      await log(ida, { recipe_id: home.ids.porridge, portion: 1, slot: "breakfast" });
      await server.fail({ at, kind: "cut_after", times: 1 });
      expect(await upload(ida, { upload_as: "saved_meals" })).toMatchObject({ waiting: 1 });
      await home.waitOver();
      expect(await upload(ida, { upload_as: "saved_meals" })).toMatchObject({ waiting: 0, problems: [] });
      expect(await there(ida)).toEqual([
        "0 breakfast 1001 20",
        "0 breakfast 1003 50",
        "0 breakfast 1004 200",
      ]);
      expect((await server.account(ida)).savedMeals).toMatchObject([{ items: [{}, {}, {}] }]);
    },
  );

  test("of a deletion", async () => {
    const ida = await home.person();
    const entry = await log(ida, { line: "30 g almonds" });
    await upload(ida);
    await run("nutrition/delete_diary_entry", { entry_id: entry.entry_id, version: 1 });
    await server.fail({ at: "food_entry.delete", kind: "cut_after", times: 1 });
    expect(await upload(ida)).toMatchObject({ deleted: 1, problems: [] });
    expect(await there(ida)).toEqual([]);
  });

  test("changed before the next try: the old one is found and made right", async () => {
    const ida = await home.person();
    const entry = await log(ida, { line: "30 g almonds" });
    await server.fail({ at: "food_entry.create", kind: "cut_after", times: 1 });
    await upload(ida);
    await run("nutrition/edit_diary_entry", { entry_id: entry.entry_id, version: 1, line: "45 g almonds" });
    await home.waitOver();
    expect(await upload(ida)).toMatchObject({ edited: 1 });
    expect(await there(ida)).toEqual(["0 lunch 1001 45"]);
  });
});

describe("the queue", () => {
  test("gives up after its tries, with a dead letter that starts it again", async () => {
    const ida = await home.person();
    const entry = await log(ida, { line: "30 g almonds" });
    await server.fail({ at: "food_entry.create", kind: "error", value: 1, times: 6 });
    for (let at = 0; at < 5; at++) {
      expect(await upload(ida)).toMatchObject({ waiting: 1, dead: 0 });
      await home.waitOver();
      await db.database.query("truncate meal_planner.circuits");
    }
    expect(await upload(ida)).toMatchObject({ waiting: 0, dead: 1, problems: [{ given_up: true }] });
    const { rows } = await db.database.query<{ payload: { path: string; input: Record<string, unknown> } }>(
      "select payload from meal_planner.dead_letters where payload ->> 'job_id' = $1::text",
      [`fatsecret-entry-${entry.entry_id}`],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.payload.path).toBe("f/meal-planner/handlers/fatsecret/upload_diary/script");
    expect(JSON.stringify(rows)).not.toMatch(/consumer&secret|consumer key\+1/);
    // Given up is given up, until somebody asks for it.
    expect(await upload(ida)).toMatchObject({ created: 0, dead: 1 });
    const again = await run("fatsecret/upload_diary", {
      ...rows[0]!.payload.input,
      fatsecret: home.resourceOf(ida),
    });
    expect(again).toMatchObject({ created: 1, dead: 0 });
  });

  test("keeps what is refused from blocking the rest, and says what to do", async () => {
    const ida = await home.person();
    await log(ida, { line: "2 handfuls of unobtainium" });
    await log(ida, { line: "30 g almonds" });
    expect(await upload(ida)).toMatchObject({
      ...{ created: 1, dead: 1 },
      problems: [{ code: "NOT_FOUND", given_up: true, message: expect.stringMatching(/choose_food/) }],
    });
  });

  test("stops where FatSecret wants no more calls, and takes no try from anybody", async () => {
    const ida = await home.person();
    for (const grams of [10, 20, 30]) await log(ida, { line: `${grams} g almonds` });
    await server.fail({ at: "food_entry.create", kind: "error", value: 11, times: 1 });
    expect(await upload(ida)).toMatchObject({ waiting: 3, problems: [{ code: "RATE_LIMITED" }] });
    const { rows } = await db.database.query(
      "select max(attempts) as tries from meal_planner.fatsecret_entries where person_id = (select person_id from meal_planner.people where name = $1::text)",
      [ida],
    );
    expect(rows).toEqual([{ tries: 0 }]);
    await db.database.query("truncate meal_planner.http_budgets");
    expect(await upload(ida)).toMatchObject({ created: 3, waiting: 0 });
  });

  test("is one worker's at a time", async () => {
    const ida = await home.person();
    await log(ida, { line: "30 g almonds" });
    await server.fail({ at: "food_entries.get.v2", kind: "slow", value: 0.5, times: 1 });
    const both = await Promise.allSettled([upload(ida), upload(ida)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "IN_PROGRESS" },
    });
    expect(await there(ida)).toHaveLength(1);
  });

  test("stops a worker whose account another has taken over", async () => {
    const ida = await home.person();
    const account = { person: ida, household_id: undefined, fatsecret: home.resourceOf(ida) };
    const taken = withPersonAccount(db.database, account, async ({ lease }) => {
      await home.waitOver();
      await upload(ida);
      await lease.renew();
    });
    await expect(taken).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("stops at once where the token is refused, and says how to get another", async () => {
    const ida = await home.person();
    await log(ida, { line: "30 g almonds" });
    await server.tell("revoke", { user: ida });
    await expect(upload(ida)).rejects.toMatchObject({
      code: "UNAUTHORIZED",
      message: expect.stringContaining("connect_start"),
    });
  });
});

test("two people's entries go to their own accounts", async () => {
  const [ida, ole] = [await home.person("Ida"), await home.person("Ole")];
  await log(ida, { line: "30 g almonds" });
  await log(ole, { line: "40 g almonds" });
  await Promise.all([upload(ida), upload(ole)]);
  expect([await there(ida), await there(ole)]).toEqual([["0 lunch 1001 30"], ["0 lunch 1001 40"]]);
});

test.each([
  ["a first day after the last", { from: "2026-02-03", to: "2026-02-02" }],
  ["more than a year", { from: "2020-01-01", to: "2026-02-02" }],
])("%s is refused", async (_, days) => {
  const ida = await home.person();
  await expect(upload(ida, days)).rejects.toMatchObject({
    code: "INVALID_INPUT",
    details: [{ path: "from" }],
  });
});
