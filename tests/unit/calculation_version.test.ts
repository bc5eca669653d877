import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { indexOf } from "../../bench/foods_accuracy.ts";
import { HARD_KINDS, MANY_KITCHENS } from "../../bench/judged_lines.ts";
import { CALCULATION_VERSION } from "../../f/meal-planner/foods/calculation_version.ts";
import { type ResolvedLine, resolveLine } from "../../f/meal-planner/foods/line_nutrition.ts";

/** What some two hundred lines give by the staples, as a digest; beside the number of the way that gives it. */
const GIVES: Readonly<Record<number, string>> = {
  1: "154708f46ba0e798",
  2: "041da3b4cf8f553c",
};

test("whoever changes what lines give raises the calculation's number, so that stored recipes follow", () => {
  const index = indexOf("staples");
  const shown = ({ food, grams, parts }: ResolvedLine): unknown => [
    food?.sourceId ?? null,
    grams === null ? null : Math.round(grams * 10) / 10,
    parts.map(shown),
  ];
  const given = [...MANY_KITCHENS, ...HARD_KINDS].map(({ line }) => [line, shown(resolveLine(index, line))]);
  const digest = createHash("sha256").update(JSON.stringify(given)).digest("hex").slice(0, 16);
  expect(
    GIVES[CALCULATION_VERSION],
    `Lines give something else now. Raise CALCULATION_VERSION and note "${digest}" here beside it.`,
  ).toBe(digest);
});
