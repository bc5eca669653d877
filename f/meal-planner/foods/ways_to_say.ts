import type { FoodIndex } from "./food_index.ts";
import type { FoodQuery } from "./food_query.ts";
import { DISHES_OF_TWO } from "./vocabulary/joint_names.ts";
import { GENERIC_HEADS, IGNORABLE, STATE_WORDS, TRAILING_PARTS, VARIETAL } from "./vocabulary/match_words.ts";

/** A shorter way to say what a query says, and what was left out. */
export type Way = { words: readonly string[]; cost: number; dropped: readonly string[] };

/**
 * The query's words, then without what doesn't matter, then without a trailing part ("halves"), then without words
 * from the left, at a price that depends on what they are.
 */
export function waysToSay(index: FoodIndex, query: FoodQuery): Way[] {
  const ways: Way[] = [];
  const push = (words: readonly string[], cost: number, dropped: readonly string[]) => {
    if (
      words.length > 0 &&
      !ways.some((w) => w.words.length === words.length && w.words.every((x, i) => x === words[i]))
    ) {
      ways.push({ words, cost, dropped });
    }
  };
  // Macaroni and cheese without the cheese is something else.
  if (DISHES_OF_TWO.has(query.words.join(" "))) return [{ words: query.words, cost: 0, dropped: [] }];
  for (const word of query.preparation) push([word, ...query.words], 0, []);
  push(query.words, 0, []);
  const matters = query.words.filter((word) => !IGNORABLE.has(word));
  for (const word of query.preparation) push([word, ...matters], 0.01, []);
  push(matters, 0.01, []);
  const stateless = matters.filter((word) => !STATE_WORDS[word]);
  push(stateless, 0.02, []);
  push(
    query.words.filter((word) => !STATE_WORDS[word]),
    0.02,
    [],
  );
  const base = stateless.length > 0 ? stateless : matters;
  dropSetting(base, push);
  dropTrailing(base, push);
  dropLeading(index, base, push);
  return ways;
}

type Push = (words: readonly string[], cost: number, dropped: readonly string[]) => void;

/** "kidney beans in water": what it lies in. */
function dropSetting(words: readonly string[], push: Push): void {
  const at = words.findIndex((word, i) => i > 0 && (word === "in" || word === "with" || word === "on"));
  if (at > 0) push(words.slice(0, at), 0.03, words.slice(at));
}

function dropTrailing(words: readonly string[], push: Push): void {
  let end = words.length;
  while (end > 1 && TRAILING_PARTS.has(words[end - 1] as string)) {
    end--;
    push(words.slice(0, end), 0.03 * (words.length - end), words.slice(end));
  }
}

/** Heads that mean something else alone: the pepper of "cherry pepper" is no black pepper. */
const NOT_ALONE = new Set([
  "pepper",
  "cream",
  "salt",
  "stick",
  "powder",
  "clove",
  "ginger",
  "mint",
  "date",
  "squash",
  "mustard",
  "chocolate",
]);

/** Generic heads of which an unknown kind is still much the same food: a wine by its region, an oil by its brand. */
const UNIFORM = new Set(["wine", "bread", "salt", "sugar", "oil", "vinegar", "beer", "tea", "coffee"]);

function dropLeading(index: FoodIndex, all: readonly string[], push: Push): void {
  let end = all.length;
  while (
    end > 1 &&
    TRAILING_PARTS.has(all[end - 1] as string) &&
    !index.names.has(all.slice(end - 1).join(" "))
  )
    end--;
  const words = all.slice(0, end);
  const head = words.at(-1) as string;
  let cost = 0;
  for (let start = 1; start < words.length; start++) {
    const rest = words.slice(start);
    const generic = rest.length === 1 && (GENERIC_HEADS.has(head) || NOT_ALONE.has(head));
    cost += droppingCost(index, words[start - 1] as string, head, generic);
    if (cost > 0.5) return;
    push(rest, cost, words.slice(0, start));
  }
}

function droppingCost(index: FoodIndex, word: string, head: string, generic: boolean): number {
  if (/^\d/.test(word)) return 0.05;
  if (VARIETAL.has(word)) return generic ? 0.3 : 0.1;
  if (STATE_WORDS[word]) return 0.05;
  if (index.vocabulary.has(word)) return 0.5;
  return generic && !UNIFORM.has(head) ? 0.5 : 0.25;
}
