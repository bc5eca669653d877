import { expect, test } from "vitest";
import { NUTRIENTS, type Nutrients } from "../../f/meal-planner/foods/nutrients.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import { planSummary, portionText, weekTable } from "../../local/start/week_table.ts";

const totals = { ...Object.fromEntries(NUTRIENTS.map((name) => [name, 10])), fibre_g: null } as Nutrients;

function plan(names: string[]): PlanView {
  return {
    plan_id: "p",
    household_id: "h",
    version: 1,
    state: "active",
    start_date: "2026-03-02",
    days: 1,
    generation: null,
    as_generated: true,
    meals: names.map((name, position) => ({
      date: "2026-03-02",
      position,
      slot: "dinner",
      recipe_id: `r${position}`,
      portions: { a: 1.5 },
      locked: false,
      name,
      per_serving: null,
    })),
    daily: [
      {
        date: "2026-03-02",
        person_id: "a",
        name: "Ada",
        totals,
        goals: [{ nutrient: "energy_kcal", kind: "about", target: 20, actual: 10, met: false }],
      },
    ],
  } as unknown as PlanView;
}

test.each([
  [0.5, "½"],
  [1, "1"],
  [1.75, "1¾"],
  [1.3, "1.3"],
  [undefined, "–"],
])("a portion of %s reads %s", (size, text) => {
  expect(portionText(size)).toBe(text);
});

test("a meal in a script of wide characters, or with a long name, keeps the columns in line", () => {
  const lines = weekTable(plan(["Soup", "麻婆豆腐", "A ".repeat(60)])).split("\n");
  const columns = (line: string) =>
    [...line].reduce((width, character) => width + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  const [soup, tofu, long] = lines.slice(1, 4).map(columns);
  expect(tofu).toBe(soup);
  expect(long).toBe(soup);
});

test("what isn't known is a question mark, and a missed goal is marked by its side", () => {
  const table = weekTable(plan(["Soup"]));
  expect(table).toMatch(/10 \/ 20 ▼/);
  expect(table).toMatch(/\?/);
});

test("a plan made by hand claims nothing", () => {
  expect(planSummary(plan([]))).toBe("Made by hand.");
});

test("a proof is told as a share where it is near, in points where it is far", () => {
  const generation = {
    objective: 10,
    lower_bound: 9.9,
    gap: 0.01,
    elapsed_ms: 900,
    considered: 5,
    left_out: [],
  };
  const summary = (change: object) =>
    planSummary({ ...plan([]), generation: { ...generation, ...change } } as unknown as PlanView);
  expect(summary({})).toMatch(/within 1\.0 % of the best/);
  expect(summary({ gap: 0 })).toMatch(/Proven to be the best/);
  expect(summary({ lower_bound: 2, gap: 0.8 })).toMatch(/at most 8\.0 points better/);
});

test("a plan that was changed by hand no longer claims the proof of the one that was generated", () => {
  const generation = { objective: 10, lower_bound: 10, gap: 0, elapsed_ms: 900, considered: 5, left_out: [] };
  const changed = { ...plan([]), generation, as_generated: false } as unknown as PlanView;
  expect(planSummary(changed)).not.toMatch(/best/);
});
