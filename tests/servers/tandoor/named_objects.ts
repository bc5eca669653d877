import { ApiError, type Fields, fieldsOf, idOf, intField, invalid, textField } from "./answers.ts";
import type { Food, Keyword, PropertyType, Store } from "./store.ts";

const same = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase();

/** A nested food or unit: by id it is changed (a name renames it), by name it is found whatever the case, or made. */
export function nestedFood(store: Store, space: number, value: unknown, kind: "foods" | "units"): Food {
  if (typeof value === "number") return existing(store[kind].get(value), space);
  const fields = fieldsOf(value);
  const name = textField(fields, "name", { required: true, max: 128 }) as string;
  const plural = textField(fields, "plural_name", { max: 128, null: true, blank: true });
  const table = store[kind];
  const id = idOf(fields);
  const stored = id === undefined ? undefined : table.get(id);
  if (stored) {
    const taken = table.in(space).find((other) => other.name === name && other.id !== stored.id);
    // A unique constraint that nothing checks before.
    if (taken) throw new ApiError(500, "Server Error (500)");
    stored.name = name;
    if (plural !== undefined) stored.plural_name = plural;
    return stored;
  }
  const found = table.in(space).find((row) => same(row.name, name) || same(row.plural_name, name));
  if (found) return found;
  // Units lose the plural that they are given: their name takes its place.
  return table.add({ space, name, plural_name: kind === "units" ? name : (plural ?? null) });
}

/** A nested keyword: found by its exact name, or made. */
export function nestedKeyword(store: Store, space: number, value: unknown): Keyword {
  if (typeof value === "number") return existing(store.keywords.get(value), space);
  const fields = fieldsOf(value);
  const name = textField(fields, "name", { required: true, max: 64 }) as string;
  const id = idOf(fields);
  const stored = id === undefined ? undefined : store.keywords.get(id);
  if (stored) {
    stored.name = name;
    return stored;
  }
  const found = store.keywords.in(space).find((row) => row.name === name);
  return found ?? store.keywords.add({ space, name });
}

export function nestedPropertyType(store: Store, space: number, value: unknown): PropertyType {
  const fields = fieldsOf(value);
  const name = textField(fields, "name", { required: true, max: 128 }) as string;
  const id = idOf(fields);
  const stored = id === undefined ? undefined : store.propertyTypes.get(id);
  const found = stored ?? store.propertyTypes.in(space).find((row) => same(row.name, name));
  if (stored) stored.name = name;
  if (found) return found;
  const unit = textField(fields, "unit", { max: 64, null: true, blank: true }) ?? null;
  const order = intField(fields, "order") ?? 0;
  return store.propertyTypes.add({ space, name, unit, order, fdc_id: intField(fields, "fdc_id") ?? null });
}

function existing<T extends { space: number }>(row: T | undefined, space: number): T {
  if (row && row.space === space) return row;
  throw new ApiError(500, "Server Error (500)");
}

export const shownKeyword = (keyword: Keyword) => ({
  id: keyword.id,
  name: keyword.name,
  label: keyword.name,
  description: "",
  parent: null,
  numchild: 0,
  full_name: keyword.name,
});

export const shownUnit = (unit: Food) => ({
  id: unit.id,
  name: unit.name,
  plural_name: unit.plural_name,
  description: null,
  base_unit: null,
  open_data_slug: null,
});

export const shownFood = (food: Food) => ({
  id: food.id,
  name: food.name,
  plural_name: food.plural_name,
  description: "",
  shopping: "False",
  recipe: null,
  url: null,
  properties: [],
  properties_food_amount: 100,
  properties_food_unit: null,
  fdc_id: null,
  food_onhand: false,
  supermarket_category: null,
  parent: null,
  numchild: 0,
  inherit_fields: [],
  full_name: food.name,
  ignore_shopping: false,
  substitute: [],
  substitute_siblings: false,
  substitute_children: false,
  substitute_onhand: false,
  child_inherit_fields: [],
  open_data_slug: null,
  shopping_lists: [],
});

export const shownPropertyType = (type: PropertyType) => ({
  id: type.id,
  name: type.name,
  unit: type.unit,
  description: null,
  order: type.order,
  open_data_slug: null,
  fdc_id: type.fdc_id,
});

/** Whether a row of that id is this space's, for endpoints of one object. */
export function ofSpace<T extends { space: number }>(row: T | undefined, space: number): T | undefined {
  return row?.space === space ? row : undefined;
}

export function requireList(fields: Fields, name: string): unknown[] | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw invalid({ [name]: ['Expected a list of items but got type "str".'] });
  return value;
}
