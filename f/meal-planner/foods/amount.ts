import { plain, readWholeGroup, startsWithAmount } from "./bracketed_amount.ts";
import { markAt, type Token, wordAt } from "./line_text.ts";
import {
  type Measure,
  type MeasureRead,
  readBareUnit,
  readMeasure,
  skipApproximations,
  unitAt,
} from "./measure.ts";
import type { UnitKind } from "./units.ts";
import { VAGUE_QUANTITIES } from "./vocabulary/number_words.ts";
import { UNITS_NEEDING_NUMBER } from "./vocabulary/unit_table.ts";

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

const EXACT: ReadonlySet<UnitKind | null> = new Set(["mass", "volume"]);
const PRINTED: ReadonlySet<UnitKind | null> = new Set(["mass", "volume", "length"]);
const PIECES = new Set([
  "piece",
  "knob",
  "stick",
  "slice",
  "strip",
  "round",
  "ball",
  "length",
  "chunk",
  "cube",
]);

/** Reads the amount of a line, every way that cooks write one. Null where the line starts with its food. */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  const read = readMeasure(tokens, at) ?? readUnitAlone(tokens, at);
  if (!read) return null;
  const amount: Amount = {
    quantity: read.quantity,
    quantity_max: read.quantity_max,
    unit: read.unit,
    size: read.size,
    package: null,
    equivalents: [],
    additional: [],
    container: null,
    notes: read.notes,
    next: read.next,
  };
  if (amount.unit === null) readCountedPackage(tokens, amount);
  else if (EXACT.has(read.kind)) readAfterExact(tokens, amount);
  else readAfterNatural(tokens, amount, read.kind);
  skipOf(tokens, amount);
  return amount;
}

/** "Pinch of salt", "Few sprigs cilantro", "handful chopped coriander": a unit that no number precedes. */
function readUnitAlone(tokens: readonly Token[], at: number): MeasureRead | null {
  const notes: string[] = [];
  let next = skipApproximations(tokens, at, notes);
  if (/^(?:a|an|the)$/.test(wordAt(tokens, next))) next++;
  const vague = VAGUE_QUANTITIES.has(wordAt(tokens, next));
  if (vague) notes.push(wordAt(tokens, next++));
  if (vague && /^(?:bit|amount)$/.test(wordAt(tokens, next))) next++;
  const bare = readBareUnit(tokens, next);
  if (!bare?.unit && vague) {
    return {
      quantity: null,
      quantity_max: null,
      unit: null,
      kind: null,
      size: null,
      notes,
      next: skipWord(tokens, next, "of"),
    };
  }
  if (!bare?.unit) return null;
  const of = wordAt(tokens, bare.next) === "of";
  if (UNITS_NEEDING_NUMBER.has(bare.unit) && !of && !vague) return null;
  return { ...bare, notes: [...notes, ...bare.notes] };
}

const skipWord = (tokens: readonly Token[], at: number, word: string) =>
  wordAt(tokens, at) === word ? at + 1 : at;

/** "2 x 400g tins", "2 14-oz cans", "1 (28-ounce) can", "1 4-pound chicken", "½ of a bunch". */
function readCountedPackage(tokens: readonly Token[], amount: Amount): void {
  let next = amount.next;
  const times = /^[x×]$/i.test(wordAt(tokens, next) || markAt(tokens, next));
  if (times) next++;
  const group = tokens[next];
  if (group?.kind === "group") {
    const inside = readWholeGroup(group.tokens);
    if (!inside) readBracketedNumber(tokens, group.tokens, amount);
    if (!inside || !PRINTED.has(inside.kind) || amount.size !== null) return;
    if (readUnitAfterBrackets(tokens, next, inside, amount)) return;
    const unit = unitAt(tokens, next + 1);
    // "4 (115g) of…": brackets after a bare count say what one piece weighs.
    amount.package = inside;
    amount.equivalents.push(...inside.others);
    amount.next = next + 1;
    if (unit && !EXACT.has(unit.unit.kind)) setUnit(amount, unit);
    return;
  }
  const inner = readMeasure(tokens, next);
  if (inner && PRINTED.has(inner.kind)) {
    amount.package = plain(inner);
    amount.next = inner.next;
    readSlashed(tokens, amount, false);
    const bracket = tokens[amount.next];
    if (bracket?.kind === "group" && readWholeGroup(bracket.tokens)) amount.next++;
    const unit = unitAt(tokens, amount.next);
    if (unit && !EXACT.has(unit.unit.kind)) setUnit(amount, unit);
    return;
  }
  if (times) amount.next = next;
  if (wordAt(tokens, next) === "of") {
    const article = /^(?:a|an|the)$/.test(wordAt(tokens, next + 1)) ? 1 : 0;
    const unit = unitAt(tokens, next + 1 + article);
    if (unit) setUnit(amount, unit);
  }
}

/** "2 (3 1/2) pound chickens": a bare number in brackets takes the unit after them. */
function readBracketedNumber(tokens: readonly Token[], inside: readonly Token[], amount: Amount): void {
  const number = readMeasure(inside, 0, true);
  const unit = unitAt(tokens, amount.next + 1);
  if (!number || number.next < inside.length || !unit || !PRINTED.has(unit.unit.kind)) return;
  amount.package = { ...plain(number), unit: unit.unit.name };
  amount.next = unit.next;
}

/** "4.5 (650g) cups flour": the brackets are the same amount, not a package. */
function readUnitAfterBrackets(
  tokens: readonly Token[],
  bracket: number,
  inside: Measure & { others: Measure[] },
  amount: Amount,
): boolean {
  const unit = unitAt(tokens, bracket + 1);
  if (!unit || !EXACT.has(unit.unit.kind)) return false;
  setUnit(amount, unit);
  amount.equivalents.push(plain(inside), ...inside.others);
  return true;
}

function setUnit(amount: Amount, unit: { unit: { name: string }; next: number }): void {
  amount.unit = unit.unit.name;
  amount.next = unit.next;
}

/** After grams or cups: "/7oz", "(115 g)", "or 115 g", "plus 1 tablespoon", "1 lb 5 oz", "400g tin". */
function readAfterExact(tokens: readonly Token[], amount: Amount): void {
  readSmallerUnit(tokens, amount);
  for (;;) {
    const before = amount.next;
    readSlashed(tokens, amount, true);
    readBracketed(tokens, amount);
    readPlus(tokens, amount);
    if (amount.next === before) break;
  }
  const container = unitAt(tokens, amount.next);
  if (container?.unit.kind === "container" || container?.unit.name === "ear") {
    amount.container = container.unit.name;
    amount.next = container.next;
  }
}

/** "1 lb 5 oz". */
function readSmallerUnit(tokens: readonly Token[], amount: Amount): void {
  const second = tokens[amount.next]?.kind === "number" ? readMeasure(tokens, amount.next) : null;
  if (second?.kind !== "mass" || second.unit === amount.unit) return;
  if (
    (amount.unit === "pound" && second.unit === "ounce") ||
    (amount.unit === "kilogram" && second.unit === "gram")
  ) {
    amount.additional.push(plain(second));
    amount.next = second.next;
  }
}

/** "/7oz", "/1lb 5oz", "| 10 oz", "or 200 g". `keep` records it as an equivalent. */
function readSlashed(tokens: readonly Token[], amount: Amount, keep: boolean): void {
  for (;;) {
    const joint = markAt(tokens, amount.next);
    const or = wordAt(tokens, amount.next) === "or";
    if (!["/", "|", "="].includes(joint) && !or) return;
    const other = readMeasure(tokens, amount.next + 1);
    if (!other || !(PRINTED.has(other.kind) || (or && other.kind === "container"))) return;
    // "1 cup or 200 g flour" is one amount; "2 tbsp or 1 lemon's juice" is another food.
    if (or && wordAt(tokens, other.next) === "or") return;
    if (keep) amount.equivalents.push(plain(other));
    amount.next = other.next;
    // "/12oz-1lb"
    const wider = ["-", "–"].includes(markAt(tokens, amount.next))
      ? readMeasure(tokens, amount.next + 1)
      : null;
    if (wider?.kind === other.kind) amount.next = wider.next;
    const rest = tokens[amount.next]?.kind === "number" ? readMeasure(tokens, amount.next) : null;
    if (other.unit === "pound" && rest?.unit === "ounce") amount.next = rest.next;
  }
}

/** "(115 g)", "(about 4 ounces)", "(one 28-ounce can)": brackets right after the unit. */
function readBracketed(tokens: readonly Token[], amount: Amount): void {
  const group = tokens[amount.next];
  if (group?.kind !== "group") return;
  const inside = readWholeGroup(group.tokens);
  const counted = inside ?? startsWithAmount(group.tokens);
  if (!counted) return;
  if (inside && inside.unit !== null) amount.equivalents.push(inside, ...inside.others);
  amount.next++;
}

function readPlus(tokens: readonly Token[], amount: Amount): void {
  const word = wordAt(tokens, amount.next);
  const mark = markAt(tokens, amount.next);
  if (word !== "plus" && word !== "and" && mark !== "+" && mark !== "&") return;
  const added = readMeasure(tokens, amount.next + 1);
  if (!added || !(EXACT.has(added.kind) || added.kind === "rough")) return;
  amount.additional.push(plain(added));
  amount.next = added.next;
}

/** After a can, a bunch, an inch: "(14 oz)", "/3in", "piece". */
function readAfterNatural(tokens: readonly Token[], amount: Amount, kind: UnitKind | null): void {
  if (kind === "length") {
    readSlashed(tokens, amount, true);
    const group = tokens[amount.next];
    if (group?.kind === "group" && readWholeGroup(group.tokens)) amount.next++;
    const word = wordAt(tokens, amount.next)
      .replace(/s$/, "")
      .replace(/^long-/, "");
    if (word === "long") amount.next++;
    if (PIECES.has(wordAt(tokens, amount.next).replace(/s$/, ""))) amount.next++;
    return;
  }
  const group = tokens[amount.next];
  if (group?.kind !== "group") return;
  const inside = readWholeGroup(group.tokens);
  if (!inside || !PRINTED.has(inside.kind)) return;
  if (kind === "container") amount.package = plain(inside);
  amount.equivalents.push(...(kind === "container" ? inside.others : [plain(inside), ...inside.others]));
  amount.next++;
}

function skipOf(tokens: readonly Token[], amount: Amount): void {
  if (amount.quantity === null && amount.unit === null) return;
  if (wordAt(tokens, amount.next) !== "of") return;
  amount.next++;
  if (/^(?:a|an|the)$/.test(wordAt(tokens, amount.next))) amount.next++;
}
