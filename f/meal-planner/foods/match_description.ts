import type { FoodIndex, IndexedFood } from "./food_index.ts";
import { namingSegments } from "./food_index.ts";
import type { FoodQuery } from "./food_query.ts";
import type { Candidate } from "./match.ts";
import { stateCost } from "./match_state.ts";
import {
  GENERIC_HEADS,
  GROUP_COSTS,
  IGNORABLE,
  NEUTRAL_DESCRIPTION,
  PRODUCT_SEGMENTS,
  STATE_WORDS,
  VARIETAL,
} from "./vocabulary/match_words.ts";

/**
 * Candidates by the words of USDA's descriptions. Every word of the query that matters must stand in the description,
 * its head in the naming part; words that the description adds cost, most where they name.
 */
export function describedCandidates(index: FoodIndex, query: FoodQuery): Candidate[] {
  const words = query.words.filter((word) => !STATE_WORDS[word]);
  const head = words.at(-1);
  // "white", "soft": an adjective names no food.
  if (head === undefined || IGNORABLE.has(head) || VARIETAL.has(head)) return [];
  const telling = words.filter((word) => !IGNORABLE.has(word));
  if (telling.length === 1 && GENERIC_HEADS.has(head)) return [];
  const heads = index.byHead.get(head) ?? [];
  const candidates: Candidate[] = [];
  for (const food of heads) {
    const score = scoreDescription(index, query, words, head, food);
    if (score > 0.3) {
      candidates.push({ food: food.record, score, reason: `described as "${food.record.description}"` });
    }
  }
  return candidates
    .sort((a, b) => b.score - a.score || a.food.description.length - b.food.description.length)
    .slice(0, 5);
}

function scoreDescription(
  index: FoodIndex,
  query: FoodQuery,
  words: readonly string[],
  head: string,
  food: IndexedFood,
): number {
  let cost = GROUP_COSTS[food.record.category ?? ""] ?? 0;
  const described = [...food.segments.flat(), ...food.asides];
  for (const word of words) {
    if (!described.includes(word)) cost += missingCost(index, word, head);
    if (cost > 0.6) return 0;
  }
  cost += extraCost(words, food);
  cost +=
    stateCost(query, food.state, false) +
    (query.state === null && food.state !== "fresh" && food.state !== null ? 0.04 : 0);
  return Math.max(0, 0.88 - cost);
}

function missingCost(index: FoodIndex, word: string, head: string): number {
  if (IGNORABLE.has(word)) return 0.01;
  const generic = GENERIC_HEADS.has(head);
  if (VARIETAL.has(word)) return generic ? 0.2 : 0.1;
  if (index.vocabulary.has(word)) return 0.5;
  return generic ? 0.45 : 0.3;
}

function extraCost(words: readonly string[], food: IndexedFood): number {
  const naming = namingSegments(food.segments);
  const kind = food.segments[0]?.join(" ") ?? "";
  let cost = 0;
  food.segments.forEach((segment, place) => {
    const category = place === 0 && naming.length === 2;
    for (const word of segment) {
      if (words.includes(word) || NEUTRAL_DESCRIPTION.has(word)) continue;
      if (category) cost += PRODUCT_SEGMENTS.has(kind) ? 0.4 : 0.01;
      else if (food.brands.has(word)) cost += 0.12;
      // A word more in the name is another food: dill seed, custard apple.
      else if (place < naming.length) cost += 0.35;
      else cost += place === naming.length ? 0.1 : 0.05;
    }
  });
  return cost + food.segments.length * 0.005;
}
