import { markAt, type Token, textOf, wordAt } from "./line_text.ts";
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

/** What follows the amount, taken apart. `groups` are the brackets and later parts that may hold amounts. */
export type FoodPhrase = {
  food: Token[];
  preparation: string[];
  comment: string[];
  optional: boolean;
  asides: Token[][];
};

type Segment = { tokens: Token[]; after: "start" | "comma" | "dash" | "group"; bracketed: boolean };

/** Splits "fresh thyme leaves, finely chopped (about 1 tbsp), plus more to serve" into food, preparation and comment. */
export function readFoodPhrase(tokens: readonly Token[]): FoodPhrase {
  const phrase: FoodPhrase = { food: [], preparation: [], comment: [], optional: false, asides: [] };
  const segments = splitSegments(tokens);
  let at = 0;
  for (; at < segments.length; at++) {
    const segment = segments[at] as Segment;
    if (segment.bracketed && offersAlternative(phrase, segment.tokens)) {
      phrase.food.push(...segment.tokens.map((token) => ({ ...token, glued: false })));
    } else if (segment.bracketed || !takesName(phrase, segments, at)) addAside(phrase, segment);
    else addToName(phrase, segment);
  }
  if (phrase.food.length === 0 && phrase.preparation.length > 0) {
    // "Chopped" alone: better a food that can't be matched than none.
    phrase.food = segments.find((s) => !s.bracketed && s.tokens.length > 0)?.tokens ?? [];
    phrase.preparation = [];
  }
  return phrase;
}

/** "galangal (or ginger)". */
function offersAlternative(phrase: FoodPhrase, tokens: readonly Token[]): boolean {
  if (phrase.food.length === 0 || wordAt(tokens, 0) !== "or" || tokens.length > 4) return false;
  return tokens.every((t) => t.kind === "word") && !startsComment(tokens, 0) && namesFood(tokens.slice(1));
}

/** A line of more parts is no line of a recipe; its rest stays in one piece. */
const MOST_PARTS = 30;
const DROPPED_MARKS = new Set(["*", "†", "‡", "_", "#", "|", ".", '"', "“", "”", "„"]);

function splitSegments(tokens: readonly Token[]): Segment[] {
  const segments: Segment[] = [];
  let current: Segment = { tokens: [], after: "start", bracketed: false };
  const close = (after: Segment["after"]) => {
    if (current.tokens.length > 0) segments.push(current);
    current = { tokens: [], after, bracketed: false };
  };
  tokens.forEach((token, i) => {
    if (token.kind === "group") {
      close("group");
      segments.push({ tokens: token.tokens, after: "group", bracketed: true });
    } else if (segments.length < MOST_PARTS && [",", ";", ":"].includes(markAt(tokens, i))) {
      close("comma");
    } else if (token.kind === "mark" && isDash(tokens, i)) {
      close("dash");
    } else if (token.kind === "mark" && token.text === "." && endsSentence(tokens, i)) {
      close("dash");
    } else if (token.kind !== "mark" || !DROPPED_MARKS.has(token.text)) {
      const parted = DROPPED_MARKS.has(markAt(tokens, i - 1));
      current.tokens.push(parted ? { ...token, glued: false } : token);
    }
  });
  close("start");
  return segments;
}

/** "Appenzeller works best." ends one, "St. Agur" doesn't. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at - 1).length > 3 || tokens[at - 1]?.kind === "group";
}

function isDash(tokens: readonly Token[], at: number): boolean {
  const mark = markAt(tokens, at);
  if (mark === "—" || mark === "–") return true;
  return mark === "-" && tokens[at]?.kind === "mark" && !(tokens[at] as Token).glued;
}

/** Whether a segment still belongs to the name rather than to what is done to it. */
function takesName(phrase: FoodPhrase, segments: readonly Segment[], at: number): boolean {
  const segment = segments[at] as Segment;
  if (phrase.food.length === 0) return !onlyAside(segment.tokens);
  if (opensAside(segment.tokens)) return false;
  if (segment.after === "group")
    return segments[at - 1]?.bracketed === true && !/^(?:or|and)$/.test(wordAt(segment.tokens, 0));
  if (segment.after !== "comma") return false;
  if (phrase.food.every((t) => t.kind === "word" && DESCRIPTORS.has(t.lower))) {
    return segments
      .slice(at, at + LONGEST_LIST)
      .some((s) => !s.bracketed && !opensAside(s.tokens) && namesFood(withoutJoint(s.tokens)));
  }
  return endsList(segments, at);
}

const LONGEST_LIST = 6;

/** "brandy, sherry, or rum": from here on short nouns, the last of them after "or" or "and". */
function endsList(segments: readonly Segment[], at: number): boolean {
  for (let i = at; i < Math.min(segments.length, at + LONGEST_LIST); i++) {
    const segment = segments[i] as Segment;
    if (segment.bracketed || segment.tokens.length > 8 || opensAside(segment.tokens)) return false;
    const list = segment.tokens.slice(0, 6);
    const joint = list.findIndex((t) => t.kind === "word" && /^(?:or|and|and-or)$/.test(t.lower));
    if (joint >= 0)
      return namesFood(list.slice(joint + 1)) && (joint === 0 || namesFood(list.slice(0, joint)));
    if (list.length > 3 || !namesFood(list)) return false;
  }
  return false;
}

function withoutJoint(tokens: readonly Token[]): readonly Token[] {
  return /^(?:or|and)$/.test(wordAt(tokens, 0)) ? tokens.slice(1) : tokens;
}

function namesFood(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  if (first?.kind !== "word" || /^(?:more|so|a|an|to|other|less|the)$/.test(first.lower)) return false;
  const words = tokens.filter((t) => t.kind === "word");
  return words.some(
    (t) => !DESCRIPTORS.has(t.lower) && !isPreparation(t.lower) && !PREPARATION_TAIL.has(t.lower),
  );
}

function onlyAside(tokens: readonly Token[]): boolean {
  return tokens.every((t) => t.kind !== "word" || t.lower === "optional" || t.lower === "of");
}

/** A later part that is a preparation, a comment or an amount from its first word on. */
function opensAside(tokens: readonly Token[]): boolean {
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
  const hyphen = word.lastIndexOf("-");
  if (hyphen < 0) return false;
  const last = word.slice(hyphen + 1);
  return PREPARATIONS.has(last) && last !== "cut" && last !== "whipped" ? true : /matchstick-cut$/.test(word);
}

/** How many tokens of preparation start here, adverbs included; 0 where none does. */
function startsPreparation(tokens: readonly Token[], at: number): number {
  let next = at;
  while (PREPARATION_ADVERBS.has(wordAt(tokens, next))) next++;
  const word = wordAt(tokens, next);
  if (word === "ground" && next > at) return next + 1 - at;
  if (!isPreparation(word)) return 0;
  const following = wordAt(tokens, next + 1);
  if (next === at && COMPOUND_NAMES.some(([a, b]) => a === word && b === following)) return 0;
  return next + 1 - at;
}

function startsComment(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  if (markAt(tokens, at) === "+") return true;
  if (word === "to") return AFTER_TO.has(wordAt(tokens, at + 1));
  if (word === "or") return opensAlternativeAmount(tokens, at + 1);
  if (word === "like" && at === 0) return true;
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

function addToName(phrase: FoodPhrase, segment: Segment): void {
  let tokens = segment.tokens;
  const lead = takeLeadingPreparation(tokens);
  if (lead > 0) {
    addNote(phrase, tokens.slice(0, lead));
    tokens = tokens.slice(lead);
  }
  const cut = findCut(tokens, phrase.food.length === 0);
  const name = removeInnerPreparation(phrase, tokens.slice(0, cut));
  const listed = phrase.food.length > 0 && segment.after === "comma" && name.length > 0;
  const describes = (t: Token) => t.kind === "word" && DESCRIPTORS.has(t.lower);
  if (listed && !(phrase.food.every(describes) && !name.every(describes))) {
    phrase.food.push({ kind: "mark", text: ",", glued: true });
  }
  phrase.food.push(...name);
  if (cut < tokens.length) addAside(phrase, { ...segment, tokens: tokens.slice(cut) });
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

function fillWords(tokens: readonly Token[], at: number): number {
  const next = FILL_ADVERBS.has(wordAt(tokens, at)) ? at + 1 : at;
  const word = wordAt(tokens, next);
  return FILL_WORDS.has(word) && word !== "full" && word !== "good" && word !== "bare" ? next + 1 - at : 0;
}

/** Where the name ends and a comment or a closing preparation starts. */
function findCut(tokens: readonly Token[], first: boolean): number {
  for (let at = first ? 1 : 0; at < tokens.length; at++) {
    if (startsComment(tokens, at)) return at;
    if (startsPreparation(tokens, at) > 0 && closesWithPreparation(tokens, at)) return at;
    if (at > 0 && /^(?:cut|at)$/.test(wordAt(tokens, at)) && !/^(?:or|and)$/.test(wordAt(tokens, at - 1)))
      return at;
    const token = tokens[at];
    const amount = token?.kind === "number" && at > 0 ? readMeasure(tokens, at, true) : null;
    if (amount && (amount.unit !== null || amount.next >= tokens.length)) return at;
  }
  return tokens.length;
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
function addAside(phrase: FoodPhrase, segment: Segment): void {
  const words = segment.tokens.flatMap((t) => (t.kind === "word" ? [t.lower] : []));
  if (words.includes("optional") || /\bif (?:desired|you like|liked|using)\b/.test(words.join(" ")))
    phrase.optional = true;
  const rest = words.length === 1 && words[0] === "optional" ? [] : segment.tokens;
  phrase.asides.push(segment.tokens);
  addNote(phrase, rest);
}

function addNote(phrase: FoodPhrase, tokens: readonly Token[]): void {
  const text = textOf(tokens);
  if (!/[\p{L}\d]/u.test(text)) return;
  const prepares =
    !startsComment(tokens, 0) &&
    (PREPARATION_OPENERS.has(wordAt(tokens, 0)) ||
      tokens.some((t) => t.kind === "word" && (isPreparation(t.lower) || t.lower === "removed")) ||
      startsPreparation(tokens, 0) > 0);
  (prepares ? phrase.preparation : phrase.comment).push(text);
}
