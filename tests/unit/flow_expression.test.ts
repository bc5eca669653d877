import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkSyntax,
  type ExpressionScope,
  evaluateExpression,
  holds,
} from "../../local/flows/expression.ts";
import { delaySeconds } from "../../local/flows/retry_delay.ts";

function scope(given: Partial<ExpressionScope> = {}): ExpressionScope {
  return {
    flowInput: { n: 1 },
    results: (id) => (id === "a" ? { value: { b: [{ c: 2 }], text: "x" } } : undefined),
    names: { previous_result: { error: { message: "m" } }, resume: null },
    variable: async (path) => `v:${path}`,
    resource: async (path) => ({ path }),
    ...given,
  };
}

const evaluate = (text: string, given?: Partial<ExpressionScope>) => evaluateExpression(text, scope(given));

describe("an expression", () => {
  test("sees inputs, results, names, and the error of what came before", async () => {
    expect(await evaluate("flow_input.n + results.a.b[0].c")).toBe(3);
    expect(await evaluate("error.message + previous_result.error.message")).toBe("mm");
    expect(await evaluate("results['a'].text + '!'")).toBe("x!");
  });

  test("waits for variables and resources by itself", async () => {
    expect(await evaluate("variable('f/x/y').length + resource('f/x/z').path.length")).toBe(12);
  });

  test("with a return is a body; what is undefined becomes null, as does a missing field of a plain path", async () => {
    expect(await evaluate("const x = flow_input.n;\nreturn x * 2")).toBe(2);
    expect(await evaluate("flow_input.missing")).toBe(null);
    expect(await evaluate("results.a.no.such.field")).toBe(null);
    expect(await evaluate("results.later?.x ?? 'none'")).toBe("none");
  });

  test("that names a step which hasn't run, throws or doesn't end fails with its text", async () => {
    await expect(evaluate("results.later")).rejects.toThrow("results.later");
    await expect(evaluate("nowhere.x")).rejects.toThrow("nowhere.x");
  });

  test("works on copies and reaches nothing of the process", async () => {
    const value = { list: [1] };
    const results = () => ({ value });
    expect(await evaluate("(results.a.list.push(2), results.a.list.length)", { results })).toBe(1);
    expect(value).toEqual({ list: [1] });
    expect(await evaluate("typeof process + typeof require")).toBe("undefinedundefined");
  });

  test("gives back any JSON value as it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const json = JSON.parse(JSON.stringify(value));
        const given = { results: () => ({ value: json }) };
        expect(await evaluate("results.a", given)).toEqual(json);
        expect(await evaluate("(results.a)", given)).toEqual(json);
      }),
      { numRuns: 30 },
    );
  });

  test("as a predicate is true or false by JavaScript's idea of truth", async () => {
    expect(await holds("flow_input.n", scope())).toBe(true);
    expect(await holds("flow_input.missing", scope())).toBe(false);
  });

  test("is checked before it runs", () => {
    expect(() => checkSyntax("results.a.b")).not.toThrow();
    expect(() => checkSyntax("if (x) { return 1 } return 2")).not.toThrow();
    expect(() => checkSyntax("results.")).toThrow(SyntaxError);
  });
});

describe("a retry's delay", () => {
  test("is constant first, then multiplier · seconds to the power of the failures, then over", () => {
    const retry = {
      constant: { attempts: 2, seconds: 5 },
      exponential: { attempts: 2, multiplier: 3, seconds: 2, random_factor: null },
    };
    expect([0, 1, 2, 3, 4].map((failures) => delaySeconds(retry, failures))).toEqual([
      5,
      5,
      24,
      48,
      undefined,
    ]);
  });

  test("with jitter stays within its share of the plain one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (failures, share, random) => {
          const plain = { exponential: { attempts: 5, multiplier: 2, seconds: 3 } };
          const jittered = { exponential: { ...plain.exponential, random_factor: share } };
          const base = delaySeconds(plain, failures) ?? 0;
          const delay = delaySeconds(jittered, failures, () => random) ?? 0;
          expect(Math.abs(delay - base)).toBeLessThanOrEqual((base * share) / 100 + 1e-9);
        },
      ),
    );
  });
});
