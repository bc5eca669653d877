import { markAt, type Token, wordAt } from "./line_text.ts";
import { readQuantity } from "./quantity.ts";
import { findUnit, type Unit } from "./units.ts";
import {
  APPROXIMATIONS,
  FILL_ADVERBS,
  FILL_WORDS,
  SIZES,
  SIZES_BEFORE_UNIT_ONLY,
} from "./vocabulary/preparation_words.ts";

/** An amount as written: "2–3 heaped tablespoons", "1 large", "400 g". `unit` is a canonical name. */
export type Measure = {
  quantity: number | null;
  quantity_max: number | null;
  unit: string | null;
};

/** The amount at the start of a line. `next` is the place where the food begins. */
export type Amount = Measure & {
  size: string | null;
  /** What one can, pack or piece holds: 14 ounces of "1 (14-ounce) can". */
  package: Measure | null;
  /** The same amount in other units: 7 ounces of "200g/7oz". */
  equivalents: Measure[];
  /** What is added to it: 1 tablespoon of "¼ cup plus 1 tablespoon". */
  additional: Measure[];
  /** A container named beside a weight: the tin of "400g tin tomatoes". */
  container: string | null;
  notes: string[];
  next: number;
};

/** What `readMeasure` found: the measure, a size ("large"), words on how full or how sure, and the place after it. */
export type MeasureRead = Measure & {
  kind: Unit["kind"] | null;
  size: string | null;
  notes: string[];
  next: number;
};

/**
 * Reads an amount that starts at a place: "about 2 large cloves", "1-inch", "14 fl. oz". Null where there is no
 * quantity (a unit alone is `readBareUnit`'s). `alone` tells that no food need follow ("garlic, 4 cloves").
 */
export function readMeasure(tokens: readonly Token[], at: number, alone = false): MeasureRead | null {
  const notes: string[] = [];
  let next = skipApproximations(tokens, at, notes);
  const quantity = readQuantity(tokens, next);
  if (!quantity) return null;
  next = quantity.next;
  const described = readUnitPhrase(tokens, next, notes, alone);
  const read: MeasureRead = {
    quantity: quantity.low,
    quantity_max: quantity.high,
    unit: described.unit?.name ?? null,
    kind: described.unit?.kind ?? null,
    size: described.size,
    notes,
    next: described.next,
  };
  return read.unit && quantity.high === null ? withRepeatedUnit(tokens, read) : read;
}

/** Reads "pinch (of)", "small bunch", "heaped teaspoon" without a number. Null where no unit is named. */
export function readBareUnit(tokens: readonly Token[], at: number): MeasureRead | null {
  const notes: string[] = [];
  const described = readUnitPhrase(tokens, at, notes);
  if (!described.unit) return null;
  return {
    quantity: null,
    quantity_max: null,
    unit: described.unit.name,
    kind: described.unit.kind,
    size: described.size,
    notes,
    next: described.next,
  };
}

export function skipApproximations(tokens: readonly Token[], at: number, notes: string[]): number {
  let next = at;
  for (;;) {
    const word = wordAt(tokens, next);
    if (APPROXIMATIONS.has(word)) {
      notes.push(word);
      next++;
      if (markAt(tokens, next) === ".") next++;
    } else if (["~", "≈", "±"].includes(markAt(tokens, next))) {
      notes.push("about");
      next++;
    } else if (word === "up" && wordAt(tokens, next + 1) === "to") {
      notes.push("up to");
      next += 2;
    } else if (word === "from" && tokens[next + 1]?.kind === "number") {
      next++;
    } else if (word === "at" && wordAt(tokens, next + 1) === "least") {
      notes.push("at least");
      next += 2;
    } else {
      return next;
    }
  }
}

type UnitPhrase = { unit: Unit | null; size: string | null; next: number };

/** Sizes and fill words, then a unit: "large handful", "heaped tbsp", "-ounce", "tightly packed cup". */
function readUnitPhrase(tokens: readonly Token[], at: number, notes: string[], alone = false): UnitPhrase {
  let next = at;
  let size: string | null = null;
  const filled: string[] = [];
  if (markAt(tokens, next) === "-" && unitAt(tokens, next + 1, alone)) next++;
  if (markAt(tokens, next) === "*" && tokens[next + 1]?.kind === "word") next++;
  // "1 x onion": the sign says nothing.
  if (/^[x×]$/i.test(wordAt(tokens, next) || markAt(tokens, next)) && tokens[next + 1]?.kind === "word")
    next++;
  for (;;) {
    const word = wordAt(tokens, next);
    const fillAdverb = FILL_ADVERBS.has(word) && FILL_WORDS.has(wordAt(tokens, next + 1));
    if (fillAdverb || FILL_WORDS.has(word)) {
      filled.push(word);
      next++;
    } else if (word === "whole" && /^co(?:unt|ntainer)$/.test(unitAt(tokens, next + 1)?.unit.kind ?? "")) {
      filled.push(word);
      next++;
    } else if (word === "very" && SIZES[wordAt(tokens, next + 1)]) {
      next++;
    } else if (word === "extra" && SIZES[wordAt(tokens, next + 1)] === "large") {
      size = "extra large";
      next += 2;
    } else if (SIZES[word] && sizeStandsHere(tokens, next)) {
      size = SIZES[word] as string;
      next++;
      if (/^(?:size|sized)$/.test(wordAt(tokens, next))) next++;
    } else if (size && /^(?:to|or|-)$/.test(wordAt(tokens, next)) && SIZES[wordAt(tokens, next + 1)]) {
      size = SIZES[wordAt(tokens, next + 1)] as string;
      next += 2;
    } else {
      break;
    }
  }
  const unit = unitAt(tokens, next, alone);
  if (!unit && filled.length > 0 && size === null) {
    // "1 good olive oil", "2 full racks": without a unit these words describe the food.
    return { unit: null, size: null, next: at };
  }
  notes.push(...filled);
  if (unit?.unit.name === "dozen" && size === null) {
    const sized = readUnitPhrase(tokens, unit.next, notes);
    if (!sized.unit) return { unit: unit.unit, size: sized.size, next: sized.next };
  }
  return { unit: unit?.unit ?? null, size, next: unit?.next ?? next };
}

function sizeStandsHere(tokens: readonly Token[], at: number): boolean {
  if (!SIZES_BEFORE_UNIT_ONLY.has(wordAt(tokens, at))) return true;
  return unitAt(tokens, at + 1)?.unit.kind === "count";
}

const STANDS_ALONE = new Set(["mass", "volume", "rough", "length"]);

/** The unit at a place, one word or two ("fl oz"). A natural unit must have a food after it: "4 cloves" are a spice. */
export function unitAt(
  tokens: readonly Token[],
  at: number,
  alone = false,
): { unit: Unit; next: number } | null {
  const token = tokens[at];
  if (token?.kind === "mark" && (token.text === '"' || token.text === "”" || token.text === "″")) {
    const inch = findUnit("inch");
    return inch && tokens[at - 1]?.kind === "number" ? { unit: inch, next: at + 1 } : null;
  }
  if (token?.kind !== "word") return null;
  const skipDot = (place: number) => (markAt(tokens, place) === "." ? place + 1 : place);
  const second = tokens[skipDot(at + 1)];
  if (second?.kind === "word") {
    const pair = findUnit(`${token.lower} ${second.lower.replace(/\.$/, "")}`);
    if (pair) return { unit: pair, next: skipDot(skipDot(at + 1) + 1) };
  }
  // "tsp.", "oz.", and "fl.oz" as one word.
  const unit =
    findUnit(token.text) ?? findUnit(token.lower.replace(".", " ").replace(/-(?:long|thick)$/, ""));
  if (!unit) return null;
  const next = skipDot(at + 1);
  if (token.lower === "in" && !lengthIn(tokens, at)) return null;
  if (!alone && !STANDS_ALONE.has(unit.kind) && !foodFollows(tokens, next)) return null;
  return { unit, next };
}

/** "in" is an inch only right after a figure: "3in piece", not "2 anchovies in oil". */
function lengthIn(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === "number" || (before?.kind === "mark" && before.text === "-");
}

function foodFollows(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind === "word") return !/^(?:and|or|to|for|plus)$/.test(token.lower);
  if (token?.kind === "group" || token?.kind === "number") return foodFollowsLater(tokens, at + 1);
  return token?.kind === "mark" && token.text !== "," && foodFollowsLater(tokens, at + 1);
}

function foodFollowsLater(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === "word" || tokens[at]?.kind === "group" || tokens[at + 1]?.kind === "word";
}

/** "2 cups to 3 cups", "1lb-2lb". */
function withRepeatedUnit(tokens: readonly Token[], read: MeasureRead): MeasureRead {
  const joined = ["-", "–", "—"].includes(markAt(tokens, read.next)) || wordAt(tokens, read.next) === "to";
  if (!joined) return read;
  const end = readQuantity(tokens, read.next + 1);
  const unit = end && unitAt(tokens, end.next);
  if (!end || unit?.unit.name !== read.unit || read.quantity === null || end.low <= read.quantity)
    return read;
  return { ...read, quantity_max: end.high ?? end.low, next: unit.next };
}
