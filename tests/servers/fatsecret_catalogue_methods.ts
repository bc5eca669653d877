import { figuresOf } from "./fatsecret_accounts.ts";
import { listed, type Method, need, page } from "./fatsecret_asked.ts";
import { FOODS, RECIPES } from "./fatsecret_catalogue.ts";
import { Refused } from "./fatsecret_oauth.ts";

const described = (food: string) => {
  const { calories, fat, carbohydrate, protein } = FOODS[food]!.per100;
  return `Per 100g - Calories: ${calories}kcal | Fat: ${fat}g | Carbs: ${carbohydrate}g | Protein: ${protein}g`;
};

const has = (text: string, query: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .some((word) => text.toLowerCase().includes(word.replace(/s$/, "")));

/** Those that need no account. */
export const CATALOGUE: Record<string, Method> = {
  "foods.search": (asked) => {
    const query = need(asked, "search_expression");
    const { items, ...counts } = page(
      asked,
      Object.keys(FOODS).filter((food) => has(FOODS[food]!.name, query)),
    );
    return {
      foods: {
        food: items.map((food) => ({ ...listed(food), food_description: described(food) })),
        ...counts,
      },
    };
  },
  "food.get.v5": (asked) => {
    const food = FOODS[need(asked, "food_id")];
    if (!food) throw new Refused(106, "Invalid ID: food_id");
    const serving = food.servings.map(({ id, description, measure, units, grams }) => ({
      serving_id: id,
      serving_description: description,
      measurement_description: measure,
      number_of_units: units.toFixed(3),
      metric_serving_amount: grams.toFixed(3),
      metric_serving_unit: "g",
      ...figuresOf(need(asked, "food_id"), id, units),
    }));
    return { food: { ...listed(need(asked, "food_id")), servings: { serving } } };
  },
  "recipes.search.v3": (asked) => {
    const query = asked.parameters.get("search_expression") ?? "";
    const { items, ...counts } = page(
      asked,
      Object.keys(RECIPES).filter((id) => has(RECIPES[id]!.name, query)),
    );
    const recipe = items.map((id) => ({ recipe_id: id, recipe_name: RECIPES[id]!.name }));
    return { recipes: { recipe, ...counts } };
  },
  "recipe.get.v2": (asked) => {
    const id = need(asked, "recipe_id");
    const recipe = RECIPES[id];
    if (!recipe) throw new Refused(106, "Invalid ID: recipe_id");
    const ingredient = recipe.ingredients.map(({ food, serving, units, text }) => ({
      food_id: food,
      food_name: FOODS[food]!.name,
      serving_id: serving,
      number_of_units: units.toFixed(3),
      ingredient_description: text,
    }));
    const direction = [{ direction_number: 1, direction_description: "Mix and warm." }];
    return {
      recipe: {
        recipe_id: id,
        recipe_name: recipe.name,
        recipe_url: `https://www.fatsecret.com/recipes/${id}`,
        number_of_servings: recipe.servings,
        ingredients: { ingredient },
        directions: { direction },
      },
    };
  },
};
