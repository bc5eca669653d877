import { findFirstPlan } from "../f/meal-planner/handlers/meal_planning/solver/first_plan.ts";
import { compileModel, type Model } from "../f/meal-planner/handlers/meal_planning/solver/model.ts";
import type { Problem } from "../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { Servings } from "../f/meal-planner/handlers/meal_planning/solver/servings.ts";
import { WeekTable } from "../f/meal-planner/handlers/meal_planning/solver/week_table.ts";

/** Plans by another method; points of the week, or null where it found none. */
type Method = (problem: Problem, random: () => number, ms: number) => number | null;

/** Any week that keeps the rules, drawn at random. */
export const randomWeek: Method = (problem, random) => {
  const week = startWeek(problem, random);
  return week && week.total / problem.days.length;
};

/** Meal by meal, the recipe that makes the day best at once. */
export const greedyWeek: Method = (problem, random) => {
  const week = startWeek(problem, random);
  if (!week) return null;
  week.cells.forEach((cell) => {
    let best = { recipe: week.recipes[cell.day]![cell.slot]!, change: 0 };
    for (const recipe of cell.candidates) {
      const change = week.tryRecipe(cell, recipe);
      if (change < best.change) best = { recipe, change };
    }
    if (best.change < 0) week.setRecipe(cell, best.recipe);
  });
  return week.total / problem.days.length;
};

/** Simulated annealing on single meals, for as long as the planner took. */
export const annealedWeek: Method = (problem, random, ms) => {
  const week = startWeek(problem, random);
  if (!week || week.cells.length === 0) return week && week.total / problem.days.length;
  const started = performance.now();
  let best = week.total;
  for (let share = 0; share < 1; share = (performance.now() - started) / ms) {
    const temperature = 6 * (0.02 / 6) ** share;
    for (let n = 0; n < 50; n++) {
      const cell = week.cells[Math.floor(random() * week.cells.length)]!;
      const recipe = cell.candidates[Math.floor(random() * cell.candidates.length)]!;
      const change = week.tryRecipe(cell, recipe);
      if (change < 0 || random() < Math.exp(-change / temperature)) week.setRecipe(cell, recipe);
      best = Math.min(best, week.total);
    }
  }
  return best / problem.days.length;
};

type Cell = { day: number; slot: number; candidates: Int32Array };

function startWeek(problem: Problem, random: () => number) {
  const model: Model = compileModel(problem);
  const first = findFirstPlan(model, random, 20_000, () => false);
  if (first.kind !== "found") return null;
  const { recipes } = first;
  const servings = new Servings(model, Math.max(1, ...recipes.map((menu) => menu.length)));
  const table = new WeekTable(model);
  recipes.forEach((menu, day) => {
    table.putAll(day, menu);
  });
  const costs = recipes.map((menu) => servings.cost(menu, menu.length));
  const cells: Cell[] = recipes.flatMap((menu, day) =>
    Array.from(menu, (_, slot) => ({
      day,
      slot,
      // Only the planner knows of leftovers.
      candidates: model.kinds[model.kindOfDay[day]!]!.candidates[slot]!.filter(
        (r) => r < model.leftovers.first,
      ),
    })),
  );
  const costWith = ({ day, slot }: Cell, recipe: number): number => {
    const menu = recipes[day]!.slice();
    menu[slot] = recipe;
    const minutes = menu.reduce((sum, r) => sum + model.minutes[r]!, 0);
    if (minutes > model.kinds[model.kindOfDay[day]!]!.maxMinutes) return Number.POSITIVE_INFINITY;
    return servings.cost(menu, menu.length);
  };
  return {
    recipes,
    cells,
    get total(): number {
      return costs.reduce((sum, cost) => sum + cost, 0);
    },
    /** What the change would cost; infinite where a rule forbids it. */
    tryRecipe(cell: Cell, recipe: number): number {
      const old = recipes[cell.day]![cell.slot]!;
      if (recipe === old) return 0;
      table.take(cell.day, old);
      const fits = table.fits(cell.day, recipe);
      table.put(cell.day, old);
      return fits ? costWith(cell, recipe) - costs[cell.day]! : Number.POSITIVE_INFINITY;
    },
    setRecipe(cell: Cell, recipe: number): void {
      costs[cell.day] = costWith(cell, recipe);
      table.take(cell.day, recipes[cell.day]![cell.slot]!);
      table.put(cell.day, recipe);
      recipes[cell.day]![cell.slot] = recipe;
    },
  };
}
