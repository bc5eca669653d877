import { type Postgresql, withDatabase } from "../../../database/connection.ts";
import { parseInput } from "../../../database/parse_input.ts";
import { getUsdaFoodInput, getUsdaFoods } from "../get_food.ts";
import type { UsdaFdc } from "../usda_account.ts";

/**
 * Fetch foods from USDA FoodData Central with figures and portions, and store them, so that recipes and confirm_food can use
 * them.
 *
 * @param fdc_ids Which foods, by FDC id, up to 200; search_foods gives them.
 * @param store Whether recipes may use them from now on; otherwise they are only shown.
 * @param usda The key; left out, the workspace's own.
 * @param db The meal planner's database; left out, the workspace's own.
 */
export async function main(fdc_ids: number[], store: boolean = true, usda?: UsdaFdc, db?: Postgresql) {
  const input = parseInput(getUsdaFoodInput, { fdc_ids, store, usda });
  return withDatabase(db, (database) => getUsdaFoods(database, input));
}
