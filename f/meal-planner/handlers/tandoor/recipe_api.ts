import { z } from "zod";
import type { Query, TandoorApi } from "./tandoor_api.ts";
import {
  foodShape,
  named,
  propertyTypeShape,
  recipeOverviewShape,
  recipeShape,
  type TandoorFood,
  type TandoorNamed,
  type TandoorPropertyType,
  type TandoorRecipe,
  type TandoorRecipeOverview,
} from "./tandoor_shapes.ts";

/** The most that Tandoor gives at once. */
const RECIPES_A_PAGE = 100;

/** All recipes that the token's user may see, oldest first, so that new ones come at the end. */
export function recipePages(
  api: TandoorApi,
  filter: Query = {},
): AsyncGenerator<{ items: TandoorRecipeOverview[]; total: number }> {
  const query = { sort_order: "created_at", ...filter };
  return api.pages("/api/recipe/", recipeOverviewShape, query, RECIPES_A_PAGE);
}

/** Undefined where there is none (any more). @throws Unauthorized where it is private to somebody else. */
export function findTandoorRecipe(api: TandoorApi, id: number): Promise<TandoorRecipe | undefined> {
  return api.find(`/api/recipe/${id}/`, recipeShape);
}

/** Every call makes another recipe, also of the same name. */
export function createTandoorRecipe(api: TandoorApi, recipe: object): Promise<TandoorRecipe> {
  return api.create("/api/recipe/", recipe, recipeShape);
}

/** Nested rows that are given with their id are changed, those without one are new, those left out go. */
export function patchTandoorRecipe(api: TandoorApi, id: number, fields: object): Promise<TandoorRecipe> {
  return api.patch(`/api/recipe/${id}/`, fields, recipeShape);
}

/** False where it was gone already. */
export function deleteTandoorRecipe(api: TandoorApi, id: number): Promise<boolean> {
  return api.remove(`/api/recipe/${id}/`);
}

const imageAnswer = z.looseObject({ image: z.string().nullish() });

/** Tandoor itself fetches the picture; where it can't, the recipe has none afterwards. Null takes it away. */
export async function setTandoorImage(
  api: TandoorApi,
  id: number,
  imageUrl: string | null,
): Promise<string | null> {
  const form: Record<string, string> = imageUrl === null ? {} : { image_url: imageUrl };
  const answer = await api.putForm(`/api/recipe/${id}/image/`, form, imageAnswer);
  return answer.image ?? null;
}

export function keywords(api: TandoorApi): AsyncGenerator<TandoorNamed> {
  return api.items("/api/keyword/", named);
}

export function units(api: TandoorApi): AsyncGenerator<TandoorFood> {
  return api.items("/api/unit/", foodShape);
}

export function propertyTypes(api: TandoorApi): AsyncGenerator<TandoorPropertyType> {
  return api.items("/api/property-type/", propertyTypeShape);
}

/** Finds the one of that name, or makes it. */
export function createPropertyType(
  api: TandoorApi,
  type: { name: string; unit: string; fdc_id: number },
): Promise<TandoorPropertyType> {
  return api.create("/api/property-type/", type, propertyTypeShape, { repeatable: true });
}
