import type { DataNode } from "../web/linked_data.ts";
import { nodesIn } from "./plain_values.ts";

type Table = readonly DataNode[];
type Backup = { readonly [table: string]: Table | undefined } & {
  recipes: Table;
  recipes_ingredients: Table;
};

/**
 * Whether JSON is the `database.json` of a Mealie backup (version 1 and later): its tables, each a list of rows. Only those
 * of recipes are read; there are accounts in it too.
 */
export function isMealieBackup(data: unknown): data is Backup {
  const tables = data as DataNode | null;
  return (
    typeof tables === "object" &&
    tables !== null &&
    Array.isArray(tables.recipes) &&
    Array.isArray(tables.recipes_ingredients)
  );
}

/** Its recipes, in the form in which Mealie exports a single one. */
export function recipesOfMealieBackup(backup: Backup): DataNode[] {
  const rowsOf = (table: string) => nodesIn(backup[table]);
  const rowsBy = (table: string, key: string) => groupedBy(rowsOf(table), key);
  const byId = (table: string) => new Map(rowsOf(table).map((row) => [row.id, row]));
  const [units, foods] = [byId("ingredient_units"), byId("ingredient_foods")];
  const [tags, categories] = [byId("tags"), byId("categories")];
  const ingredients = rowsBy("recipes_ingredients", "recipe_id");
  const steps = rowsBy("recipe_instructions", "recipe_id");
  const [tagged, categorised] = [
    rowsBy("recipes_to_tags", "recipe_id"),
    rowsBy("recipes_to_categories", "recipe_id"),
  ];
  return rowsOf("recipes").map((recipe) => ({
    ...recipe,
    recipe_ingredient: inOrder(ingredients.get(recipe.id)).map((row) => ({
      ...row,
      unit: units.get(row.unit_id) ?? null,
      food: foods.get(row.food_id) ?? null,
    })),
    recipe_instructions: inOrder(steps.get(recipe.id)),
    tags: (tagged.get(recipe.id) ?? []).flatMap(({ tag_id }) => tags.get(tag_id) ?? []),
    recipe_category: (categorised.get(recipe.id) ?? []).flatMap(
      ({ category_id }) => categories.get(category_id) ?? [],
    ),
  }));
}

function groupedBy(rows: Table, key: string): Map<unknown, DataNode[]> {
  const groups = new Map<unknown, DataNode[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
}

function inOrder(rows: readonly DataNode[] = []): DataNode[] {
  return [...rows].sort((a, b) => Number(a.position) - Number(b.position));
}
