import { beforeAll, describe, expect, test } from "vitest";
import { dispatch } from "../../f/meal-planner/events/bus/dispatch.ts";
import type { FoodLogged } from "../../f/meal-planner/handlers/nutrition/log_food.ts";
import type { MatchedLine } from "../../f/meal-planner/handlers/nutrition/match_foods.ts";
import type { FoodSet, OwnFoodView } from "../../f/meal-planner/handlers/nutrition/set_food.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const setFood = (args: Record<string, unknown>) => run<FoodSet>("nutrition/set_food", args);
const match = async (line: string, household_id?: string): Promise<MatchedLine> =>
  (await run<{ lines: MatchedLine[] }>("nutrition/match_foods", { lines: [line], household_id })).lines[0]!;
const deliver = () => dispatch(db.database, { maxSeconds: 60 });

/** A muesli bar as a European label has it, for 100 g. */
const BAR = {
  name: "Gipfel bar",
  nutrients: {
    energy_kj: 1780,
    fat_g: 15,
    saturated_fat_g: 4.2,
    carbohydrate_g: 58,
    sugars_g: 24,
    fibre_g: 6.5,
    protein_g: 8.4,
    salt_g: 0.25,
  },
  portions: [{ unit: "bar", grams: 40 }],
};

beforeAll(async () => {
  await run("households/set_household", { name: "Test", time_zone: "Europe/Berlin" });
  await run("households/set_person", { name: "Ann" });
});

describe("a food of one's own", () => {
  test("keeps a label's figures in our terms, unknown where it says nothing, and once however often", async () => {
    const bar = await setFood(BAR);
    expect(bar).toMatchObject({ outcome: "added", name: "Gipfel bar", allergens: null });
    expect(bar.per_100g).toMatchObject({ sodium_mg: 100, fibre_g: 6.5, iron_mg: null });
    expect(bar.per_100g.energy_kcal).toBeCloseTo(425.4, 1);
    // Fibre stands beside the carbohydrate on a European label, and within it here.
    expect(bar.per_100g.carbohydrate_g).toBeCloseTo(64.5, 6);
    const again = await Promise.all([setFood(BAR), setFood({ ...BAR, name: "GIPFEL BARS" })]);
    expect(again.map(({ food_id }) => food_id)).toEqual([bar.food_id, bar.food_id]);
    expect(await setFood(BAR)).toMatchObject({ name: "Gipfel bar" });
    expect(await setFood(BAR)).toMatchObject({ outcome: "unchanged" });
    expect(await run<{ foods: OwnFoodView[] }>("nutrition/list_own_foods", {})).toMatchObject({
      foods: [{ food_id: bar.food_id, portions: [{ unit: "bar", grams: 40 }] }],
    });
  });

  test("by the portion, by millilitres and by an American label comes to 100 g", async () => {
    const portion = await setFood({
      name: "Sample crackers",
      ...{ label: "us", per_grams: 30 },
      nutrients: { energy_kcal: 130, fat_g: 5, carbohydrate_g: 19, fibre_g: 3, protein_g: 3, sodium_mg: 150 },
    });
    expect(portion.per_100g).toMatchObject({ carbohydrate_g: 63.333, fibre_g: 10, sodium_mg: 500 });
    const drink = await setFood({
      name: "Sample lemonade",
      ...{ per_ml: 250, density_g_per_ml: 1.04 },
      nutrients: { energy_kcal: 105, carbohydrate_g: 26, fat_g: 0, protein_g: 0 },
    });
    expect(drink.per_100g.carbohydrate_g).toBeCloseTo(10, 6);
    expect(await match("500 ml sample lemonade")).toMatchObject({ grams: 520 });
  });

  test.each([
    [{ fat_g: 30, saturated_fat_g: 40 }, "nutrients.saturated_fat_g"],
    [{ carbohydrate_g: 10, sugars_g: 50 }, "nutrients.sugars_g"],
    [{ fat_g: 60, carbohydrate_g: 60 }, "nutrients.carbohydrate_g"],
    [{ protein_g: 130 }, "nutrients.protein_g"],
    [{ energy_kcal: 1780, fat_g: 15, carbohydrate_g: 58, protein_g: 8 }, "nutrients.energy_kcal"],
    [{ energy_kcal: 150, fat_g: 15, carbohydrate_g: 58, protein_g: 8 }, "nutrients.energy_kcal"],
    [{ energy_kcal: 425, energy_kj: 425 }, "nutrients.energy_kj"],
    [{ energy_kcal: -1 }, "nutrients.energy_kcal"],
    [{ sugar: 3 }, "nutrients.sugar"],
    [{}, "nutrients"],
  ])("with the label %j is refused at the field, and nothing is kept", async (nutrients, path) => {
    await expect(setFood({ name: "Impossible", nutrients })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: expect.arrayContaining([expect.objectContaining({ path })]),
    });
    const { foods } = await run<{ foods: OwnFoodView[] }>("nutrition/list_own_foods", {});
    expect(foods.map(({ name }) => name)).not.toContain("Impossible");
  });

  test("may have an energy that its macronutrients don't give, where the label does say so", async () => {
    const spirit = {
      name: "Sample spirit",
      nutrients: { energy_kcal: 230, fat_g: 0, carbohydrate_g: 0, protein_g: 0 },
    };
    await expect(setFood(spirit)).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(await setFood({ ...spirit, as_labelled: true })).toMatchObject({ outcome: "added" });
  });

  test("with a comma, a number or a size in its name is found whole in a line, in the diary and in recipes", async () => {
    const muesli = await setFood({
      ...BAR,
      name: "Muesli, no raisins",
      aliases: ["Big Gipfel 7 seeds (bar)"],
    });
    for (const [line, grams] of [
      ["40 g Muesli, no raisins", 40],
      ["80 g Big Gipfel 7 Seeds (bar)", 80],
      ["50g muesli, no raisins, toasted", 50],
    ] as const) {
      expect(await match(line)).toMatchObject({ grams, food: { food_id: muesli.food_id } });
    }
    expect((await match("40 g muesli")).food?.food_id).not.toBe(muesli.food_id);
  });

  test("is what its names mean in the household's lines, and in no other's", async () => {
    const bar = await setFood({ ...BAR, aliases: ["Gipfelriegel", "skyr"] });
    for (const line of ["2 gipfel bars", "80 g Gipfelriegel, chopped", "80 g skyr"]) {
      expect(await match(line)).toMatchObject({
        food: { food_id: bar.food_id, source: "own", source_id: null },
      });
    }
    const other = await run<{ household_id: string }>("households/set_household", {
      ...{ name: "Others", time_zone: "Europe/Berlin" },
    });
    expect((await match("80 g skyr", other.household_id)).food?.food_id).not.toBe(bar.food_id);
    expect((await match("2 gipfel bars", other.household_id)).food?.food_id).not.toBe(bar.food_id);
    await run("households/set_person", { name: "Bo", household_id: other.household_id });
    await expect(
      run("nutrition/log_food", {
        ...{ person: "Bo", food_id: bar.food_id, grams: 40, household_id: other.household_id },
      }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(setFood({ ...BAR, name: "Another", aliases: ["Skyr"] })).rejects.toMatchObject({
      details: [expect.objectContaining({ path: "aliases" })],
    });
  });

  test("is logged by its portions, by grams and by a line", async () => {
    const { food_id } = await setFood(BAR);
    const log = async (args: Record<string, unknown>) =>
      (await run<FoodLogged>("nutrition/log_food", { person: "Ann", ...args })).entries[0]!;
    expect(await log({ food_id, portion: 1.5, unit: "bars" })).toMatchObject({ grams: 60 });
    expect(await log({ food_id, portion: 2 })).toMatchObject({ grams: 80, kind: "food", portion: null });
    expect((await log({ line: "40 g gipfel bar" })).nutrients?.sodium_mg).toBeCloseTo(40, 6);
    await expect(log({ food_id, portion: 1, unit: "slice" })).rejects.toMatchObject({
      details: [{ path: "unit", message: expect.stringContaining("bar") }],
    });
    await expect(log({ food_id })).rejects.toMatchObject({
      details: [expect.objectContaining({ path: "grams" })],
    });
  });

  test("changes the recipes that it is in, and gone it leaves them and the diary's past", async () => {
    const { recipe_id } = await run<{ recipe_id: string }>("recipes/create_recipe", {
      ...{ name: "Bars", ingredients: ["100 g zwergenmus"], servings: 1 },
    });
    await deliver();
    const energy = async () => {
      const { rows } = await db.database.query<{ kcal: number | null }>(
        `select (per_serving ->> 'energy_kcal')::double precision as kcal from meal_planner.recipe_nutrition
         where recipe_id = $1::uuid`,
        [recipe_id],
      );
      return rows[0]?.kcal ?? null;
    };
    expect(await energy()).toBeNull();
    const label = { energy_kcal: 60, carbohydrate_g: 14, fat_g: 0.2, protein_g: 0.4 };
    const { food_id } = await setFood({ name: "Zwergenmus", nutrients: label });
    await deliver();
    expect(await energy()).toBeCloseTo(60, 6);
    await setFood({ name: "Zwergenmus", nutrients: { ...label, energy_kcal: 70 } });
    await deliver();
    expect(await energy()).toBeCloseTo(70, 6);
    const { entries } = await run<FoodLogged>("nutrition/log_food", { person: "Ann", food_id, grams: 100 });
    const removing = () => run("nutrition/remove_food", { food: "zwergenmus" });
    expect(await removing()).toEqual({ food_id, removed: true });
    expect(await removing()).toEqual({ food_id: null, removed: false });
    await deliver();
    expect(await energy()).toBeNull();
    const { rows } = await db.database.query<{ nutrients: { energy_kcal: number } }>(
      "select nutrients from meal_planner.diary_entries where entry_id = $1::uuid",
      [entries[0]!.entry_id],
    );
    expect(rows[0]?.nutrients.energy_kcal).toBe(70);
  });
});
