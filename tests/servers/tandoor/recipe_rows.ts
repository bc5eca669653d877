import {
  boolField,
  decimalField,
  type Fields,
  fieldsOf,
  idOf,
  intField,
  invalid,
  shownDecimal,
  textField,
} from "./answers.ts";
import {
  nestedFood,
  nestedKeyword,
  nestedPropertyType,
  requireList,
  shownFood,
  shownKeyword,
  shownPropertyType,
  shownUnit,
} from "./named_objects.ts";
import type { Ingredient, Recipe, Step, Store } from "./store.ts";

/** What of the given fields differs from the row, as drf-writable-nested saves it: rows without an id are new. */
function withoutUndefined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

export function saveIngredient(store: Store, space: number, value: unknown): Ingredient {
  const fields = fieldsOf(value);
  const stored = store.ingredients.get(idOf(fields));
  for (const name of ["food", "unit"])
    if (!stored && fields[name] === undefined) throw invalid({ [name]: ["This field is required."] });
  const nested = (name: "food" | "unit", kind: "foods" | "units") =>
    fields[name] == null ? fields[name] : nestedFood(store, space, fields[name], kind).id;
  const given = withoutUndefined({
    food: nested("food", "foods") as number | null | undefined,
    unit: nested("unit", "units") as number | null | undefined,
    amount: decimalField(fields, "amount", !stored),
    note: textField(fields, "note", { max: 256, null: true, blank: true }),
    order: intField(fields, "order"),
    is_header: boolField(fields, "is_header"),
    no_amount: boolField(fields, "no_amount"),
    original_text: textField(fields, "original_text", { max: 512, null: true, blank: true }),
  });
  if (stored) {
    // An update passes it over.
    delete given.original_text;
    return Object.assign(stored, given);
  }
  const empty = { note: null, order: 0, is_header: false, no_amount: false, original_text: null };
  return store.ingredients.add({ space, food: null, unit: null, amount: 0, ...empty, ...given });
}

export function saveStep(store: Store, space: number, value: unknown): Step {
  const fields = fieldsOf(value);
  const stored = store.steps.get(idOf(fields));
  const rows = requireList(fields, "ingredients");
  if (!stored && rows === undefined) throw invalid({ ingredients: ["This field is required."] });
  const given = withoutUndefined({
    name: textField(fields, "name", { max: 128, blank: true }) as string | undefined,
    instruction: textField(fields, "instruction", { blank: true }) as string | undefined,
    time: intField(fields, "time"),
    order: intField(fields, "order"),
    show_as_header: boolField(fields, "show_as_header"),
    show_ingredients_table: boolField(fields, "show_ingredients_table"),
    step_recipe: fields.step_recipe as number | null | undefined,
    ingredients: rows?.map((row) => saveIngredient(store, space, row).id),
  });
  if (stored) return Object.assign(stored, given);
  return store.steps.add({
    ...{ space, name: "", instruction: "", time: 0, order: 0 },
    ...{ show_as_header: true, show_ingredients_table: true, step_recipe: null, ingredients: [] },
    ...given,
  });
}

function saveNutrition(store: Store, space: number, value: unknown): number | null {
  if (value === null) return null;
  const fields = fieldsOf(value);
  const stored = store.nutrition.get(idOf(fields));
  const figures = {
    calories: decimalField(fields, "calories", !stored) as number,
    carbohydrates: decimalField(fields, "carbohydrates", !stored) as number,
    fats: decimalField(fields, "fats", !stored) as number,
    proteins: decimalField(fields, "proteins", !stored) as number,
    source: textField(fields, "source", { max: 512, null: true, blank: true }) ?? "",
  };
  if (stored) return Object.assign(stored, withoutUndefined(figures)).id;
  return store.nutrition.add({ space, ...figures }).id;
}

function saveProperty(store: Store, space: number, value: unknown): number {
  const fields = fieldsOf(value);
  const stored = store.properties.get(idOf(fields));
  if (fields.property_type === undefined) throw invalid({ property_type: ["This field is required."] });
  const property_type = nestedPropertyType(store, space, fields.property_type).id;
  const property_amount =
    fields.property_amount === null ? null : (decimalField(fields, "property_amount", !stored) as number);
  if (stored) return Object.assign(stored, { property_type, property_amount }).id;
  return store.properties.add({ space, property_type, property_amount }).id;
}

/** The recipe's own fields, all or (`partial`) those that are given; nested rows are saved on the way. */
export function recipeFields(store: Store, space: number, fields: Fields, partial: boolean): Partial<Recipe> {
  const steps = requireList(fields, "steps");
  if (!partial && steps === undefined) throw invalid({ steps: ["This field is required."] });
  const own = {
    name: textField(fields, "name", { required: !partial, max: 128 }) as string | undefined,
    description: textField(fields, "description", { max: 512, null: true, blank: true }),
    servings: intField(fields, "servings"),
    servings_text: textField(fields, "servings_text", { max: 32, blank: true }) as string | undefined,
    working_time: intField(fields, "working_time"),
    waiting_time: intField(fields, "waiting_time"),
    source_url: textField(fields, "source_url", { max: 1024, null: true, blank: true }),
    internal: boolField(fields, "internal"),
    private: boolField(fields, "private"),
  };
  return withoutUndefined({
    ...own,
    keywords: requireList(fields, "keywords")?.map((one) => nestedKeyword(store, space, one).id),
    nutrition: fields.nutrition === undefined ? undefined : saveNutrition(store, space, fields.nutrition),
    properties: requireList(fields, "properties")?.map((one) => saveProperty(store, space, one)),
    steps: steps?.map((step) => saveStep(store, space, step).id),
  });
}

function shownIngredient(store: Store, row: Ingredient) {
  const food = store.foods.get(row.food);
  const unit = store.units.get(row.unit);
  return {
    id: row.id,
    food: food ? shownFood(food) : null,
    unit: unit ? shownUnit(unit) : null,
    amount: shownDecimal(row.amount),
    conversions: [],
    note: row.note,
    order: row.order,
    is_header: row.is_header,
    no_amount: row.no_amount,
    original_text: row.original_text,
    used_in_recipes: [],
    checked: false,
  };
}

const byOrder = (a: { order: number; id: number }, b: { order: number; id: number }) =>
  a.order - b.order || a.id - b.id;

export function shownStep(store: Store, step: Step) {
  const rows = step.ingredients.flatMap((id) => store.ingredients.get(id) ?? []).sort(byOrder);
  const { space: _, ...own } = step;
  return {
    ...own,
    ingredients: rows.map((row) => shownIngredient(store, row)),
    instructions_markdown: `<p>${step.instruction}</p>`,
    file: null,
    step_recipe_data: null,
  };
}

export function shownOverview(store: Store, recipe: Recipe, origin: string) {
  return {
    id: recipe.id,
    name: recipe.name,
    description: recipe.description,
    image: recipe.image && `${origin}${recipe.image}`,
    keywords: recipe.keywords.flatMap((id) => {
      const keyword = store.keywords.get(id);
      return keyword ? [{ id, label: keyword.name }] : [];
    }),
    working_time: recipe.working_time,
    waiting_time: recipe.waiting_time,
    created_by: recipe.created_by,
    created_at: recipe.created_at,
    updated_at: recipe.updated_at,
    internal: recipe.internal,
    private: recipe.private,
    servings: recipe.servings,
    servings_text: recipe.servings_text,
    rating: null,
    last_cooked: null,
    new: true,
    recent: "0",
  };
}

export function shownRecipe(store: Store, recipe: Recipe, origin: string) {
  const nutrition = store.nutrition.get(recipe.nutrition);
  const { new: _n, recent: _r, ...overview } = shownOverview(store, recipe, origin);
  return {
    ...overview,
    keywords: recipe.keywords.flatMap((id) => {
      const keyword = store.keywords.get(id);
      return keyword ? shownKeyword(keyword) : [];
    }),
    steps: recipe.steps
      .flatMap((id) => store.steps.get(id) ?? [])
      .sort(byOrder)
      .map((step) => shownStep(store, step)),
    source_url: recipe.source_url,
    show_ingredient_overview: true,
    nutrition: nutrition
      ? {
          id: nutrition.id,
          carbohydrates: shownDecimal(nutrition.carbohydrates),
          fats: shownDecimal(nutrition.fats),
          proteins: shownDecimal(nutrition.proteins),
          calories: shownDecimal(nutrition.calories),
          source: nutrition.source,
        }
      : null,
    properties: recipe.properties.flatMap((id) => {
      const property = store.properties.get(id);
      const type = property && store.propertyTypes.get(property.property_type);
      if (!property || !type) return [];
      const { property_amount } = property;
      return [{ id, property_amount, property_type: shownPropertyType(type) }];
    }),
    food_properties: {},
    file_path: "",
    diameter: 0,
    diameter_text: "",
    shared: [],
  };
}
