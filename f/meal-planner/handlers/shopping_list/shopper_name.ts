import type { FoodState } from "../../foods/food.ts";

// What a cook or a database adds to a name and a shopper doesn't look for on the shelf.
const NOT_ON_THE_SHELF = new Set(
  "fresh raw uncooked ripe organic all varieties commercial unprepared nfs".split(" "),
);

/** Colours that name the ordinary kind: yellow, white and brown onions are onions; red ones are bought for their own sake. */
const ORDINARY_KINDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:yellow|white|brown|spanish|cooking) onion$/, "onion"],
  [/^(?:white|button|brown|cremini|champignon) mushroom$/, "mushroom"],
  [/^(?:table|sea|kosher|fine|coarse|flaky|cooking) salt$/, "salt"],
  [/^(?:ground )?black pepper$|^ground pepper$|^peppercorn$/, "black pepper"],
  [/^(?:white |granulated |caster |superfine |table )+sugar$/, "sugar"],
  [/^(?:plain|all-purpose|white|white wheat|wheat) flour$/, "flour"],
  [/^extra[- ]virgin olive oil$/, "olive oil"],
  [/^(?:italian|flat-leaf|flat leaf|curly) parsley$/, "parsley"],
];

/** A tin of tomatoes isn't tomatoes; a liquid, a prepared or a fresh food is what its name says. */
const STATES_APART: ReadonlySet<FoodState> = new Set([
  "canned",
  "dried",
  "frozen",
  "cooked",
  "cured",
  "powder",
]);

/** The key of the line that a food belongs to. */
export function foodKey(name: string, state: FoodState | null): string {
  return `food:${state && STATES_APART.has(state) ? `${state}:` : ""}${shopperName(name)}`;
}

/**
 * What makes two foods the same to a shopper, from a food's name: "Onions, raw" and "yellow onion" are
 * `onion`; "coconut milk" and "milk" stay apart.
 */
export function shopperName(name: string): string {
  const [head = "", ...qualifiers] = name
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .split(",")
    .map((segment) => shelfWords(segment));
  // "Cheese, cheddar" reads "cheddar cheese".
  const plain = [...qualifiers.filter(Boolean).reverse(), singular(head)].join(" ").trim();
  const kept = plain || name.toLowerCase().trim();
  return ORDINARY_KINDS.find(([kind]) => kind.test(kept))?.[1] ?? kept;
}

function shelfWords(segment: string): string {
  const words = segment.split(/\s+/).filter(Boolean);
  return words.filter((word) => !NOT_ON_THE_SHELF.has(word)).join(" ");
}

/** The singular of an English noun's last word, as far as food names need it. */
export function singular(words: string): string {
  return words
    .replace(/ies$/, (end) => (/(?:cook|brown|pe|smooth)ies$/.test(words) ? "ie" : end && "y"))
    .replace(/(tomato|potato|mango|avocado)es$/, "$1")
    .replace(/(loa|lea|hal)ves$/, "$1f")
    .replace(/(ch|sh|x|ss)es$/, "$1")
    .replace(/([^sui])s$/, "$1");
}
