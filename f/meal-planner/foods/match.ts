import type { FoodIndex, FoodName, IndexedFood } from "./food_index.ts";
import { type FoodQuery, isEquipment, queriesOf } from "./food_query.ts";
import type { FoodRecord } from "./food_record.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import { describedCandidates } from "./match_description.ts";
import { stateCost } from "./match_state.ts";
import { respell } from "./respell.ts";
import { STATE_WORDS } from "./vocabulary/match_words.ts";
import { type Way, waysToSay } from "./ways_to_say.ts";
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
  if (queries.length === 0) {
    const tool = line.food !== null && isEquipment(line.food);
    return unmatched(tool ? `"${line.food}" isn't eaten` : "the line names no food", []);
  }
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
  let longest = 0;
  for (const way of waysToSay(index, query)) {
    const cost = way.cost + partCost(query, way, longest);
    addNamed(index, query, { ...way, cost }, found);
    if (longest === 0 && found.size > 0) longest = way.words.length;
  }
  let candidates = [...found.values()].sort(better);
  if ((candidates[0]?.score ?? 0) < 0.7) {
    candidates = [...candidates, ...describedCandidates(index, query)].sort(better);
  }
  return candidates.slice(0, 5);
}

/** Where the whole name is known, a part of it is a poorer guess: stock cubes are no stock, sliced almonds not whole. */
function partCost(query: FoodQuery, way: Way, longest: number): number {
  if (longest === 0) return 0;
  if (way.dropped.length > 0) return 0.15;
  return way.words.length < longest && longest > query.words.length ? 0.04 : 0;
}

const better = (a: Candidate, b: Candidate) =>
  b.score - a.score || a.food.description.length - b.food.description.length;

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
    const score = clamp(0.96 + preference(name) - way.cost - orderCost - state);
    const known = found.get(name.food);
    if (!known || known.score < score) {
      found.set(name.food, { food: name.food.record, score, reason: reasonOf(name, way, query, state) });
    }
  }
}

/** Named foods know their aisle and allergens, so they win a tie; the earlier of a food's names is the likelier. */
function preference(name: FoodName): number {
  return (name.food.record.name === null ? 0 : 0.03) - Math.min(name.rank, 40) * 0.0002;
}

function reasonOf(name: FoodName, way: Way, query: FoodQuery, state: number): string {
  const parts = [`called "${name.name}"`];
  if (way.dropped.length > 0) parts.push(`without "${way.dropped.join(" ")}"`);
  if (state >= 0.08 && query.state)
    parts.push(`asked for ${query.state}, this is ${name.food.state ?? "unspecified"}`);
  return parts.join(", ");
}

const clamp = (score: number) => Math.max(0, Math.min(1, score));
