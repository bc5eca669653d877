import { markAt, type Token, wordAt } from "./line_text.ts";
import { type Measure, type MeasureRead, readMeasure, skipApproximations } from "./measure.ts";

/** Brackets that hold an amount and nothing else: "(14-ounce)", "(about 400 g/14 oz)", "(7 oz each)". */
export function readWholeGroup(
  tokens: readonly Token[],
): (MeasureRead & { others: Measure[]; each: boolean }) | null {
  const read = readMeasure(tokens, 0, true);
  if (!read?.unit) return null;
  const others: Measure[] = [];
  let next = read.next;
  while (["/", "|", ",", "=", ";"].includes(markAt(tokens, next)) || wordAt(tokens, next) === "or") {
    const other = readMeasure(tokens, next + 1, true);
    if (!other?.unit) return null;
    others.push(plain(other));
    next = other.next;
  }
  const each = /^(?:each|apiece)$/.test(wordAt(tokens, next));
  if (each) next++;
  while (next < tokens.length && isClosing(tokens, next)) next++;
  return next >= tokens.length ? { ...read, others, each } : null;
}

function isClosing(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:size|total|weight|in|drained|dry|net|approximately|or|so)$/.test(wordAt(tokens, at)) ||
    markAt(tokens, at) === "."
  );
}

/** A group that starts with a count, such as "(about 4)" or "(one 28-ounce can)", is about the amount. */
export function startsWithAmount(tokens: readonly Token[]): boolean {
  const notes: string[] = [];
  const next = skipApproximations(tokens, 0, notes);
  return readMeasure(tokens, next, true) !== null && tokens.length <= next + 6;
}

/** The measure alone, without what else was read with it. */
export function plain(measure: Measure): Measure {
  return { quantity: measure.quantity, quantity_max: measure.quantity_max, unit: measure.unit };
}
