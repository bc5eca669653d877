import { type Answer, ApiError, type Asked, fieldsOf, notFound, paged } from "./answers.ts";
import {
  nestedFood,
  nestedKeyword,
  nestedPropertyType,
  ofSpace,
  shownFood,
  shownKeyword,
  shownPropertyType,
  shownUnit,
} from "./named_objects.ts";
import {
  recipeFields,
  saveIngredient,
  saveStep,
  shownOverview,
  shownRecipe,
  shownStep,
} from "./recipe_rows.ts";
import { instant, type Recipe, type Store } from "./store.ts";

const LISTS = { default: 50, most: 200 };
const RECIPES = { default: 25, most: 100 };

/** Whether to break off in the middle of a create, as a server does whose nested rows fail. */
export type Breaking = { half: boolean };

export function recipeList(store: Store, asked: Asked, breaking: Breaking): Answer {
  const { space, user } = asked.token;
  if (asked.method === "POST") {
    const fields = fieldsOf(asked.body);
    const given = recipeFields(store, space, breaking.half ? { ...fields, steps: [] } : fields, false);
    const now = instant();
    const recipe = store.recipes.add({
      ...{ space, name: "", description: null, servings: 1, servings_text: "", working_time: 0 },
      ...{ waiting_time: 0, source_url: null, internal: false, private: false, image: null },
      ...{ keywords: [], steps: [], nutrition: null, properties: [] },
      ...given,
      ...{ created_by: user, created_at: now, updated_at: now },
    });
    if (breaking.half) throw new ApiError(500, "<h1>Server Error (500)</h1>");
    return { status: 201, body: shownRecipe(store, recipe, asked.origin) };
  }
  const { query } = asked;
  const keywordIds = [...query.getAll("keywords"), ...query.getAll("keywords_or")].map(Number);
  const since = (name: string) => query.get(name) ?? "";
  const found = visible(store, asked).filter(
    (recipe) =>
      (keywordIds.length === 0 || recipe.keywords.some((id) => keywordIds.includes(id))) &&
      recipe.updated_at.slice(0, 10) >= since("updatedon_gte") &&
      recipe.created_at.slice(0, 10) >= since("createdon_gte") &&
      recipe.name.toLowerCase().includes(since("query").toLowerCase()),
  );
  const sorted = found.sort(orderOf(query.get("sort_order")));
  return paged(
    asked,
    sorted.map((recipe) => shownOverview(store, recipe, asked.origin)),
    RECIPES,
  );
}

function visible(store: Store, { token }: Asked): Recipe[] {
  return store.recipes
    .in(token.space)
    .filter((recipe) => !recipe.private || recipe.created_by.id === token.user.id);
}

function orderOf(order: string | null): (a: Recipe, b: Recipe) => number {
  if (order === "created_at") return (a, b) => (a.created_at < b.created_at ? -1 : 1);
  if (order === "-created_at") return (a, b) => (a.created_at > b.created_at ? -1 : 1);
  return (a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);
}

export function oneRecipe(store: Store, asked: Asked, id: number): Answer {
  const recipe = ofSpace(store.recipes.get(id), asked.token.space);
  if (!recipe) throw notFound();
  if (recipe.private && recipe.created_by.id !== asked.token.user.id) {
    const detail = "You do not have the required permissions to view this page!";
    throw new ApiError(403, { detail });
  }
  if (asked.method === "DELETE") {
    const isEmbedded = store.steps.in(recipe.space).some((step) => step.step_recipe === id);
    if (isEmbedded) throw new ApiError(500, "<h1>Server Error (500)</h1>");
    for (const plan of store.mealPlans.in(recipe.space))
      if (plan.recipe === id) store.mealPlans.remove(plan.id);
    store.recipes.remove(id);
    return { status: 204 };
  }
  if (asked.method === "PUT" || asked.method === "PATCH") {
    const partial = asked.method === "PATCH";
    Object.assign(recipe, recipeFields(store, recipe.space, fieldsOf(asked.body), partial));
    recipe.updated_at = instant();
  }
  return { status: 200, body: shownRecipe(store, recipe, asked.origin) };
}

/** Fetches nothing: an address with `unreachable` in it is one that can't be fetched. */
export function recipeImage(store: Store, asked: Asked, id: number): Answer {
  const recipe = ofSpace(store.recipes.get(id), asked.token.space);
  if (!recipe) throw notFound();
  const parts = fieldsOf(asked.body);
  const url = String(parts.image_url ?? "");
  const fetched = /^https?:/.test(url) && !url.includes("unreachable");
  recipe.image = fetched ? `/media/recipes/${crypto.randomUUID()}_${id}.jpeg` : null;
  recipe.updated_at = instant();
  return { status: 200, body: { image: recipe.image, image_url: url || null } };
}

/** Editing a step or an ingredient by itself leaves the recipe's `updated_at` as it is. */
export function oneStep(store: Store, asked: Asked, id: number): Answer {
  const step = ofSpace(store.steps.get(id), asked.token.space);
  if (!step) throw notFound();
  if (asked.method !== "GET") saveStep(store, step.space, { ...fieldsOf(asked.body), id });
  return { status: 200, body: shownStep(store, step) };
}

export function oneIngredient(store: Store, asked: Asked, id: number): Answer {
  const row = ofSpace(store.ingredients.get(id), asked.token.space);
  if (!row) throw notFound();
  if (asked.method !== "GET") saveIngredient(store, row.space, { ...fieldsOf(asked.body), id });
  return { status: 200, body: row };
}

const NAMED = {
  food: { table: "foods", shown: shownFood },
  unit: { table: "units", shown: shownUnit },
  keyword: { table: "keywords", shown: shownKeyword },
  "property-type": { table: "propertyTypes", shown: shownPropertyType },
} as const;
export type NamedKind = keyof typeof NAMED;
export const isNamedKind = (kind: string): kind is NamedKind => kind in NAMED;

export function namedList(store: Store, asked: Asked, kind: NamedKind): Answer {
  const { space } = asked.token;
  if (asked.method === "POST") {
    const made = {
      food: () => shownFood(nestedFood(store, space, asked.body, "foods")),
      unit: () => shownUnit(nestedFood(store, space, asked.body, "units")),
      keyword: () => shownKeyword(nestedKeyword(store, space, asked.body)),
      "property-type": () => shownPropertyType(nestedPropertyType(store, space, asked.body)),
    };
    return { status: 201, body: made[kind]() };
  }
  const { table, shown } = NAMED[kind];
  const text = (asked.query.get("query") ?? "").toLowerCase();
  const rows = store[table].in(space).filter((row) => row.name.toLowerCase().includes(text));
  const sorted = rows.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
  return paged(
    asked,
    sorted.map((row) => shown(row as never)),
    LISTS,
  );
}

export function oneNamed(store: Store, asked: Asked, kind: NamedKind, id: number): Answer {
  const { table, shown } = NAMED[kind];
  const row = ofSpace(store[table].get(id), asked.token.space);
  if (!row) throw notFound();
  if (asked.method === "DELETE") {
    if (kind === "keyword") {
      for (const recipe of store.recipes.in(row.space))
        recipe.keywords = recipe.keywords.filter((one) => one !== id);
    }
    store[table].remove(id);
    return { status: 204 };
  }
  if (asked.method !== "GET") {
    const { name } = fieldsOf(asked.body);
    if (typeof name === "string") row.name = name.trim();
  }
  return { status: 200, body: shown(row as never) };
}
