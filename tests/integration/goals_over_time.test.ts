import { beforeAll, describe, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import type { DiaryDay } from "../../f/meal-planner/handlers/nutrition/get_diary.ts";
import type { PersonGoals } from "../../f/meal-planner/handlers/nutrition/get_goals.ts";
import type { Progress } from "../../f/meal-planner/handlers/nutrition/get_progress.ts";
import type { FoodLogged } from "../../f/meal-planner/handlers/nutrition/log_food.ts";
import type { Proposal } from "../../f/meal-planner/handlers/nutrition/propose_goals.ts";
import type { Person } from "../../f/meal-planner/households/person.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const setPerson = (args: Record<string, unknown>) => run<Person>("households/set_person", args);
const setGoals = (person: string, goals: object[], valid_from: string) =>
  run("nutrition/set_goals_batch", { person, goals, valid_from });
const goalsOn = async (person: string, date: string) =>
  (await run<{ people: PersonGoals[] }>("nutrition/get_goals", { person, date })).people[0]!.goals;
const deliver = () => dispatch(db.database, { maxSeconds: 60 });

beforeAll(async () => {
  await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
});

describe("goals of several periods", () => {
  test("hold each from its day on, with a gap where one ends, in the middle of a week", async () => {
    await setPerson({ name: "Periods" });
    const energy = (target: number | null) => [{ nutrient: "energy_kcal", target }];
    await setGoals("Periods", energy(2000), "2026-01-01");
    await setGoals("Periods", energy(null), "2026-01-14");
    await setGoals("Periods", energy(1800), "2026-01-16");
    const entries = Array.from({ length: 7 }, (_, index) => ({
      ...{ origin_ref: `${index}`, date: `2026-01-${12 + index}`, name: "All day" },
      nutrients: { energy_kcal: 1800 },
    }));
    await run("nutrition/import_diary", { person: "Periods", origin: "other", entries });
    const { people } = await run<Progress>("nutrition/get_progress", {
      ...{ person: "Periods", period: "week", date: "2026-01-15" },
    });
    expect(people[0]?.days.map(({ verdict }) => verdict)).toEqual([
      ...["missed", "missed", "no_goals", "no_goals", "met", "met", "met"],
    ]);
    expect(people[0]?.nutrients[0]).toMatchObject({ days_met: 3, days_missed: 2, mean: 1800 });
  });

  test("are refused where they contradict one that begins later, naming the day and the row", async () => {
    await setPerson({ name: "Later" });
    const energy = { nutrient: "energy_kcal", target: 1500 };
    await setGoals("Later", [{ ...energy, target: 4000 }], "2026-01-01");
    await setGoals("Later", [energy, { nutrient: "protein_g", target: 150 }], "2026-06-01");
    const fat = { nutrient: "fat_g", target: 150, kind: "at_least" };
    await expect(
      setGoals("Later", [{ nutrient: "fibre_g", target: 30 }, fat], "2026-02-01"),
    ).rejects.toMatchObject({
      details: [{ path: "goals[1].target", message: expect.stringMatching(/^From 2026-06-01 on, .* kcal/) }],
    });
    expect((await goalsOn("Later", "2026-02-01")).map(({ nutrient }) => nutrient)).toEqual(["energy_kcal"]);
    await expect(
      run("nutrition/set_goal", { person: "Later", ...fat, valid_from: "2026-06-01" }),
    ).rejects.toMatchObject({ details: [expect.objectContaining({ path: "target" })] });
  });

  test("set by two at once are checked against each other: one of two that contradict is refused", async () => {
    await setPerson({ name: "Both" });
    await setGoals("Both", [{ nutrient: "energy_kcal", target: 1500 }], "2026-01-01");
    const atOnce = await Promise.allSettled([
      setGoals("Both", [{ nutrient: "protein_g", target: 200, kind: "at_least" }], "2026-01-01"),
      setGoals("Both", [{ nutrient: "fat_g", target: 120, kind: "at_least" }], "2026-01-01"),
    ]);
    expect(atOnce.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await goalsOn("Both", "2026-01-01")).toHaveLength(2);
  });

  test("don't leave a share of the energy without an energy goal", async () => {
    await setPerson({ name: "Shares" });
    const energy = { nutrient: "energy_kcal", target: 2000 };
    await setGoals("Shares", [energy, { nutrient: "fat_g", percent_of_energy: 30 }], "2026-01-01");
    const ending = [{ nutrient: "energy_kcal", target: null }];
    await expect(setGoals("Shares", ending, "2026-02-01")).rejects.toMatchObject({
      details: [{ path: "goals[0].target", message: expect.stringContaining("fat_g is a share") }],
    });
    await setGoals("Shares", [...ending, { nutrient: "fat_g", target: 60 }], "2026-02-01");
    expect(await goalsOn("Shares", "2026-02-01")).toMatchObject([{ nutrient: "fat_g", target: 60 }]);
  });

  test.each([
    [{ nutrient: "energy_kcal", target: 8.4 }, "2026-01-01", "goals[0].target"],
    [{ nutrient: "energy_kcal", target: 2000 }, "0026-01-01", "valid_from"],
    [{ nutrient: "energy_kcal", target: 2000 }, "2026-02-30", "valid_from"],
  ])("%j from %s is refused at %s", async (goal, from, path) => {
    await setPerson({ name: "Slips" });
    await expect(setGoals("Slips", [goal], from)).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: [expect.objectContaining({ path })],
    });
  });
});

describe("a proposal", () => {
  const year = new Date().getFullYear();
  const body = { sex: "female", birth_year: year - 36, height_cm: 165, weight_kg: 60, activity: "sedentary" };
  const propose = async (about: object, args: object = {}) => {
    await setPerson({ name: "Proposed", ...body, ...about });
    return run<Proposal>("nutrition/propose_goals", {
      ...{ person: "Proposed", aim: "lose", kg_a_week: 0.5, ...args },
    });
  };

  test("to lose weight goes no lower than is advised, and says so", async () => {
    const small = await propose({ birth_year: year - 76, height_cm: 150, weight_kg: 55 });
    expect(small.energy).toMatchObject({ target_kcal: 1136, maintenance_kcal: 1136, held_at_basal: true });
    const usual = await propose({ weight_kg: 70 }, { kg_a_week: 1 });
    expect(usual.energy.target_kcal).toBeGreaterThanOrEqual(1200);
    expect(usual.limits[0]).toContain("held at");
    expect((await propose({ birth_year: year - 86 }, { aim: "maintain" })).limits[0]).toContain("19 to 78");
  });

  test("reckons protein by age, and of less than the whole weight where much of it is fat", async () => {
    const protein = ({ goals }: Proposal) => goals.find(({ nutrient }) => nutrient === "protein_g")?.target;
    expect(protein(await propose({ birth_year: year - 76 }, { aim: "maintain" }))).toBe(60);
    // 25 × 1.65² = 68.06 kg, and a quarter of the 81.94 kg above it: 88.5 kg.
    expect(protein(await propose({ weight_kg: 150 }))).toBe(106);
  });

  test.each([
    [{ weight_kg: 52 }, { kg_a_week: 1 }, "kg_a_week"],
    [{ weight_kg: 49 }, {}, "aim"],
    [{ weight_kg: 90 }, { aim: "gain" }, "aim"],
    [{ weight_kg: 40 }, { aim: "maintain" }, "person.weight_kg"],
    [{ height_cm: 45, weight_kg: 300 }, { aim: "maintain" }, "person.height_cm"],
  ])("for %j, %j is refused", async (about, args, path) => {
    await expect(propose(about, args)).rejects.toMatchObject({
      details: [expect.objectContaining({ path })],
    });
  });

  test("may have vitamins and minerals by the week, and can be set as it is", async () => {
    const { goals } = await propose({}, { aim: "maintain", micronutrients_by: "week" });
    expect(goals).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ nutrient: "vitamin_d_ug", period: "week", target: 105 }),
        expect.objectContaining({ nutrient: "sodium_mg", period: "day", target: 2300 }),
      ]),
    );
    expect(await setGoals("Proposed", goals, "2026-01-01")).toMatchObject({ week_goals: { length: 7 } });
  });
});

describe("a person", () => {
  test("keeps what set_person isn't told, allergies first", async () => {
    await setPerson({
      name: "Al",
      allergens: ["nuts"],
      diet: "vegan",
      weight_kg: 70,
      time_zone: "Asia/Tokyo",
    });
    const known = { allergens: ["nuts"], diet: "vegan", time_zone: "Asia/Tokyo" };
    expect(await setPerson({ name: "Al", weight_kg: 71 })).toMatchObject({ ...known, weight_kg: 71 });
    expect(await setPerson({ name: "Al", allergens: [], weight_kg: null })).toMatchObject({
      ...{ ...known, allergens: [], weight_kg: null },
    });
    await expect(setPerson({ name: "Al", time_zone: "+09:00" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
    });
  });

  test("far from home has days of their own", async () => {
    await setPerson({ name: "Away", time_zone: "Pacific/Auckland" });
    await setPerson({ name: "Home" });
    const dayOf = async (person: string, eaten_at: string) =>
      (await run<FoodLogged>("nutrition/log_food", { person, line: "1 apple", eaten_at })).entries[0]?.date;
    // Daylight saving time has ended in Berlin that night, and has begun in Auckland before.
    expect(await dayOf("Home", "2025-10-26T11:30:00Z")).toBe("2025-10-26");
    expect(await dayOf("Away", "2025-10-26T11:30:00Z")).toBe("2025-10-27");
    expect(await dayOf("Home", "2025-10-26T22:59:59Z")).toBe("2025-10-26");
    expect(await dayOf("Home", "2025-10-26T23:00:00Z")).toBe("2025-10-27");
  });
});

describe("an entry that waited for its recipe's figures", () => {
  test("keeps those that came, whatever becomes of the recipe", async () => {
    await setPerson({ name: "Waits" });
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
      ...{ name: "Almonds alone", ingredients: ["100 g almonds"], servings: 1 },
    });
    await run("nutrition/log_food", { person: "Waits", recipe_id, portion: 0.5, date: "2026-01-05" });
    await deliver();
    const eaten = async () => {
      const { people } = await run<{ people: DiaryDay[] }>("nutrition/get_diary", {
        ...{ person: "Waits", date: "2026-01-05" },
      });
      const { version, nutrients, coverage } = people[0]!.entries[0]!;
      return { version, energy: nutrients?.energy_kcal, coverage };
    };
    const before = await eaten();
    expect(before).toMatchObject({ version: 1, energy: expect.closeTo(289.5, 0), coverage: 1 });
    await run("recipes/update_recipe", { recipe_id, version: 1, ingredients: ["300 g almonds"] });
    await deliver();
    expect(await eaten()).toEqual(before);
  });
});

test("a month of long ago is read without the years between", async () => {
  await setPerson({ name: "Years" });
  const entry = (date: string) => ({
    ...{ origin_ref: date, date, name: "All day", nutrients: { energy_kcal: 2000 } },
  });
  const entries = ["2016-01-31", "2016-02-29", "2016-03-01"].map(entry);
  await run("nutrition/import_diary", { person: "Years", origin: "other", entries });
  const { from, to, people } = await run<Progress>("nutrition/get_progress", {
    ...{ person: "Years", period: "month", date: "2016-02-10" },
  });
  expect({ from, to, days: people[0]?.days.length }).toEqual({
    from: "2016-02-01",
    to: "2016-02-29",
    days: 29,
  });
  expect(people[0]).toMatchObject({ days_logged: 1, streaks: { current: 0, longest: 0 } });
});
