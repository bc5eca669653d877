import { type AddressBlock, isInBlock, parseIpAddress } from "./ip_address.ts";
import { ignoreCase, type TextTest, wildcard } from "./text_pattern.ts";

export type Bound = { value: number; open: boolean };

/** One alternative in a field's list, parsed. Type-strict: a text never equals a number. */
export type ValueMatcher =
  | { kind: "literal"; value: string | number | boolean | null }
  | { kind: "address"; digits: string }
  | { kind: "prefix"; text: string }
  | { kind: "suffix"; text: string }
  | { kind: "prefix_ignore_case"; text: string }
  | { kind: "suffix_ignore_case"; text: string }
  | { kind: "equals_ignore_case"; text: string }
  | { kind: "wildcard"; pieces: readonly string[] }
  | { kind: "numeric"; bottom: Bound | null; top: Bound | null }
  | { kind: "cidr"; block: AddressBlock }
  | { kind: "anything_but"; values: readonly (string | number)[] }
  | { kind: "anything_but_text"; any: readonly ValueMatcher[] }
  | { kind: "exists" }
  | { kind: "absent" };

export type ValueTest = (value: unknown) => boolean;

/** One test for all alternatives of a field. `absent` isn't about a value; the pattern handles it. */
export function compileAlternatives(matchers: readonly ValueMatcher[]): ValueTest {
  const literals = new Set<unknown>();
  const others: ValueTest[] = [];
  for (const matcher of matchers) {
    if (matcher.kind === "literal") literals.add(matcher.value);
    else if (matcher.kind !== "absent") others.push(compileMatcher(matcher));
  }
  if (others.length === 0) {
    const [only] = literals;
    return literals.size === 1 ? (value) => value === only : (value) => literals.has(value);
  }
  if (literals.size > 0) others.unshift((value) => literals.has(value));
  if (others.length === 1) return others[0]!;
  return (value) => {
    for (const test of others) if (test(value)) return true;
    return false;
  };
}

export function compileMatcher(matcher: ValueMatcher): ValueTest {
  switch (matcher.kind) {
    case "literal":
      return (value) => value === matcher.value;
    case "address":
      return onText((text) => parseIpAddress(text) === matcher.digits);
    case "prefix":
      return onText((text) => text.startsWith(matcher.text));
    case "suffix":
      return onText((text) => text.endsWith(matcher.text));
    case "prefix_ignore_case":
      return onText(ignoreCase(matcher.text, "start"));
    case "suffix_ignore_case":
      return onText(ignoreCase(matcher.text, "end"));
    case "equals_ignore_case":
      return onText(ignoreCase(matcher.text, "whole"));
    case "wildcard":
      return onText(wildcard(matcher.pieces));
    case "numeric":
      return compileRange(matcher.bottom, matcher.top);
    case "cidr":
      return onText((text) => {
        const digits = parseIpAddress(text);
        return digits !== undefined && isInBlock(digits, matcher.block);
      });
    case "anything_but": {
      const refused = new Set<unknown>(matcher.values);
      return (value) => !refused.has(value);
    }
    case "anything_but_text": {
      const refused = matcher.any.map(compileMatcher);
      return (value) => !refused.some((test) => test(value));
    }
    case "exists":
      return () => true;
    case "absent":
      return () => false;
  }
}

function onText(test: TextTest): ValueTest {
  return (value) => typeof value === "string" && test(value);
}

function compileRange(bottom: Bound | null, top: Bound | null): ValueTest {
  const low = bottom?.value ?? Number.NEGATIVE_INFINITY;
  const high = top?.value ?? Number.POSITIVE_INFINITY;
  const openLow = bottom?.open ?? false;
  const openHigh = top?.open ?? false;
  // A number that a double can't hold arrives as an infinity and is never in a range.
  return (value) =>
    typeof value === "number" &&
    Number.isFinite(value) &&
    (openLow ? value > low : value >= low) &&
    (openHigh ? value < high : value <= high);
}
