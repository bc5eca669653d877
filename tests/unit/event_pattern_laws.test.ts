import fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "../../f/meal-planner/events/producers/event_pattern.ts";
import { RuleIndex } from "../../f/meal-planner/events/producers/rule_index.ts";

type Json = Record<string, unknown>;

// A naive evaluator, written from the description of the semantics and not from the matcher: flattens the event,
// spells out every combination of values, and asks each whether it satisfies the pattern.
type Flat = { path: string; value: unknown; elements: Map<number, number> };

function flatten(event: Json): Flat[] {
  const flat: Flat[] = [];
  let arrays = 0;
  const walk = (value: unknown, path: string, elements: Map<number, number>): void => {
    if (Array.isArray(value)) {
      const id = arrays++;
      value.forEach((element, index) => {
        const inside = typeof element === "object" && element !== null;
        walk(element, path, inside ? new Map(elements).set(id, index) : elements);
      });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(inner, path === "" ? key : `${path}.${key}`, elements);
    } else flat.push({ path, value, elements });
  };
  walk(event, "", new Map());
  return flat;
}

function alternatives(pattern: Json, path = ""): Map<string, unknown[]>[] {
  let sets: Map<string, unknown[]>[] = [new Map()];
  for (const [key, value] of Object.entries(pattern)) {
    const here = path === "" ? key : `${path}.${key}`;
    const options =
      key === "$or"
        ? (value as Json[]).flatMap((branch) => alternatives(branch, path))
        : Array.isArray(value)
          ? [new Map([[here, value]])]
          : alternatives(value as Json, here);
    sets = sets.flatMap((set) => options.map((option) => new Map([...set, ...option])));
  }
  return sets;
}

function naive(pattern: Json, event: Json): boolean {
  const flat = flatten(event);
  return alternatives(pattern).some((fields) => {
    const paths = [...fields.keys()].sort();
    const search = (at: number, chosen: Map<number, number>): boolean => {
      if (at === paths.length) return true;
      const tests = fields.get(paths[at]!)!;
      const consistent = flat.filter(
        ({ path, elements }) =>
          path === paths[at] &&
          [...elements].every(([id, index]) => !chosen.has(id) || chosen.get(id) === index),
      );
      if (consistent.length === 0 && tests.some((one) => (one as Json | null)?.exists === false))
        return search(at + 1, chosen);
      return consistent.some(
        ({ value, elements }) =>
          tests.some((one) => takes(one, value)) && search(at + 1, new Map([...chosen, ...elements])),
      );
    };
    return search(0, new Map());
  });
}

function takes(one: unknown, value: unknown): boolean {
  if (typeof one !== "object" || one === null) return one === value;
  const [operator, operand] = Object.entries(one)[0] as [string, never];
  const text = typeof value === "string" ? value : undefined;
  switch (operator) {
    case "prefix":
      return text?.startsWith(operand) ?? false;
    case "suffix":
      return text?.endsWith(operand) ?? false;
    case "equals-ignore-case":
      return text?.toLowerCase() === (operand as string).toLowerCase();
    case "exists":
      return operand === true;
    case "anything-but":
      return Array.isArray(operand)
        ? !(operand as unknown[]).includes(value)
        : typeof operand === "object"
          ? !takes(operand, value)
          : operand !== value;
    case "wildcard": {
      const [head, ...rest] = (operand as string).split("*").map((part) => part.replace(/[?]/g, "\\?"));
      return text !== undefined && new RegExp(`^${[head, ...rest].join("[^]*")}$`).test(text);
    }
    case "numeric":
      return (
        typeof value === "number" &&
        pairs(operand).every(([op, bound]) =>
          op === "="
            ? value === bound
            : op === "<"
              ? value < bound
              : op === "<="
                ? value <= bound
                : op === ">"
                  ? value > bound
                  : value >= bound,
        )
      );
    default:
      throw new Error(operator);
  }
}

function pairs(list: readonly unknown[]): [string, number][] {
  return list.length === 0 ? [] : [[list[0] as string, list[1] as number], ...pairs(list.slice(2))];
}

const key = fc.constantFrom("a", "b", "c");
const text = fc.constantFrom("", "x", "xy", "X", "xyx", "yxy");
const number = fc.constantFrom(-1, 0, 1, 2.5);
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { value } = fc.letrec<{ value: unknown; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 3 }) },
    { weight: 2, arbitrary: tie("object") },
  ),
  object: fc.dictionary(key, tie("value"), { maxKeys: 3 }),
}));
const event = fc.dictionary(key, value, { maxKeys: 3 });

const expression = fc.oneof(
  scalar,
  fc.record({ prefix: text }),
  fc.record({ suffix: text }),
  fc.record({ "equals-ignore-case": text }),
  fc.record({ exists: fc.boolean() }),
  fc.record({ wildcard: fc.constantFrom("*", "x*", "*y", "x*x", "*x*", "?*") }),
  fc.record({ numeric: fc.constantFrom([">", 0], ["<=", 1], ["=", 1], [">=", 0, "<", 2.5]) }),
  fc.record({
    "anything-but": fc.oneof(
      text,
      number,
      fc.array(text, { minLength: 1, maxLength: 2 }),
      fc.record({ prefix: fc.constantFrom("x", "y") }),
    ),
  }),
);
const { pattern } = fc.letrec<{ pattern: Json; field: unknown }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 2 },
    { weight: 2, arbitrary: fc.array(expression, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: tie("pattern") },
  ),
  pattern: fc.oneof(
    { weight: 4, arbitrary: fc.dictionary(key, tie("field"), { minKeys: 1, maxKeys: 3 }) },
    {
      weight: 1,
      arbitrary: fc.record({
        $or: fc.array(tie("pattern") as fc.Arbitrary<Json>, { minLength: 2, maxLength: 3 }),
      }),
    },
  ) as fc.Arbitrary<Json>,
}));

test("a pattern matches exactly the events that a naive evaluator says", () => {
  fc.assert(
    fc.property(pattern, event, (pattern, event) => {
      expect(compilePattern(pattern).matches(event)).toBe(naive(pattern, event));
    }),
    { numRuns: 3000 },
  );
});

test("many rules at once match as each does by itself", () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 12 }), event, (patterns, event) => {
      const index = new RuleIndex(patterns.map((pattern, value) => ({ pattern, value })));
      const alone = patterns.flatMap((pattern, at) => (compilePattern(pattern).matches(event) ? [at] : []));
      expect(index.match(event)).toEqual(alone);
    }),
    { numRuns: 1000 },
  );
});

test("an address is found among many blocks of both kinds", () => {
  const blocks = [
    "10.0.0.0/8",
    "10.1.0.0/15",
    "10.1.2.0/23",
    "0.0.0.0/0",
    "2001:db8::/32",
    "2001:db8::/33",
    "::/0",
  ];
  const rules = [...blocks.map((cidr) => ({ cidr })), "10.1.2.3", "2001:db8:0:0:0:0:0:1"];
  const index = new RuleIndex(rules.map((rule, value) => ({ pattern: { ip: [rule] }, value })));
  expect(index.match({ ip: "10.1.2.3" })).toEqual([0, 1, 2, 3, 7]);
  expect(index.match({ ip: "2001:db8::1" })).toEqual([4, 5, 6, 8]);
  expect(index.match({ ip: "10.1.2" })).toEqual([]);
});
