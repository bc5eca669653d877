import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import React, { useId } from "react";
import { useFormat } from "../../format/format.ts";
import { numberIn } from "../../format/number_in.ts";
import { RECIPES } from "../../texts/recipes.ts";
import { slotName } from "../../texts/week.ts";
import type { Wanted } from "./recipe_pages.ts";

const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
const DIETS = ["pescatarian", "vegetarian", "vegan"] as const;
const TIMES = [15, 30, 45, 60, 90];
const RATINGS = [3, 4, 5];
const SORTS = ["name", "newest", "rating", "time", "energy"] as const;

/** As the form holds them: an empty text is no filter, and the usual order. */
export const NO_FILTERS = {
  sort: "",
  archived: "",
  suits: "",
  diet: "",
  minutes: "",
  rating: "",
  tags: "",
  food: "",
  without: "",
  protein: "",
  energy: "",
};

type Filters = typeof NO_FILTERS;

const typed = (text: string) => (text.trim() === "" ? Number.NaN : numberIn(text));
const isOneOf = <T extends string>(all: readonly T[], text: string): text is T =>
  (all as readonly string[]).includes(text);

/** What list_recipes is asked for. Half-typed numbers are no filter yet. */
export function wantedBy(search: string, filters: Filters): Wanted {
  const minutes = typed(filters.minutes);
  const rating = typed(filters.rating);
  const protein = typed(filters.protein);
  const energy = typed(filters.energy);
  const tags = filters.tags
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  const nutrition = [
    ...(protein >= 0 ? [{ nutrient: "protein_g" as const, least: protein }] : []),
    ...(energy >= 0 ? [{ nutrient: "energy_kcal" as const, most: energy }] : []),
  ];
  const searched = search.trim();
  return {
    ...(searched ? { search: searched } : {}),
    // Whoever searches wants what fits best, unless they have said otherwise.
    ...(isOneOf(SORTS, filters.sort) ? { sort: filters.sort } : searched ? { sort: "best_match" } : {}),
    ...(filters.archived ? { archived: true } : {}),
    ...(isOneOf(MEALS, filters.suits) ? { suits: filters.suits } : {}),
    ...(isOneOf(DIETS, filters.diet) ? { diet: filters.diet } : {}),
    ...(minutes >= 0 ? { max_minutes: minutes } : {}),
    ...(rating > 0 ? { min_rating: rating } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(filters.food.trim() ? { food: filters.food.trim() } : {}),
    ...(filters.without.trim() ? { without_food: filters.without.trim() } : {}),
    ...(nutrition.length > 0 ? { nutrition } : {}),
  };
}

export function RecipeFilters({
  filters,
  known,
  onChange,
}: {
  filters: Filters;
  /** Tags to choose from. */
  known: readonly string[];
  onChange: (filters: Filters) => void;
}) {
  const format = useFormat();
  const tagList = useId();
  const field = (name: keyof Filters) => ({
    value: filters[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      onChange({ ...filters, [name]: event.currentTarget.value }),
  });
  const option = (value: string | number, label: string) => ({ value: String(value), label });
  return (
    <div className="mp-card mp-recipe-filters">
      <NativeSelect
        label={RECIPES.sort}
        data={[option("", RECIPES.sorts.usual), ...SORTS.map((sort) => option(sort, RECIPES.sorts[sort]))]}
        {...field("sort")}
      />
      <NativeSelect
        label={RECIPES.meal}
        data={[option("", RECIPES.anyMeal), ...MEALS.map((meal) => option(meal, slotName(meal)))]}
        {...field("suits")}
      />
      <NativeSelect
        label={RECIPES.diet}
        data={[option("", RECIPES.diets.omnivore), ...DIETS.map((diet) => option(diet, RECIPES.diets[diet]))]}
        {...field("diet")}
      />
      <NativeSelect
        label={RECIPES.time}
        data={[
          option("", RECIPES.anyTime),
          ...TIMES.map((time) => option(time, RECIPES.minutes(format.number(time)))),
        ]}
        {...field("minutes")}
      />
      <NativeSelect
        label={RECIPES.rating}
        data={[
          option("", RECIPES.anyRating),
          ...RATINGS.map((rating) => option(rating, RECIPES.atLeastStars(format.number(rating)))),
        ]}
        {...field("rating")}
      />
      <TextInput label={RECIPES.tags} list={tagList} {...field("tags")} />
      <datalist id={tagList}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
      <TextInput label={RECIPES.withFood} {...field("food")} />
      <TextInput label={RECIPES.withoutFood} {...field("without")} />
      <TextInput label={RECIPES.atLeastProtein} inputMode="decimal" {...field("protein")} />
      <TextInput label={RECIPES.atMostEnergy} inputMode="decimal" {...field("energy")} />
      <Checkbox
        size="md"
        className="mp-option"
        label={RECIPES.archivedOnly}
        checked={filters.archived !== ""}
        onChange={(event) => onChange({ ...filters, archived: event.currentTarget.checked ? "yes" : "" })}
      />
      <Button variant="subtle" onClick={() => onChange(NO_FILTERS)}>
        {RECIPES.noFilters}
      </Button>
    </div>
  );
}
