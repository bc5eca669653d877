import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import type { Nutrients } from "../../foods/nutrients.ts";
import { importRecipe } from "../recipes/import_recipes.ts";
import { catalogueRecipes, draftOf, ownNutrition } from "./catalogue_recipe.ts";
import { keepList, listedIds } from "./list_store.ts";
import { accountFields, type PersonAccount, withPersonAccount } from "./person_account.ts";
import { getFavoriteRecipes } from "./profile_calls.ts";
import { ATTRIBUTION } from "./sync_foods.ts";
import { type PartCounts, runParts, type SyncPart, type SyncProblem, type SyncReport } from "./sync_run.ts";

export const syncRecipesInput = z.strictObject({
  ...accountFields,
  copy_recipes: z
    .boolean()
    .default(false)
    .describe(
      "Whether to copy them into the recipe box. FatSecret's terms let an application keep ids only; say yes where you may.",
    ),
});

/** What is FatSecret's isn't to be kept for over a day; `per_serving` is by our own tables. */
export type FavoriteRecipeView = {
  fatsecret_recipe_id: string;
  name: string | null;
  url: string | null;
  servings: number | null;
  per_serving: Nutrients | null;
  coverage: number | null;
  /** That of the copy in the recipe box. */
  recipe_id: string | null;
};

export type RecipesReport = SyncReport & { recipes: FavoriteRecipeView[]; attribution: string };

/**
 * Learns a person's favourite recipes: by ids, with nutrition by our own tables. They are copied into the recipe box only
 * where that is asked for. A second run writes nothing.
 */
export async function syncRecipes(
  database: Database,
  input: z.output<typeof syncRecipesInput>,
): Promise<RecipesReport> {
  return withPersonAccount(database, input, async (account) => {
    const { copy_recipes } = input;
    const report = await runParts(
      account,
      { scope: ["recipes"], copy_recipes },
      recipeParts(account, copy_recipes),
    );
    return { ...report, recipes: await viewRecipes(account), attribution: ATTRIBUTION };
  });
}

export function recipeParts(account: PersonAccount, copies: boolean): SyncPart[] {
  const copy: SyncPart = { name: "copies of recipes", work: () => copyRecipes(account) };
  return [{ name: "favorite_recipes", work: () => takeFavorites(account) }, ...(copies ? [copy] : [])];
}

export async function takeFavorites(account: PersonAccount): Promise<PartCounts> {
  const ids = (await getFavoriteRecipes(account.client)).map(({ recipe_id }) => recipe_id);
  return account.database.transaction((tx) =>
    keepList(tx, account.person.person_id, "favorite_recipes", ids),
  );
}

async function copyRecipes(account: PersonAccount): Promise<PartCounts> {
  const { database, application, household, person } = account;
  const ids = await database.transaction((tx) => listedIds(tx, person.person_id, "favorite_recipes"));
  const recipes = await catalogueRecipes(database, application, ids);
  const problems: SyncProblem[] = [];
  const counts: PartCounts = { created: 0, updated: 0, unchanged: 0, failed: 0, problems };
  for (const [id, recipe] of recipes) {
    try {
      const draft = draftOf(recipe);
      const from = { origin: "fatsecret", origin_ref: id } as const;
      const { outcome } = await database.transaction((tx) => importRecipe(tx, household, draft, from));
      counts[outcome === "imported" ? "created" : outcome === "updated" ? "updated" : "unchanged"]++;
    } catch (error) {
      // A recipe that can't be one of ours, such as one without ingredients, is told, and the others go on.
      if (!(error instanceof z.ZodError || error instanceof InvalidInput)) throw error;
      counts.failed++;
      problems.push({
        name: `recipe ${id}`,
        code: "INVALID_INPUT",
        message: `Can't be copied: ${error.message}`,
      });
    }
  }
  return counts;
}

async function viewRecipes(account: PersonAccount): Promise<FavoriteRecipeView[]> {
  const { database, application, household, person } = account;
  const ids = await database.transaction((tx) => listedIds(tx, person.person_id, "favorite_recipes"));
  const recipes = await catalogueRecipes(database, application, ids);
  const { rows } = await database.query<{ origin_ref: string; recipe_id: string }>(
    `select origin_ref, recipe_id from meal_planner.recipes
     where household_id = $1::uuid and origin = 'fatsecret' and origin_ref = any ($2::text[])`,
    [household.household_id, ids],
  );
  const copies = new Map(rows.map((row) => [row.origin_ref, row.recipe_id]));
  const views: FavoriteRecipeView[] = [];
  for (const id of ids) {
    const recipe = recipes.get(id);
    const own = recipe
      ? await ownNutrition(database, household, recipe)
      : { per_serving: null, coverage: null };
    views.push({
      ...{ fatsecret_recipe_id: id, name: recipe?.recipe_name ?? null, url: recipe?.recipe_url || null },
      ...{ servings: recipe?.number_of_servings ?? null, ...own, recipe_id: copies.get(id) ?? null },
    });
  }
  return views;
}
