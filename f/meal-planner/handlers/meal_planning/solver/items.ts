import type { Model } from "./model.ts";

/**
 * What a slot is filled with during the search. `fixed`: an item is a recipe with everybody's size, so a menu of items
 * has one cost. `free`: an item is a recipe and the sizes are chosen when the menu is complete; that is how several
 * people with many sizes stay tractable, for given the recipes each person's sizes are a problem of their own.
 */
export type Items = {
  sizing: "fixed" | "free";
  count: number;
  recipe: Int32Array;
  vectors: Float64Array;
  /** Points of the recipe, and of the sizes where they are fixed. */
  penalty: Float64Array;
  minutes: Float64Array;
  /** Items of recipe r: firstOf[r] … firstOf[r + 1] - 1. */
  firstOf: Int32Array;
};

/** Above this many size combinations a recipe, sizes are chosen late. */
const MAX_SIZES_A_RECIPE = 12;

export function makeItems(model: Model): Items {
  const combinations = sizeCombinations(model);
  return combinations ? withFixedSizes(model, combinations) : withFreeSizes(model);
}

/** Every way to serve one recipe to everybody (the index of each one's size), or null where there are too many. */
function sizeCombinations(model: Model): number[][] | null {
  let combinations: number[][] = [[]];
  for (const sizes of model.sizes) {
    if (combinations.length * sizes.length > MAX_SIZES_A_RECIPE) return null;
    combinations = combinations.flatMap((chosen) => Array.from(sizes, (_, q) => [...chosen, q]));
  }
  return combinations;
}

function withFixedSizes(model: Model, combinations: number[][]): Items {
  const { recipeCount, dimensions, personStart } = model;
  const each = combinations.length;
  const count = recipeCount * each;
  const sizeOf = new Float64Array(each * dimensions);
  const points = new Float64Array(each);
  combinations.forEach((chosen, c) => {
    chosen.forEach((q, p) => {
      points[c]! += model.sizePenalty[p]![q]!;
      for (let k = personStart[p]!; k < personStart[p + 1]!; k++)
        sizeOf[c * dimensions + k] = model.sizes[p]![q]!;
    });
  });
  const items: Items = {
    sizing: "fixed",
    count,
    recipe: new Int32Array(count),
    vectors: new Float64Array(count * dimensions),
    penalty: new Float64Array(count),
    minutes: new Float64Array(count),
    firstOf: Int32Array.from({ length: recipeCount + 1 }, (_, r) => r * each),
  };
  for (let r = 0; r < recipeCount; r++) {
    for (let c = 0; c < each; c++) {
      const i = r * each + c;
      items.recipe[i] = r;
      items.penalty[i] = model.penalty[r]! + points[c]!;
      items.minutes[i] = model.minutes[r]!;
      for (let k = 0; k < dimensions; k++) {
        items.vectors[i * dimensions + k] = model.vectors[r * dimensions + k]! * sizeOf[c * dimensions + k]!;
      }
    }
  }
  return items;
}

function withFreeSizes(model: Model): Items {
  return {
    sizing: "free",
    count: model.recipeCount,
    recipe: Int32Array.from({ length: model.recipeCount }, (_, r) => r),
    vectors: model.vectors,
    penalty: model.penalty,
    minutes: model.minutes,
    firstOf: Int32Array.from({ length: model.recipeCount + 1 }, (_, r) => r),
  };
}
