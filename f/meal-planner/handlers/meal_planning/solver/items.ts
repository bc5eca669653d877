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
  /** The dimension that tells the most menus apart, by which lists of items are sorted; -1 where there is none. */
  keyDimension: number;
  /** All items in the order of the key dimension, and the place of each in it. */
  byKey: Int32Array;
  rank: Int32Array;
  /** Items of recipe r: firstOf[r] … firstOf[r + 1] - 1. */
  firstOf: Int32Array;
};

/** Above this many size combinations a recipe, sizes are chosen late. */
const MAX_SIZES_A_RECIPE = 12;

export function makeItems(model: Model): Items {
  const combinations = sizeCombinations(model);
  if (!combinations) return rankItems(model, withFreeSizes(model), -1);
  const items = withFixedSizes(model, combinations);
  return rankItems(model, items, widestDimension(model, items));
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
    keyDimension: -1,
    byKey: new Int32Array(0),
    rank: new Int32Array(0),
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
    keyDimension: -1,
    byKey: new Int32Array(0),
    rank: new Int32Array(0),
    sizing: "free",
    count: model.recipeCount,
    recipe: countUp(model.recipeCount),
    vectors: model.vectors,
    penalty: model.penalty,
    minutes: model.minutes,
    firstOf: countUp(model.recipeCount + 1),
  };
}

function countUp(length: number): Int32Array {
  const numbers = new Int32Array(length);
  for (let n = 0; n < length; n++) numbers[n] = n;
  return numbers;
}

/** The dimension in which the items lie furthest apart, in points. */
function widestDimension(model: Model, items: Items): number {
  const { dimensions } = model;
  let widest = -1;
  let most = 0;
  for (let k = 0; k < dimensions; k++) {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < items.count; i++) {
      const value = items.vectors[i * dimensions + k]!;
      sum += value;
      squares += value * value;
    }
    const variance = squares / items.count - (sum / items.count) ** 2;
    const spread = Math.sqrt(Math.max(0, variance)) * Math.min(model.weightUnder[k]!, model.weightOver[k]!);
    if (spread > most) {
      most = spread;
      widest = k;
    }
  }
  return widest;
}

/** The items of some recipes, in the order of the key dimension. */
export function itemsOf(items: Items, recipes: Int32Array): Int32Array {
  const { firstOf, byKey, rank } = items;
  let count = 0;
  for (const r of recipes) count += firstOf[r + 1]! - firstOf[r]!;
  const ranks = new Int32Array(count);
  count = 0;
  for (const r of recipes) for (let i = firstOf[r]!; i < firstOf[r + 1]!; i++) ranks[count++] = rank[i]!;
  ranks.sort();
  for (let n = 0; n < ranks.length; n++) ranks[n] = byKey[ranks[n]!]!;
  return ranks;
}

/** All items by a dimension, and each one's place in that order; as they are numbered where there is none. */
function rankItems(model: Model, items: Items, keyDimension: number): Items {
  const keys = new Float64Array(items.count);
  if (keyDimension >= 0) {
    for (let i = 0; i < items.count; i++) keys[i] = items.vectors[i * model.dimensions + keyDimension]!;
  }
  const byKey = ascending(keys);
  const rank = new Int32Array(items.count);
  for (let n = 0; n < byKey.length; n++) rank[byKey[n]!] = n;
  return { ...items, keyDimension, byKey, rank };
}

/** Key levels times indices stay below 2^53, so that both fit into one number exactly. */
const INDICES = 2 ** 23;
const LEVELS = 2 ** 29;

/**
 * Indices by ascending key. Sorting numbers is several times faster than comparing by a function, which counts where there
 * are very many: each number is the key's level and the index, and what shares a level is put into order afterwards.
 */
function ascending(keys: Float64Array): Int32Array {
  const order = new Int32Array(keys.length);
  const most = keys.reduce((highest, key) => Math.max(highest, key), 0);
  if (keys.length > INDICES || !(most > 0)) {
    for (let n = 0; n < order.length; n++) order[n] = n;
    return most > 0 ? order.sort((a, b) => keys[a]! - keys[b]! || a - b) : order;
  }
  const packed = new Float64Array(keys.length);
  for (let n = 0; n < keys.length; n++) packed[n] = Math.floor((keys[n]! / most) * LEVELS) * INDICES + n;
  packed.sort();
  for (let n = 0; n < order.length; n++) {
    const index = packed[n]! % INDICES;
    let at = n;
    for (; at > 0 && keys[order[at - 1]!]! > keys[index]!; at--) order[at] = order[at - 1]!;
    order[at] = index;
  }
  return order;
}

/** How much one item costs to look at, in multiplications. */
export function workOfItem(model: Model, items: Items): number {
  if (items.sizing === "fixed") return 1 + model.dimensions;
  return 1 + model.dimensions + model.sizes.reduce((sum, sizes) => sum + sizes.length, 0);
}
