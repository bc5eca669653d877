import { parseAddressBlock } from "./ip_address.ts";
import { parseWildcard } from "./text_pattern.ts";
import type { Bound, ValueMatcher } from "./value_matcher.ts";

/** Says what is wrong and where, relative to the expression (`.prefix`). */
export type Report = (at: string, message: string) => void;

type Parsed = ValueMatcher | undefined;

const OPERATORS: Readonly<Record<string, (operand: unknown, report: Report) => Parsed>> = {
  exactly: (operand, report) => onString(operand, report, (value) => ({ kind: "literal", value })),
  prefix: (operand, report) => parseEnd("prefix", operand, report),
  suffix: (operand, report) => parseEnd("suffix", operand, report),
  "equals-ignore-case": (operand, report) =>
    onString(operand, report, (text) => ({ kind: "equals_ignore_case", text })),
  wildcard: (operand, report) => onString(operand, report, (text) => parseWildcardMatcher(text, "", report)),
  numeric: parseNumeric,
  cidr: (operand, report) =>
    onString(operand, report, (text) => {
      const block = parseAddressBlock(text);
      if (typeof block !== "string") return { kind: "cidr", block };
      report("", block);
      return undefined;
    }),
  exists: (operand, report) => {
    if (typeof operand === "boolean") return { kind: operand ? "exists" : "absent" };
    report("", "must be true or false");
    return undefined;
  },
  "anything-but": parseAnythingBut,
};

/** Reads an object of a pattern's list, such as `{"prefix": "eu-"}`: one operator, with a fitting operand. */
export function parseMatchExpression(expression: Record<string, unknown>, report: Report): Parsed {
  const names = Object.keys(expression);
  const [name] = names;
  if (name === undefined || names.length > 1) {
    report("", `must have one operator, not ${names.length}`);
    return undefined;
  }
  const parse = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (!parse) {
    report(`.${name}`, `is not an operator; there are ${Object.keys(OPERATORS).join(", ")}`);
    return undefined;
  }
  return parse(expression[name], (at, message) => report(`.${name}${at}`, message));
}

function onString(operand: unknown, report: Report, parse: (text: string) => Parsed): Parsed {
  if (typeof operand === "string") return parse(operand);
  report("", "must be a string");
  return undefined;
}

function parseEnd(kind: "prefix" | "suffix", operand: unknown, report: Report): Parsed {
  if (typeof operand === "string") return { kind, text: operand };
  const text = soleOperand(operand, "equals-ignore-case");
  if (typeof text === "string") return { kind: `${kind}_ignore_case`, text };
  report("", 'must be a string or {"equals-ignore-case": string}');
  return undefined;
}

function soleOperand(expression: unknown, operator: string): unknown {
  if (typeof expression !== "object" || expression === null || Array.isArray(expression)) return undefined;
  const entries = Object.entries(expression);
  return entries.length === 1 && entries[0]![0] === operator ? entries[0]![1] : undefined;
}

function parseWildcardMatcher(text: string, at: string, report: Report): Parsed {
  const pieces = parseWildcard(text);
  if (typeof pieces !== "string") return { kind: "wildcard", pieces };
  report(at, pieces);
  return undefined;
}

const BOTTOMS: Readonly<Record<string, boolean>> = { ">": true, ">=": false };
const TOPS: Readonly<Record<string, boolean>> = { "<": true, "<=": false };

function parseNumeric(operand: unknown, report: Report): Parsed {
  const shape = 'must be ["=", n], [op, n] or [">" or ">=", n, "<" or "<=", n]';
  if (!Array.isArray(operand) || (operand.length !== 2 && operand.length !== 4)) {
    report("", shape);
    return undefined;
  }
  const [first, second] = [operand.slice(0, 2), operand.slice(2)];
  for (const [operator, value] of operand.length === 4 ? [first, second] : [first]) {
    if (typeof operator === "string" && typeof value === "number" && Number.isFinite(value)) continue;
    report("", shape);
    return undefined;
  }
  const [operator, value] = first as [string, number];
  if (operand.length === 2) {
    if (operator === "=") return range({ value, open: false }, { value, open: false });
    const bottom = boundOf(BOTTOMS, operator, value);
    const top = boundOf(TOPS, operator, value);
    if (bottom ?? top) return range(bottom, top);
    report("[0]", "must be =, <, <=, > or >=");
    return undefined;
  }
  const bottom = boundOf(BOTTOMS, operator, value);
  const top = boundOf(TOPS, second[0], second[1]);
  if (!bottom || !top) {
    report("", "must name the lower bound first (> or >=), then the upper one (< or <=)");
    return undefined;
  }
  if (bottom.value < top.value) return range(bottom, top);
  report("", "must have a lower bound that is less than its upper bound");
  return undefined;
}

function boundOf(open: Readonly<Record<string, boolean>>, operator: string, value: number): Bound | null {
  return Object.hasOwn(open, operator) ? { value, open: open[operator]! } : null;
}

function range(bottom: Bound | null, top: Bound | null): ValueMatcher {
  return { kind: "numeric", bottom, top };
}

const NESTED_IN_ANYTHING_BUT: Readonly<Record<string, (text: string, at: string, report: Report) => Parsed>> =
  {
    prefix: (text, at, report) => nonEmpty({ kind: "prefix", text }, at, report),
    suffix: (text, at, report) => nonEmpty({ kind: "suffix", text }, at, report),
    "equals-ignore-case": (text) => ({ kind: "equals_ignore_case", text }),
    wildcard: parseWildcardMatcher,
  };

function nonEmpty(matcher: { kind: "prefix" | "suffix"; text: string }, at: string, report: Report): Parsed {
  if (matcher.text !== "") return matcher;
  report(at, "must not be empty");
  return undefined;
}

function parseAnythingBut(operand: unknown, report: Report): Parsed {
  if (typeof operand === "string" || typeof operand === "number")
    return { kind: "anything_but", values: [operand] };
  if (Array.isArray(operand)) {
    const strings = operand.every((value) => typeof value === "string");
    const numbers = operand.every((value) => typeof value === "number");
    if (operand.length > 0 && (strings || numbers)) return { kind: "anything_but", values: operand };
    report("", "must be a list of strings or a list of numbers, not empty and not mixed");
    return undefined;
  }
  const [operator, texts] = nestedOperator(operand);
  const parse = operator !== undefined && NESTED_IN_ANYTHING_BUT[operator];
  if (!parse) {
    report("", "must be a string, a number, a list, or one of prefix, suffix, equals-ignore-case, wildcard");
    return undefined;
  }
  const list = Array.isArray(texts) ? texts : [texts];
  if (list.length === 0) report(`.${operator}`, "must not be an empty list");
  const any = list.map((text, index) => {
    const at = `.${operator}${Array.isArray(texts) ? `[${index}]` : ""}`;
    if (typeof text === "string") return parse(text, at, report);
    report(at, "must be a string");
    return undefined;
  });
  return any.length > 0 && any.every((matcher) => matcher !== undefined)
    ? { kind: "anything_but_text", any }
    : undefined;
}

function nestedOperator(operand: unknown): [string | undefined, unknown] {
  if (typeof operand !== "object" || operand === null) return [undefined, undefined];
  const entries = Object.entries(operand);
  const [name, value] = entries[0] ?? [];
  return entries.length === 1 && name !== undefined && Object.hasOwn(NESTED_IN_ANYTHING_BUT, name)
    ? [name, value]
    : [undefined, undefined];
}
