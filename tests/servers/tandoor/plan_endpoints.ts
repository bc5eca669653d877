import {
  type Answer,
  ApiError,
  type Asked,
  boolField,
  decimalField,
  type Fields,
  fieldsOf,
  idOf,
  intField,
  invalid,
  notFound,
  paged,
  shownDecimal,
  textField,
} from "./answers.ts";
import { ofSpace } from "./named_objects.ts";
import { shownOverview } from "./recipe_rows.ts";
import { addRecipeToShopping, scaleShopping } from "./shopping_endpoints.ts";
import type { MealPlan, MealType, Store } from "./store.ts";

const LISTS = { default: 50, most: 200 };

/** A nested meal type: by id it is changed, by name the user's own is found whatever the case, or made. */
function saveMealType(store: Store, asked: Asked, value: unknown): MealType {
  const { space, user } = asked.token;
  if (typeof value === "number") {
    const type = ofSpace(store.mealTypes.get(value), space);
    if (!type) throw new ApiError(500, "<h1>Server Error (500)</h1>");
    return type;
  }
  const fields = fieldsOf(value);
  const stored = ofSpace(store.mealTypes.get(idOf(fields)), space);
  const name = textField(fields, "name", { required: true, max: 128 }) as string;
  const time = textField(fields, "time", { null: true });
  if (stored) return Object.assign(stored, { name, ...(time === undefined ? {} : { time }) });
  const ofName = store.mealTypes.in(space).filter((type) => type.name.toLowerCase() === name.toLowerCase());
  const own = ofName.find((type) => type.created_by === user.id);
  if (own) return own;
  // Another user's of the very same name: the unique constraint of the space breaks the insert.
  if (ofName.some((type) => type.name === name)) throw new ApiError(500, "<h1>Server Error (500)</h1>");
  const order = intField(fields, "order") ?? 0;
  const color = textField(fields, "color", { null: true, blank: true, max: 7 }) ?? null;
  return store.mealTypes.add({ space, name, order, time: time ?? null, color, created_by: user.id });
}

const shownMealType = ({ space: _, ...type }: MealType) => type;

export function mealTypeList(store: Store, asked: Asked): Answer {
  if (asked.method === "POST")
    return { status: 201, body: shownMealType(saveMealType(store, asked, asked.body)) };
  const types = store.mealTypes.in(asked.token.space);
  return paged(asked, types.map(shownMealType), LISTS);
}

export function oneMealType(store: Store, asked: Asked, id: number): Answer {
  const type = ofSpace(store.mealTypes.get(id), asked.token.space);
  if (!type) throw notFound();
  if (asked.method === "DELETE") {
    for (const plan of store.mealPlans.in(type.space)) if (plan.meal_type === id) removeMealPlan(store, plan);
    store.mealTypes.remove(id);
    return { status: 204 };
  }
  if (asked.method !== "GET") saveMealType(store, asked, { name: type.name, ...fieldsOf(asked.body), id });
  return { status: 200, body: shownMealType(type) };
}

/** An instant at the server's offset, as `2026-11-23T12:00:00+01:00`. */
function atOffset(instant: Date, offsetMinutes: number): string {
  const local = new Date(instant.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const sign = offsetMinutes < 0 ? "-" : "+";
  const hours = Math.floor(Math.abs(offsetMinutes) / 60);
  const minutes = Math.abs(offsetMinutes) % 60;
  return `${local}${sign}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function dateTimeField(fields: Fields, name: string, offsetMinutes: number): string | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  const format =
    "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value))
    throw invalid({ [name]: [format] });
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(value);
  const instant = zoned ? new Date(value) : new Date(Date.parse(`${value}Z`) - offsetMinutes * 60_000);
  if (Number.isNaN(instant.getTime())) throw invalid({ [name]: [format] });
  return atOffset(instant, offsetMinutes);
}

/** Midnight means that nobody gave a time: the meal type's, or noon. */
function withMealTime(dateTime: string, type: MealType | undefined): string {
  if (dateTime.slice(11, 19) !== "00:00:00") return dateTime;
  const time = type?.time ? `${type.time.slice(0, 5)}:00` : "12:00:00";
  return `${dateTime.slice(0, 11)}${time}${dateTime.slice(19)}`;
}

export function mealPlanList(store: Store, asked: Asked, offsetMinutes: number): Answer {
  const { space, user } = asked.token;
  if (asked.method === "POST") {
    const fields = fieldsOf(asked.body);
    for (const name of ["meal_type", "from_date"])
      if (fields[name] === undefined) throw invalid({ [name]: ["This field is required."] });
    // Only a type that is given by its id lends its time.
    const typeId = typeof fields.meal_type === "number" ? fields.meal_type : idOf(fields.meal_type);
    const given = mealPlanFields(store, asked, fields, offsetMinutes, false);
    const from_date = withMealTime(given.from_date as string, store.mealTypes.get(typeId));
    const to_date = given.to_date ? withMealTime(given.to_date, store.mealTypes.get(typeId)) : from_date;
    const plan = store.mealPlans.add({
      ...{ space, title: "", recipe: null, servings: 1, note: "", meal_type: 0, created_by: user.id },
      ...given,
      ...{ from_date, to_date },
    });
    if (boolField(fields, "addshopping") && plan.recipe !== null) addRecipeToShopping(store, asked, plan);
    return { status: 201, body: shownMealPlan(store, plan, asked) };
  }
  const types = asked.query.getAll("meal_type").map(Number);
  const plans = store.mealPlans
    .in(space)
    .filter((plan) => isInSpan(asked, plan))
    .filter((plan) => types.length === 0 || types.includes(plan.meal_type));
  return paged(
    asked,
    plans.map((plan) => shownMealPlan(store, plan, asked)),
    LISTS,
  );
}

/** The span that is asked for, else 90 days back and 360 ahead: of a single entry as of the list. */
function isInSpan(asked: Asked, plan: MealPlan): boolean {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const from = asked.query.get("from_date") ?? day(-90);
  const to = asked.query.get("to_date") ?? day(360);
  const last = plan.to_date.slice(0, 10);
  return last >= from.slice(0, 10) && last <= to.slice(0, 10);
}

function mealPlanFields(
  store: Store,
  asked: Asked,
  fields: Fields,
  offsetMinutes: number,
  partial: boolean,
): Partial<MealPlan> {
  const all = {
    title: textField(fields, "title", { max: 64, blank: true }) ?? undefined,
    recipe: fields.recipe === undefined ? undefined : recipeOf(store, asked, fields.recipe),
    servings: decimalField(fields, "servings", !partial),
    note: textField(fields, "note", { blank: true }) ?? undefined,
    from_date: dateTimeField(fields, "from_date", offsetMinutes),
    to_date: dateTimeField(fields, "to_date", offsetMinutes),
    meal_type: fields.meal_type === undefined ? undefined : saveMealType(store, asked, fields.meal_type).id,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function recipeOf(store: Store, asked: Asked, value: unknown): number | null {
  if (value === null) return null;
  const id = typeof value === "number" ? value : idOf(value);
  if (typeof value !== "number") textField(fieldsOf(value), "name", { required: true, max: 128 });
  const recipe = ofSpace(store.recipes.get(id), asked.token.space);
  // Without an id, or with one that isn't there, the real one breaks while it makes an empty recipe.
  if (!recipe) throw new ApiError(500, "<h1>Server Error (500)</h1>");
  return recipe.id;
}

export function oneMealPlan(store: Store, asked: Asked, id: number, offsetMinutes: number): Answer {
  const plan = ofSpace(store.mealPlans.get(id), asked.token.space);
  if (!plan || !isInSpan(asked, plan)) throw notFound();
  if (asked.method === "DELETE") {
    removeMealPlan(store, plan);
    return { status: 204 };
  }
  if (asked.method !== "GET") {
    const partial = asked.method === "PATCH";
    const given = mealPlanFields(store, asked, fieldsOf(asked.body), offsetMinutes, partial);
    const list = store.shoppingRecipes.in(plan.space).find((one) => one.mealplan === id);
    if (list && given.servings === undefined) throw new ApiError(500, "<h1>Server Error (500)</h1>");
    if (list) scaleShopping(store, list, given.servings as number);
    Object.assign(plan, given);
  }
  return { status: 200, body: shownMealPlan(store, plan, asked) };
}

function removeMealPlan(store: Store, plan: MealPlan): void {
  for (const list of store.shoppingRecipes.in(plan.space)) {
    if (list.mealplan !== plan.id) continue;
    for (const entry of store.shoppingEntries.in(plan.space))
      if (entry.list_recipe === list.id) store.shoppingEntries.remove(entry.id);
    store.shoppingRecipes.remove(list.id);
  }
  store.mealPlans.remove(plan.id);
}

export function shownMealPlan(store: Store, plan: MealPlan, asked: Asked) {
  const recipe = store.recipes.get(plan.recipe);
  const type = store.mealTypes.get(plan.meal_type);
  return {
    id: plan.id,
    title: plan.title,
    recipe: recipe ? shownOverview(store, recipe, asked.origin) : null,
    servings: shownDecimal(plan.servings),
    note: plan.note,
    note_markdown: `<p>${plan.note}</p>`,
    from_date: plan.from_date,
    to_date: plan.to_date,
    meal_type: type ? shownMealType(type) : null,
    created_by: plan.created_by,
    ...(recipe ? { recipe_name: recipe.name } : {}),
    meal_type_name: type?.name,
    shopping: store.shoppingRecipes.in(plan.space).some((list) => list.mealplan === plan.id),
  };
}
