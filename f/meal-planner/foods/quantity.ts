import { markAt, type Token, wordAt } from "./line_text.ts";
import { findUnit } from "./units.ts";
import { NUMBER_WORDS } from "./vocabulary/number_words.ts";

/** A number or a range at a place of a line; `high` is null for a single number. `next` is the place after it. */
export type Quantity = { low: number; high: number | null; next: number };

const DASHES = new Set(["-", "–", "—", "~"]);

/** Reads "2", "1 1/2", "2–3", "1 to 2", "half a", "a dozen", "one and a half", "a". Null where no quantity starts. */
export function readQuantity(tokens: readonly Token[], at: number): Quantity | null {
  const first = readNumber(tokens, at);
  if (!first) return null;
  const range = readRangeEnd(tokens, first.next);
  if (!range) return { low: first.value, high: null, next: first.next };
  if (range.value > first.value) return { low: first.value, high: range.value, next: range.next };
  // "1-1/2 cups" is one and a half.
  if (range.dashed && range.value < 1 && Number.isInteger(first.value)) {
    return { low: first.value + range.value, high: null, next: range.next };
  }
  return { low: first.value, high: null, next: range.value === first.value ? range.next : first.next };
}

type Number_ = { value: number; next: number };

function readNumber(tokens: readonly Token[], at: number): Number_ | null {
  const token = tokens[at];
  if (token?.kind === "number") {
    if (markAt(tokens, at + 1) === "%" || /^0\d/.test(token.text)) return null;
    if (namesAProduct(tokens, at)) return null;
    // "½ an onion"
    const article = token.value < 1 && /^an?$/.test(wordAt(tokens, at + 1)) ? 1 : 0;
    return readAndAHalf(tokens, { value: token.value, next: at + 1 + article });
  }
  if (token?.kind !== "word") return null;
  const word = token.lower;
  if (word === "a" || word === "an") return readArticle(tokens, at);
  const value = NUMBER_WORDS[word];
  if (value === undefined) return null;
  // "half and half" is a cream.
  if (word === "half" && wordAt(tokens, at + 1) === "and" && wordAt(tokens, at + 2) === "half") return null;
  if (value < 1) return readFractionWord(tokens, at, value);
  const named = readFractionWordAfter(tokens, at + 1, value);
  if (named) return named;
  return readAndAHalf(tokens, { value, next: at + 1 });
}

/** "5-spice", "7-grain", "7up": the figure belongs to a name. */
function namesAProduct(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after?.kind !== "mark" || after.text !== "-" || !after.glued) return false;
  const word = tokens[at + 2];
  return word?.kind === "word" && word.glued && !findUnit(word.lower.split("-")[0] as string)
    ? !["to", "or", "x"].includes(word.lower)
    : false;
}

/** "half", "half a", "half an", "half of a", "quarter of a". */
function readFractionWord(tokens: readonly Token[], at: number, value: number): Number_ {
  let next = at + 1;
  if (wordAt(tokens, next) === "of" && /^(?:a|an|the)$/.test(wordAt(tokens, next + 1))) next++;
  if (/^(?:a|an|the)$/.test(wordAt(tokens, next))) next++;
  if (wordAt(tokens, next) === "dozen") return { value: value * 12, next: next + 1 };
  return { value, next };
}

/** "three quarters (of a)", "one half", "two thirds". */
function readFractionWordAfter(tokens: readonly Token[], at: number, count: number): Number_ | null {
  const value = NUMBER_WORDS[wordAt(tokens, at).replace(/s$/, "").replace("halve", "half")];
  if (value === undefined || value >= 1) return null;
  const read = readFractionWord(tokens, at, value);
  return { value: count * value, next: read.next };
}

function readArticle(tokens: readonly Token[], at: number): Number_ | null {
  const word = wordAt(tokens, at + 1);
  if (word === "couple") return { value: 2, next: wordAt(tokens, at + 2) === "of" ? at + 3 : at + 2 };
  if (word === "dozen") return { value: 12, next: at + 2 };
  const value = NUMBER_WORDS[word];
  if (value !== undefined && value < 1) return readFractionWord(tokens, at + 1, value);
  // "a 3-pound chicken"
  if (tokens[at + 1]?.kind === "number") return { value: 1, next: at + 1 };
  if (/^(?:few|little|bit|lot|good|touch|amount|quantity)$/.test(word) || word === "") return null;
  if (/^(?:tiny|small|teensy|wee)$/.test(word) && /^(?:bit|amount|quantity)$/.test(wordAt(tokens, at + 2)))
    return null;
  return { value: 1, next: at + 1 };
}

/** "2 and a half", "one and a half". */
function readAndAHalf(tokens: readonly Token[], number: Number_): Number_ {
  const { next } = number;
  if (wordAt(tokens, next) !== "and" && markAt(tokens, next) !== "&") return number;
  if (wordAt(tokens, next + 1) === "a" && NUMBER_WORDS[wordAt(tokens, next + 2)] === 0.5) {
    return { value: number.value + 0.5, next: next + 3 };
  }
  return number;
}

function readRangeEnd(
  tokens: readonly Token[],
  at: number,
): { value: number; next: number; dashed: boolean } | null {
  let next = at;
  const dashed = DASHES.has(markAt(tokens, next));
  if (dashed) next++;
  const word = wordAt(tokens, next);
  const worded = word === "to" || word === "or" || word === "through";
  if (worded) next++;
  if (!dashed && !worded) return null;
  if (worded && DASHES.has(markAt(tokens, next))) next++;
  const end = tokens[next];
  // "1 or a few": an article ends no range.
  if (end?.kind === "word" && (NUMBER_WORDS[end.lower] ?? 0) < 1) return null;
  const number = readNumber(tokens, next);
  return number && { ...number, dashed: dashed && !worded };
}
