import type { Tx } from "../../database/connection.ts";
import { emit, type NewEvent } from "../../events/producers/emit.ts";
import type { TypedEvent } from "../../events/schemas/catalogue.ts";
import { RECIPES_A_DELIVERY } from "../../foods/calculation_version.ts";
import { queriesOf } from "../../foods/food_query.ts";
import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { jointLines } from "../../foods/joint_lines.ts";
import { nameKey } from "../../foods/word_forms.ts";
import { calculateNutrition } from "./calculate_nutrition.ts";

const RECIPES_A_PAGE = 500;

type Affected = { household_id: string; recipe_id: string };

/** The household's recipes with a line of that name are outdated, whatever the line was taken for. */
export async function onFoodConfirmed(tx: Tx, event: TypedEvent<"FoodConfirmed">): Promise<void> {
  const { household_id, name_key } = event.detail;
  const affected: Affected[] = [];
  let after: string | null = null;
  do {
    const page: { recipe_id: string; ingredients: IngredientLine[] }[] = await recipesAfter(
      tx,
      household_id,
      after,
    );
    for (const { recipe_id, ingredients } of page) {
      if (ingredients.some((line) => isCalled(line, name_key))) affected.push({ household_id, recipe_id });
    }
    after = page.length === RECIPES_A_PAGE ? (page.at(-1)?.recipe_id ?? null) : null;
  } while (after !== null);
  await tellOutdated(tx, affected, event);
}

/**
 * Recipes with a line that no food was found for, one whose food is of that source, or one whose food is gone, are
 * outdated, in every household. A line that found its food elsewhere keeps it until its recipe changes.
 */
export async function onFoodDatasetLoaded(tx: Tx, event: TypedEvent<"FoodDatasetLoaded">): Promise<void> {
  const { rows } = await tx.query<Affected>(
    `select r.household_id, r.recipe_id
     from meal_planner.recipe_nutrition n
       join meal_planner.recipes r using (recipe_id)
     where exists (
       select from jsonb_array_elements(n.lines) as line
         cross join lateral (
           select line ->> 'food_id' union
           select part ->> 'food_id' from jsonb_array_elements(coalesce(line -> 'parts', '[]')) as part
         ) as named (food_id)
         left join meal_planner.foods f on f.food_id = named.food_id::uuid
       where f.food_id is null or f.source = $1::text
     )
     order by r.household_id, r.recipe_id`,
    [event.detail.source],
  );
  await tellOutdated(tx, rows, event);
}

/** Works out the nutrition of the named recipes again; those that are gone by now are passed over. */
export async function onNutritionOutdated(tx: Tx, event: TypedEvent<"NutritionOutdated">): Promise<void> {
  const { household_id, recipe_ids } = event.detail;
  // Each recipe is locked while it is worked out: one order for all keeps two deliveries from waiting on each other.
  for (const recipe_id of [...new Set(recipe_ids)].sort()) {
    await calculateNutrition(tx, { household_id, recipe_id }, event);
  }
}

/** The recipes that have figures, in the order of their ids. */
async function recipesAfter(
  tx: Tx,
  householdId: string,
  after: string | null,
): Promise<{ recipe_id: string; ingredients: IngredientLine[] }[]> {
  const { rows } = await tx.query<{ recipe_id: string; ingredients: IngredientLine[] }>(
    `select r.recipe_id, r.ingredients
     from meal_planner.recipes r join meal_planner.recipe_nutrition n using (recipe_id)
     where r.household_id = $1::uuid and ($2::uuid is null or r.recipe_id > $2::uuid)
     order by r.recipe_id limit $3::integer`,
    [householdId, after, RECIPES_A_PAGE],
  );
  return rows;
}

function isCalled(line: IngredientLine, key: string): boolean {
  // A name that the parser cuts, such as an own food's with a comma, is only whole in the line as written.
  if (` ${nameKey(line.original)} `.includes(` ${key} `)) return true;
  const foods = [line, ...jointLines(line)];
  return foods.some((food) => queriesOf(food).some((query) => nameKey(query.name) === key));
}

/** Hands the work on in small events, so that each delivery is short and several workers can share it. */
async function tellOutdated(tx: Tx, affected: readonly Affected[], cause: TypedEvent): Promise<void> {
  const byHousehold = new Map<string, string[]>();
  for (const { household_id, recipe_id } of affected) {
    const known = byHousehold.get(household_id);
    if (known) known.push(recipe_id);
    else byHousehold.set(household_id, [recipe_id]);
  }
  const events: NewEvent[] = [];
  for (const [household_id, ids] of byHousehold) {
    for (let at = 0; at < ids.length; at += RECIPES_A_DELIVERY) {
      const recipe_ids = ids.slice(at, at + RECIPES_A_DELIVERY);
      events.push({ type: "NutritionOutdated", detail: { household_id, recipe_ids } });
    }
  }
  if (events.length > 0) await emit(tx, events, cause);
}
