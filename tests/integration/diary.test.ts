import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import { main as correctVerdicts } from "../../f/meal-planner/events/consumers/correct_verdicts/script.ts";
import { foodIdOf } from "../../f/meal-planner/foods/food_record.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { Compliance } from "../../f/meal-planner/handlers/nutrition/check_compliance.ts";
import type { DiaryEntry } from "../../f/meal-planner/handlers/nutrition/diary_entry.ts";
import type { DiaryDay } from "../../f/meal-planner/handlers/nutrition/get_diary.ts";
import type { Progress } from "../../f/meal-planner/handlers/nutrition/get_progress.ts";
import type { FoodLogged } from "../../f/meal-planner/handlers/nutrition/log_food.ts";
import type { Proposal } from "../../f/meal-planner/handlers/nutrition/propose_goals.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const log = (args: Record<string, unknown>) => run<FoodLogged>("nutrition/log_food", args);
const logOne = async (args: Record<string, unknown>): Promise<DiaryEntry> => (await log(args)).entries[0]!;
const diaryOf = async (person: string, date?: string): Promise<DiaryDay> =>
  (await run<{ people: DiaryDay[] }>("nutrition/get_diary", { person, date })).people[0]!;
const check = (person: string, date?: string, day_is_over = false) =>
  run<Compliance>("nutrition/check_compliance", { person, date, day_is_over });
const setGoals = (person: string, goals: object[], valid_from = "2020-01-01") =>
  run("nutrition/set_goals_batch", { person, goals, valid_from });

const deliver = () => dispatch(db.database, { maxSeconds: 60 });

const almond = foodIdOf("starter", "almond");
// 579 kcal and 21 g protein in 100 g, by the table of staples.
let almondKcal = 0;

async function addPerson(profile: Record<string, unknown> = {}): Promise<string> {
  const name = `Person ${randomUUID().slice(0, 8)}`;
  await run("households/set_person", { name, ...profile });
  return name;
}

async function events(person: string, type: string): Promise<Record<string, unknown>[]> {
  const { rows } = await db.database.query<{ detail: Record<string, unknown> }>(
    `select e.detail from meal_planner.events e
     join meal_planner.people p on p.person_id = (e.detail ->> 'person_id')::uuid
     where p.name = $1::text and e.detail_type = $2::text order by e.id`,
    [person, type],
  );
  return rows.map((row) => row.detail);
}

async function dateBefore(days: number): Promise<string> {
  const { rows } = await db.database.query<{ date: string }>(
    "select ((now() at time zone 'Europe/Berlin')::date - $1::integer) as date",
    [days],
  );
  return rows[0]!.date;
}

beforeAll(async () => {
  await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
  await db.database.transaction(loadStarterFoods);
  const { rows } = await db.database.query<{ kcal: number }>(
    "select (per_100g ->> 'energy_kcal')::double precision as kcal from meal_planner.foods where food_id = $1::uuid",
    [almond],
  );
  almondKcal = rows[0]!.kcal;
});

describe("logging", () => {
  test("a food by grams is stored with its figures and told by event", async () => {
    const person = await addPerson();
    const entry = await logOne({ person, food_id: almond, grams: 50, slot: "Snack" });
    expect(entry).toMatchObject({ kind: "food", grams: 50, slot: "snack", origin: "manual", version: 1 });
    expect(entry.nutrients?.energy_kcal).toBeCloseTo(almondKcal / 2, 2);
    expect(await events(person, "DiaryEntryLogged")).toMatchObject([
      { entry_id: entry.entry_id, date: await dateBefore(0), origin: "manual" },
    ]);
  });

  test("a line of text is understood, and one that isn't is kept with its figures unknown", async () => {
    const person = await addPerson();
    const known = await logOne({ person, line: "30 g almonds" });
    expect(known.nutrients?.energy_kcal).toBeCloseTo(almondKcal * 0.3, 1);
    const unknown = await logOne({ person, line: "1 slice of zxqvw from aunt Ida" });
    expect(unknown).toMatchObject({ nutrients: null, coverage: 0, food_id: null });
    const day = await diaryOf(person);
    expect(day.actual.energy_kcal).toBeNull();
    expect(day.known.energy_kcal).toBeCloseTo(almondKcal * 0.3, 1);
  });

  test("a recipe waits for its figures, and has them by the portion once they are worked out", async () => {
    const person = await addPerson();
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
      name: "Almond paste",
      ingredients: ["200 g almonds"],
      servings: 4,
    });
    const waiting = await logOne({ person, recipe_id, portion: 1.5 });
    expect(waiting.nutrients).toBeNull();
    await run("recipes/calculate_nutrition", { recipe_id });
    const [entry] = (await diaryOf(person)).entries;
    expect(entry?.nutrients?.energy_kcal).toBeCloseTo(almondKcal * 0.75, 1);
    // What was eaten stays what it was when the recipe changes later.
    const fixed = await logOne({ person, recipe_id, portion: 1 });
    await run("recipes/update_recipe", { recipe_id, version: 1, ingredients: ["400 g almonds"] });
    await run("recipes/calculate_nutrition", { recipe_id });
    const later = (await diaryOf(person)).entries.find(({ entry_id }) => entry_id === fixed.entry_id);
    expect(later?.nutrients?.energy_kcal).toBeCloseTo(almondKcal / 2, 1);
  });

  test("with one key logs once, also by two at once, and refuses something else under it", async () => {
    const person = await addPerson();
    const call = { person, food_id: almond, grams: 10, idempotency_key: randomUUID() };
    const answers = await Promise.all([log(call), log(call)]);
    expect(answers.map((answer) => answer.already).sort()).toEqual([false, true]);
    expect(answers[0]?.entries[0]?.entry_id).toBe(answers[1]?.entries[0]?.entry_id);
    expect((await diaryOf(person)).entries).toHaveLength(1);
    await expect(log({ ...call, grams: 20 })).rejects.toMatchObject({ code: "PAYLOAD_MISMATCH" });
  });

  test("a time belongs to the day that it is in the household's time zone", async () => {
    const person = await addPerson();
    const entry = await logOne({
      person,
      food_id: almond,
      grams: 10,
      eaten_at: "2026-01-05T23:30:00Z",
    });
    expect(entry.date).toBe("2026-01-06");
  });

  test.each([
    ["nothing", {}, "line"],
    ["two things at once", { line: "1 egg", food_id: almond, grams: 5 }, "line"],
    ["a food without grams", { food_id: almond }, "grams"],
    ["negative grams", { food_id: almond, grams: -1 }, "grams"],
    ["a truckload", { food_id: almond, grams: 1e9 }, "grams"],
    ["a truckload as text", { line: "50 kg almonds" }, "line"],
    ["a day to come", { food_id: almond, grams: 5, date: "2999-01-01" }, "date"],
  ])("refuses %s by name and writes nothing", async (_, what, path) => {
    const person = await addPerson();
    await expect(log({ person, ...what })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: expect.arrayContaining([expect.objectContaining({ path })]),
    });
    expect((await diaryOf(person)).entries).toEqual([]);
  });
});

describe("logging from the plan", () => {
  test("logs each planned meal once with the person's portion, by slot or the whole day", async () => {
    const person = await addPerson();
    const { rows } = await db.database.query<{ person_id: string; household_id: string }>(
      "select person_id, household_id from meal_planner.people where name = $1::text",
      [person],
    );
    const { person_id, household_id } = rows[0]!;
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
      name: "Planned almonds",
      ingredients: ["100 g almonds"],
      servings: 2,
    });
    await run("recipes/calculate_nutrition", { recipe_id });
    const planId = randomUUID();
    const date = "2026-02-02";
    await db.database.query(
      `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
       values ($1::uuid, $2::uuid, 'active', $3::date, 7)`,
      [planId, household_id, date],
    );
    await db.database.query(
      `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
       select $1::uuid, $2::date, position, slot, $3::uuid, $4::jsonb
       from unnest(array[0, 1], array['breakfast', 'dinner']) as m (position, slot)`,
      [planId, date, recipe_id, JSON.stringify({ [person_id]: 1.5 })],
    );
    const dinner = await log({ person, from_plan: true, slot: "Dinner", date });
    expect(dinner).toMatchObject({
      already: false,
      entries: [{ slot: "dinner", portion: 1.5, origin: "plan", plan_id: planId, plan_position: 1 }],
    });
    expect(dinner.entries[0]?.nutrients?.energy_kcal).toBeCloseTo(almondKcal * 0.75, 1);
    expect(await log({ person, from_plan: true, slot: "dinner", date })).toMatchObject({ already: true });
    const whole = await log({ person, from_plan: true, date });
    expect(whole.entries.map((entry) => entry.slot)).toEqual(["breakfast", "dinner"]);
    expect((await diaryOf(person, date)).entries).toHaveLength(2);
    expect(await events(person, "DiaryEntryLogged")).toHaveLength(2);
    await expect(log({ person, from_plan: true, slot: "brunch", date })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("breakfast, dinner"),
    });
    await run("nutrition/delete_diary_entry", { entry_id: dinner.entries[0]?.entry_id, version: 1 });
    expect(await events(person, "DiaryEntryDeleted")).toMatchObject([
      { version: 2, origin: "plan", planned_meal: { plan_id: planId, date, position: 1 } },
    ]);
    expect(await log({ person, from_plan: true, slot: "dinner", date })).toMatchObject({ already: false });
  });
});

describe("correcting", () => {
  test("an edit scales the figures, and made twice changes nothing more", async () => {
    const person = await addPerson();
    const { entry_id } = await logOne({ person, food_id: almond, grams: 50 });
    const edit = { entry_id, version: 1, grams: 100, slot: "lunch" };
    const edited = await run<{ entry: DiaryEntry; changed: boolean }>("nutrition/edit_diary_entry", edit);
    expect(edited).toMatchObject({ changed: true, entry: { grams: 100, slot: "lunch", version: 2 } });
    expect(edited.entry.nutrients?.energy_kcal).toBeCloseTo(almondKcal, 1);
    expect(await run("nutrition/edit_diary_entry", edit)).toMatchObject({ changed: false });
    expect(await events(person, "DiaryEntryChanged")).toMatchObject([
      { entry_id, version: 2, slot: "lunch", changed: ["slot", "grams", "nutrients"] },
    ]);
    await expect(run("nutrition/edit_diary_entry", { ...edit, grams: 70 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(
      run("nutrition/edit_diary_entry", { entry_id, version: 2, portion: 2 }),
    ).rejects.toMatchObject({ code: "INVALID_INPUT", message: expect.stringContaining("grams") });
  });

  test("a deleted entry no longer counts, and deleting it again is no error", async () => {
    const person = await addPerson();
    const { entry_id } = await logOne({ person, food_id: almond, grams: 50 });
    await expect(run("nutrition/delete_diary_entry", { entry_id, version: 9 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    const remove = () => run("nutrition/delete_diary_entry", { entry_id, version: 1 });
    expect(await remove()).toEqual({ entry_id, already: false });
    expect(await remove()).toEqual({ entry_id, already: true });
    expect((await diaryOf(person)).entries).toEqual([]);
  });
});

describe("compliance", () => {
  const energy = (target: number) => ({ nutrient: "energy_kcal", target, tolerance_percent: 5 });

  test("tells a day once, and again only when a correction changes the verdict", async () => {
    const person = await addPerson();
    const yesterday = await dateBefore(1);
    await setGoals(person, [energy(almondKcal)]);
    const { entry_id } = await logOne({ person, food_id: almond, grams: 100, date: yesterday });
    const first = await check(person);
    expect(first.days.filter((day) => day.verdict !== "nothing_logged")).toMatchObject([
      { date: yesterday, verdict: "met", told: "NutritionGoalMet", repair: null },
    ]);
    expect((await check(person)).days.every((day) => day.told === null)).toBe(true);
    await run("nutrition/edit_diary_entry", { entry_id, version: 1, grams: 101 });
    expect(await events(person, "NutritionGoalMissed")).toEqual([]);
    await run("nutrition/edit_diary_entry", { entry_id, version: 2, grams: 20 });
    expect(await events(person, "NutritionGoalMissed")).toMatchObject([
      { date: yesterday, results: [{ nutrient: "energy_kcal", met: false }] },
    ]);
    await logOne({ person, food_id: almond, grams: 80, date: yesterday });
    expect(await events(person, "NutritionGoalMet")).toHaveLength(2);
    expect((await check(person, yesterday)).days[0]).toMatchObject({ verdict: "met", told: null });
  });

  test("judges a day again when a goal is set for the past, and tells it only if it comes out otherwise", async () => {
    const person = await addPerson();
    const date = await dateBefore(2);
    await setGoals(person, [{ nutrient: "energy_kcal", kind: "at_least", target: 500 }]);
    await log({ person, food_id: almond, grams: 50, date });
    await check(person, date);
    await run("nutrition/set_goal", { person, nutrient: "energy_kcal", kind: "at_least", target: 100 });
    await deliver();
    expect(await events(person, "NutritionGoalMet")).toEqual([]);
    const from = await dateBefore(3);
    await setGoals(person, [{ nutrient: "energy_kcal", kind: "at_least", target: 100 }], from);
    await deliver();
    expect(await events(person, "NutritionGoalMissed")).toHaveLength(1);
    expect(await events(person, "NutritionGoalMet")).toMatchObject([{ date }]);
    const { rows } = await db.database.query<{ id: string }>(
      "select id from meal_planner.events where detail_type = 'NutritionGoalSet' order by id desc limit 1",
    );
    await correctVerdicts({ id: rows[0]!.id }, db.resource);
    expect(await events(person, "NutritionGoalMet")).toHaveLength(1);
  });

  test("judges a day again when the figures come that an entry of it was waiting for", async () => {
    const person = await addPerson();
    const date = await dateBefore(2);
    await setGoals(person, [{ nutrient: "energy_kcal", kind: "at_most", target: 200 }]);
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
      ...{ name: "Awaited almonds", ingredients: ["100 g almonds"], servings: 1 },
    });
    await log({ person, food_id: almond, grams: 10, date });
    await check(person, date);
    await log({ person, recipe_id, portion: 1, date });
    expect(await events(person, "NutritionGoalMissed")).toEqual([]);
    await run("recipes/calculate_nutrition", { recipe_id });
    await deliver();
    expect(await events(person, "NutritionGoalMissed")).toMatchObject([{ date }]);
  });

  test("by two at once tells once", async () => {
    const person = await addPerson();
    await setGoals(person, [energy(2000)]);
    await logOne({ person, food_id: almond, grams: 100, date: await dateBefore(1) });
    await Promise.all([check(person), check(person), check(person)]);
    expect(await events(person, "NutritionGoalMissed")).toHaveLength(1);
  });

  test("judges today without telling of it, unless the day is called over", async () => {
    const person = await addPerson();
    const today = await dateBefore(0);
    await setGoals(person, [energy(2000)]);
    await logOne({ person, food_id: almond, grams: 100 });
    expect((await check(person, today)).days).toMatchObject([{ over: false, verdict: "missed", told: null }]);
    expect((await check(person, today, true)).days).toMatchObject([{ told: "NutritionGoalMissed" }]);
  });

  test("neither tells a day with nothing logged nor one that the unknown leaves open", async () => {
    const person = await addPerson();
    await setGoals(person, [energy(2000)]);
    const yesterday = await dateBefore(1);
    await logOne({ person, line: "a plate of zxqvw", date: yesterday });
    const { days } = await check(person);
    expect(days).toHaveLength(7);
    expect(days.every((day) => day.told === null)).toBe(true);
    expect(days.at(-1)).toMatchObject({ date: yesterday, verdict: "unknown", results: [{ met: null }] });
  });

  test("tells nothing of a told day whose entries are all deleted, nor the same verdict when it is logged again", async () => {
    const person = await addPerson();
    await setGoals(person, [energy(579)]);
    const yesterday = await dateBefore(1);
    const almonds = { person, food_id: almond, grams: 100, date: yesterday };
    const { entry_id, version } = await logOne(almonds);
    await check(person, yesterday);
    const told = await events(person, "NutritionGoalMet");
    expect(told).toHaveLength(1);
    await run("nutrition/delete_diary_entry", { entry_id, version });
    await logOne(almonds);
    await check(person, yesterday);
    expect(await events(person, "NutritionGoalMet")).toEqual(told);
    expect(await events(person, "NutritionGoalMissed")).toEqual([]);
  });

  test("says what would repair the day, with nothing that the person mustn't eat", async () => {
    const person = await addPerson({ diet: "vegan", allergens: ["nuts", "soy"] });
    await setGoals(person, [
      { nutrient: "protein_g", target: 60, kind: "at_least" },
      { nutrient: "energy_kcal", target: 900, tolerance_percent: 15 },
    ]);
    const yesterday = await dateBefore(1);
    await logOne({ person, line: "400 g boiled potatoes", date: yesterday });
    const [day] = (await check(person, yesterday)).days;
    expect(day?.repair?.steps.length).toBeGreaterThan(0);
    const ids = day?.repair?.steps.flatMap((step) => step.food_id ?? []) ?? [];
    const { rows } = await db.database.query<{ bad: boolean }>(
      `select bool_or(allergens && array['nuts', 'soy'] or origins && array['dairy', 'egg', 'meat', 'fish']) as bad
       from meal_planner.foods where food_id = any ($1::uuid[])`,
      [ids],
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(rows[0]?.bad).toBe(false);
  });

  test("says what the rest of the week needs", async () => {
    const person = await addPerson();
    await setGoals(person, [energy(2000)]);
    const answer = await check(person, await dateBefore(0));
    const [week] = answer.weeks;
    expect(week).toMatchObject({ days_logged: 0, goals: [{ nutrient: "energy_kcal", mean: null }] });
    expect(week?.goals[0]?.needed_a_day).toEqual({ least: 1900, most: 2100 });
  });
});

describe("progress", () => {
  test("shows a day with its means and verdict, and the streak that it belongs to", async () => {
    const person = await addPerson();
    await setGoals(person, [{ nutrient: "energy_kcal", target: almondKcal, tolerance_percent: 5 }]);
    for (const [day, grams] of [
      [4, 100],
      [3, 40],
      [2, 100],
      [1, 100],
    ] as const) {
      await logOne({ person, food_id: almond, grams, date: await dateBefore(day) });
    }
    const [today] = (await run<Progress>("nutrition/get_progress", { person, period: "day" })).people;
    expect(today).toMatchObject({ days_logged: 0, streaks: { current: 2, longest: 2 } });
    const yesterday = await dateBefore(1);
    const [day] = (await run<Progress>("nutrition/get_progress", { person, period: "day", date: yesterday }))
      .people;
    expect(day?.days).toMatchObject([{ date: yesterday, entries: 1, verdict: "met" }]);
    const energy = day?.nutrients.find((one) => one.nutrient === "energy_kcal");
    expect(energy).toMatchObject({ days_met: 1, days_missed: 0, met_share: 1, goal: { kind: "about" } });
    expect(energy?.mean).toBeCloseTo(almondKcal, 1);
  });

  test("keeps one weight a day and draws a line through them", async () => {
    const person = await addPerson();
    const weigh = (weight_kg: number | null, date: string) =>
      run("nutrition/log_weight", { person, weight_kg, date });
    await weigh(81, "2026-01-05");
    expect(await weigh(80, "2026-01-05")).toMatchObject({ weight_kg: 80, replaced_kg: 81 });
    expect(await weigh(80, "2026-01-05")).toMatchObject({ replaced_kg: null });
    await weigh(79.5, "2026-01-12");
    await weigh(79, "2026-01-19");
    await weigh(10, "2026-01-20");
    await weigh(null, "2026-01-20");
    const month = { person, period: "month", date: "2026-01-31" };
    const [found] = (await run<Progress>("nutrition/get_progress", month)).people;
    expect(found?.weight).toEqual({
      weighings: [
        // Of the difference to the mean so far 1 − 0.9⁷ counts, after seven days: 52 %.
        { date: "2026-01-05", weight_kg: 80, smoothed_kg: 80 },
        { date: "2026-01-12", weight_kg: 79.5, smoothed_kg: 79.74 },
        { date: "2026-01-19", weight_kg: 79, smoothed_kg: 79.35 },
      ],
      change_kg: -1,
      trend_kg_a_week: -0.5,
    });
    await expect(weigh(4000, "2026-01-05")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    const pounds = { person, weight_lb: 180.5, date: "2026-02-02" };
    expect(await run("nutrition/log_weight", pounds)).toMatchObject({ weight_kg: 81.87 });
    await expect(run("nutrition/log_weight", { ...pounds, weight_kg: 80 })).rejects.toMatchObject({
      details: [expect.objectContaining({ path: "weight_kg" })],
    });
  });
});

describe("goals", () => {
  test("in percent of energy follow the energy goal, and are refused without one", async () => {
    const person = await addPerson();
    const share = { nutrient: "protein_g", percent_of_energy: 20 };
    await expect(setGoals(person, [share])).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [expect.objectContaining({ path: "goals[0].percent_of_energy" })],
    });
    const target = async (date: string) => {
      const { people } = await run<{ people: { goals: object[] }[] }>("nutrition/get_goals", {
        person,
        date,
      });
      return people[0]?.goals.find((goal) => "percent_of_energy" in goal);
    };
    const both = [{ nutrient: "energy_kcal", target: 2000 }, share];
    expect(await setGoals(person, both)).toMatchObject({ rows: [{ outcome: "set" }, { outcome: "set" }] });
    expect(await setGoals(person, [both[0]!, { nutrient: "protein_g", target: null }])).toMatchObject({
      rows: [{ outcome: "unchanged" }, { outcome: "ended" }],
    });
    await setGoals(person, both);
    expect(await target("2026-01-01")).toMatchObject({ target: 100, percent_of_energy: 20 });
    await setGoals(person, [{ nutrient: "energy_kcal", target: 2400 }], "2026-02-01");
    expect(await target("2026-02-01")).toMatchObject({ target: 120 });
    expect(await target("2026-01-31")).toMatchObject({ target: 100 });
    await run("nutrition/set_goal", {
      ...{ person, nutrient: "protein_g", target: null, percent_of_energy: 25, kind: "about" },
      ...{ tolerance_percent: 5, weight: 1, valid_from: "2026-03-01" },
    });
    expect(await target("2026-03-01")).toMatchObject({ target: 150, percent_of_energy: 25 });
  });

  test.each([
    [{ nutrient: "sodium_mg", percent_of_energy: 10 }, "goals[0].percent_of_energy"],
    [{ nutrient: "fat_g", percent_of_energy: 30, target: 70 }, "goals[0].percent_of_energy"],
    [{ nutrient: "fat_g" }, "goals[0].target"],
  ])("%j is refused with the reason", async (goal, path) => {
    const person = await addPerson();
    await expect(setGoals(person, [goal])).rejects.toMatchObject({
      details: [expect.objectContaining({ path })],
    });
  });

  test("are proposed from the person, with sources, and can be set as they are", async () => {
    const year = Number((await dateBefore(0)).slice(0, 4));
    const body = { birth_year: year - 30, sex: "male", height_cm: 180, weight_kg: 90, activity: "moderate" };
    const person = await addPerson(body);
    await run("nutrition/log_weight", { person, weight_kg: 80 });
    const proposal = await run<Proposal>("nutrition/propose_goals", {
      person,
      aim: "maintain",
      kg_a_week: 0.5,
    });
    expect(proposal.energy).toMatchObject({ basal_kcal: 1780, maintenance_kcal: 2759, target_kcal: 2759 });
    expect(proposal.body.weight_from).toBe(await dateBefore(0));
    expect(proposal.sources).toHaveLength(proposal.goals.length);
    expect(proposal.sources.every(({ source }) => source.length > 10)).toBe(true);
    expect(proposal.limits.length).toBeGreaterThan(0);
    expect(await setGoals(person, proposal.goals)).toMatchObject({
      changed: expect.arrayContaining(["energy_kcal", "iron_mg"]),
    });
  });

  test("are not proposed where something is missing or it would do harm", async () => {
    const year = Number((await dateBefore(0)).slice(0, 4));
    const propose = (person: string, aim: string) =>
      run("nutrition/propose_goals", { person, aim, kg_a_week: 0.5 });
    await expect(propose(await addPerson({ sex: "male" }), "maintain")).rejects.toMatchObject({
      details: expect.arrayContaining([expect.objectContaining({ path: "person.birth_year" })]),
    });
    const thin = { sex: "female", height_cm: 170, weight_kg: 50, activity: "light" };
    await expect(propose(await addPerson({ ...thin, birth_year: year - 30 }), "lose")).rejects.toMatchObject({
      details: [expect.objectContaining({ path: "aim" })],
    });
    await expect(propose(await addPerson({ ...thin, birth_year: year - 12 }), "gain")).rejects.toMatchObject({
      details: [expect.objectContaining({ path: "person.birth_year" })],
    });
  });
});
