import fc from "fast-check";
import { expect, test } from "vitest";
import { storableJson } from "../../f/meal-planner/patterns/storable_json.ts";

test("what has no NUL is stored as it is", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(!JSON.stringify(value).includes("\\u0000"));
      expect(JSON.parse(storableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a NUL is replaced wherever it stands, and text that only spells one is kept", () => {
  const stored = JSON.parse(
    storableJson({ "a\u0000": ["x\u0000y", { b: "\\u0000" }], n: 1, none: undefined }),
  );
  expect(stored).toEqual({ "a\ufffd": ["x\ufffdy", { b: "\\u0000" }], n: 1 });
  expect(storableJson(undefined)).toBe("null");
});
