import { plain, readWholeGroup } from "./bracketed_amount.ts";
import { EXACT, PRINTED, readSlashed } from "./equal_amounts.ts";
import { markAt, type Token, wordAt } from "./line_text.ts";
import { type Amount, type Measure, readMeasure, unitAt } from "./measure.ts";
import { findUnit } from "./units.ts";
import { NUMBER_WORDS } from "./vocabulary/number_words.ts";

/** "2 x 400g tins", "2 14-oz cans", "1 (28-ounce) can", "1 4-pound chicken", "½ of a bunch". */
export function readCountedPackage(tokens: readonly Token[], amount: Amount): void {
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
  const spelled = spelledMeasure(wordAt(tokens, next));
  if (spelled) {
    amount.package = spelled;
    amount.next = next + 1;
    const unit = unitAt(tokens, amount.next);
    if (unit && !EXACT.has(unit.unit.kind)) setUnit(amount, unit);
    return;
  }
  if (times) amount.next = next;
  if (wordAt(tokens, next) === "of") {
    const article = /^(?:a|an|the)$/.test(wordAt(tokens, next + 1)) ? 1 : 0;
    const whole = article ? readMeasure(tokens, next + 2) : null;
    const unit = unitAt(tokens, whole?.next ?? next + 1 + article);
    if (!unit) return;
    // "1/2 of a 10-ounce package"
    if (whole && PRINTED.has(whole.kind)) amount.package = plain(whole);
    else if (whole) return;
    setUnit(amount, unit);
  }
}

/** "three-pound", "half-inch": what one weighs, in words. */
function spelledMeasure(word: string): Measure | null {
  const [number, unit, ...more] = word.split("-");
  const quantity = NUMBER_WORDS[number ?? ""];
  const found = unit && more.length === 0 ? findUnit(unit) : undefined;
  if (quantity === undefined || !found || !PRINTED.has(found.kind)) return null;
  return { quantity, quantity_max: null, unit: found.name };
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
