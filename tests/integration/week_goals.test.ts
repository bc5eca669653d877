import { beforeAll, describe, expect, test } from "vitest";
import type { Compliance } from "../../f/meal-planner/handlers/nutrition/check_compliance.ts";
import type { PersonGoals } from "../../f/meal-planner/handlers/nutrition/get_goals.ts";
import type { Progress } from "../../f/meal-planner/handlers/nutrition/get_progress.ts";
import type { GoalsSet } from "../../f/meal-planner/handlers/nutrition/set_goals.ts";
import { day, sampleWeek } from "./sample_week.ts";
import { useSampleDatabase } from "./test_database.ts";

const db = useSampleDatabase();
const sample = sampleWeek(db);
const { run } = sample;
let person = "";

const setGoals = (goals: object[], valid_from = "2020-01-01") =>
  run<GoalsSet>("nutrition/set_goals_batch", { person, goals, valid_from });

beforeAll(async () => {
  const { rows } = await db.database.query<{ name: string }>("select name from meal_planner.people limit 1");
  person = rows[0]!.name;
});

describe("a goal for a week", () => {
  test("stands beside the day's of the same nutrient, and is ended by itself", async () => {
    const both = [
      { nutrient: "vitamin_d_ug", target: 10, kind: "at_least" },
      { nutrient: "vitamin_d_ug", target: 105, kind: "at_least", period: "week" },
    ];
    const set = await setGoals(both, "2030-01-01");
    expect(set.rows).toEqual([
      { nutrient: "vitamin_d_ug", period: "day", outcome: "set" },
      { nutrient: "vitamin_d_ug", period: "week", outcome: "set" },
    ]);
    const { people } = await run<{ people: PersonGoals[] }>("nutrition/get_goals", {
      ...{ person, date: "2030-01-02" },
    });
    const own = (goals: { nutrient: string }[]) => goals.filter((goal) => goal.nutrient === "vitamin_d_ug");
    expect(own(people[0]!.goals)).toMatchObject([{ target: 10 }]);
    expect(own(people[0]!.week_goals)).toMatchObject([{ target: 105 }]);
    const ended = await setGoals([{ nutrient: "vitamin_d_ug", target: null, period: "week" }], "2030-01-01");
    expect(ended.week_goals).toEqual([]);
    expect(own(ended.goals)).toHaveLength(1);
  });

  test("is refused as a share of the energy, and where its days leave no room for it", async () => {
    await expect(
      setGoals([{ nutrient: "protein_g", percent_of_energy: 20, period: "week" }]),
    ).rejects.toMatchObject({ details: [expect.objectContaining({ path: "goals[0].percent_of_energy" })] });
    const days = { nutrient: "calcium_mg", target: 1000, kind: "at_least" };
    const week = { nutrient: "calcium_mg", target: 5000, kind: "at_most", period: "week" };
    await expect(setGoals([days, week], "2031-01-01")).rejects.toMatchObject({
      details: [
        expect.objectContaining({ path: "goals[0].target", message: expect.stringContaining("5250") }),
      ],
    });
  });

  test("is judged by the week's days together, and doesn't make a day missed", async () => {
    const name = "Weekly";
    await run("households/set_person", { name });
    const goal = { nutrient: "vitamin_b12_ug", target: 16.8, kind: "at_least", period: "week" };
    await run("nutrition/set_goals_batch", { person: name, goals: [goal], valid_from: "2020-01-01" });
    const entry = (date: string, vitamin_b12_ug: number) => ({
      ...{ origin_ref: date, date, name: "Dinner", nutrients: { energy_kcal: 2000, vitamin_b12_ug } },
    });
    // Monday to Thursday of a week that is over; 10 µg in four days are 17.5 a week.
    const entries = [
      entry("2026-01-05", 9),
      entry("2026-01-06", 0),
      entry("2026-01-07", 0.5),
      entry("2026-01-08", 0.5),
    ];
    await run("nutrition/import_diary", { person: name, origin: "other", entries });
    const { people } = await run<Progress>("nutrition/get_progress", {
      ...{ person: name, period: "day", date: "2026-01-07" },
    });
    expect(people[0]?.weeks).toMatchObject([
      { from: "2026-01-05", to: "2026-01-11", days_logged: 4, goals: [{ expected: 17.5, met: true }] },
    ]);
    const checked = await run<Compliance>("nutrition/check_compliance", { person: name, date: "2026-01-06" });
    expect(checked.days).toMatchObject([{ verdict: "no_goals", told: null }]);
    expect(checked.weeks).toMatchObject([{ week_goals: [{ known: 10, met: true }], repair: null }]);
  });
});

describe("planning", () => {
  const broughtBy = async (planId: string, nutrient: string) => {
    const { meals } = await sample.view(planId);
    const { rows } = await db.database.query<{ recipe_id: string; amount: number }>(
      "select recipe_id, (per_serving ->> $1::text)::double precision as amount from meal_planner.recipe_nutrition",
      [nutrient],
    );
    const amounts = new Map(rows.map(({ recipe_id, amount }) => [recipe_id, amount]));
    return meals.reduce((sum, { recipe_id }) => sum + (amounts.get(recipe_id) ?? 0), 0);
  };

  test("brings the week nearer to it, and says where it can't", async () => {
    const generate = () => sample.generate({ slots: ["dinner"], gap_target: 0.3 });
    const had = await broughtBy((await generate()).plan_id, "vitamin_b12_ug");
    const goals = [
      { nutrient: "vitamin_b12_ug", target: 2 * had, kind: "at_least", period: "week", weight: 20 },
      { nutrient: "vitamin_d_ug", target: 10_000, kind: "at_least", period: "week" },
    ];
    await setGoals(goals, day(0));
    const { plan_id, generation } = await generate();
    expect(await broughtBy(plan_id, "vitamin_b12_ug")).toBeGreaterThan(1.15 * had);
    expect(generation?.missed_goals?.map(({ told }) => told)).toEqual(
      expect.arrayContaining([expect.stringMatching(/vitamin_d_ug comes to .* a week, for a goal of 10000/)]),
    );
  });
});
