import fc from "fast-check";
import { expect, test } from "vitest";
import { CallBudget } from "../../local/web/call_budget.ts";

test("a caller has its burst at once, then waits for the refill, and doesn't use up another's", () => {
  const budget = new CallBudget(3, 0.5);
  expect([1, 2, 3].map(() => budget.take("a", 0))).toEqual([0, 0, 0]);
  expect(budget.take("a", 0)).toBe(2);
  expect(budget.take("b", 0)).toBe(0);
  expect(budget.take("a", 1_999)).toBeGreaterThan(0);
  expect(budget.take("a", 2_000)).toBe(0);
  expect(budget.take("a", 2_000)).toBe(2);
});

test("looking takes nothing", () => {
  const budget = new CallBudget(1, 1);
  expect([budget.peek("a", 0), budget.peek("a", 0), budget.take("a", 0), budget.peek("a", 0)]).toEqual([
    0, 0, 0, 1,
  ]);
});

test("however calls are spread, no more pass than the burst and what was refilled since", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { maxLength: 200 }), (pauses) => {
      const budget = new CallBudget(5, 2);
      let [now, passed] = [0, 0];
      for (const pause of pauses) {
        now += pause;
        if (budget.take("a", now) === 0) passed += 1;
        expect(passed).toBeLessThanOrEqual(5 + (now / 1000) * 2 + 1e-6);
      }
    }),
  );
});
