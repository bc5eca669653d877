export type Row = { id: number; space: number };
export type User = { id: number; name: string };
export type Token = {
  token: string;
  user: User;
  space: number;
  scope: string;
  group: "guest" | "user" | "admin";
  expires: string;
};

export type Food = Row & { name: string; plural_name: string | null };
export type Unit = Food;
export type Keyword = Row & { name: string };
export type PropertyType = Row & {
  name: string;
  unit: string | null;
  order: number;
  fdc_id: number | null;
};
export type Property = Row & { property_amount: number | null; property_type: number };
export type Nutrition = Row & {
  calories: number;
  carbohydrates: number;
  fats: number;
  proteins: number;
  source: string | null;
};
export type Ingredient = Row & {
  food: number | null;
  unit: number | null;
  amount: number;
  note: string | null;
  order: number;
  is_header: boolean;
  no_amount: boolean;
  original_text: string | null;
};
export type Step = Row & {
  name: string;
  instruction: string;
  time: number;
  order: number;
  show_as_header: boolean;
  show_ingredients_table: boolean;
  step_recipe: number | null;
  ingredients: number[];
};
export type Recipe = Row & {
  name: string;
  description: string | null;
  servings: number;
  servings_text: string;
  working_time: number;
  waiting_time: number;
  source_url: string | null;
  internal: boolean;
  private: boolean;
  image: string | null;
  keywords: number[];
  steps: number[];
  nutrition: number | null;
  properties: number[];
  created_by: User;
  created_at: string;
  updated_at: string;
};
export type MealType = Row & {
  name: string;
  order: number;
  time: string | null;
  color: string | null;
  created_by: number;
};
export type MealPlan = Row & {
  title: string;
  recipe: number | null;
  servings: number;
  note: string;
  from_date: string;
  to_date: string;
  meal_type: number;
  created_by: number;
};
export type ShoppingRecipe = Row & {
  name: string;
  recipe: number | null;
  mealplan: number | null;
  servings: number;
  created_by: User;
};
export type ShoppingEntry = Row & {
  list_recipe: number | null;
  food: number | null;
  unit: number | null;
  amount: number;
  order: number;
  checked: boolean;
  ingredient: number | null;
  created_by: User;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  delay_until: string | null;
};
export type ShoppingList = Row & { name: string };

/** Rows by id, which are given in order and never again. */
export class Table<R extends Row> {
  private readonly rows = new Map<number, R>();
  private last = 0;

  add(row: Omit<R, "id">): R {
    const added = { ...row, id: ++this.last } as R;
    this.rows.set(added.id, added);
    return added;
  }

  get(id: number | null | undefined): R | undefined {
    return id == null ? undefined : this.rows.get(id);
  }

  in(space: number): R[] {
    return [...this.rows.values()].filter((row) => row.space === space);
  }

  remove(id: number): void {
    this.rows.delete(id);
  }
}

/** All that the server knows. */
export class Store {
  readonly foods = new Table<Food>();
  readonly units = new Table<Unit>();
  readonly keywords = new Table<Keyword>();
  readonly propertyTypes = new Table<PropertyType>();
  readonly properties = new Table<Property>();
  readonly nutrition = new Table<Nutrition>();
  readonly ingredients = new Table<Ingredient>();
  readonly steps = new Table<Step>();
  readonly recipes = new Table<Recipe>();
  readonly mealTypes = new Table<MealType>();
  readonly mealPlans = new Table<MealPlan>();
  readonly shoppingRecipes = new Table<ShoppingRecipe>();
  readonly shoppingEntries = new Table<ShoppingEntry>();
  readonly shoppingLists = new Table<ShoppingList>();
}

let lastInstant = 0;

/** Now, and later than any time given before, so that `updated_at` always moves. */
export function instant(): string {
  lastInstant = Math.max(Date.now(), lastInstant + 1);
  return new Date(lastInstant).toISOString();
}
