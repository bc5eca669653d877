import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compilePattern } from "../../f/meal-planner/events/producers/event_pattern.ts";

const CASES = new URL("../../../shared/cases/event_patterns.json", import.meta.url);

type Case = { id: string; desc: string; event: Record<string, unknown>; pattern: unknown; expected: string };

function outcome(pattern: unknown, event: Record<string, unknown>): string {
  try {
    return compilePattern(pattern).matches(event) ? "match" : "no-match";
  } catch (error) {
    if ((error as { code?: string }).code !== "INVALID_EVENT_PATTERN") throw error;
    return "invalid";
  }
}

describe.skipIf(!existsSync(CASES))("patterns agree with aws/event-ruler", () => {
  const cases: Case[] = existsSync(CASES) ? JSON.parse(readFileSync(CASES, "utf8")).cases : [];
  test.each(cases)("$id: $desc", ({ event, pattern, expected }) => {
    expect(outcome(pattern, event)).toBe(expected);
  });
});

test("an invalid pattern is refused with every place and reason", () => {
  const pattern = {
    detail: { n: [{ numeric: ["!=", 5] }], ip: [{ cidr: "10.0.0.1/32" }] },
    $or: [{ a: ["x"] }],
  };
  let details: unknown;
  try {
    compilePattern(pattern, "event_pattern");
  } catch (error) {
    details = (error as { details: unknown }).details;
  }
  expect(details).toEqual([
    { path: "event_pattern.detail.n[0].numeric[0]", message: expect.stringContaining("must be =") },
    { path: "event_pattern.detail.ip[0].cidr", message: expect.stringContaining("0 to 31") },
    { path: "event_pattern.$or", message: expect.stringContaining("two or more") },
  ]);
});
