import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkSyntax,
  type ExpressionScope,
  evaluateExpression,
  holds,
} from "../../local/flows/expression.ts";
import { returnsNothing } from "../../local/flows/expression_program.ts";
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
    expect(await evaluate('results["a"].text + "!"')).toBe("x!");
    expect(
      await evaluate("flow_input.list.map((i) => results.a.b[i].c)", { flowInput: { list: [0] } }),
    ).toEqual([2]);
  });

  test("gets a step that it looks up by a computed name as a promise, as Windmill gives it", async () => {
    expect(await evaluate("results['a'].text ?? 'not there yet'")).toBe("not there yet");
    expect(await evaluate("results['a']")).toMatchObject({ text: "x" });
  });

  test("without results, where Windmill has none, can't name a step", async () => {
    await expect(evaluate("results.a.text", { results: undefined })).rejects.toThrow("results");
  });

  test("waits for variables and resources by itself", async () => {
    expect(await evaluate("variable('f/x/y').length + resource('f/x/z').path.length")).toBe(12);
  });

  test("with a return is a body; what is undefined becomes null, as does a missing field of a plain path", async () => {
    expect(await evaluate("const x = flow_input.n;\nreturn x * 2")).toBe(2);
    expect(await evaluate("flow_input.missing")).toBe(null);
    expect(await evaluate("results.a.no.such.field")).toBe(null);
    expect(await evaluate("results.later?.x ?? 'none'")).toBe("none");
    expect(await evaluate("results.later")).toBe(null);
    expect(await evaluate("results.a.text.length")).toBe(1);
  });

  test("is what is returned unless it is made of statements; with a semicolon and no return it is null", async () => {
    const list = { flowInput: { list: [1, 2] } };
    expect(await evaluate("flow_input.list.map((x) => { return x * 2 })", list)).toEqual([2, 4]);
    expect(await evaluate("return flow_input.list.map((x) => { const y = x; return y * 2; })", list)).toEqual(
      [2, 4],
    );
    expect(await evaluate("flow_input.list.map((x) => { const y = x; return y * 2; })", list)).toBe(null);
    expect(await evaluate("flow_input.n;")).toBe(null);
    expect(await evaluate("'a;b' + `;`")).toBe("a;b;");
    expect(returnsNothing("flow_input.n;")).toBe(true);
    expect(returnsNothing("'a;b'")).toBe(false);
  });

  test("sees one error for a list with several, and says so where there is none", async () => {
    const failed = (message: string) => ({ error: { message, step_id: "s" } });
    const seen = (previous_result: unknown) => evaluate("error.message", { names: { previous_result } });
    expect(await seen([1, failed("only")])).toBe("only");
    expect(await seen([failed("one"), failed("two")])).toBe("[s] one; [s] two");
    expect(await seen({ fine: true })).toBe("Could not parse the error");
    expect(await seen(null)).toBe("No error found");
  });

  test("that throws or doesn't end fails with its text", async () => {
    await expect(evaluate("nowhere.x")).rejects.toThrow("nowhere.x");
  });

  test("works on copies and reaches nothing of the process", async () => {
    const value = { list: [1] };
    const results = () => ({ value });
    expect(await evaluate("(results.a.list.push(2), results.a.list.length)", { results })).toBe(2);
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
    await expect(holds("[1].some((x) => { const y = x; return y; })", scope())).rejects.toThrow("boolean");
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
