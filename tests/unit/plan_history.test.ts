import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CellChange,
  type CellMeal,
  reverseOf,
} from "../../f/meal-planner/handlers/meal_planning/plan_history.ts";

const meal = fc.option(
  fc.nat(4).map(
    (recipe): CellMeal => ({
      slot: "dinner",
      recipe_id: `recipe ${recipe}`,
      portions: { ada: 1 },
      locked: false,
      mark: null,
    }),
  ),
  { nil: null },
);
const step = fc.array(fc.record({ position: fc.nat(3), after: meal }), { minLength: 1, maxLength: 4 });

type Meals = Map<number, CellMeal | null>;

test("the reverse of any changes, made after them, gives the plan before them", () => {
  fc.assert(
    fc.property(
      fc.array(meal, { minLength: 4, maxLength: 4 }),
      fc.array(step, { maxLength: 6 }),
      (start, steps) => {
        const before: Meals = new Map(start.entries());
        const now: Meals = new Map(before);
        const changes = steps.map((cells) => ({ cells: apply(now, cells) }));
        for (const { position, before: found, after } of reverseOf([...changes].reverse())) {
          expect(found).toEqual(now.get(position));
          now.set(position, after);
        }
        expect([...now]).toEqual([...before]);
      },
    ),
  );
});

/** One change touches a place once. */
function apply(meals: Meals, cells: { position: number; after: CellMeal | null }[]): CellChange[] {
  const once = new Map(cells.map((cell) => [cell.position, cell.after]));
  return [...once].map(([position, after]) => {
    const before = meals.get(position) ?? null;
    meals.set(position, after);
    return { date: "2096-01-02", position, before, after };
  });
}
