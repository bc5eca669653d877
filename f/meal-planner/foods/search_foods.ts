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

function containing(food: IndexedFood, words: readonly string[]): Candidate | null {
  const described = food.segments.flat();
  const texts = food.nameWords.length > 0 ? [...food.nameWords, described] : [described];
  let best = 0;
  for (const text of texts) {
    const last = words.length - 1;
    const all = words.every((word, i) => text.some((t) => t === word || (i === last && t.startsWith(word))));
    // The fewer other words, the likelier it is what was meant.
    if (all) best = Math.max(best, 0.3 + 0.2 * (words.length / text.length));
  }
  if (best === 0) return null;
  return { food: food.record, score: best, reason: `has "${words.join(" ")}" in its name` };
}
