import { beforeAll, beforeEach } from "vitest";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { emptyBus } from "./empty_bus.ts";
import { runScript } from "./run_script.ts";
import { useTandoor } from "./tandoor_world.ts";
import { useTestDatabase } from "./test_database.ts";

/** A household with an empty recipe box beside an empty Tandoor, for each test anew. */
export function useTandoorHousehold() {
  const db = useTestDatabase();
  const tandoor = useTandoor();
  let home = "";

  const script = <T>(action: string, args: Record<string, unknown>) =>
    runScript<T>(`handlers/${action}`, args, db.resource);
  const household = {
    db,
    tandoor,
    /** Whose recipes are meant; a test may mean another's. */
    household_id: "",
    script,
    read: (recipe_id: string) =>
      script<Recipe>("recipes/get_recipe", { recipe_id, household_id: household.household_id }),
    async update(recipe_id: string, fields: object): Promise<void> {
      const { version } = await household.read(recipe_id);
      const { household_id } = household;
      await script("recipes/update_recipe", { recipe_id, household_id, version, ...fields });
    },
    /** Every recipe, by name. */
    async recipes(): Promise<Recipe[]> {
      const { rows } = await db.database.query<{ recipe_id: string }>(
        `select recipe_id from meal_planner.recipes where household_id = $1::uuid and archived_at is null order by name, recipe_id`,
        [household.household_id],
      );
      return Promise.all(rows.map((row) => household.read(row.recipe_id)));
    },
  };

  beforeAll(async () => {
    await emptyBus(db.database);
    const made = await script<{ household_id: string }>("households/set_household", {
      name: "Test",
      time_zone: "Europe/Berlin",
    });
    home = made.household_id;
  });
  beforeEach(async () => {
    await tandoor.reset();
    // The household stays: its foods are indexed once.
    await db.database.query("delete from meal_planner.recipes");
    await db.database.query("delete from meal_planner.tandoor_connections");
    await db.database.query("truncate meal_planner.circuits cascade");
    household.household_id = home;
  });
  return household;
}
