import { type Account, figuresOf, servingOf } from "./fatsecret_accounts.ts";
import {
  byId,
  capital,
  dayOf,
  listed,
  type Method,
  mealOf,
  month,
  monthOf,
  need,
  numberOf,
  today,
} from "./fatsecret_asked.ts";
import { FOODS, RECIPES } from "./fatsecret_catalogue.ts";
import { Refused } from "./fatsecret_oauth.ts";

/** Those of a person's account. */
export const PROFILE: Record<string, Method> = {
  "profile.get": ({ account }) => {
    const days = [...account.weights.keys()].sort((a, b) => a - b);
    const last = days.at(-1);
    return {
      profile: {
        goal_weight_kg: account.goalWeight?.toFixed(4) ?? null,
        height_cm: account.height?.toFixed(2) ?? "",
        height_measure: "Cm",
        weight_measure: "Kg",
        ...(last === undefined
          ? {}
          : { last_weight_date_int: last, last_weight_kg: account.weights.get(last)?.toFixed(4) }),
      },
    };
  },
  "food_entries.get.v2": (asked) => {
    const { entries } = asked.account;
    const wanted = asked.parameters.has("food_entry_id")
      ? entries.filter(({ id }) => id === asked.parameters.get("food_entry_id"))
      : entries.filter(({ day }) => day === dayOf(asked));
    const food_entry = wanted.map(({ id, food, name, serving, units, meal, day }) => ({
      food_entry_id: id,
      food_id: food,
      food_entry_name: name,
      food_entry_description: `${units} ${FOODS[food]!.name}`,
      serving_id: serving,
      number_of_units: units.toFixed(3),
      meal: capital(meal),
      date_int: day,
      ...figuresOf(food, serving, units),
    }));
    return { food_entries: { food_entry } };
  },
  "food_entries.get_month.v2": (asked) => {
    const [first, last] = monthOf(dayOf(asked));
    const sums = new Map<number, { calories: number; carbohydrate: number; protein: number; fat: number }>();
    for (const { day, food, serving, units } of asked.account.entries) {
      if (day < first || day > last) continue;
      const sum = sums.get(day) ?? { calories: 0, carbohydrate: 0, protein: 0, fat: 0 };
      const figures = figuresOf(food, serving, units);
      for (const name of Object.keys(sum) as (keyof typeof sum)[])
        sum[name] = Math.round((sum[name] + figures[name]) * 100) / 100;
      sums.set(day, sum);
    }
    return month(
      dayOf(asked),
      [...sums].map(([date_int, sum]) => ({ date_int, ...sum })),
    );
  },
  "food_entry.create": (asked) => {
    const [food, serving] = [need(asked, "food_id"), need(asked, "serving_id")];
    const units = numberOf(asked, "number_of_units");
    servingOf(food, serving);
    const entry = {
      ...{ id: asked.newId(), food, serving, name: need(asked, "food_entry_name") },
      ...{ units: Math.round(units * 1000) / 1000, meal: mealOf(need(asked, "meal")), day: dayOf(asked) },
    };
    asked.account.entries.push(entry);
    return { food_entry_id: { value: entry.id } };
  },
  "food_entry.edit": (asked) => {
    const entry = byId(asked.account.entries, asked, "food_entry_id");
    const { parameters } = asked;
    const serving = parameters.get("serving_id") ?? entry.serving;
    servingOf(entry.food, serving);
    entry.serving = serving;
    if (parameters.has("number_of_units"))
      entry.units = Math.round(numberOf(asked, "number_of_units") * 1000) / 1000;
    if (parameters.has("meal")) entry.meal = mealOf(parameters.get("meal") ?? "");
    entry.name = parameters.get("food_entry_name") ?? entry.name;
    return { success: { value: 1 } };
  },
  "food_entry.delete": (asked) => {
    const entry = byId(asked.account.entries, asked, "food_entry_id");
    asked.account.entries = asked.account.entries.filter((other) => other !== entry);
    return { success: { value: 1 } };
  },
  "food_entries.copy_saved_meal": (asked) => {
    const meal = byId(asked.account.savedMeals, asked, "saved_meal_id");
    for (const { food, serving, units, name } of meal.items) {
      const to = { meal: mealOf(need(asked, "meal")), day: dayOf(asked) };
      asked.account.entries.push({ id: asked.newId(), food, serving, units, name, ...to });
    }
    return { success: { value: 1 } };
  },
  "saved_meals.get.v2": ({ account }) => ({
    saved_meals: {
      saved_meal: account.savedMeals.map(({ id, name, description, meals }) => ({
        ...{ saved_meal_id: id, saved_meal_name: name, saved_meal_description: description },
        meals: meals
          .split(",")
          .filter(Boolean)
          .map((meal) => capital(mealOf(meal)))
          .join(","),
      })),
    },
  }),
  "saved_meal.create": (asked) => {
    const { parameters } = asked;
    const description = parameters.get("saved_meal_description") ?? "";
    const meal = {
      name: need(asked, "saved_meal_name"),
      description,
      meals: parameters.get("meals") ?? "",
      items: [],
    };
    const id = asked.newId();
    asked.account.savedMeals.push({ id, ...meal });
    return { saved_meal_id: { value: id } };
  },
  "saved_meal.edit": (asked) => {
    const meal = byId(asked.account.savedMeals, asked, "saved_meal_id");
    meal.name = asked.parameters.get("saved_meal_name") ?? meal.name;
    meal.description = asked.parameters.get("saved_meal_description") ?? meal.description;
    meal.meals = asked.parameters.get("meals") ?? meal.meals;
    return { success: { value: 1 } };
  },
  "saved_meal.delete": (asked) => {
    const meal = byId(asked.account.savedMeals, asked, "saved_meal_id");
    asked.account.savedMeals = asked.account.savedMeals.filter((other) => other !== meal);
    return { success: { value: 1 } };
  },
  "saved_meal_items.get.v2": (asked) => ({
    saved_meal_items: {
      saved_meal_item: byId(asked.account.savedMeals, asked, "saved_meal_id").items.map((item) => ({
        ...{ saved_meal_item_id: item.id, food_id: item.food, serving_id: item.serving },
        ...{ number_of_units: item.units.toFixed(3), saved_meal_item_name: item.name },
      })),
    },
  }),
  "saved_meal_item.add": (asked) => {
    const meal = byId(asked.account.savedMeals, asked, "saved_meal_id");
    const [food, serving] = [need(asked, "food_id"), need(asked, "serving_id")];
    servingOf(food, serving);
    const units = Math.round(numberOf(asked, "number_of_units") * 1000) / 1000;
    const id = asked.newId();
    meal.items.push({ id, food, serving, units, name: need(asked, "saved_meal_item_name") });
    return { saved_meal_item_id: { value: id } };
  },
  "saved_meal_item.delete": (asked) => {
    const { savedMeals } = asked.account;
    const item = byId(
      savedMeals.flatMap(({ items }) => items),
      asked,
      "saved_meal_item_id",
    );
    for (const meal of savedMeals) meal.items = meal.items.filter((other) => other !== item);
    return { success: { value: 1 } };
  },
  "weights.get_month.v2": (asked) => {
    const [first, last] = monthOf(dayOf(asked));
    const days = [...asked.account.weights].filter(([day]) => day >= first && day <= last);
    return month(
      dayOf(asked),
      days.map(([date_int, kg]) => ({ date_int, weight_kg: kg.toFixed(4) })),
    );
  },
  "weight.update": (asked) => {
    const { account, parameters } = asked;
    const weight = numberOf(asked, "current_weight_kg");
    if (account.goalWeight === null) account.goalWeight = numberOf(asked, "goal_weight_kg");
    if (account.height === null) account.height = numberOf(asked, "current_height_cm");
    if (parameters.has("goal_weight_kg")) account.goalWeight = numberOf(asked, "goal_weight_kg");
    if (dayOf(asked) > today() + 2) throw new Refused(205, "Weight date too far in the future");
    if (Math.max(...account.weights.keys()) > dayOf(asked))
      throw new Refused(206, "Weight date earlier than expected");
    account.weights.set(dayOf(asked), weight);
    return { success: { value: 1 } };
  },
  "foods.get_favorites.v2": ({ account }) => ({ foods: { food: account.favoriteFoods.map(listed) } }),
  "foods.get_recently_eaten.v2": ({ account }) => eaten(account.entries.toReversed()),
  "foods.get_most_eaten.v2": ({ account }) => eaten(account.entries),
  "recipes.get_favorites.v2": ({ account }) => ({
    recipes: {
      recipe: account.favoriteRecipes.map((id) => ({ recipe_id: id, recipe_name: RECIPES[id]!.name })),
    },
  }),
  "exercise_entries.get.v2": (asked) => ({
    exercise_entries: {
      exercise_entry: [...asked.account.exerciseOf(dayOf(asked))].map(([id, minutes]) => ({
        ...{ exercise_id: id, exercise_name: { 1: "Sleeping", 2: "Resting", 3: "Running" }[id] ?? "Sport" },
        ...{ minutes, calories: minutes * (id === "3" ? 10 : 1), is_template_value: 0 },
      })),
    },
  }),
  "exercise_entry.edit": (asked) => {
    const minutes = numberOf(asked, "minutes");
    const day = asked.account.exerciseOf(dayOf(asked));
    const [from, to] = [need(asked, "shift_from_id"), need(asked, "shift_to_id")];
    if ((day.get(from) ?? 0) < minutes) throw new Refused(107, "Value out of range: minutes");
    day.set(from, (day.get(from) ?? 0) - minutes);
    day.set(to, (day.get(to) ?? 0) + minutes);
    return { success: { value: 1 } };
  },
};

function eaten(entries: Account["entries"]): object {
  const seen = new Map(entries.map((entry) => [entry.food, entry]));
  const food = [...seen.values()].map(({ food: id, serving, units }) => ({
    ...listed(id),
    serving_id: serving,
    number_of_units: units,
  }));
  return { foods: { food } };
}
