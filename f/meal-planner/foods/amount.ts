import { plain, readWholeGroup, startsWithAmount } from "./bracketed_amount.ts";
import { readCountedPackage } from "./counted_package.ts";
import { EXACT, PRINTED, readSlashed } from "./equal_amounts.ts";
import { markAt, type Token, wordAt } from "./line_text.ts";
import {
  type Amount,
  type MeasureRead,
  readBareUnit,
  readMeasure,
  skipApproximations,
  unitAt,
} from "./measure.ts";
import type { UnitKind } from "./units.ts";
import { VAGUE_QUANTITIES } from "./vocabulary/number_words.ts";
import { SIZES } from "./vocabulary/preparation_words.ts";
import { UNITS_NEEDING_NUMBER } from "./vocabulary/unit_table.ts";

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
  skipOpenEnd(tokens, amount);
  skipOf(tokens, amount);
  return amount;
}

/** "Pinch of salt", "Few sprigs cilantro", "handful chopped coriander": a unit that no number precedes. */
function readUnitAlone(tokens: readonly Token[], at: number): MeasureRead | null {
  const notes: string[] = [];
  let next = skipApproximations(tokens, at, notes);
  if (/^(?:a|an|the)$/.test(wordAt(tokens, next))) next++;
  // "a tiny bit of sugar", "small amount of flour"
  if (SIZES[wordAt(tokens, next)] && /^(?:bit|amount|quantity)$/.test(wordAt(tokens, next + 1))) next++;
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
    if (isDashedPackage(amount)) {
      amount.package = { quantity: amount.quantity_max, quantity_max: null, unit: amount.unit };
      amount.quantity_max = null;
      amount.unit = container.unit.name;
    } else {
      amount.container = container.unit.name;
    }
    amount.next = container.next;
  }
}

/** "1 - 15 oz can": no range is that wide; the dash parts the count from what one can holds. */
function isDashedPackage(amount: Amount): boolean {
  const { quantity, quantity_max } = amount;
  return (
    quantity !== null && quantity_max !== null && Number.isInteger(quantity) && quantity_max >= 5 * quantity
  );
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
  if (word === "minus" || word === "less") readMinus(tokens, amount);
  if (word !== "plus" && word !== "and" && mark !== "+" && mark !== "&") return;
  if (
    word === "and" &&
    wordAt(tokens, amount.next + 1) === "a" &&
    wordAt(tokens, amount.next + 2) === "half"
  ) {
    // "a pint and a half of milk"
    amount.quantity = (amount.quantity ?? 0) + 0.5;
    amount.next += 3;
    return;
  }
  const added = readMeasure(tokens, amount.next + 1);
  if (!added || !(EXACT.has(added.kind) || added.kind === "rough")) return;
  amount.additional.push(plain(added));
  amount.next = added.next;
}

/** "1 cup minus 1 tablespoon": a negative addition. */
function readMinus(tokens: readonly Token[], amount: Amount): void {
  const less = readMeasure(tokens, amount.next + 1);
  if (less?.quantity == null || !EXACT.has(less.kind)) return;
  amount.additional.push({ quantity: -less.quantity, quantity_max: null, unit: less.unit });
  amount.next = less.next;
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

/** "1 cup or more stock", "a pinch or two of salt", "2 tablespoons or so": how open the amount is. */
function skipOpenEnd(tokens: readonly Token[], amount: Amount): void {
  if (amount.unit === null || wordAt(tokens, amount.next) !== "or") return;
  const word = wordAt(tokens, amount.next + 1);
  if (!/^(?:more|so|two)$/.test(word) || tokens[amount.next + 2]?.kind !== "word") return;
  if (word === "two" && amount.quantity === 1) amount.quantity_max = 2;
  else amount.notes.push(`or ${word}`);
  amount.next += 2;
}

function skipOf(tokens: readonly Token[], amount: Amount): void {
  if (amount.quantity === null && amount.unit === null) return;
  const each = wordAt(tokens, amount.next) === "each" && tokens[amount.next + 1]?.kind === "word";
  if (wordAt(tokens, amount.next) !== "of" && !each) return;
  amount.next++;
  if (/^(?:a|an|the)$/.test(wordAt(tokens, amount.next))) amount.next++;
}
