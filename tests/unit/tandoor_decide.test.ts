import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decide,
  type FieldState,
  MODES,
  POLICIES,
  type Situation,
} from "../../f/meal-planner/handlers/tandoor/decide.ts";
import { FIELDS } from "../../f/meal-planner/handlers/tandoor/recipe_fields.ts";

const state: fc.Arbitrary<FieldState> = fc.record({
  oursChanged: fc.boolean(),
  theirsChanged: fc.boolean(),
  same: fc.boolean(),
  oursEmpty: fc.boolean(),
  theirsEmpty: fc.boolean(),
});
const situation: fc.Arbitrary<Situation> = fc.record({
  mode: fc.constantFrom(...MODES),
  policy: fc.constantFrom(...POLICIES),
  theirsIsNewer: fc.boolean(),
  link: fc.constantFrom("known", "met", "made"),
  fields: fc
    .tuple(...FIELDS.map(() => state))
    .map((states) => Object.fromEntries(FIELDS.map((field, i) => [field, states[i]])) as Situation["fields"]),
});

describe("what to do with two sides", () => {
  test("a mode writes only its own side, and a field goes one way at most", () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { toOurs, toTheirs, agreed, dropOurs, dropTheirs } = decide(given);
        if (given.mode === "import") expect([toTheirs, dropOurs]).toEqual([[], []]);
        if (given.mode === "export") expect([toOurs, dropTheirs]).toEqual([[], []]);
        const all = [...toOurs, ...toTheirs, ...agreed, ...dropOurs, ...dropTheirs];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  test("nothing that neither side changed, and nothing that both say alike, is written", () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { toOurs, toTheirs } = decide(given);
        for (const field of [...toOurs, ...toTheirs]) {
          const { oursChanged, theirsChanged, same } = given.fields[field];
          expect(oursChanged || theirsChanged).toBe(true);
          expect(same).toBe(false);
        }
      }),
    );
  });

  test("of two sides that are known, whatever both changed is told as a conflict", () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { conflict } = decide({ ...given, link: "known" });
        const both = FIELDS.filter((field) => {
          const { oursChanged, theirsChanged, same } = given.fields[field];
          return oursChanged && theirsChanged && !same;
        });
        expect((conflict?.contested ?? []).map(({ field }) => field)).toEqual(both);
      }),
    );
  });

  test("as long as someone is to be asked, nothing moves", () => {
    fc.assert(
      fc.property(situation, (given) => {
        const { conflict, toOurs, toTheirs, dropOurs, dropTheirs } = decide({ ...given, policy: "ask" });
        if (conflict?.kept !== null) return;
        expect([toOurs, toTheirs, dropOurs, dropTheirs]).toEqual([[], [], [], []]);
      }),
    );
  });
});
