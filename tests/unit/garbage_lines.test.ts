import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { garbageLines } from "../../bench/foods_garbage.ts";
import { buildFoodIndex } from "../../f/meal-planner/foods/food_index.ts";
import { recordOfStarterFood } from "../../f/meal-planner/foods/food_record.ts";
import { parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";
import { resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";
import { LONGEST_PARSED_LINE } from "../../f/meal-planner/foods/line_text.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";

const index = buildFoodIndex(STARTER_FOODS.map(recordOfStarterFood));
const ORDINARY =
  "1 (14-ounce) can plum tomatoes, drained and roughly chopped, plus 2 tablespoons for the sauce";

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

describe("ten kilobytes that are no ingredient", () => {
  const lines = [...garbageLines()];

  test("are read as far as a line reaches, and kept whole", () => {
    for (const [name, line] of lines) {
      const { original, comment, ...read } = parseIngredientLine(line);
      const {
        original: _,
        comment: said,
        ...start
      } = parseIngredientLine(line.slice(0, LONGEST_PARSED_LINE));
      expect(original, name).toBe(line);
      if (!isDeepStrictEqual(read, start)) expect(read, name).toEqual(start);
      expect((comment ?? "").startsWith((said ?? "").trim()), name).toBe(true);
    }
  });

  test("are answered in the time of a hundred ordinary lines at most", () => {
    const ordinary = () => {
      for (let i = 0; i < 100; i++) resolveLine(index, ORDINARY);
    };
    ordinary();
    const hundred = Math.min(...[1, 2, 3].map(() => timed(ordinary)));
    // The best of three: what a line costs, not what else the machine had to do.
    const slow = lines.filter(([, line]) =>
      [1, 2, 3].every(() => timed(() => resolveLine(index, line)) > hundred),
    );
    expect(slow.map(([name]) => name)).toEqual([]);
  });

  test("never throw, whatever they are made of", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."( ) [ } ½ 1/ 1e9 - – or and plus to x , ; : / \" ' < & % ° about chopped salt cup".split(" "),
      ),
      fc.string({ unit: "binary", minLength: 1, maxLength: 6 }),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
    );
    const garbage = fc
      .array(fc.tuple(piece, fc.boolean()), { minLength: 1, maxLength: 8 })
      .map((pieces) => pieces.map(([text, apart]) => (apart ? `${text} ` : text)).join(""))
      .map((unit) => unit.repeat(Math.ceil(10_240 / unit.length)));
    fc.assert(
      fc.property(garbage, (line) => {
        const { line: parsed, grams } = resolveLine(index, line);
        if (parsed.original !== line) expect(parsed.original).toBe(line);
        if (grams !== null) expect(Number.isFinite(grams) && grams >= 0).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
