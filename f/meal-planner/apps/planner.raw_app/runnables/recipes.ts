import type { confirmFoodInput, confirmFoodOfLine } from "../../../handlers/nutrition/confirm_food.ts";
import type { forgetFoodInput, forgetFoodOfLine } from "../../../handlers/nutrition/forget_food.ts";
import type { matchFoods, matchFoodsInput } from "../../../handlers/nutrition/match_foods.ts";
import type {
  listOwnFoods,
  listOwnFoodsInput,
  removeFood,
  removeFoodInput,
} from "../../../handlers/nutrition/own_foods.ts";
import type { findFoods, searchFoodsInput } from "../../../handlers/nutrition/search_foods.ts";
import type { setFood, setFoodInput } from "../../../handlers/nutrition/set_food.ts";
import type {
  calculateNutrition,
  calculateNutritionInput,
} from "../../../handlers/recipes/calculate_nutrition.ts";
import type { createRecipe } from "../../../handlers/recipes/create_recipe.ts";
import type { deleteRecipe, deleteRecipeInput } from "../../../handlers/recipes/delete_recipe.ts";
import type { exportRecipes, exportRecipesInput } from "../../../handlers/recipes/export_recipes.ts";
import type { findDuplicates, findDuplicatesInput } from "../../../handlers/recipes/find_duplicates.ts";
import type { getRecipe, getRecipeInput } from "../../../handlers/recipes/get_recipe.ts";
import type { importFile, importFileInput } from "../../../handlers/recipes/import_file.ts";
import type { importUrl, importUrlInput } from "../../../handlers/recipes/import_url.ts";
import type { listRecipes, listRecipesInput } from "../../../handlers/recipes/list_recipes.ts";
import type { mergeRecipes, mergeRecipesInput } from "../../../handlers/recipes/merge_recipes.ts";
import type { previewImport, previewImportInput } from "../../../handlers/recipes/preview_import.ts";
import type { createRecipeInput } from "../../../handlers/recipes/recipe.ts";
import type { restoreRecipe, restoreRecipeInput } from "../../../handlers/recipes/restore_recipe.ts";
import type { scaleRecipe, scaleRecipeInput } from "../../../handlers/recipes/scale_recipe.ts";
import type { updateRecipe, updateRecipeInput } from "../../../handlers/recipes/update_recipe.ts";
import type { Call } from "./call.ts";

const RECIPES = "f/meal-planner/handlers/recipes";
const NUTRITION = "f/meal-planner/handlers/nutrition";

export const RECIPES_PATHS = {
  list_recipes: `${RECIPES}/list_recipes/script`,
  get_recipe: `${RECIPES}/get_recipe/script`,
  create_recipe: `${RECIPES}/create_recipe/script`,
  update_recipe: `${RECIPES}/update_recipe/script`,
  delete_recipe: `${RECIPES}/delete_recipe/script`,
  restore_recipe: `${RECIPES}/restore_recipe/script`,
  scale_recipe: `${RECIPES}/scale_recipe/script`,
  calculate_nutrition: `${RECIPES}/calculate_nutrition/script`,
  preview_import: `${RECIPES}/preview_import/script`,
  import_url: `${RECIPES}/import_url/script`,
  import_file: `${RECIPES}/import_file/script`,
  export_recipes: `${RECIPES}/export_recipes/script`,
  find_duplicates: `${RECIPES}/find_duplicates/script`,
  merge_recipes: `${RECIPES}/merge_recipes/script`,
  match_foods: `${NUTRITION}/match_foods/script`,
  search_foods: `${NUTRITION}/search_foods/script`,
  confirm_food: `${NUTRITION}/confirm_food/script`,
  forget_food: `${NUTRITION}/forget_food/script`,
  set_food: `${NUTRITION}/set_food/script`,
  list_own_foods: `${NUTRITION}/list_own_foods/script`,
  remove_food: `${NUTRITION}/remove_food/script`,
} as const;

export type RecipesCalls = {
  list_recipes: Call<typeof listRecipesInput, typeof listRecipes>;
  get_recipe: Call<typeof getRecipeInput, typeof getRecipe>;
  create_recipe: Call<typeof createRecipeInput, typeof createRecipe>;
  update_recipe: Call<typeof updateRecipeInput, typeof updateRecipe>;
  delete_recipe: Call<typeof deleteRecipeInput, typeof deleteRecipe>;
  restore_recipe: Call<typeof restoreRecipeInput, typeof restoreRecipe>;
  scale_recipe: Call<typeof scaleRecipeInput, typeof scaleRecipe>;
  calculate_nutrition: Call<typeof calculateNutritionInput, typeof calculateNutrition>;
  preview_import: Call<typeof previewImportInput, typeof previewImport>;
  import_url: Call<typeof importUrlInput, typeof importUrl>;
  import_file: Call<typeof importFileInput, typeof importFile>;
  export_recipes: Call<typeof exportRecipesInput, typeof exportRecipes>;
  find_duplicates: Call<typeof findDuplicatesInput, typeof findDuplicates>;
  merge_recipes: Call<typeof mergeRecipesInput, typeof mergeRecipes>;
  match_foods: Call<typeof matchFoodsInput, typeof matchFoods>;
  search_foods: Call<typeof searchFoodsInput, typeof findFoods>;
  confirm_food: Call<typeof confirmFoodInput, typeof confirmFoodOfLine>;
  forget_food: Call<typeof forgetFoodInput, typeof forgetFoodOfLine>;
  set_food: Call<typeof setFoodInput, typeof setFood>;
  list_own_foods: Call<typeof listOwnFoodsInput, typeof listOwnFoods>;
  remove_food: Call<typeof removeFoodInput, typeof removeFood>;
};
