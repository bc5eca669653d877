import type { FoodRecord } from "./food_record.ts";
import { findUnit, gramsOfUnit, millilitresOfUnit } from "./units.ts";
import { SIZES } from "./vocabulary/preparation_words.ts";
import { nameWords } from "./word_forms.ts";

/** A record's portion, read: what it is one of, and the words that narrow it ("chopped", "without skin"). */
export type ReadPortion = {
  kind: "volume" | "count";
  /** A canonical unit, a size, `each`, or `other` for a piece by a word that says nothing to us. */
  unit: string;
  qualifiers: readonly string[];
  grams: number;
};

const read = new WeakMap<FoodRecord, readonly ReadPortion[]>();

/** The portions of a record in canonical units. USDA's free text ("large (3\" dia)", "cup, chopped") is read once. */
export function portionsOf(food: FoodRecord): readonly ReadPortion[] {
  const known = read.get(food);
  if (known) return known;
  const names = new Set(nameWords(`${food.name ?? ""} ${food.description}`));
  const portions = food.portions.flatMap(({ unit, grams }) => readPortion(unit, grams, names));
  read.set(food, portions);
  return portions;
}

function readPortion(text: string, grams: number, names: ReadonlySet<string>): ReadPortion[] {
  const plain = text
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .trim();
  const words = nameWords(plain);
  const first = words[0];
  if (first === undefined) return [];
  const pair = findUnit(words.slice(0, 2).join(" "));
  const unit = pair ?? findUnit(first);
  const qualifiers = words.slice(pair ? 2 : 1);
  if (unit && millilitresOfUnit(unit.name) !== null) {
    return [{ kind: "volume", unit: unit.name, qualifiers, grams }];
  }
  if (unit && gramsOfUnit(unit.name) !== null) return [];
  if (first === "each") return [{ kind: "count", unit: "each", qualifiers, grams }];
  const size = plain.startsWith("extra large") ? "extra large" : SIZES[first];
  if (size) return sized(size, qualifiers, grams);
  if (unit) {
    const inner = qualifiers.map((word) => SIZES[word]).find(Boolean);
    return [
      { kind: "count", unit: unit.name, qualifiers: inner ? [inner, ...qualifiers] : qualifiers, grams },
    ];
  }
  if (/^(?:fruit|whole|item|unit|piece|serving)$/.test(first) || names.has(first)) {
    if (first === "serving" || (first === "unit" && /yield/.test(text))) return [];
    const inner = qualifiers.map((word) => SIZES[word]).find(Boolean);
    return inner ? sized(inner, qualifiers, grams) : [{ kind: "count", unit: "each", qualifiers, grams }];
  }
  // "sweetpotato, 5\" long", "breast, bone removed": a piece by a word that the name doesn't have.
  const piece = !/yield|serving|order|package|bag|pouch|inch|portion|slice/.test(text);
  return piece ? [{ kind: "count", unit: "other", qualifiers: [first, ...qualifiers], grams }] : [];
}

/** "large" is a large one; "large slice" and "small leaf" are another unit of that size. */
function sized(size: string, qualifiers: readonly string[], grams: number): ReadPortion[] {
  const inner = qualifiers.map((word) => findUnit(word)).find((unit) => unit?.kind === "count");
  if (inner) return [{ kind: "count", unit: inner.name, qualifiers: [size, ...qualifiers], grams }];
  return [{ kind: "count", unit: size, qualifiers, grams }];
}
