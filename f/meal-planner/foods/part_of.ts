import type { FoodPhrase } from "./food_phrase.ts";
import { markAt, type Token, textOf, wordAt } from "./line_text.ts";
import { isPreparation } from "./phrase_words.ts";
import { PREPARATION_ADVERBS } from "./vocabulary/preparation_words.ts";

/** The part of a food that a line takes: "juice of 1 lime". `next` is the place after "of". */
export type PartOf = { part: string; text: string; next: number };

const PARTS = new Set(["juice", "zest", "rind", "peel", "skin"]);

/** Reads "juice of", "finely grated zest and juice of", "the juice from"; null where a line doesn't start so. */
export function readPartOf(tokens: readonly Token[]): PartOf | null {
  let at = 0;
  while (at < 6 && isLead(tokens, at)) at++;
  const part = wordAt(tokens, at);
  if (!PARTS.has(part)) return null;
  let next = at + 1;
  if (/^(?:and|or)$/.test(wordAt(tokens, next)) || markAt(tokens, next) === "&") {
    next++;
    while (isLead(tokens, next)) next++;
    if (!PARTS.has(wordAt(tokens, next))) return null;
    next++;
  }
  if (!/^(?:of|from)$/.test(wordAt(tokens, next))) return null;
  return { part, text: textOf(tokens.slice(0, next + 1)), next: next + 1 };
}

/** "2 limes, juiced", "1 lemon, zest only": the part that is said after the fruit. Of "zested and juiced" the juice weighs more. */
export function partAfterwards({ preparation, comment }: FoodPhrase): string | null {
  const said = [...preparation, ...comment];
  if (said.some((note) => /^(?:zested and )?(?:juiced|juice only|juice of)\b/i.test(note))) return "juice";
  return said.some((note) => /^(?:finely )?(?:zested|zest only)$/i.test(note)) ? "zest" : null;
}

function isLead(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  return word === "the" || word === "fresh" || isPreparation(word) || PREPARATION_ADVERBS.has(word);
}
