import type { FoodIndex, IndexedFood } from "./food_index.ts";
import { queriesOf } from "./food_query.ts";
import { parseIngredientLine } from "./ingredient_line.ts";
import { type Candidate, matchQuery } from "./match.ts";
import { nameWords } from "./word_forms.ts";

/**
 * Foods that a person may mean by what they have typed, best first: what the matcher finds, then every food whose
 * names or description have all the words, the last of which may be unfinished ("chick" finds chickpeas).
 */
export function searchFoods(index: FoodIndex, text: string, limit: number): Candidate[] {
  const found = new Map<string, Candidate>();
  const line = parseIngredientLine(text);
  for (const query of queriesOf(line)) {
    for (const candidate of matchQuery(index, query)) keepBetter(found, candidate);
  }
  const words = nameWords(text);
  if (words.length > 0) {
    for (const food of index.foods) {
      const candidate = containing(food, words);
      if (candidate) keepBetter(found, candidate);
    }
  }
  return [...found.values()].sort(better).slice(0, limit);
}

function keepBetter(found: Map<string, Candidate>, candidate: Candidate): void {
  const known = found.get(candidate.food.foodId);
  if (!known || known.score < candidate.score) found.set(candidate.food.foodId, candidate);
}

const better = (a: Candidate, b: Candidate) =>
  b.score - a.score || a.food.description.length - b.food.description.length;

/** How much less a food is meant that has the words only so. */
const LESS = { otherName: 0.6, notItsNoun: 0.8, unfinished: 0.2 };

function containing(food: IndexedFood, words: readonly string[]): Candidate | null {
  const described = food.segments.flat();
  let best = 0;
  for (const [rank, name] of food.nameWords.entries()) {
    best = Math.max(best, fitOf(words, name, name.at(-1)) * (rank > 0 ? LESS.otherName : 1));
  }
  // "Bananas, raw": what it is stands first in a record's description, and "raw" says how it is.
  const asDescribed = food.nameWords.length > 0 ? LESS.otherName : 1;
  best = Math.max(best, fitOf(words, described, food.segments[0]?.at(-1)) * asDescribed);
  if (best === 0) return null;
  const score = 0.3 + 0.2 * best;
  return { food: food.record, score, reason: `has "${words.join(" ")}" in its name` };
}

/**
 * How well typed words fit a text that has them all, from 0 to 1: the fewer other words, the likelier it is what was meant;
 * oat milk is a milk, and a milk roll is none.
 */
function fitOf(words: readonly string[], text: readonly string[], noun: string | undefined): number {
  const typed = words.at(-1) ?? "";
  const whole = words.every((word) => text.includes(word));
  const begun = words.slice(0, -1).every((word) => text.includes(word));
  if (!whole && !(begun && text.some((word) => word.startsWith(typed)))) return 0;
  const share = words.length / text.length;
  return share * (whole ? 1 : LESS.unfinished) * (noun?.startsWith(typed) ? 1 : LESS.notItsNoun);
}
