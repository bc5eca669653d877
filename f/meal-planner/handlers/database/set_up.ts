import type { Database, Tx } from "../../database/connection.ts";
import { type MigrationReport, migrate } from "../../database/migrate.ts";
import { emit } from "../../events/producers/emit.ts";
import { tellOlderCalculations } from "../../foods/calculation_version.ts";
import { loadStarterFoods } from "../../foods/load_starter_foods.ts";

export type SetUp = { migrations: MigrationReport; foods: number };

/**
 * Brings tables and starter foods up to date, and has recipes worked out again whose figures are by an older way of reading
 * lines: by events, once. Safe to run again, and twice at once.
 */
export async function setUp(database: Database): Promise<SetUp> {
  const migrations = await migrate(database);
  const foods = await database.transaction(async (tx) => {
    const starter = await loadStarterFoods(tx);
    const told = await tellOlderCalculations(tx);
    // All have been told just now.
    if (starter.changed && told === null) await tellRecipes(tx, starter.foods);
    return starter.foods;
  });
  return { migrations, foods };
}

/** An update of this project may change staples under recipes that are there already; a new installation has none. */
async function tellRecipes(tx: Tx, foods: number): Promise<void> {
  const { rowCount } = await tx.query("select from meal_planner.recipe_nutrition limit 1");
  if (rowCount === 0) return;
  await emit(tx, [{ type: "FoodDatasetLoaded", detail: { source: "starter", foods } }]);
}
