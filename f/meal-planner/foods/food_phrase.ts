import { type LinePart, splitLineParts } from "./line_parts.ts";
import { markAt, type Token, textOf, wordAt } from "./line_text.ts";
import { readMeasure } from "./measure.ts";
import {
  fillWords,
  isPreparation,
  namesFood,
  opensAside,
  startsComment,
  startsPreparation,
  withoutJoint,
} from "./phrase_words.ts";
import {
  DESCRIPTORS,
  PREPARATION_ADVERBS,
  PREPARATION_OPENERS,
  PREPARATION_TAIL,
} from "./vocabulary/preparation_words.ts";

/** What follows the amount, taken apart. `asides` are the brackets and later parts that may hold amounts. */
export type FoodPhrase = {
  food: Token[];
  preparation: string[];
  comment: string[];
  optional: boolean;
  asides: Token[][];
};

/** Splits "fresh thyme leaves, finely chopped (about 1 tbsp), plus more to serve" into food, preparation and comment. */
export function readFoodPhrase(tokens: readonly Token[]): FoodPhrase {
  const phrase: FoodPhrase = { food: [], preparation: [], comment: [], optional: false, asides: [] };
  const parts = splitLineParts(tokens);
  let at = 0;
  for (; at < parts.length; at++) {
    const part = parts[at] as LinePart;
    if (part.bracketed && offersAlternative(phrase, part.tokens)) {
      phrase.food.push(...part.tokens.map((token) => ({ ...token, glued: false })));
    } else if (part.bracketed || !takesName(phrase, parts, at)) addAside(phrase, part);
    else addToName(phrase, part);
  }
  if (phrase.food.length === 0 && phrase.preparation.length > 0) {
    // "Chopped" alone: better a food that can't be matched than none.
    phrase.food = parts.find((s) => !s.bracketed && s.tokens.length > 0)?.tokens ?? [];
    phrase.preparation = [];
  }
  return phrase;
}

/** "galangal (or ginger)". */
function offersAlternative(phrase: FoodPhrase, tokens: readonly Token[]): boolean {
  if (phrase.food.length === 0 || wordAt(tokens, 0) !== "or" || tokens.length > 4) return false;
  return tokens.every((t) => t.kind === "word") && !startsComment(tokens, 0) && namesFood(tokens.slice(1));
}

/** Whether a part still belongs to the name rather than to what is done to it. */
function takesName(phrase: FoodPhrase, parts: readonly LinePart[], at: number): boolean {
  const part = parts[at] as LinePart;
  if (phrase.food.length === 0) {
    return !onlyAside(part.tokens) && !(at < parts.length - 1 && saysAmount(part.tokens));
  }
  if (opensAside(part.tokens) || parts.slice(0, at).some((s) => wordAt(s.tokens, 0) === "either"))
    return false;
  if (part.after === "group") {
    // "12 ounces onion or 11 ounces chopped (ready cut) onions": a second amount has closed the name.
    const closed = parts
      .slice(0, at)
      .some((s) => !s.bracketed && phrase.asides.some((aside) => ends(s.tokens, aside)));
    return !closed && parts[at - 1]?.bracketed === true && !/^(?:or|and)$/.test(wordAt(part.tokens, 0));
  }
  if (part.after !== "comma") return false;
  if (phrase.food.every((t) => t.kind === "word" && DESCRIPTORS.has(t.lower))) {
    return parts
      .slice(at, at + LONGEST_LIST)
      .some((s) => !s.bracketed && !opensAside(s.tokens) && namesFood(withoutJoint(s.tokens)));
  }
  return endsList(parts, at);
}

const ends = (tokens: readonly Token[], aside: readonly Token[]) =>
  aside.length > 0 && tokens.at(-1) === aside.at(-1);

const LONGEST_LIST = 6;

/** "brandy, sherry, or rum": from here on short nouns, the last of them after "or" or "and". */
function endsList(parts: readonly LinePart[], at: number): boolean {
  for (let i = at; i < Math.min(parts.length, at + LONGEST_LIST); i++) {
    const part = parts[i] as LinePart;
    if (part.bracketed || part.tokens.length > 8 || opensAside(part.tokens)) return false;
    const list = part.tokens.slice(0, 6);
    const joint = list.findIndex((t) => t.kind === "word" && /^(?:or|and|and-or)$/.test(t.lower));
    // "tips and strings snapped off"
    if (joint >= 0 && isDone(wordAt(part.tokens, part.tokens.length - 1))) return false;
    if (joint >= 0)
      return namesFood(list.slice(joint + 1)) && (joint === 0 || namesFood(list.slice(0, joint)));
    if (list.length > 3 || !namesFood(list)) return false;
  }
  return false;
}

/** "1 1/2 pounds, about 3 medium, potatoes": a part that is an amount and no more. */
function saysAmount(tokens: readonly Token[]): boolean {
  return readMeasure(tokens, 0, true)?.next === tokens.length;
}

const isDone = (word: string) => isPreparation(word) || /^(?:off|removed|discarded)$/.test(word);

function onlyAside(tokens: readonly Token[]): boolean {
  return tokens.every((t) => t.kind !== "word" || t.lower === "optional" || t.lower === "of");
}

function addToName(phrase: FoodPhrase, part: LinePart): void {
  let tokens = part.tokens;
  const lead = takeLeadingPreparation(tokens);
  if (lead > 0) {
    addNote(phrase, tokens.slice(0, lead));
    tokens = tokens.slice(lead);
  }
  const cut = findCut(tokens, phrase.food.length === 0);
  const name = removeInnerPreparation(phrase, tokens.slice(0, cut));
  const listed = phrase.food.length > 0 && part.after === "comma" && name.length > 0;
  const describes = (t: Token) => t.kind === "word" && DESCRIPTORS.has(t.lower);
  if (listed && !(phrase.food.every(describes) && !name.every(describes))) {
    phrase.food.push({ kind: "mark", text: ",", glued: true });
  }
  phrase.food.push(...name);
  if (cut < tokens.length) addAside(phrase, { ...part, tokens: tokens.slice(cut) });
}

/** "peeled and minced garlic", "freshly ground black pepper", "packed": how much of the start isn't the name. */
function takeLeadingPreparation(tokens: readonly Token[]): number {
  let at = 0;
  for (;;) {
    const length = startsPreparation(tokens, at) || fillWords(tokens, at);
    if (length === 0) return at;
    const after = at + length;
    const joint = /^(?:and|or|then)$/.test(wordAt(tokens, after)) || markAt(tokens, after) === "/" ? 1 : 0;
    if (after >= tokens.length) return after;
    if (joint && !startsPreparation(tokens, after + 1))
      return at === 0 && wordAt(tokens, after) === "or" ? 0 : after;
    at = after + joint;
  }
}

/** No food's name has more words; what follows is a comment. */
const LONGEST_NAME = 40;

/** Where the name ends and a comment or a closing preparation starts. */
function findCut(tokens: readonly Token[], first: boolean): number {
  const end = Math.min(tokens.length, LONGEST_NAME);
  for (let at = first ? 1 : 0; at < end; at++) {
    if (startsComment(tokens, at)) return at;
    if (startsPreparation(tokens, at) > 0 && closesWithPreparation(tokens, at)) return at;
    if (at > 0 && /^(?:cut|at)$/.test(wordAt(tokens, at)) && !/^(?:or|and)$/.test(wordAt(tokens, at - 1)))
      return at;
    const token = tokens[at];
    const amount = token?.kind === "number" && at > 0 ? readMeasure(tokens, at, true) : null;
    if (amount && (amount.unit !== null || amount.next >= tokens.length)) return at;
  }
  return end;
}

/** Nobody writes more words of preparation without a comma; a bound keeps garbage from costing its square. */
const LONGEST_PREPARATION = 16;

/** "potato peeled and diced", "bread cut into cubes": nothing but preparation up to the end, or "into" after it. */
function closesWithPreparation(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < Math.min(tokens.length, at + LONGEST_PREPARATION); i++) {
    const token = tokens[i] as Token;
    if (token.kind === "number" && readMeasure(tokens, i, true)?.unit) return true;
    if (token.kind !== "word") continue;
    if (/^(?:into|with|in)$/.test(token.lower) || startsComment(tokens, i)) return i > at;
    const known =
      isPreparation(token.lower) || PREPARATION_ADVERBS.has(token.lower) || PREPARATION_TAIL.has(token.lower);
    if (!known && token.lower !== "ground") return false;
  }
  return true;
}

/** "fresh chopped parsley", "salt and freshly ground pepper": the preparation inside a name moves out of it. */
function removeInnerPreparation(phrase: FoodPhrase, tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const before = tokens[at - 1];
    const inside =
      at > 0 &&
      before?.kind === "word" &&
      (DESCRIPTORS.has(before.lower) || /^(?:and|or)$/.test(before.lower));
    const length = inside ? startsPreparation(tokens, at) : 0;
    if (length > 0 && at + length < tokens.length) {
      addNote(phrase, tokens.slice(at, at + length));
      at += length;
      // "frozen and thawed peas": the joint goes with it; "salt and ground pepper" keeps it.
      if (DESCRIPTORS.has(wordAt(kept, kept.length - 2)) && /^(?:and|or)$/.test(lastText(kept))) kept.pop();
    } else {
      kept.push(tokens[at] as Token);
      at++;
    }
  }
  while (kept.length > 0 && /^(?:and|or|of|the|your|in|into|,|\/|&)$/.test(lastText(kept))) kept.pop();
  while (kept.length > 0 && /^(?:of|the|-|\/|your|each)$/.test(firstText(kept))) kept.shift();
  return kept;
}

const firstText = (tokens: readonly Token[]) => wordAt(tokens, 0) || markAt(tokens, 0);
const lastText = (tokens: readonly Token[]) =>
  wordAt(tokens, tokens.length - 1) || markAt(tokens, tokens.length - 1);

/** Files what isn't the name: "optional", a preparation or a comment. */
function addAside(phrase: FoodPhrase, part: LinePart): void {
  const words = part.tokens.flatMap((t) => (t.kind === "word" ? [t.lower] : []));
  if (words.includes("optional") || /\bif (?:desired|you like|liked|using)\b/.test(words.join(" ")))
    phrase.optional = true;
  const rest = words.length === 1 && words[0] === "optional" ? [] : part.tokens;
  phrase.asides.push(part.tokens);
  addNote(phrase, rest);
}

function addNote(phrase: FoodPhrase, tokens: readonly Token[]): void {
  const text = textOf(tokens);
  if (!/[\p{L}\d]/u.test(text)) return;
  const prepares =
    (wordAt(tokens, 0) === "either" || !startsComment(tokens, 0)) &&
    (PREPARATION_OPENERS.has(wordAt(tokens, 0)) ||
      tokens.some((t) => t.kind === "word" && (isPreparation(t.lower) || t.lower === "removed")) ||
      startsPreparation(tokens, 0) > 0);
  (prepares ? phrase.preparation : phrase.comment).push(text);
}
