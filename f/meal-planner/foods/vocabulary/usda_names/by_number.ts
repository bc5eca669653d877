import { DAIRY_FATS_AND_EGGS } from "./dairy_fats_and_eggs.ts";
import { FRUIT } from "./fruit.ts";
import { MEAT_AND_FISH } from "./meat_and_fish.ts";
import { PANTRY } from "./pantry.ts";
import { VEGETABLES } from "./vegetables.ts";

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** The names that cooks use for a USDA SR record, by its NDB number, the commonest first. Read when first wanted. */
export function usdaNames(): ReadonlyMap<string, readonly string[]> {
  names ??= readNames();
  return names;
}

function readNames(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const text of [VEGETABLES, FRUIT, DAIRY_FATS_AND_EGGS, MEAT_AND_FISH, PANTRY]) {
    for (const line of text.trim().split("\n")) {
      const ndb = line.slice(0, 5);
      names.set(ndb, [...(names.get(ndb) ?? []), ...line.slice(6).split(", ")]);
    }
  }
  return names;
}
