import { type InputProblem, InvalidInput } from "../../database/errors.ts";
import { parseIpAddress } from "./ip_address.ts";
import { parseMatchExpression } from "./match_expression.ts";
import type { ValueMatcher } from "./value_matcher.ts";

/** All of its fields must match: the dotted path of each, with its alternatives. `$or` makes several conjuncts. */
export type Conjunct = ReadonlyMap<string, readonly ValueMatcher[]>;

type Draft = Map<string, readonly ValueMatcher[]>;

// Names that mean an operator: inside $or they are far likelier a slip than a field.
const RESERVED_INSIDE_OR = new Set([
  ...["exactly", "equals-ignore-case", "prefix", "suffix", "anything-but", "exists", "wildcard", "numeric"],
  ...["cidr", "=", "<", "<=", ">", ">=", "regex", "not-wildcard", "not-equals-ignore-case", "date-after"],
  ...["date-on-or-after", "date-before", "date-on-or-before", "in-date-range", "ip-address-in-range"],
  "ip-address-not-in-range",
]);

// Several $or multiply; hypermatch bounds the product the same way.
const MAX_CONJUNCTS = 1000;
const MAX_DEPTH = 100;

/**
 * Reads an event pattern as aws/event-ruler's JsonRuleCompiler does: fields are ANDed, a list is an OR, `$or` at any
 * level takes two or more objects and combines with what stands before and after it. The same path written twice:
 * the last one wins.
 *
 * @param place What the problems' paths begin with.
 * @throws InvalidInput with code INVALID_EVENT_PATTERN; `details` has each problem's place and reason.
 */
export function parsePattern(pattern: unknown, place = ""): readonly Conjunct[] {
  const problems: InputProblem[] = [];
  const parser = new PatternParser(problems);
  const conjuncts = isObject(pattern)
    ? parser.parseObject(pattern, [], { path: "", place, insideOr: false, depth: 0 })
    : [];
  if (!isObject(pattern)) problems.push({ path: place, message: "must be an object of fields" });
  if (problems.length > 0) throw new InvalidInput(problems, "INVALID_EVENT_PATTERN");
  return conjuncts;
}

type Context = { path: string; place: string; insideOr: boolean; depth: number };

class PatternParser {
  constructor(private readonly problems: InputProblem[]) {}

  parseObject(object: Record<string, unknown>, drafts: Draft[], context: Context): Draft[] {
    const entries = Object.entries(object);
    if (entries.length === 0) this.report(context.place, "must not be empty: name at least one field");
    if (context.depth > MAX_DEPTH) {
      this.report(context.place, `must not be nested deeper than ${MAX_DEPTH} levels`);
      return drafts;
    }
    let result = drafts;
    for (const [name, value] of entries) {
      const place = context.place === "" ? name : `${context.place}.${name}`;
      if (name === "$or") result = this.parseOr(value, result, { ...context, place });
      else result = this.parseField(name, value, result, { ...context, place });
    }
    return result;
  }

  private parseField(name: string, value: unknown, drafts: Draft[], context: Context): Draft[] {
    if (context.insideOr && RESERVED_INSIDE_OR.has(name)) {
      this.report(context.place, "is an operator's name, which can't be a field inside $or");
      return drafts;
    }
    const path = context.path === "" ? name : `${context.path}.${name}`;
    if (Array.isArray(value)) {
      const matchers = this.parseList(value, context.place);
      if (drafts.length === 0) return [new Map([[path, matchers]])];
      for (const draft of drafts) draft.set(path, matchers);
      return drafts;
    }
    if (isObject(value))
      return this.parseObject(value, drafts, { ...context, path, depth: context.depth + 1 });
    this.report(context.place, "must be a list of values, or an object of fields");
    return drafts;
  }

  private parseOr(value: unknown, drafts: Draft[], context: Context): Draft[] {
    if (!Array.isArray(value) || value.length < 2) {
      this.report(context.place, "must be a list of two or more objects");
      return drafts;
    }
    const result: Draft[] = [];
    for (const [at, branch] of value.entries()) {
      const place = `${context.place}[${at}]`;
      if (!isObject(branch)) {
        this.report(place, "must be an object of fields");
        continue;
      }
      if (result.length > MAX_CONJUNCTS) continue;
      const copies = drafts.length === 0 ? [new Map()] : drafts.map((draft) => new Map(draft));
      result.push(
        ...this.parseObject(branch, copies, { ...context, place, insideOr: true, depth: context.depth + 1 }),
      );
    }
    if (result.length > MAX_CONJUNCTS) {
      this.report(context.place, `makes more than ${MAX_CONJUNCTS} combinations; split the rule`);
      return drafts;
    }
    return result;
  }

  private parseList(list: unknown[], place: string): ValueMatcher[] {
    if (list.length === 0) this.report(place, "must not be an empty list");
    return list.flatMap((value, at) => this.parseValue(value, `${place}[${at}]`));
  }

  private parseValue(value: unknown, place: string): ValueMatcher[] {
    if (typeof value === "string") {
      // Addresses are compared as such: "::1" is "0:0:0:0:0:0:0:1".
      const digits = parseIpAddress(value);
      return [digits === undefined ? { kind: "literal", value } : { kind: "address", digits }];
    }
    if (value === null || typeof value === "number" || typeof value === "boolean") {
      return [{ kind: "literal", value }];
    }
    if (isObject(value)) {
      const parsed = parseMatchExpression(value, (at, message) => this.report(place + at, message));
      return parsed === undefined ? [] : [parsed];
    }
    this.report(place, "must be a string, number, true, false, null, or an object with one operator");
    return [];
  }

  private report(path: string, message: string): void {
    this.problems.push({ path, message });
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
