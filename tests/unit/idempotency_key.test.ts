import fc from "fast-check";
import { expect, test } from "vitest";
import {
  hashPayload,
  keyFromPayload,
  select,
} from "../../f/meal-planner/patterns/idempotency/idempotency_key.ts";
import {
  defineIdempotentOperation,
  identify,
} from "../../f/meal-planner/patterns/idempotency/idempotent_operation.ts";
import { LocalResults } from "../../f/meal-planner/patterns/idempotency/local_results.ts";

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)]),
  );
};

test("the order of an object's keys doesn't change its hash, and any other change does", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(hashPayload(shuffled(value))).toBe(hashPayload(value));
      expect(hashPayload([value])).not.toBe(hashPayload([[value]]));
    }),
  );
  expect(hashPayload({ a: 1 })).not.toBe(hashPayload({ a: "1" }));
  expect(hashPayload([1, 2])).not.toBe(hashPayload([2, 1]));
});

test("an expression makes the key from the parts it selects", () => {
  const key = (payload: unknown) => keyFromPayload("[household.id, week]", payload);
  expect(key({ household: { id: "a" }, week: "2026-W10", noise: 1 })).toBe(
    key({ noise: 2, week: "2026-W10", household: { id: "a" } }),
  );
  expect(key({ household: { id: "a" }, week: "2026-W10" })).not.toBe(
    key({ household: { id: "b" }, week: "2026-W10" }),
  );
});

test("a payload in which the expression finds nothing has no key", () => {
  expect(keyFromPayload("[household.id, week]", { other: 1 })).toBeUndefined();
  const settings = { consumer: "c", keyJmespath: "id" };
  expect(() => identify(defineIdempotentOperation(settings), { payload: {} })).toThrow(/selects nothing/);
  expect(
    identify(defineIdempotentOperation({ ...settings, onMissingKey: "run" }), { payload: {} }),
  ).toBeUndefined();
});

test("an expression that can't be read is refused with the expression in the message", () => {
  expect(() => select("[oops", { a: 1 })).toThrow(/"\[oops"/);
});

test("an operation's settings can't be changed by another one", () => {
  const operation = defineIdempotentOperation({ consumer: "outer" });
  expect(() => Object.assign(operation, { consumer: "inner" })).toThrow(TypeError);
});

test("local results drop the one unused for longest, and any whose time is over", () => {
  const results = new LocalResults(2);
  for (const key of ["a", "b"]) results.set(key, { payloadHash: null, result: key, untilMs: 100 });
  results.get("a", null, 0);
  results.set("c", { payloadHash: "h", result: "c", untilMs: 200 });
  expect(results.get("b", null, 0)).toBeUndefined();
  expect(results.get("a", null, 99)).toEqual({ result: "a" });
  expect(results.get("a", null, 100)).toBeUndefined();
  expect(results.get("c", "another payload", 0)).toBeUndefined();
  expect(results.get("c", "h", 0)).toEqual({ result: "c" });
});
