// How long it takes to live with a plan: whole calls of the library, reads included, on a household with a thousand
// recipes and a year of plans behind it.
import type { Database } from "../f/meal-planner/database/connection.ts";
import { dispatch } from "../f/meal-planner/events/bus/dispatch.ts";
import { explainMeal } from "../f/meal-planner/handlers/meal_planning/explain_meal.ts";
import { generatePlan, generatePlanInput } from "../f/meal-planner/handlers/meal_planning/generate_plan.ts";
import { getPlan } from "../f/meal-planner/handlers/meal_planning/get_plan.ts";
import { listPreferences } from "../f/meal-planner/handlers/meal_planning/preferences.ts";
import { swapMeal, swapMealInput } from "../f/meal-planner/handlers/meal_planning/swap_meal.ts";
import { householdToday } from "../f/meal-planner/households/household.ts";
import { fillBox, livePast, loadSample, newHousehold, withBenchDatabase } from "./household_world.ts";

const RECIPES = 1_000;
const WEEKS = 52;
const RUNS = 21;
const GOAL_MS = 100;
const DINNER = 3;

class Rollback extends Error {}

async function measure(name: string, work: () => Promise<unknown>, about: object = {}): Promise<void> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  // Of this process alone: what a busy machine doesn't change.
  const cpu_ms = Math.round((user + system) / 100 / RUNS) / 10;
  const first = times[0]!;
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(share * (RUNS - 1))]! * 10) / 10;
  const figures = { p50_ms: at(0.5), p95_ms: at(0.95), first_ms: Math.round(first * 10) / 10, cpu_ms };
  const met = figures.p50_ms < GOAL_MS;
  process.stdout.write(
    `${JSON.stringify({ bench: "living", name, recipes: RECIPES, weeks: WEEKS, ...about, goal_ms: GOAL_MS, met, ...figures })}\n`,
  );
}

/** What it does, but not what it leaves: so that every run begins with the same plan. */
async function undone(database: Database, work: Parameters<Database["transaction"]>[0]): Promise<void> {
  await database
    .transaction(async (tx) => {
      await work(tx);
      throw new Rollback();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Rollback)) throw error;
    });
}

await withBenchDatabase("living", async (database) => {
  await loadSample(database, () => dispatch(database, { maxSeconds: 120 }));
  const household = await newHousehold(database, "Bench");
  await fillBox(database, household, RECIPES);
  const today = await database.transaction((tx) => householdToday(tx, household));
  await livePast(database, household, WEEKS, today);
  await database.query("analyze");
  const { household_id } = household;
  const plan = await generatePlan(
    database,
    generatePlanInput.parse({ household_id, start_date: today, gap_target: 0.02, time_limit_ms: 10_000 }),
  );
  const { plan_id } = plan;
  const place = { plan_id, household_id, date: plan.meals.at(-1)!.date, position: DINNER };

  const ask = swapMealInput.parse(place);
  await measure("swap_meal: the ten best", () => database.transaction((tx) => swapMeal(tx, ask)));
  const answer = await database.transaction((tx) => swapMeal(tx, ask));
  const recipe_id = answer.kind === "choices" ? answer.choices[4]!.recipe_id : "";
  const swap = swapMealInput.parse({ ...place, recipe_id, version: 1 });
  await measure("swap_meal: one put there", () => undone(database, (tx) => swapMeal(tx, swap)));
  await measure("explain_meal", () => database.transaction((tx) => explainMeal(tx, place)));
  await measure("get_plan", () => database.transaction((tx) => getPlan(tx, { plan_id, household_id })));
  await measure("preferences", () => database.transaction((tx) => listPreferences(tx, { household_id })));
});
