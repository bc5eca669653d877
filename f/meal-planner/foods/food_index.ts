import type { FoodState } from "./food.ts";
import type { FoodRecord } from "./food_record.ts";
import { parseIngredientLine } from "./ingredient_line.ts";
import { CLASS_SEGMENTS, PRODUCT_SEGMENTS, STATE_WORDS } from "./vocabulary/match_words.ts";
import { usdaNames } from "./vocabulary/usda_names/by_number.ts";
import { nameKey, nameWords } from "./word_forms.ts";

/** One name of one food. `rank` is the place in its food's list of names: the first is what it is mostly called. */
export type FoodName = { food: IndexedFood; name: string; rank: number };

/** A food made ready for matching. */
export type IndexedFood = {
  record: FoodRecord;
  state: FoodState | null;
  /** The words of each of its names. */
  nameWords: readonly (readonly string[])[];
  /** The words of the description, part by part: "Cheese, cream" → [[cheese], [cream]]. */
  segments: readonly (readonly string[])[];
  /** Words in brackets: other names, or what is included. */
  asides: readonly string[];
  /** Words that stood in capitals: brands. */
  brands: ReadonlySet<string>;
};

export type FoodIndex = {
  foods: readonly IndexedFood[];
  byId: ReadonlyMap<string, IndexedFood>;
  /** Names by key; and by their words in alphabetical order, for "skinless boneless" and "boneless skinless". */
  names: ReadonlyMap<string, readonly FoodName[]>;
  sortedNames: ReadonlyMap<string, readonly FoodName[]>;
  /** Foods whose description has a word in its naming part. */
  byHead: ReadonlyMap<string, readonly IndexedFood[]>;
  /** Words that name some food: one outside is a brand, a place or a slip. */
  vocabulary: ReadonlySet<string>;
  /** Mappings that a household confirmed: name key → food. They win over everything. */
  confirmed: ReadonlyMap<string, IndexedFood>;
  /** Names of the household's own foods that reading a line would cut: "Muesli, no raisins". The longest first. */
  uncut: readonly string[];
};

/**
 * Builds the index that `matchLine` works on. Pure; some 100 ms for 9,000 records.
 *
 * `confirmed` maps a name (see `nameKey`) to the id of the food that a household chose for it.
 */
export function buildFoodIndex(
  records: readonly FoodRecord[],
  confirmed: ReadonlyMap<string, string> = new Map(),
): FoodIndex {
  const foods = records.map(indexFood);
  const byId = new Map(foods.map((food) => [food.record.foodId, food]));
  const names = indexNames(foods);
  return {
    foods,
    byId,
    names,
    sortedNames: sortWords(names),
    byHead: indexHeads(foods),
    vocabulary: vocabularyOf(foods, names),
    confirmed: new Map(
      [...confirmed].flatMap(([key, id]) => {
        const food = byId.get(id);
        return food ? [[key, food] as const] : [];
      }),
    ),
    uncut: [],
  };
}

/**
 * An index with a household's own foods besides. They come first, and what they are called means them, as if it had been
 * confirmed. Pure; a few milliseconds.
 */
export function withOwnFoods(index: FoodIndex, records: readonly FoodRecord[]): FoodIndex {
  const own = buildFoodIndex(records);
  const confirmed = [...own.names].flatMap(([key, [first]]) => (first ? [[key, first.food] as const] : []));
  return {
    foods: [...own.foods, ...index.foods],
    byId: new Map([...index.byId, ...own.byId]),
    names: joined(own.names, index.names),
    sortedNames: joined(own.sortedNames, index.sortedNames),
    byHead: index.byHead,
    vocabulary: new Set([...index.vocabulary, ...own.vocabulary]),
    confirmed: new Map([...index.confirmed, ...confirmed]),
    uncut: records
      .flatMap(({ name, aliases }) => [...(name === null ? [] : [name]), ...aliases])
      .filter((name) => nameKey(parseIngredientLine(name).food ?? "") !== nameKey(name))
      .sort((a, b) => b.length - a.length),
  };
}

function joined<T>(
  first: ReadonlyMap<string, readonly T[]>,
  second: ReadonlyMap<string, readonly T[]>,
): Map<string, readonly T[]> {
  const all = new Map(second);
  for (const [key, values] of first) all.set(key, [...values, ...(second.get(key) ?? [])]);
  return all;
}

function indexFood(record: FoodRecord): IndexedFood {
  const plain = record.description.replace(/\([^)]*\)/g, " ");
  const brackets = record.description.match(/\((?!includes|may have)[^)]*\)/gi) ?? [];
  return {
    record,
    state: record.state ?? stateInDescription(plain),
    nameWords: record.name === null ? [] : [record.name, ...record.aliases].map(nameWords),
    segments: plain
      .split(/[,;]/)
      .map(nameWords)
      .filter((words) => words.length > 0),
    asides: brackets.flatMap(nameWords),
    brands: new Set((record.description.match(/\b[A-Z][A-Z&'-]{2,}\b/g) ?? []).flatMap(nameWords)),
  };
}

/** "Beans, kidney, canned" → canned. A description in USDA's style puts the state into a part of its own. */
export function stateInDescription(description: string): FoodState | null {
  const text = description.toLowerCase();
  if (/\b(?:canned|bottled)\b/.test(text) && !/canned or bottled/.test(text)) return "canned";
  if (/\bfrozen\b/.test(text) && !/previously frozen|ready-to-bake/.test(text)) return "frozen";
  if (/\bcooked\b|\bboiled\b|\broasted\b|\bbaked\b(?! (?:product|good))|\bfried\b|\bsteamed\b/.test(text)) {
    return /uncooked|salad or cooking/.test(text) || /^nuts|^seeds/.test(text) ? null : "cooked";
  }
  if (/\bdried\b|\bdehydrated\b|\bfreeze-dried\b|\bsun-dried\b/.test(text)) return "dried";
  if (/^spices|\bdry\b|\bpowder/.test(text)) return "dried";
  if (/mature seeds, raw|^lentils/.test(text)) return "dried";
  if (/\braw\b|\bfresh\b/.test(text)) return "fresh";
  return null;
}

function indexNames(foods: readonly IndexedFood[]): Map<string, FoodName[]> {
  const names = new Map<string, FoodName[]>();
  const add = (food: IndexedFood, name: string, rank: number, words: readonly string[] = nameWords(name)) => {
    const key = words.join(" ");
    const known = names.get(key);
    if (!known) names.set(key, [{ food, name, rank }]);
    else if (!known.some((other) => other.food === food)) known.push({ food, name, rank });
  };
  for (const food of foods) {
    if (food.record.name === null) continue;
    for (const [rank, name] of [food.record.name, ...food.record.aliases].entries()) {
      add(food, name, rank, food.nameWords[rank]);
    }
  }
  for (const [ndb, food] of ownersOfNumbers(foods)) {
    for (const [rank, name] of (usdaNames().get(ndb) ?? []).entries()) {
      // A name that another named food of this number or state has of its own stays with it alone: caster sugar and
      // vanilla sugar are one record, and a stock isn't chicken's.
      const owned = names.get(nameWords(name).join(" "))?.some(({ food: other }) => {
        const same = other.record.ndb === ndb || other.state === food.state;
        return other !== food && other.record.name !== null && same;
      });
      if (food.record.name !== null && owned) continue;
      add(food, name, rank);
    }
  }
  return names;
}

/**
 * The food that carries the names kept for a USDA number: a named food if it alone refers to that number (the named
 * one has an aisle and the like), else the USDA record itself.
 */
function ownersOfNumbers(foods: readonly IndexedFood[]): Map<string, IndexedFood> {
  const named = new Map<string, IndexedFood[]>();
  const owners = new Map<string, IndexedFood>();
  for (const food of foods) {
    const { ndb, name } = food.record;
    if (ndb === null) continue;
    // Foundation foods repeat SR's numbers; the names were chosen for SR.
    if (name === null)
      owners.set(ndb, owners.get(ndb)?.record.source === "usda_sr" ? (owners.get(ndb) ?? food) : food);
    else named.set(ndb, [...(named.get(ndb) ?? []), food]);
  }
  for (const [ndb, [first, ...others]] of named) {
    if (first && (others.length === 0 || !owners.has(ndb))) owners.set(ndb, first);
  }
  return owners;
}

function sortWords(names: ReadonlyMap<string, readonly FoodName[]>): Map<string, FoodName[]> {
  const sorted = new Map<string, FoodName[]>();
  for (const [key, entries] of names) {
    if (!key.includes(" ")) continue;
    const words = key.split(" ").sort().join(" ");
    sorted.set(words, [...(sorted.get(words) ?? []), ...entries]);
  }
  return sorted;
}

/** Which words name a record: its first part, and its second where the first is a class ("Spices, cumin seed"). */
export function namingSegments(segments: IndexedFood["segments"]): readonly (readonly string[])[] {
  const first = segments[0] ?? [];
  const kind = first.join(" ");
  return CLASS_SEGMENTS.has(kind) || PRODUCT_SEGMENTS.has(kind) ? segments.slice(0, 2) : segments.slice(0, 1);
}

function indexHeads(foods: readonly IndexedFood[]): Map<string, IndexedFood[]> {
  const heads = new Map<string, IndexedFood[]>();
  for (const food of foods) {
    if (food.record.name !== null) continue;
    for (const word of new Set([...namingSegments(food.segments).flat(), ...food.asides])) {
      const known = heads.get(word);
      if (known) known.push(food);
      else heads.set(word, [food]);
    }
  }
  return heads;
}

let wordsOfUsdaNames: ReadonlySet<string> | undefined;

/** Known whatever foods are loaded: with the staples alone, "coconut milk" must not pass for milk. */
function usdaNameWords(): ReadonlySet<string> {
  wordsOfUsdaNames ??= new Set([...usdaNames().values()].flat().map((name) => nameWords(name).at(-1) ?? ""));
  return wordsOfUsdaNames;
}

/**
 * Words that name foods by themselves: a whole name of one word, the last word of a name, and what names a USDA
 * record. "marzano" of "san marzano tomato" isn't one, "coconut" is.
 */
function vocabularyOf(
  foods: readonly IndexedFood[],
  names: ReadonlyMap<string, readonly FoodName[]>,
): Set<string> {
  const vocabulary = new Set(usdaNameWords());
  for (const key of names.keys()) vocabulary.add(key.slice(key.lastIndexOf(" ") + 1));
  for (const food of foods) {
    if (food.record.name !== null) continue;
    for (const word of [...namingSegments(food.segments).flat(), ...food.asides]) {
      if (!food.brands.has(word)) vocabulary.add(word);
    }
  }
  for (const word of Object.keys(STATE_WORDS)) vocabulary.delete(word);
  return vocabulary;
}
