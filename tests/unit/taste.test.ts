import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Evidence,
  NO_TASTES,
  preferencesFrom,
  SIGNAL_WEIGHTS,
  type Signal,
  TASTE_KINDS,
  TASTE_POINTS,
  tastePoints,
  tastesFrom,
} from "../../f/meal-planner/handlers/meal_planning/taste.ts";

const soup = { recipe_id: "soup", cuisine: "Thai", nutrition: { main: "lentils" } };
const piece = (signal: Signal, count: number, change: Partial<Evidence> = {}): Evidence => ({
  ...{ kind: "recipe", subject: "soup", name: "Soup", person_id: null, last_date: "2026-03-02" },
  ...{ signal, count, fresh: count },
  ...change,
});
const one = (...evidence: Evidence[]) => preferencesFrom(evidence)[0]!.preference;

const evidences = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...TASTE_KINDS),
      subject: fc.constantFrom("soup", "lentils", "thai", "stew"),
      signal: fc.constantFrom(...(Object.keys(SIGNAL_WEIGHTS) as Signal[])),
      person_id: fc.constantFrom(null, "ada", "bo"),
      count: fc.integer({ min: 1, max: 400 }),
      faded: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ faded, count, signal, ...rest }) => piece(signal, count, { ...rest, fresh: count * faded })),
  { maxLength: 40 },
);

describe("what was done with a recipe", () => {
  test("is a hint when it happened once, and a taste when it happened often", () => {
    expect(one(piece("swapped_away", 1))).toBe(-0.25);
    expect(one(piece("swapped_away", 9))).toBe(-0.75);
    expect(one(piece("eaten", 2), piece("swapped_away", 2))).toBe(0);
    expect(one(piece("accepted", 4))).toBeLessThan(one(piece("eaten", 2)));
  });

  test("counts less the longer ago it was", () => {
    expect(one(piece("eaten", 2, { fresh: 0.25 }))).toBeLessThan(one(piece("eaten", 2)));
  });

  test("by one person alone counts for the household by that person's share", () => {
    const known = preferencesFrom([piece("logged", 6, { person_id: "ada" })]);
    expect(tastesFrom(known, 2).preferences.recipe.get("soup")).toBeCloseTo(known[0]!.preference / 2, 9);
  });
});

describe("what a recipe costs for tastes", () => {
  test("is nothing where nothing is known", () => {
    expect(tastePoints(soup, NO_TASTES)).toBe(0);
    expect(tastePoints(soup, tastesFrom([], 2))).toBe(0);
  });

  test("is less for what is liked, by recipe, main ingredient and cuisine", () => {
    const known = preferencesFrom([
      piece("eaten", 3, { kind: "cuisine", subject: "thai" }),
      piece("skipped", 3, { kind: "main", subject: "lentils" }),
    ]);
    const tastes = tastesFrom(known, 1);
    const stew = { recipe_id: "stew", cuisine: null, nutrition: { main: "beef" } };
    const thaiStew = { ...stew, cuisine: " thai " };
    expect(tastePoints(thaiStew, tastes)).toBe(0);
    expect(tastePoints(stew, tastes)).toBeGreaterThan(0);
    expect(tastePoints({ ...stew, nutrition: { main: "lentils" } }, tastes)).toBeGreaterThan(
      tastePoints(stew, tastes),
    );
  });

  test("is told by what was said of a recipe, before all that was done with it", () => {
    fc.assert(
      fc.property(evidences, fc.integer({ min: 1, max: 4 }), (evidence, people) => {
        const ofSoup = (liked: boolean) => {
          const known = preferencesFrom(evidence, [{ recipe_id: "soup", name: "Soup", liked }]);
          return tastePoints(soup, tastesFrom(known, people));
        };
        const learned = tastePoints(soup, tastesFrom(preferencesFrom(evidence), people));
        // Nothing is above the best loved, by which points are counted: what is liked costs no more than its own rest.
        expect(ofSoup(true)).toBeLessThanOrEqual(2 * (TASTE_POINTS.main + TASTE_POINTS.cuisine) + 1e-9);
        expect(ofSoup(false)).toBeGreaterThan(learned + 1);
      }),
    );
  });

  test("never sets two recipes more than two points apart, nor below nothing, whatever was done", () => {
    const limit = 2 * Object.values(TASTE_POINTS).reduce((sum, points) => sum + points, 0);
    expect(limit).toBeCloseTo(2, 9);
    fc.assert(
      fc.property(evidences, fc.integer({ min: 1, max: 4 }), (evidence, people) => {
        const tastes = tastesFrom(preferencesFrom(evidence), people);
        const points = tastePoints(soup, tastes);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(limit + 1e-9);
      }),
    );
  });
});
