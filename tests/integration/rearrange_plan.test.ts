import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { CookTwice } from "../../f/meal-planner/handlers/meal_planning/cook_twice.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import type { MovedMeal } from "../../f/meal-planner/handlers/meal_planning/move_meal.ts";
import type { SetPortions } from "../../f/meal-planner/handlers/meal_planning/set_portions.ts";
import type { SuggestedMeals } from "../../f/meal-planner/handlers/meal_planning/suggest_meals.ts";
import type { SuggestedPlaces } from "../../f/meal-planner/handlers/meal_planning/suggest_places.ts";
import { plannedMeals } from "../../f/meal-planner/handlers/shopping_list/planned_meals.ts";
import { resolveHousehold } from "../../f/meal-planner/households/household.ts";
import { day, START, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const { generate, planning, view, events } = sampleWeek(db);

let generated: string;
let plan: PlanView;
let plan_id: string;

beforeAll(async () => {
  ({ plan_id: generated } = await generate({ days: 5, gap_target: 0.5 }));
}, 120_000);
beforeEach(async () => {
  const copy = { plan_id: generated, start_date: START };
  ({ plan_id } = await planning<{ plan_id: string }>("copy_plan", copy));
  plan = await view(plan_id);
});

const LUNCH = 1;
const DINNER = 3;
const at = (date: string, position: number, from = plan) =>
  from.meals.find((meal) => meal.date === date && meal.position === position);
const eaten = (date: string, from: PlanView) =>
  from.daily.filter((d) => d.date === date).map(({ totals }) => totals.energy_kcal);

/** Two days whose meals of a place may change places: most can't, for the rules on what may be near what. */
async function exchange(position: number, args: Record<string, unknown> = {}): Promise<[MovedMeal, number]> {
  const refused: unknown[] = [];
  for (let to = 1; to < 5; to++) {
    const target = { plan_id, version: 1, date: day(0), position, to_date: day(to), ...args };
    const answer = await planning<MovedMeal>("move_meal", target).catch((error) => refused.push(error));
    if (typeof answer === "object") return [answer, to];
  }
  throw new Error(`No day takes the meal: ${refused.join("; ")}`);
}

describe("moving a meal", () => {
  test("to another day lets the two meals change places, with portions and sums as they are told", async () => {
    const [answer, to] = await exchange(0);
    const after = await view(plan_id);
    expect(at(day(to), 0, after)).toMatchObject({ recipe_id: at(day(0), 0)!.recipe_id, locked: true });
    expect(at(day(0), 0, after)).toMatchObject({ recipe_id: at(day(to), 0)!.recipe_id, locked: false });
    expect(answer.version).toBe(2);
    expect(answer.meals.map(({ date, name, portions }) => ({ date, name, portions }))).toEqual(
      [at(day(to), 0, after)!, at(day(0), 0, after)!].map(({ date, name, portions }) => ({
        date,
        name,
        portions,
      })),
    );
    for (const { date, people } of answer.meals) {
      expect(people.map(({ totals }) => totals.energy_kcal)).toEqual(eaten(date, after));
    }
    const others = (from: PlanView) => from.meals.filter((meal) => meal.position !== 0);
    expect(others(after)).toEqual(others(plan));
  });

  test("into an empty place leaves its own place empty, and is taken back by undo in one step", async () => {
    await planning("remove_meal", { plan_id, version: 1, date: day(1), position: 2 });
    const moved = { plan_id, version: 2, date: day(0), position: 2, to_date: day(1) };
    const answer = await planning<MovedMeal>("move_meal", moved);
    const after = await view(plan_id);
    expect(answer.meals).toHaveLength(1);
    expect(at(day(0), 2, after)).toBeUndefined();
    expect(at(day(1), 2, after)?.recipe_id).toBe(at(day(0), 2)!.recipe_id);
    await planning("undo_change", { plan_id, version: 3 });
    expect(at(day(0), 2, await view(plan_id))).toEqual(at(day(0), 2));
  });

  test("says in the event what came in exchange for what", async () => {
    const [, to] = await exchange(0);
    const [name, other] = [at(day(0), 0)!.name, at(day(to), 0)!.name];
    expect((await events(plan_id)).at(-1)).toEqual({
      type: "MealPlanUpdated",
      reason: `${name} moved from ${day(0)} to ${day(to)}, in exchange for ${other}`,
      version: 2,
    });
  });

  test("to a meal that it doesn't suit, a day or place that isn't the plan's, or over a change is refused", async () => {
    const move = (args: Record<string, unknown>) =>
      planning("move_meal", { plan_id, version: 1, date: day(0), position: 0, to_date: day(1), ...args });
    await expect(move({ to_position: DINNER })).rejects.toThrow(/suits breakfast.*, not dinner/);
    await expect(move({ to_date: "2099-06-01" })).rejects.toMatchObject({
      details: [{ path: "to_date", message: expect.stringContaining("goes from") }],
    });
    await expect(move({ to_position: 9 })).rejects.toMatchObject({
      details: [{ path: "to_position", message: "A day of this plan has the places 0 to 3." }],
    });
    await expect(move({ version: 7 })).rejects.toMatchObject({ code: "CONFLICT" });
    expect((await view(plan_id)).version).toBe(1);
  });

  test("to where it is changes nothing", async () => {
    const stay = { plan_id, version: 1, date: day(0), position: LUNCH, to_date: day(0) };
    expect(await planning("move_meal", stay)).toEqual({ plan_id, version: 1, meals: [] });
  });
});

describe("asking where a meal may go", () => {
  test("names its place on every other day; each is taken or refused as it was told, in the same words", async () => {
    const place = { plan_id, date: day(0), position: DINNER };
    const { places } = await planning<SuggestedPlaces>("suggest_places", place);
    expect(places.map(({ date, meal }) => [date, meal])).toEqual(
      [1, 2, 3, 4].map((index) => [day(index), at(day(index), DINNER)!.name]),
    );
    for (const { date, objection } of places) {
      const moved = await planning<MovedMeal>("move_meal", { ...place, version: 1, to_date: date }).then(
        () => "moved",
        (error: Error) => error.message,
      );
      if (objection === null) {
        expect(moved).toBe("moved");
        break;
      }
      expect(moved).toContain(objection);
    }
  });
});

describe("setting portions", () => {
  const setPortions = (portions: { person_id: string; portion: number }[]) =>
    planning<SetPortions>("set_portions", { plan_id, version: 1, date: day(2), position: DINNER, portions });

  test("changes who is named, locks the meal, and tells what everyone's day comes to", async () => {
    const [mara, jonas] = plan.balance.map(({ person_id }) => person_id);
    const before = at(day(2), DINNER)!;
    const answer = await setPortions([{ person_id: mara!, portion: 2.5 }]);
    const after = await view(plan_id);
    const portions = { ...before.portions, [mara!]: 2.5 };
    expect(at(day(2), DINNER, after)).toMatchObject({ portions, locked: true });
    expect(answer.people.map(({ totals }) => totals.energy_kcal)).toEqual(eaten(day(2), after));
    expect(answer.people.find(({ person_id }) => person_id === jonas)?.change.energy_kcal).toBe(0);
  });

  test("of somebody unknown, or so that nobody eats, is refused", async () => {
    const stranger = "0198f3a0-0000-7000-8000-000000000009";
    await expect(setPortions([{ person_id: stranger, portion: 1 }])).rejects.toMatchObject({
      details: [{ path: "portions[0].person_id", message: "Isn't one of this household" }],
    });
    const nobody = plan.balance.map(({ person_id }) => ({ person_id, portion: 0 }));
    await expect(setPortions(nobody)).rejects.toThrow(/remove_meal/);
  });
});

describe("asking what could be in an empty place", () => {
  test("gives the ten best in order, and the first one added does to the day what it was said to do", async () => {
    await planning("remove_meal", { plan_id, version: 1, date: day(1), position: DINNER });
    const place = { plan_id, date: day(1), position: DINNER };
    const { choices, slot } = await planning<SuggestedMeals>("suggest_meals", place);
    const differences = choices.map((choice) => choice.objective_difference);
    expect(slot).toBe("dinner");
    expect(differences).toEqual([...differences].sort((a, b) => a - b));
    const [first] = choices;
    const added = { plan_id, version: 2, date: day(1), slot, recipe_id: first!.recipe_id };
    await planning("add_meal", added);
    const told = first!.people.map(({ totals }) => totals.energy_kcal);
    expect(eaten(day(1), await view(plan_id))).toEqual(told);
  });

  test("of a place that the plan hasn't is refused", async () => {
    const beyond = { plan_id, date: day(1), position: 7 };
    await expect(planning("suggest_meals", beyond)).rejects.toMatchObject({
      details: [{ path: "position", message: "A day of this plan has the places 0 to 3." }],
    });
  });
});

describe("a plan's balance", () => {
  test("is each goal's mean over the days and the number of days on which it is met", async () => {
    for (const { person_id, goals } of plan.balance) {
      const days = plan.daily.filter((d) => d.person_id === person_id);
      for (const { nutrient, mean, days_met, days: count } of goals) {
        const results = days.map((d) => d.goals.find((goal) => goal.nutrient === nutrient)!);
        const sum = results.reduce((total, { actual }) => total + actual!, 0);
        expect(mean).toBeCloseTo(sum / 5, 0);
        expect(days_met).toBe(results.filter(({ met }) => met).length);
        expect(count).toBe(5);
      }
    }
    expect(plan.meals[0]).toMatchObject({ minutes: expect.any(Number), image_url: null });
  });
});

describe("cooking a meal for a later one, too", () => {
  type Places = Extract<CookTwice, { kind: "places" }>;
  const ask = (position: number) =>
    planning<Places>("cook_twice", { plan_id, date: day(0), position, version: 1 });
  /** A meal of the first day that can be eaten again, and where. */
  async function choose() {
    await db.database.query("update meal_planner.recipes set keeps_days = 3");
    for (const position of plan.slots.keys()) {
      const { places } = await ask(position);
      const to = places.find(({ objection, meal }) => objection === null && meal !== null);
      if (to) return { position, to };
    }
    throw new Error("Nothing of the first day can be eaten again.");
  }

  test("shows where, puts the leftovers there and shops for both at once, until it is taken back", async () => {
    const { position, to } = await choose();
    const before = await view(plan_id);
    const cooked = at(day(0), position)!;
    const place = { plan_id, version: 1, date: day(0), position };
    const answer = await planning<Extract<CookTwice, { kind: "planned" }>>("cook_twice", {
      ...{ ...place, to_date: to.date, to_position: to.position },
    });
    const after = await view(plan_id);
    const again = at(to.date, to.position, after)!;
    expect(again).toMatchObject({
      ...{ recipe_id: cooked.recipe_id, slot: to.slot, locked: true },
      leftover_of: { date: day(0), position },
      portions: answer.meal.portions,
    });
    expect(at(day(0), position, after)).toMatchObject({ recipe_id: cooked.recipe_id, locked: true });
    expect(answer.people.map(({ totals }) => totals.energy_kcal)).toEqual(eaten(to.date, after));
    const shopped = await db.database.transaction(async (tx) => {
      const scope = { plan_id, from_date: null, to_date: null };
      return plannedMeals(tx, await resolveHousehold(tx), scope);
    });
    const sum = (portions: Record<string, number>) => Object.values(portions).reduce((a, b) => a + b, 0);
    const of = (date: string, place: number) =>
      shopped.find(({ meal }) => meal.date === date && meal.position === place)?.portions;
    expect(of(day(0), position)).toBeCloseTo(sum(cooked.portions) + sum(again.portions), 9);
    expect(of(to.date, to.position)).toBeUndefined();
    const own = { plan_id, version: 2, date: to.date, position: to.position };
    await expect(planning("cook_twice", own)).rejects.toMatchObject({ code: "CONFLICT" });
    await planning("undo_change", { plan_id, version: 2 });
    expect((await view(plan_id)).meals).toEqual(before.meals);
  });

  test("is refused on days before, longer than it keeps, or where it would come twice", async () => {
    const { position, to } = await choose();
    const place = { plan_id, version: 1, date: day(0), position, to_position: to.position };
    for (const to_date of [day(0), day(40)]) {
      await expect(planning("cook_twice", { ...place, to_date })).rejects.toMatchObject({
        code: "INVALID_INPUT",
      });
    }
    await expect(planning("cook_twice", { ...place, to_date: to.date, version: 7 })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await db.database.query("update meal_planner.recipes set keeps_days = 0 where recipe_id = $1::uuid", [
      at(day(0), position)!.recipe_id,
    ]);
    expect(await ask(position)).toMatchObject({ keeps_days: 0, places: [] });
  });
});
