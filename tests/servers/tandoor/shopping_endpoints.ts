import {
  type Answer,
  ApiError,
  type Asked,
  boolField,
  decimalField,
  type Fields,
  fieldsOf,
  intField,
  invalid,
  notFound,
  paged,
  shownDecimal,
  textField,
} from "./answers.ts";
import { nestedFood, ofSpace, shownUnit } from "./named_objects.ts";
import { instant, type MealPlan, type ShoppingEntry, type ShoppingRecipe, type Store } from "./store.ts";

const LISTS = { default: 50, most: 200 };
const MOST_ENTRIES = 1000;
const RECENT_DAYS = 7;

export function addRecipeToShopping(store: Store, asked: Asked, plan: MealPlan): void {
  const recipe = store.recipes.get(plan.recipe);
  if (!recipe) return;
  const list = store.shoppingRecipes.add({
    ...{ space: plan.space, name: "", recipe: recipe.id, mealplan: plan.id, servings: plan.servings },
    created_by: asked.token.user,
  });
  const rows = recipe.steps.flatMap((id) => store.steps.get(id)?.ingredients ?? []);
  for (const id of rows) {
    const row = store.ingredients.get(id);
    if (!row || row.food === null) continue;
    const { food, unit } = row;
    const amount = (row.amount * plan.servings) / recipe.servings;
    addEntry(store, asked, { list_recipe: list.id, food, unit, amount, ingredient: id });
  }
}

/** Entries of ingredients follow the servings; those that were added by hand stay. */
export function scaleShopping(store: Store, list: ShoppingRecipe, servings: number): void {
  const recipe = store.recipes.get(list.recipe);
  for (const entry of store.shoppingEntries.in(list.space)) {
    const row = store.ingredients.get(entry.ingredient);
    if (entry.list_recipe !== list.id || !row || !recipe) continue;
    entry.amount = (row.amount * servings) / recipe.servings;
    entry.updated_at = instant();
  }
  list.servings = servings;
}

type NewEntry = Pick<ShoppingEntry, "list_recipe" | "food" | "unit" | "amount" | "ingredient">;

function addEntry(store: Store, asked: Asked, entry: NewEntry & Partial<ShoppingEntry>): ShoppingEntry {
  const now = instant();
  const { space, user } = asked.token;
  return store.shoppingEntries.add({
    ...{ space, order: 0, checked: false, created_by: user, created_at: now, updated_at: now },
    ...{ completed_at: null, delay_until: null },
    ...entry,
  });
}

function shownEntry(store: Store, entry: ShoppingEntry) {
  const food = store.foods.get(entry.food);
  const unit = store.units.get(entry.unit);
  const list = store.shoppingRecipes.get(entry.list_recipe);
  const { space: _, ...own } = entry;
  const shownFood = food && { id: food.id, name: food.name, plural_name: food.plural_name };
  return {
    ...own,
    amount: shownDecimal(entry.amount),
    shopping_lists: [],
    food: shownFood ? { ...shownFood, supermarket_category: null, shopping_lists: [] } : null,
    unit: unit ? shownUnit(unit) : null,
    list_recipe_data: list ? shownList(store, list) : null,
  };
}

function shownList(store: Store, list: ShoppingRecipe) {
  const { space: _, ...own } = list;
  const recipe = store.recipes.get(list.recipe);
  return {
    ...own,
    servings: shownDecimal(list.servings),
    recipe_data: recipe ? { id: recipe.id, name: recipe.name } : null,
    meal_plan_data: list.mealplan === null ? null : { id: list.mealplan },
  };
}

export function entryList(store: Store, asked: Asked): Answer {
  if (asked.method === "POST") {
    const fields = fieldsOf(asked.body);
    if (fields.food === undefined) throw invalid({ food: ["This field is required."] });
    const given = entryFields(store, asked, fields, false);
    const mealplan = intField(fields, "mealplan_id");
    if (mealplan !== undefined) given.list_recipe = listOfMeal(store, asked, mealplan).id;
    // Its food is looked into although there may be none.
    if (given.food === null) throw new ApiError(500, "<h1>Server Error (500)</h1>");
    const empty = { list_recipe: null, food: null, unit: null, amount: 0, ingredient: null };
    return { status: 201, body: shownEntry(store, addEntry(store, asked, { ...empty, ...given })) };
  }
  const recently = new Date(Date.now() - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const mealplan = asked.query.get("mealplan");
  const since = asked.query.get("updated_after");
  const entries = store.shoppingEntries
    .in(asked.token.space)
    .filter((entry) => !entry.checked || (entry.completed_at ?? "") >= recently)
    .filter((entry) => {
      const list = store.shoppingRecipes.get(entry.list_recipe);
      return mealplan === null || list?.mealplan === Number(mealplan);
    })
    .filter((entry) => since === null || Date.parse(entry.updated_at) >= Date.parse(since))
    .slice(0, MOST_ENTRIES);
  return paged(
    asked,
    entries.map((entry) => shownEntry(store, entry)),
    LISTS,
  );
}

function listOfMeal(store: Store, asked: Asked, mealplan: number): ShoppingRecipe {
  const { space, user } = asked.token;
  if (!ofSpace(store.mealPlans.get(mealplan), space)) throw new ApiError(500, "<h1>Server Error (500)</h1>");
  const found = store.shoppingRecipes.in(space).find((list) => list.mealplan === mealplan);
  const own = { space, name: "", recipe: null, mealplan, servings: 1, created_by: user };
  return found ?? store.shoppingRecipes.add(own);
}

function entryFields(store: Store, asked: Asked, fields: Fields, partial: boolean): Partial<ShoppingEntry> {
  const { space } = asked.token;
  const nested = (name: "food" | "unit", kind: "foods" | "units") =>
    fields[name] == null
      ? (fields[name] as null | undefined)
      : nestedFood(store, space, fields[name], kind).id;
  const listId = fields.list_recipe as number | null | undefined;
  if (listId != null && !ofSpace(store.shoppingRecipes.get(listId), space))
    throw invalid({ list_recipe: [`Invalid pk "${listId}" - object does not exist.`] });
  const all = {
    list_recipe: listId,
    food: nested("food", "foods"),
    unit: nested("unit", "units"),
    amount: decimalField(fields, "amount", !partial),
    order: intField(fields, "order"),
    checked: boolField(fields, "checked"),
    ingredient: fields.ingredient as number | null | undefined,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

export function oneEntry(store: Store, asked: Asked, id: number): Answer {
  const entry = ofSpace(store.shoppingEntries.get(id), asked.token.space);
  if (!entry) throw notFound();
  if (asked.method === "DELETE") {
    store.shoppingEntries.remove(id);
    return { status: 204 };
  }
  if (asked.method !== "GET") {
    const wasChecked = entry.checked;
    const given = entryFields(store, asked, fieldsOf(asked.body), asked.method === "PATCH");
    Object.assign(entry, given, { updated_at: instant() });
    // Where it isn't said to be ticked, the time of ticking goes.
    if (!given.checked) entry.completed_at = null;
    else if (!wasChecked) entry.completed_at = instant();
  }
  return { status: 200, body: shownEntry(store, entry) };
}

export function tickEntries(store: Store, asked: Asked): Answer {
  const fields = fieldsOf(asked.body);
  const ids = Array.isArray(fields.ids) ? fields.ids : [];
  const checked = boolField(fields, "checked");
  const timestamp = instant();
  for (const id of ids) {
    const entry = ofSpace(store.shoppingEntries.get(Number(id)), asked.token.space);
    if (!entry || checked === undefined) continue;
    Object.assign(entry, { checked, updated_at: timestamp, completed_at: checked ? timestamp : null });
  }
  return { status: 200, body: { ids, checked, timestamp } };
}

/** One without entries, recipe and meal is shown to nobody, though entries may be put on it. */
function isSeen(store: Store, list: ShoppingRecipe): boolean {
  if (list.recipe !== null || list.mealplan !== null) return true;
  return store.shoppingEntries.in(list.space).some((entry) => entry.list_recipe === list.id);
}

export function listList(store: Store, asked: Asked): Answer {
  const { space, user } = asked.token;
  if (asked.method === "POST") {
    const fields = fieldsOf(asked.body);
    const list = store.shoppingRecipes.add({
      space,
      name: textField(fields, "name", { max: 32, blank: true }) ?? "",
      recipe: (fields.recipe as number | null | undefined) ?? null,
      mealplan: (fields.mealplan as number | null | undefined) ?? null,
      servings: decimalField(fields, "servings", true) as number,
      created_by: user,
    });
    return { status: 201, body: shownList(store, list) };
  }
  const mealplan = asked.query.get("mealplan");
  const lists = store.shoppingRecipes
    .in(space)
    .filter((list) => mealplan === null || list.mealplan === Number(mealplan))
    .filter((list) => isSeen(store, list));
  return paged(
    asked,
    lists.map((list) => shownList(store, list)),
    LISTS,
  );
}

export function oneList(store: Store, asked: Asked, id: number): Answer {
  const list = ofSpace(store.shoppingRecipes.get(id), asked.token.space);
  if (!list || !isSeen(store, list)) throw notFound();
  if (asked.method === "DELETE") {
    for (const entry of store.shoppingEntries.in(list.space))
      if (entry.list_recipe === id) store.shoppingEntries.remove(entry.id);
    store.shoppingRecipes.remove(id);
    return { status: 204 };
  }
  if (asked.method !== "GET") {
    const servings = decimalField(fieldsOf(asked.body), "servings", false);
    if (servings !== undefined) scaleShopping(store, list, servings);
  }
  return { status: 200, body: shownList(store, list) };
}

export function bulkEntries(store: Store, asked: Asked, id: number): Answer {
  const list = ofSpace(store.shoppingRecipes.get(id), asked.token.space);
  if (!list || !isSeen(store, list)) throw notFound();
  const fields = fieldsOf(asked.body);
  const entries = Array.isArray(fields.entries) ? fields.entries.map(fieldsOf) : undefined;
  if (!entries) throw invalid({ entries: ["This field is required."] });
  // It is looked for whether it was given or not.
  if (fields.shopping_lists_ids === undefined) throw new ApiError(500, "<h1>Server Error (500)</h1>");
  for (const entry of entries)
    for (const name of ["unit_id", "food_id", "ingredient_id"])
      if (entry[name] === undefined) throw invalid({ entries: [{ [name]: ["This field is required."] }] });
  for (const entry of entries) {
    addEntry(store, asked, {
      list_recipe: id,
      food: entry.food_id as number | null,
      unit: entry.unit_id as number | null,
      ingredient: entry.ingredient_id as number | null,
      amount: decimalField(entry, "amount", true) as number,
    });
  }
  return { status: 200, body: fields };
}
