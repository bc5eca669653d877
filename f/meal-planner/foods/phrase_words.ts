import { markAt, type Token, wordAt } from "./line_text.ts";
import { readMeasure } from "./measure.ts";
import { COMPOUND_NAMES } from "./vocabulary/compound_names.ts";
import {
  AFTER_TO,
  COMMENT_OPENERS,
  DESCRIPTORS,
  FILL_ADVERBS,
  FILL_WORDS,
  PREPARATION_ADVERBS,
  PREPARATION_OPENERS,
  PREPARATION_TAIL,
  PREPARATIONS,
} from "./vocabulary/preparation_words.ts";

/** Without the "or" or "and" that it starts with. */
export function withoutJoint(tokens: readonly Token[]): readonly Token[] {
  return /^(?:or|and)$/.test(wordAt(tokens, 0)) ? tokens.slice(1) : tokens;
}

/** Whether words name a food rather than describe one or say what is done to it. */
export function namesFood(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  if (first?.kind !== "word" || /^(?:more|so|a|an|to|other|less|the)$/.test(first.lower)) return false;
  const words = tokens.filter((t) => t.kind === "word");
  return words.some(
    (t) => !DESCRIPTORS.has(t.lower) && !isPreparation(t.lower) && !PREPARATION_TAIL.has(t.lower),
  );
}

/** A later part that is a preparation, a comment or an amount from its first word on. */
export function opensAside(tokens: readonly Token[]): boolean {
  const word = wordAt(tokens, 0);
  if (tokens[0]?.kind !== "word") return true;
  if (
    PREPARATION_OPENERS.has(word) &&
    !(tokens.length > 1 && DESCRIPTORS.has(word) && namesFood(tokens.slice(1)) && tokens.length < 4)
  )
    return true;
  return isPreparation(word) || startsPreparation(tokens, 0) > 0 || startsComment(tokens, 0);
}

/** A preparation word, or a compound that ends in one: "small-diced", "fine-matchstick-cut". */
export function isPreparation(word: string): boolean {
  if (PREPARATIONS.has(word)) return true;
  // "pre-cooked chestnuts" are bought so.
  if (word.startsWith("pre-")) return false;
  const hyphen = word.lastIndexOf("-");
  if (hyphen < 0) return false;
  const last = word.slice(hyphen + 1);
  return PREPARATIONS.has(last) && last !== "cut" && last !== "whipped" ? true : /matchstick-cut$/.test(word);
}

/** How many tokens of preparation start here, adverbs included; 0 where none does. */
export function startsPreparation(tokens: readonly Token[], at: number): number {
  let next = at;
  while (PREPARATION_ADVERBS.has(wordAt(tokens, next))) next++;
  // "fresh ground pepper" is freshly ground; "fresh grated ginger" is fresh.
  if (wordAt(tokens, next) === "fresh" && /^(?:ground|cracked|squeezed)$/.test(wordAt(tokens, next + 1)))
    next++;
  const word = wordAt(tokens, next);
  if (word === "ground" && next > at) return next + 1 - at;
  if (!isPreparation(word)) return 0;
  const following = wordAt(tokens, next + 1);
  if (next === at && COMPOUND_NAMES.some(([a, b]) => a === word && b === following)) return 0;
  return next + 1 - at;
}

/** Whether a comment or a purpose starts here: "for garnish", "plus more", "such as". */
export function startsComment(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (markAt(tokens, at) === "+") return true;
  if (word === "to") return AFTER_TO.has(wordAt(tokens, at + 1));
  if (word === "or") return opensAlternativeAmount(tokens, at + 1);
  if (word === "like" && at === 0) return true;
  // "tuna, in 2 steaks", but not "anchovies in oil".
  if (word === "in") return readMeasure(tokens, at + 1, true) !== null;
  if (word === "as")
    return /^(?:needed|required|desired|garnish|a|well|much|many)$/.test(wordAt(tokens, at + 1));
  if (word === "more") return /^(?:or|to|as|if|for)$/.test(wordAt(tokens, at + 1));
  if (word === "at") return wordAt(tokens, at + 1) === "room";
  return COMMENT_OPENERS.has(word) && word !== "as";
}

/** "or to taste", "or more", "or 1 tsp dried". */
function opensAlternativeAmount(tokens: readonly Token[], at: number): boolean {
  if (
    /^(?:to|more|so|less|as|substitute|use|your|enough|however|until|whatever|any)$/.test(wordAt(tokens, at))
  )
    return true;
  return tokens[at]?.kind === "number" || readMeasure(tokens, at) !== null;
}

/** How many tokens of "tightly packed" start here; 0 where none do. */
export function fillWords(tokens: readonly Token[], at: number): number {
  const next = FILL_ADVERBS.has(wordAt(tokens, at)) ? at + 1 : at;
  const word = wordAt(tokens, next);
  return FILL_WORDS.has(word) && word !== "full" && word !== "good" && word !== "bare" ? next + 1 - at : 0;
}
