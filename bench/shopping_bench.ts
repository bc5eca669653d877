import type { Database } from "../f/meal-planner/database/connection.ts";
import { newId } from "../f/meal-planner/database/new_id.ts";
import { parseInput } from "../f/meal-planner/database/parse_input.ts";
import { loadStarterFoods } from "../f/meal-planner/foods/load_starter_foods.ts";
import { calculateNutrition } from "../f/meal-planner/handlers/recipes/calculate_nutrition.ts";
import { createRecipe } from "../f/meal-planner/handlers/recipes/create_recipe.ts";
import { createRecipeInput } from "../f/meal-planner/handlers/recipes/recipe.ts";
import { composeList } from "../f/meal-planner/handlers/shopping_list/compose_list.ts";
import { generateList } from "../f/meal-planner/handlers/shopping_list/generate_list.ts";
import { getList } from "../f/meal-planner/handlers/shopping_list/get_list.ts";
import type { Need } from "../f/meal-planner/handlers/shopping_list/need.ts";
import { plannedMeals } from "../f/meal-planner/handlers/shopping_list/planned_meals.ts";
import { needsOf, readIngredients } from "../f/meal-planner/handlers/shopping_list/read_needs.ts";
import { type Household, setHousehold } from "../f/meal-planner/households/household.ts";
import { SAMPLE_RECIPES } from "../local/sample_household/sample_recipes.ts";
import { withBenchDatabase } from "./household_world.ts";

const DAYS = 28;
const SLOTS = ["breakfast", "lunch", "snack", "dinner"] as const;
const PEOPLE = 8;
const START = "2096-01-02";
const RUNS = 9;
/** For a household of 8 over 4 weeks, after the recipes are read. */
const GOAL_MS = 200;

function print(figure: { name: string; ms: number } & Record<string, unknown>): void {
  const { ms, ...rest } = figure;
  const rounded = Math.round(ms * 10) / 10;
  process.stdout.write(`${JSON.stringify({ bench: "shopping", ...rest, ms: rounded })}\n`);
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

/** A household of eight that eats the sample recipes in turn, four meals a day. */
async function planFourWeeks(database: Database): Promise<{ household: Household; planId: string }> {
  return database.transaction(async (tx) => {
    await loadStarterFoods(tx);
    const household = await setHousehold(tx, {
      name: "Eight",
      time_zone: "Europe/Berlin",
      make_default: true,
    });
    const { household_id } = household;
    const bySlot = new Map<string, string[]>(SLOTS.map((slot) => [slot, []]));
    for (const recipe of SAMPLE_RECIPES) {
      const { recipe_id } = await createRecipe(
        tx,
        parseInput(createRecipeInput, { ...recipe, household_id }),
      );
      await calculateNutrition(tx, { recipe_id, household_id });
      for (const slot of recipe.suits) bySlot.get(slot)?.push(recipe_id);
    }
    const planId = newId();
    await tx.query(
      `insert into meal_planner.meal_plans (plan_id, household_id, state, start_date, days)
       values ($1::uuid, $2::uuid, 'active', $3::date, $4::integer)`,
      [planId, household_id, START, DAYS],
    );
    const portions = Object.fromEntries(
      Array.from({ length: PEOPLE }, (_, at) => [newId(), 0.75 + (at % 4) / 4]),
    );
    const meals = Array.from({ length: DAYS * SLOTS.length }, (_, at) => {
      const slot = SLOTS[at % SLOTS.length]!;
      const choice = bySlot.get(slot)!;
      const day = Math.floor(at / SLOTS.length);
      return { day, position: at % SLOTS.length, slot, recipe: choice[day % choice.length]! };
    });
    await tx.query(
      `insert into meal_planner.plan_meals (plan_id, date, position, slot, recipe_id, portions)
       select $1::uuid, $2::date + day, position, slot, recipe, $3::jsonb
       from jsonb_to_recordset($4::jsonb) as meal (day integer, position integer, slot text, recipe uuid)`,
      [planId, START, JSON.stringify(portions), JSON.stringify(meals)],
    );
    return { household, planId };
  });
}

/** The least that a list can do: amounts added up by the line's text and unit, no foods, no packs, no meals. */
function addUpByText(needs: readonly Need[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const need of needs) {
    const key = `${need.text.toLowerCase()}|${need.unit}`;
    sums.set(key, (sums.get(key) ?? 0) + (need.quantity ?? 0));
  }
  return sums;
}

await withBenchDatabase("shopping", async (database) => {
  const { household, planId } = await planFourWeeks(database);
  const input = { planId, householdId: household.household_id };
  const scope = { plan_id: planId, from_date: null, to_date: null };
  const meals = await database.transaction((tx) => plannedMeals(tx, household, scope));
  const needs = needsOf(meals, await database.transaction((tx) => readIngredients(tx, meals)));
  const size = { people: PEOPLE, meals: meals.length, needs: needs.length };

  const atHome = { lots: [], always: new Set<string>() };
  const lines = composeList(needs, atHome).length;
  const composed = await median(() => composeList(needs, atHome));
  const naive = await median(() => addUpByText(needs));
  print({ name: "compose a list", ...size, lines, goal_ms: GOAL_MS, met: composed < GOAL_MS, ms: composed });
  print({ name: "baseline: add up by text", ...size, lines: addUpByText(needs).size, ms: naive });

  const read = await median(() => database.transaction((tx) => readIngredients(tx, meals)));
  print({ name: "baseline: read plan, recipes and foods", ...size, ms: read });
  const generated = await median(async () => {
    await database.query("delete from meal_planner.shopping_lists");
    await database.transaction((tx) => generateList(tx, input));
  });
  const afterReading = generated - read;
  print({
    name: "generate a list, all in, without reading the recipes",
    ...size,
    goal_ms: GOAL_MS,
    met: afterReading < GOAL_MS,
    ms: afterReading,
  });
  const { list_id } = await database.transaction((tx) => generateList(tx, input));
  const again = await median(() => database.transaction((tx) => generateList(tx, input)));
  print({ name: "generate it again, nothing changed", ...size, ms: again });
  const shown = await median(() => database.transaction((tx) => getList(tx, { listId: list_id })));
  print({ name: "get the list", ...size, ms: shown });
});
