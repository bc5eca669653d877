import type { FoodState } from "./food.ts";
import type { FoodIndex, FoodName, IndexedFood } from "./food_index.ts";
import { type FoodQuery, queriesOf } from "./food_query.ts";
import type { FoodRecord } from "./food_record.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import { describedCandidates } from "./match_description.ts";
import { respell } from "./respell.ts";
import { GENERIC_HEADS, IGNORABLE, STATE_WORDS, TRAILING_PARTS, VARIETAL } from "./vocabulary/match_words.ts";
import { nameKey } from "./word_forms.ts";

/** A food that a line may mean, with a score from 0 to 1 and why. */
export type Candidate = { food: FoodRecord; score: number; reason: string };

/** The answer for a line: the best food, or none with the reason; and what else came near. */
export type FoodMatch = {
  food: FoodRecord | null;
  score: number;
  reason: string;
  /** The alternative that was matched: "cream cheese" of "mascarpone or cream cheese". */
  name: string | null;
  candidates: Candidate[];
};

/** Below this score a line stays unmatched: a gap is reported, a wrong food would pass unseen. */
export const MATCH_THRESHOLD = 0.55;

/**
 * Finds the food that a parsed line means. A household's confirmed mapping wins; then the names that foods are called
 * by, word for word or without the words that don't matter; then the descriptions of the records. Of a line's
 * alternatives the first that matches is taken.
 */
export function matchLine(index: FoodIndex, line: IngredientLine): FoodMatch {
  const queries = queriesOf(line);
  if (queries.length === 0) return unmatched("the line names no food", []);
  const seen: Candidate[] = [];
  for (const query of queries) {
    const candidates = matchQuery(index, query);
    const best = candidates[0];
    if (best && best.score >= MATCH_THRESHOLD) {
      return { food: best.food, score: best.score, reason: best.reason, name: query.name, candidates };
    }
    seen.push(...candidates);
  }
  const nearest = seen.sort((a, b) => b.score - a.score)[0];
  return unmatched(
    nearest
      ? `no food is near enough to "${line.food}"; the nearest is "${nearest.food.description}" (${nearest.score.toFixed(2)})`
      : `no food is called "${line.food}"`,
    seen.slice(0, 5),
  );
}

function unmatched(reason: string, candidates: Candidate[]): FoodMatch {
  return { food: null, score: candidates[0]?.score ?? 0, reason, name: null, candidates };
}

/** The foods that a query may mean, best first, at most five. */
export function matchQuery(index: FoodIndex, query: FoodQuery): Candidate[] {
  const confirmed = index.confirmed.get(nameKey(query.name));
  if (confirmed) return [{ food: confirmed.record, score: 1, reason: `confirmed for "${query.name}"` }];
  const candidates = candidatesFor(index, query);
  if ((candidates[0]?.score ?? 0) >= MATCH_THRESHOLD) return candidates;
  const respelt = respell(index, query.words);
  if (!respelt) return candidates;
  // Only a whole name may be read into a slip: "garam masala" is no misspelt marsala.
  const guesses = candidatesFor(index, { ...query, words: respelt }).filter((guess) => guess.score >= 0.9);
  const read = guesses.map((guess) => ({
    ...guess,
    score: Math.max(0, guess.score - SPELLING_COST),
    reason: `${guess.reason}, reading "${query.name}" as "${respelt.join(" ")}"`,
  }));
  return [...read, ...candidates].sort(better).slice(0, 5);
}

/** A slip of the pen is likely, but not sure: "paprica". */
const SPELLING_COST = 0.15;

function candidatesFor(index: FoodIndex, query: FoodQuery): Candidate[] {
  const found = new Map<IndexedFood, Candidate>();
  let whole = false;
  for (const way of waysToSay(index, query)) {
    // Where the whole name is known, a part of it is a poorer guess: stock cubes are no stock.
    const cost = whole && way.dropped.length > 0 ? way.cost + 0.15 : way.cost;
    addNamed(index, query, { ...way, cost }, found);
    whole ||= found.size > 0;
  }
  let candidates = [...found.values()].sort(better);
  if ((candidates[0]?.score ?? 0) < 0.7) {
    candidates = [...candidates, ...describedCandidates(index, query)].sort(better);
  }
  return candidates.slice(0, 5);
}

const better = (a: Candidate, b: Candidate) =>
  b.score - a.score || a.food.description.length - b.food.description.length;

/** A shorter way to say what a query says, and what was left out. */
type Way = { words: readonly string[]; cost: number; dropped: readonly string[] };

/**
 * The query's words, then without what doesn't matter, then without a trailing part ("halves"), then without words
 * from the left, at a price that depends on what they are.
 */
function waysToSay(index: FoodIndex, query: FoodQuery): Way[] {
  const ways: Way[] = [];
  const push = (words: readonly string[], cost: number, dropped: readonly string[]) => {
    if (
      words.length > 0 &&
      !ways.some((w) => w.words.length === words.length && w.words.every((x, i) => x === words[i]))
    ) {
      ways.push({ words, cost, dropped });
    }
  };
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
const UNIFORM = new Set([
  "wine",
  "bread",
  "salt",
  "sugar",
  "oil",
  "vinegar",
  "stock",
  "broth",
  "beer",
  "tea",
  "coffee",
]);

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

function addNamed(index: FoodIndex, query: FoodQuery, way: Way, found: Map<IndexedFood, Candidate>): void {
  const exact = index.names.get(way.words.join(" "));
  const names =
    exact ?? (way.words.length > 1 ? index.sortedNames.get([...way.words].sort().join(" ")) : undefined);
  if (!names) return;
  const orderCost = exact ? 0 : 0.03;
  for (const name of names) {
    const said = way.words.some((word) => STATE_WORDS[word]);
    // A food's first name says its usual state: plain "chickpea" is what its owner called the canned ones.
    const own = name.name === name.food.record.name && (query.state === null || said);
    const state = own ? 0 : stateCost(query, name.food.state, said);
    const score = clamp(0.97 + preference(name) - way.cost - orderCost - state);
    const known = found.get(name.food);
    if (!known || known.score < score) {
      found.set(name.food, { food: name.food.record, score, reason: reasonOf(name, way, query, state) });
    }
  }
}

/** Named foods know their aisle and allergens, so they win a tie; the earlier of a food's names is the likelier. */
function preference(name: FoodName): number {
  return (name.food.record.name === null ? 0 : 0.02) - Math.min(name.rank, 40) * 0.0002;
}

/** What it costs that a record's state isn't the one that the line says. `named` = the name itself says the state. */
export function stateCost(query: FoodQuery, state: FoodState | null, named: boolean): number {
  const wanted = query.state;
  if (wanted === null || (named && query.stateSaid && wanted !== "canned"))
    return DEFAULT_STATE_COST[state ?? "fresh"] ?? 0;
  if (wanted === state) return 0;
  const cost = STATE_COSTS[wanted]?.[state ?? "other"] ?? 0.1;
  return query.stateSaid ? cost : cost * 0.3;
}

const DEFAULT_STATE_COST: Partial<Record<FoodState, number>> = {
  canned: 0.06,
  cooked: 0.08,
  frozen: 0.04,
  dried: 0.02,
};

const STATE_COSTS: Partial<Record<FoodState, Partial<Record<FoodState | "other", number>>>> = {
  fresh: {
    dried: 0.35,
    canned: 0.3,
    cooked: 0.25,
    frozen: 0.12,
    powder: 0.35,
    other: 0.02,
    cured: 0.02,
    liquid: 0,
    prepared: 0.05,
  },
  dried: {
    fresh: 0.3,
    canned: 0.35,
    cooked: 0.35,
    frozen: 0.35,
    powder: 0.05,
    other: 0.03,
    liquid: 0.05,
    prepared: 0.1,
  },
  canned: {
    fresh: 0.25,
    cooked: 0.12,
    dried: 0.45,
    frozen: 0.25,
    other: 0.05,
    liquid: 0.03,
    prepared: 0.05,
    cured: 0.05,
  },
  frozen: { fresh: 0.08, cooked: 0.2, canned: 0.25, dried: 0.4, other: 0.03, prepared: 0.05 },
  cooked: { fresh: 0.2, canned: 0.1, dried: 0.35, frozen: 0.25, other: 0.08, prepared: 0.03, cured: 0.05 },
};

function reasonOf(name: FoodName, way: Way, query: FoodQuery, state: number): string {
  const parts = [`called "${name.name}"`];
  if (way.dropped.length > 0) parts.push(`without "${way.dropped.join(" ")}"`);
  if (state >= 0.08 && query.state)
    parts.push(`asked for ${query.state}, this is ${name.food.state ?? "unspecified"}`);
  return parts.join(", ");
}

const clamp = (score: number) => Math.max(0, Math.min(1, score));
