import type { Tx } from "../../database/connection.ts";
import { foodIdOf } from "../../foods/food_record.ts";
import { readFoods } from "../../foods/food_store.ts";
import { type Nutrients, scaleNutrients } from "../../foods/nutrients.ts";
import type { Household } from "../../households/household.ts";
import { NOT_IN_DIET, type Person } from "../../households/person.ts";
import type { Addition } from "./repair.ts";

/** Staples that are eaten as they are, and the grams of a usual helping. */
const HELPINGS: Record<string, number> = {
  apple: 182,
  banana: 118,
  orange: 140,
  kiwi: 75,
  strawberry: 150,
  raspberry: 125,
  dried_apricot: 30,
  prune: 40,
  almond: 30,
  walnut: 30,
  cashew: 30,
  pumpkin_seed: 30,
  sunflower_seed: 30,
  chia_seed: 15,
  peanut_butter: 32,
  hummus: 60,
  wholemeal_bread: 40,
  oatcake: 25,
  plain_yogurt: 150,
  low_fat_greek_yogurt: 150,
  skyr: 150,
  cottage_cheese: 100,
  cheddar: 30,
  semi_skimmed_milk: 200,
  soya_milk: 200,
  soya_yogurt: 150,
  hard_boiled_egg: 50,
  smoked_tofu: 100,
  baked_bean: 200,
  carrot: 80,
  orange_juice: 150,
  smoked_mackerel: 60,
  canned_sardine: 80,
  canned_tuna: 80,
  red_bell_pepper: 120,
  tomato: 120,
  edamame: 80,
  rye_bread: 40,
};

/** A figure of a recipe that is known less well than this isn't advice. */
const LEAST_COVERAGE = 0.9;

type Contents = { texts: string[]; allergens: readonly string[]; origins: readonly string[]; sure: boolean };

/** What a person may eat on top: helpings of staples, and the household's recipes that are known well enough. */
export async function additionsFor(tx: Tx, household: Household, person: Person): Promise<Addition[]> {
  const helpings = new Map(Object.entries(HELPINGS).map(([key, grams]) => [foodIdOf("starter", key), grams]));
  const foods = await readFoods(tx, [...helpings.keys()]);
  const staples = foods.flatMap((food): Addition[] => {
    const grams = helpings.get(food.foodId) ?? 100;
    const { allergens, origins } = food;
    const name = food.name ?? food.description;
    const sure = allergens !== null && origins !== null;
    const contents = { texts: [name], allergens: allergens ?? [], origins: origins ?? [], sure };
    const nutrients = scaleNutrients(food.per100g, grams / 100);
    return mayEat(person, contents)
      ? [{ name, recipe_id: null, food_id: food.foodId, grams, nutrients }]
      : [];
  });
  return [...staples, ...(await recipesFor(tx, household, person))];
}

type RecipeRow = {
  recipe_id: string;
  name: string;
  per_serving: Nutrients;
  allergens: string[];
  origins: string[];
  unknown_lines: string[];
  texts: string[];
};

async function recipesFor(tx: Tx, household: Household, person: Person): Promise<Addition[]> {
  const { rows } = await tx.query<RecipeRow>(
    `select r.recipe_id, r.name, n.per_serving, n.allergens, n.origins, n.unknown_lines,
       (select coalesce(array_agg(concat_ws(' ', line ->> 'original', line ->> 'food')), '{}')
        from jsonb_array_elements(n.lines) as line) as texts
     from meal_planner.recipes r
     join meal_planner.recipe_nutrition n on n.recipe_id = r.recipe_id and n.recipe_version = r.version
     where r.household_id = $1::uuid and r.archived_at is null and r.suits <> '{}'
       and n.coverage_by_mass >= $2::double precision
     order by r.recipe_id`,
    [household.household_id, LEAST_COVERAGE],
  );
  return rows.flatMap(({ recipe_id, name, per_serving, unknown_lines, texts, allergens, origins }) =>
    mayEat(person, { texts, allergens, origins, sure: unknown_lines.length === 0 })
      ? [{ name, recipe_id, food_id: null, grams: null, nutrients: per_serving }]
      : [],
  );
}

/** Unknown is unsafe: with an allergy or a diet, what isn't sure is left out. Words are compared loosely, likewise. */
function mayEat(person: Person, contents: Contents): boolean {
  const strict = person.allergens.length > 0 || person.diet !== "omnivore";
  if (strict && !contents.sure) return false;
  const text = contents.texts.join("\n").toLowerCase();
  const unwanted = [...person.excluded_foods, ...person.disliked_foods];
  return (
    !person.allergens.some((allergen) => contents.allergens.includes(allergen)) &&
    !NOT_IN_DIET[person.diet].some((origin) => contents.origins.includes(origin)) &&
    !unwanted.some((food) => text.includes(food.toLowerCase().replace(/(es|s)$/, "")))
  );
}
