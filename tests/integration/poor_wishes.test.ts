import { beforeAll, describe, expect, test } from "vitest";
import { loadStarterFoods } from "../../f/meal-planner/foods/load_starter_foods.ts";
import {
  type GeneratedPlan,
  generatePlan,
  generatePlanInput,
} from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import { MOST_LEFT_OUT_TOLD } from "../../f/meal-planner/handlers/meal_planning/plan.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const run = <T>(path: string, args: Record<string, unknown>) =>
  runScript<T>(`handlers/${path}`, args, db.resource);
const START = "2099-03-02";

/** A household of its own with people by name and recipes by name, lines and meals. */
async function household(
  people: Record<string, object>,
  recipes: Record<string, { ingredients: string[]; suits: string[] }>,
): Promise<{
  generate: (args?: object) => Promise<GeneratedPlan>;
  ids: Record<string, string>;
  household_id: string;
}> {
  const { household_id } = await run<{ household_id: string }>("households/set_household", {
    ...{ name: "Poor", time_zone: "Europe/Berlin" },
  });
  for (const [name, wishes] of Object.entries(people)) {
    await run("households/set_person", { name, household_id, ...wishes });
  }
  const ids: Record<string, string> = {};
  for (const [name, recipe] of Object.entries(recipes)) {
    const made = await run<{ recipe_id: string }>("recipes/create_recipe", {
      ...{ name, servings: 2, household_id, ...recipe },
    });
    await run("recipes/calculate_nutrition", { recipe_id: made.recipe_id, household_id });
    ids[name] = made.recipe_id;
  }
  const generate = (args: object = {}) =>
    run<GeneratedPlan>("meal_planning/generate_plan", {
      ...{ household_id, start_date: START, days: 2, gap_target: 0.3, ...args },
    });
  return { generate, ids, household_id };
}

const porridge = { ingredients: ["100 g oatmeal", "300 ml milk", "1 banana"], suits: ["breakfast"] };
const pasta = { ingredients: ["250 g spaghetti", "400 g tomatoes", "2 tbsp olive oil"], suits: ["dinner"] };
const steak = { ingredients: ["500 g beef steak", "600 g potatoes"], suits: ["dinner"] };

beforeAll(async () => {
  await db.database.transaction(loadStarterFoods);
});

test("where two people's wishes leave no dinner, both are named, and what giving up either would give", async () => {
  const { generate } = await household(
    { Ada: { allergens: ["gluten"] }, Ben: { diet: "vegetarian" } },
    { pasta, steak, rice: { ...porridge, ingredients: ["150 g rice", "400 ml milk", "30 g sugar"] } },
  );
  const slots = ["breakfast", "dinner"];
  await expect(generate({ slots })).rejects.toMatchObject({
    code: "INFEASIBLE",
    message: expect.stringContaining(
      "no dinner without gluten (Ada's allergy), vegetarian (Ben) among the 2 recipes that suit it",
    ),
    details: {
      relaxing: [
        {
          slot: "dinner",
          reliefs: [
            { wishes: ["Ada's allergy (gluten)"], recipes: 1 },
            { wishes: ["Ben's vegetarian diet"], recipes: 1 },
          ],
        },
      ],
    },
  });
  const rest = await generate({ slots, plan_the_rest: true });
  expect(rest.meals.map((meal) => meal.slot)).toEqual(["breakfast", "breakfast"]);
  expect(rest.generation?.unmet.join(" ")).toContain("Planned without it: no dinner without gluten");
});

test("where wishes leave nothing at all, they are named rather than the first recipe's reason", async () => {
  const { generate } = await household({ Ada: { allergens: ["gluten"], diet: "vegan" } }, { pasta, steak });
  await expect(generate()).rejects.toMatchObject({
    code: "INFEASIBLE",
    message: expect.stringMatching(/None of the 2 recipes can be planned: no dinner .*among the 2 recipes/),
  });
});

test("without goals a week is planned all the same, and says that it was planned by taste alone", async () => {
  const { generate } = await household({ Ada: {} }, { porridge });
  const plan = await generate({ slots: ["breakfast"] });
  expect(plan.meals).toHaveLength(2);
  expect(plan.generation?.unmet).toContain("Ada has no goals: planned by taste and variety alone.");
});

test("how far a planning is can be followed, step by step", async () => {
  const { household_id } = await household({ Ada: {} }, { porridge });
  const told: [number, string][] = [];
  const input = { household_id, start_date: START, days: 1, slots: ["breakfast"] };
  await generatePlan(db.database, generatePlanInput.parse(input), async (percent, doing) => {
    told.push([percent, doing]);
  });
  expect(told.map(([percent]) => percent)).toEqual([5, 10, 95]);
  expect(told.map(([, doing]) => doing).join("; ")).toMatch(/planning from 1 recipes, for 5 s.*within 0.0 %/);
});

describe("how long a meal may take", () => {
  const dinners = { pasta: { ...pasta, cook_minutes: 15 }, steak: { ...steak, cook_minutes: 45 } };
  const slots = ["dinner"];

  test("and what nobody may eat together leave no dinner: both are named, and the rest is planned when asked to", async () => {
    const { generate } = await household({ Ada: { allergens: ["gluten"] } }, dinners);
    const max_minutes = [{ minutes: 20, slot: "dinner" }];
    await expect(generate({ slots, days: 1, max_minutes })).rejects.toMatchObject({
      code: "INFEASIBLE",
      message: expect.stringContaining(
        "no dinner without gluten (Ada's allergy), within 20 minutes among the 2 recipes that suit it",
      ),
    });
    const rest = await generate({ slots, days: 1, max_minutes, plan_the_rest: true });
    expect(rest.meals).toHaveLength(1);
    expect(rest.generation?.unmet.join(" ")).toContain("Planned without the time limit: no dinner");
  });

  test("holds on its weekdays, for the plan and for every later change of it", async () => {
    const { generate, ids, household_id } = await household({ Ada: {} }, dinners);
    const max_minutes = [{ minutes: 20, weekdays: ["monday"] }];
    const plan = await generate({ slots, max_minutes });
    expect(plan.meals.map((meal) => meal.recipe_id)).toEqual([ids.pasta, ids.steak]);
    const swap = { plan_id: plan.plan_id, household_id, version: 1, date: START, position: 0 };
    await run("meal_planning/remove_meal", { ...swap, date: plan.meals[1]!.date });
    await expect(
      run("meal_planning/swap_meal", { ...swap, version: 2, recipe_id: ids.steak }),
    ).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("it takes 45 minutes, and dinner on 2099-03-02 may take 20"),
    });
    const { meals } = await run<{ meals: { recipe_id: string }[] }>("meal_planning/replan", {
      ...{ plan_id: plan.plan_id, household_id, version: 2, fill_empty: true },
    });
    expect(meals.map((meal) => meal.recipe_id)).toEqual([ids.pasta, ids.steak]);
  });
});

test("what can't be kept is told with dates and names, not with the planner's numbers", async () => {
  const { generate, ids } = await household({ Ada: {} }, { porridge, pasta, steak });
  const locked = [0, 0].map(() => ({ date: START, slot: "dinner", recipe_id: ids.pasta! }));
  const asked = generate({ slots: ["dinner", "dinner"], days: 1, locked });
  await expect(asked).rejects.toMatchObject({ code: "INFEASIBLE" });
  const message = await asked.catch((error: Error) => error.message);
  expect(message).toContain("“pasta”");
  expect(message).toContain(START);
  expect(message).not.toMatch(/day \d|[0-9a-f]{8}-/);
});

test("a plan keeps why some recipes were left out, and of very many only how many more", async () => {
  const { generate, household_id } = await household({ Ada: {} }, { porridge });
  await db.database.query(
    `insert into meal_planner.recipes (recipe_id, household_id, name, ingredients, origin, search)
     select gen_random_uuid(), $1::uuid, 'Sauce ' || n, '[]', 'manual', '' from generate_series(1, 250) n`,
    [household_id],
  );
  const { generation } = await generate({ slots: ["breakfast"] });
  expect(generation?.left_out).toHaveLength(MOST_LEFT_OUT_TOLD);
  expect(generation?.left_out_more).toBe(250 - MOST_LEFT_OUT_TOLD);
});
