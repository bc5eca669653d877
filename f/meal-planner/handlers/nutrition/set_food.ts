import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { AISLES, ALLERGENS, ORIGINS } from "../../foods/food.ts";
import { figuresOfLabel, labelProblems } from "../../foods/food_label.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { NUTRIENTS, type Nutrients } from "../../foods/nutrients.ts";
import {
  keyOf,
  lockOwnFoods,
  namesOf,
  readOwnFoods,
  recordOfOwnFood,
  writeOwnFood,
} from "../../foods/own_foods.ts";
import { resolveHousehold } from "../../households/household.ts";
import { outdateRecipes } from "./own_food_news.ts";

/** Far beyond any label, near enough to catch a wrong unit. */
const MOST = 1_000_000;

const LABEL = [...NUTRIENTS, "energy_kj", "salt_g"] as const;
type LabelName = (typeof LABEL)[number];

const figures = z
  .strictObject(Object.fromEntries(LABEL.map((name) => [name, z.number().min(0).max(MOST).nullish()])))
  .transform(
    (given) =>
      Object.fromEntries(LABEL.map((name) => [name, given[name] ?? null])) as Record<
        LabelName,
        number | null
      >,
  )
  .refine((given) => LABEL.some((name) => given[name] !== null), {
    message: "Give at least one figure of the label; what isn't on it is left out.",
  });

const portion = z.strictObject({
  unit: plainText(60).describe("What one is called: slice, bar, each, serving."),
  grams: z.number().gt(0, { message: "Must be more than 0." }).max(5_000),
});

export const setFoodInput = z
  .strictObject({
    name: plainText(120).refine((name) => /\p{L}/u.test(name), { message: "Needs a letter." }),
    nutrients: figures,
    per_grams: z.number().gt(0).max(5_000).nullish(),
    per_ml: z.number().gt(0).max(5_000).nullish(),
    density_g_per_ml: z.number().min(0.1).max(3).nullish(),
    label: z.enum(["eu", "us"]).default("eu"),
    portions: z.array(portion).max(20).default([]),
    aliases: z.array(plainText(120)).max(20).default([]),
    allergens: z.array(z.enum(ALLERGENS)).nullish(),
    origins: z.array(z.enum(ORIGINS)).nullish(),
    aisle: z.enum(AISLES).nullish(),
    as_labelled: z.boolean().default(false),
    household_id: z.uuid().optional(),
  })
  .superRefine(({ per_grams, per_ml, portions }, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    if (per_grams && per_ml) problem(["per_ml"], "Give per_grams or per_ml, not both.");
    portions.forEach(({ unit }, index) => {
      if (portions.findIndex((other) => other.unit.toLowerCase() === unit.toLowerCase()) === index) return;
      problem(["portions", index, "unit"], `${unit} is there twice. Keep one.`);
    });
  });

export type OwnFoodView = {
  food_id: string;
  name: string;
  aliases: readonly string[];
  per_100g: Nutrients;
  portions: readonly { unit: string; grams: number }[];
  density_g_per_ml: number | null;
  allergens: readonly string[] | null;
  origins: readonly string[] | null;
  aisle: string | null;
};

export type FoodSet = OwnFoodView & { outcome: "added" | "changed" | "unchanged" };

/**
 * Adds a food of the household's own, such as a packaged product by its label, or changes the one of that name. From
 * then on its names mean it in the household's lines, before every other food; events by which recipes are worked out
 * again commit with it. Again with the same label changes nothing.
 *
 * @throws InvalidInput where the label can't be right: parts that are more than the whole, or an energy that the
 *   macronutrients don't give, unless `as_labelled`.
 */
export async function setFood(tx: Tx, input: z.output<typeof setFoodInput>): Promise<FoodSet> {
  const household = await resolveHousehold(tx, input.household_id);
  const { household_id } = household;
  const density = input.density_g_per_ml ?? (input.per_ml ? 1 : null);
  const grams = input.per_ml ? input.per_ml * (density ?? 1) : (input.per_grams ?? 100);
  const per100g = figuresOfLabel(input.nutrients, grams, input.label);
  const problems = labelProblems(input.nutrients, per100g, input.label, input.as_labelled);
  if (problems.length > 0) throw new InvalidInput(problems);
  await lockOwnFoods(tx, household_id);
  const own = await readOwnFoods(tx, household_id);
  const record = recordOfOwnFood(household_id, {
    ...{ name: input.name, per100g, densityGramsPerMl: density, portions: input.portions },
    aliases: [...new Set(input.aliases)].filter((alias) => keyOf(alias) !== keyOf(input.name)),
    ...{ allergens: input.allergens ?? null, origins: input.origins ?? null, aisle: input.aisle ?? null },
  });
  refuseTaken(record, own);
  const before = own.find(({ foodId }) => foodId === record.foodId);
  const changed = await writeOwnFood(tx, household_id, record, before);
  if (!changed) return { ...viewOf(record), outcome: "unchanged" };
  const names = namesOf(record);
  const former = new Map([...(before ? namesOf(before) : [])].filter(([key]) => !names.has(key)));
  await outdateRecipes(tx, household_id, record.foodId, { names, former });
  return { ...viewOf(record), outcome: before ? "changed" : "added" };
}

/** @throws InvalidInput where another own food has one of the names: a name means one food. */
function refuseTaken(record: FoodRecord, own: readonly FoodRecord[]): void {
  const others = own.filter(({ foodId }) => foodId !== record.foodId);
  for (const [key, name] of namesOf(record)) {
    const other = others.find((food) => namesOf(food).has(key));
    if (!other) continue;
    const path = keyOf(record.name ?? "") === key ? "name" : "aliases";
    const message = `"${name}" is a name of your "${other.name}" already. Choose another, or take it from there.`;
    throw new InvalidInput([{ path, message }]);
  }
}

export function viewOf(food: FoodRecord): OwnFoodView {
  return {
    ...{ food_id: food.foodId, name: food.name ?? food.description, aliases: food.aliases },
    ...{ per_100g: food.per100g, portions: food.portions, density_g_per_ml: food.densityGramsPerMl },
    ...{ allergens: food.allergens, origins: food.origins, aisle: food.aisle },
  };
}
