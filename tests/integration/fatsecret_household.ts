import { beforeAll, beforeEach } from "vitest";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import type { Fatsecret } from "../../f/meal-planner/handlers/fatsecret/fatsecret_account.ts";
import { uploadDiary, uploadDiaryInput } from "../../f/meal-planner/handlers/fatsecret/upload_diary.ts";
import type { DiaryEntry } from "../../f/meal-planner/handlers/nutrition/diary_entry.ts";
import { getDiary } from "../../f/meal-planner/handlers/nutrition/get_diary.ts";
import { logFood, logFoodInput } from "../../f/meal-planner/handlers/nutrition/log_food.ts";
import { useFatsecret, useWorkspaceVariables } from "./fatsecret_world.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

/** A Monday in February; FatSecret counts its days from 1970. */
export const MONDAY = "2026-02-02";
export const MONDAY_INT = 20_486;

/** A household with two people and a recipe, beside a FatSecret of its own, to be called as a person would. */
export function useConnectedHousehold() {
  const db = useTestDatabase();
  const server = useFatsecret();
  const variables = useWorkspaceVariables();
  const run = <T>(path: string, args: Record<string, unknown>) =>
    runScript<T>(`handlers/${path}`, args, db.resource);
  const resources = new Map<string, Fatsecret>();
  const ids = { household_id: "", porridge: "" };
  let accounts = 0;

  beforeAll(async () => {
    const home = await run<{ household_id: string }>("households/set_household", {
      ...{ name: "Test", time_zone: "Europe/Berlin" },
    });
    ids.household_id = home.household_id;
    await db.database.transaction(loadStarterFoods);
    const made = await run<{ recipe_id: string }>("recipes/create_recipe", {
      ...{ name: "Porridge", servings: 2 },
      ingredients: ["100 g rolled oats", "40 g almonds", "400 g whole milk", "1 pinch salt"],
    });
    ids.porridge = made.recipe_id;
    await run("recipes/calculate_nutrition", { recipe_id: made.recipe_id });
  });

  /** Each test has people of its own, each with an empty account over there named as they are. */
  async function person(name = "Ida"): Promise<string> {
    const unique = `${name} ${++accounts}`;
    await run("households/set_person", { name: unique, height_cm: 170 });
    resources.set(unique, await server.resourceOf(unique));
    return unique;
  }

  beforeEach(async () => {
    await server.fail();
    await server.tell("style", { style: {} });
    await server.tell("forget_calls");
    await db.database.query("truncate meal_planner.circuits, meal_planner.http_budgets");
  });

  // Without a pool for each call, which is most of what a door costs; the doors are called by other tests.
  const day = async (who: string, date = MONDAY) => {
    const { people } = await db.database.transaction((tx) => getDiary(tx, { person: who, date }));
    return people[0]!;
  };

  return {
    ...{ db, server, variables, run, ids, person, day },
    resourceOf: (who: string) => resources.get(who),
    /** Calls a door of FatSecret's for a person. */
    fatsecret: <T>(door: string, who: string, args: Record<string, unknown> = {}) =>
      run<T>(`fatsecret/${door}`, { person: who, fatsecret: resources.get(who), ...args }),
    upload: (who: string, args: Record<string, unknown> = {}) => {
      const days = { from: MONDAY, to: "2026-02-08" };
      const input = { person: who, fatsecret: resources.get(who), ...days, ...args };
      return uploadDiary(db.database, parseInput(uploadDiaryInput, input));
    },
    async log(who: string, eaten: Record<string, unknown>): Promise<DiaryEntry> {
      const input = parseInput(logFoodInput, { person: who, date: MONDAY, slot: "lunch", ...eaten });
      const logged = await db.database.transaction((tx) => logFood(tx, input));
      return logged.entries[0]!;
    },
    /** What stands over there, as `meal food units`, in order. */
    async there(who: string): Promise<string[]> {
      const { entries } = await server.account(who);
      return entries
        .map(({ day: at, meal, food, units }) => `${at - MONDAY_INT} ${meal} ${food} ${units}`)
        .sort();
    },
    /** As if the waiting between tries were over. */
    async waitOver(): Promise<void> {
      await db.database.query("update meal_planner.fatsecret_entries set due_at = now()");
      await db.database.query("update meal_planner.fatsecret_connections set leased_until = now()");
    },
    /** The calls since they were last forgotten that write. */
    async writes(): Promise<string[]> {
      const calls = await server.calls();
      return calls
        .map(({ method }) => method)
        .filter((method) => /create|edit|delete|add|copy|update/.test(method));
    },
  };
}
