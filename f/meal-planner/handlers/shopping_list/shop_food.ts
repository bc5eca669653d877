import type { FoodState, SoldAs, StarterFood } from "../../foods/food.ts";
import type { FoodRecord } from "../../foods/food_record.ts";
import { massText, volumeText } from "./amount_text.ts";

/** What shopping needs to know of a food. */
export type ShopFood = Pick<
  StarterFood,
  "name" | "aisle" | "shopping" | "portions" | "densityGramsPerMl" | "refusePercent"
> & {
  foodId: string;
  state: FoodState | null;
  /** Null where nobody has said how it is sold; it is then bought by weight. */
  soldAs: SoldAs | null;
  energyKcalPer100g: number | null;
};

/** A food's record as shopping sees it. One that nobody has named for shoppers is called by its description. */
export function shopFoodOf(record: FoodRecord): ShopFood {
  return {
    foodId: record.foodId,
    name: record.name ?? record.description,
    aisle: record.aisle ?? "other",
    shopping: record.shopping ?? "buy",
    portions: Object.fromEntries(record.portions.map(({ unit, grams }) => [unit, grams])),
    densityGramsPerMl: record.densityGramsPerMl,
    refusePercent: record.refusePercent ?? 0,
    state: record.state,
    soldAs: record.soldAs,
    energyKcalPer100g: record.per100g.energy_kcal,
  };
}

/** The unit that a food is bought in, and how much one of it weighs as it is bought, peel and bone included. */
export type SoldUnit = {
  unit: SoldAs["unit"];
  gramsEach: number;
  /** The usual pack, in `unit`; null where it is sold loose. */
  pack: number | null;
  /** What one is called: bulb, head, loaf, can; null where that is the food's own name. */
  noun: string | null;
  /** What the label of one says, "400 g" or "330 ml"; null where that goes without saying. */
  label: string | null;
};

// From the most telling portion to the least: a bare count is `each`, a loaf or a head is one thing in the basket.
const PIECE_PORTIONS = ["each", "medium", "large", "small", "head", "loaf", "fillet", "piece", "ball", "ear"];
const CONTAINER_PORTIONS = {
  can: ["can", "tin"],
  bunch: ["bunch"],
  jar: ["jar", "bottle"],
  pack: ["loaf", "package", "pack", "block", "bag", "carton", "tub", "box", "stick"],
};
/**
 * Beans, sweetcorn and fish: a can is known by what is left of it when it is drained, and labelled with all of it. So
 * its weight here is no help at the shelf.
 */
export const HEAVIEST_DRAINED_CAN_GRAMS = 300;
const MILLILITRES_PER_CUP = 236.588;

/** How a food is bought; by weight where its own unit can't be weighed. */
export function soldUnit(food: ShopFood): SoldUnit {
  const loose: SoldUnit = { unit: "gram", gramsEach: 1, pack: null, noun: null, label: null };
  const soldAs = food.soldAs;
  if (!soldAs) return loose;
  const pack = soldAs.pack ?? null;
  switch (soldAs.unit) {
    case "gram":
      return { ...loose, pack };
    case "millilitre":
      return { ...loose, unit: "millilitre", gramsEach: gramsPerMl(food), pack };
    case "piece":
      return pieceOf(food, pack) ?? loose;
    case "can":
    case "jar":
    case "bunch":
    case "pack":
      return containerOf(food, soldAs.unit, pack) ?? loose;
  }
}

/** Grams of a millilitre: the density, else what a cup of it weighs, else water. */
function gramsPerMl(food: ShopFood): number {
  const cup = food.portions.cup;
  return food.densityGramsPerMl ?? (cup ? cup / MILLILITRES_PER_CUP : 1);
}

function pieceOf(food: ShopFood, pack: number | null): SoldUnit | null {
  const { portions } = food;
  const common = { unit: "piece" as const, pack, label: null };
  const whole = portions.bulb ?? portions.head;
  // Nobody sells a clove: garlic is bought by the bulb, whatever a bare count of it means in a recipe.
  if (portions.clove && whole && whole > portions.clove) {
    return { ...common, gramsEach: bought(food, whole), noun: "bulb" };
  }
  const name = PIECE_PORTIONS.find((portion) => portions[portion]);
  const grams = name && portions[name];
  if (!name || !grams) return null;
  const named = ["head", "loaf", "ball"].find((portion) => portions[portion] === grams);
  return { ...common, gramsEach: bought(food, grams), noun: named ? nounOf(food, named) : null };
}

function containerOf(
  food: ShopFood,
  unit: "can" | "jar" | "bunch" | "pack",
  pack: number | null,
): SoldUnit | null {
  const name = CONTAINER_PORTIONS[unit].find((portion) => food.portions[portion]);
  const grams = name && food.portions[name];
  if (!name || !grams) return null;
  const gramsEach = bought(food, grams);
  const text = food.state === "liquid" ? volumeText(gramsEach / gramsPerMl(food)) : massText(gramsEach);
  return {
    unit,
    gramsEach,
    pack,
    noun: nounOf(food, ["loaf", "bottle", "block", "bag"].includes(name) ? name : unit),
    label: unit === "can" && gramsEach > HEAVIEST_DRAINED_CAN_GRAMS ? text : null,
  };
}

/** A baguette is a loaf by its name. */
function nounOf(food: ShopFood, noun: string): string | null {
  const bread = /\b(?:bread|brioche)$/.test(food.name);
  if (noun === "loaf") return bread ? noun : null;
  return noun === "pack" && bread && food.portions.slice ? "loaf" : noun;
}

/** Grams as bought of grams as eaten: peel, core and bone are paid for as well. */
export function bought(food: ShopFood, edibleGrams: number): number {
  return edibleGrams / (1 - Math.min(food.refusePercent, 90) / 100);
}
