import { BREAKFASTS_WITH_EGGS_AND_BREAD } from "./recipes/breakfasts_with_eggs_and_bread.ts";
import { BREAKFASTS_WITH_OATS_AND_GRAINS } from "./recipes/breakfasts_with_oats_and_grains.ts";
import { DINNERS_VEGAN } from "./recipes/dinners_vegan.ts";
import { DINNERS_VEGETARIAN } from "./recipes/dinners_vegetarian.ts";
import { DINNERS_WITH_FISH } from "./recipes/dinners_with_fish.ts";
import { DINNERS_WITH_MEAT } from "./recipes/dinners_with_meat.ts";
import { DINNERS_WITH_POULTRY } from "./recipes/dinners_with_poultry.ts";
import { LUNCHES_OF_SALADS_AND_BOWLS } from "./recipes/lunches_of_salads_and_bowls.ts";
import { LUNCHES_OF_SOUP_AND_BREAD } from "./recipes/lunches_of_soup_and_bread.ts";
import { SNACKS } from "./recipes/snacks.ts";
import type { SampleRecipe } from "./sample_recipe.ts";

/** The recipes that a new install starts with. Written for this project. */
export const SAMPLE_RECIPES: readonly SampleRecipe[] = [
  ...BREAKFASTS_WITH_OATS_AND_GRAINS,
  ...BREAKFASTS_WITH_EGGS_AND_BREAD,
  ...LUNCHES_OF_SOUP_AND_BREAD,
  ...LUNCHES_OF_SALADS_AND_BOWLS,
  ...DINNERS_WITH_POULTRY,
  ...DINNERS_WITH_MEAT,
  ...DINNERS_WITH_FISH,
  ...DINNERS_VEGETARIAN,
  ...DINNERS_VEGAN,
  ...SNACKS,
];

export type { SampleRecipe };
