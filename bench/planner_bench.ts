import { findFirstPlan } from "../f/meal-planner/handlers/meal_planning/solver/first_plan.ts";
import { compileModel, type Model } from "../f/meal-planner/handlers/meal_planning/solver/model.ts";
import type { Problem } from "../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { seededRandom } from "../f/meal-planner/handlers/meal_planning/solver/seeded_random.ts";
import { Servings } from "../f/meal-planner/handlers/meal_planning/solver/servings.ts";
import { solve } from "../f/meal-planner/handlers/meal_planning/solver/solve.ts";
import { WeekTable } from "../f/meal-planner/handlers/meal_planning/solver/week_table.ts";
import { brokenRules, objectiveOf } from "../tests/plan_checker.ts";
import { type InstanceSettings, makeInstance } from "./plan_instances.ts";

/** One figure: an instance, the time allowed for it and the gap that is asked for. */
type Figure = {
  name: string;
  settings: Omit<InstanceSettings, "seed">;
  timeLimitMs: number;
  gapTarget: number;
};

const one = { people: 1, slots: 3, portions: "fixed" } as const;

export const FIGURES: Figure[] = [
  { name: "300 recipes", settings: { ...one, recipes: 300 }, timeLimitMs: 1_000, gapTarget: 0.005 },
  { name: "1000 recipes", settings: { ...one, recipes: 1_000 }, timeLimitMs: 1_000, gapTarget: 0.005 },
  {
    name: "1000 recipes, exact goals",
    settings: { ...one, recipes: 1_000, terms: "exact" },
    timeLimitMs: 1_000,
    gapTarget: 0.005,
  },
  {
    name: "1000 recipes, portions 0.5-3",
    settings: { ...one, recipes: 1_000, portions: "free" },
    timeLimitMs: 3_000,
    gapTarget: 0.005,
  },
  { name: "5000 recipes", settings: { ...one, recipes: 5_000 }, timeLimitMs: 3_000, gapTarget: 0.005 },
  {
    name: "5000 recipes, portions 0.5-3",
    settings: { ...one, recipes: 5_000, portions: "free" },
    timeLimitMs: 3_000,
    gapTarget: 0.005,
  },
  {
    name: "1000 recipes, 2 people, own portions",
    settings: { ...one, recipes: 1_000, people: 2, portions: "free" },
    timeLimitMs: 5_000,
    gapTarget: 0.02,
  },
  {
    name: "1000 recipes, 4 people, own portions",
    settings: { ...one, recipes: 1_000, people: 4, portions: "free" },
    timeLimitMs: 5_000,
    gapTarget: 0.02,
  },
  {
    name: "1000 recipes, 4 slots",
    settings: { ...one, recipes: 1_000, slots: 4 },
    timeLimitMs: 3_000,
    gapTarget: 0.01,
  },
  {
    name: "300 recipes, 5 slots, portions 0.5-3",
    settings: { ...one, recipes: 300, slots: 5, portions: "free" },
    timeLimitMs: 5_000,
    gapTarget: 0.03,
  },
  {
    name: "1000 recipes, 5 slots, portions 0.5-3",
    settings: { ...one, recipes: 1_000, slots: 5, portions: "free" },
    timeLimitMs: 10_000,
    gapTarget: 0.05,
  },
];

/** Runs one figure in this process, so that a new process for each gives cold times. Prints one JSON line a method. */
export function benchFigure(figure: Figure, seed: number): void {
  const problem = makeInstance({ ...figure.settings, seed });
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const solution = solve(problem, { ...figure, seed });
  const elapsed = performance.now() - started;
  const cpu = process.cpuUsage(cpuBefore);
  const broken = brokenRules(problem, solution.meals);
  if (broken.length > 0) throw new Error(`The plan of "${figure.name}" breaks rules: ${broken.join("; ")}`);
  const truth = objectiveOf(problem, solution.meals);
  if (solution.lower_bound! > truth + 1e-9)
    throw new Error(`The bound of "${figure.name}" is above its plan`);
  print(figure, seed, "planner", elapsed, truth, {
    lower_bound: solution.lower_bound,
    gap: solution.gap,
    // On a busy machine this tells how much of the time was the planner's own; it counts the runtime's threads too.
    cpu_ms: Math.round((cpu.user + cpu.system) / 1_000),
  });
  const bound = solution.lower_bound!;
  for (const [method, run] of Object.entries({
    random: randomWeek,
    greedy: greedyWeek,
    annealing: annealedWeek,
  })) {
    const from = performance.now();
    const points = run(problem, seededRandom(seed), elapsed);
    // Nobody but the planner proves anything: their distance is to the planner's bound.
    const gap = points === null ? null : (points - bound) / Math.max(points, 1e-9);
    print(figure, seed, method, performance.now() - from, points, {
      lower_bound: null,
      gap_to_planner_bound: gap,
    });
  }
}

function print(
  figure: Figure,
  seed: number,
  method: string,
  ms: number,
  objective: number | null,
  more: object,
): void {
  const line = {
    bench: "plan",
    name: figure.name,
    seed,
    method,
    ms: Math.round(ms),
    objective,
    ...more,
    gap_target: figure.gapTarget,
    time_limit_ms: figure.timeLimitMs,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

type Method = (problem: Problem, random: () => number, ms: number) => number | null;

/** Any week that keeps the rules, drawn at random. */
const randomWeek: Method = (problem, random) => {
  const week = startWeek(problem, random);
  return week && week.total / problem.days.length;
};

/** Meal by meal, the recipe that makes the day best at once. */
const greedyWeek: Method = (problem, random) => {
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
const annealedWeek: Method = (problem, random, ms) => {
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
      candidates: model.kinds[model.kindOfDay[day]!]!.candidates[slot]!,
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

// `bun bench/planner_bench.ts` runs every figure in a process of its own; `… <name> <seed>` is one of them.
if (import.meta.main) {
  const [name, seed] = process.argv.slice(2);
  const figure = FIGURES.find((candidate) => candidate.name === name);
  if (figure) benchFigure(figure, Number(seed ?? 1));
  else await benchAll(name === undefined ? FIGURES : []);
}

async function benchAll(figures: Figure[]): Promise<void> {
  const { spawnSync } = await import("node:child_process");
  for (const figure of figures) {
    for (const seed of [11, 12]) {
      const run = spawnSync(process.execPath, [import.meta.filename, figure.name, String(seed)], {
        stdio: "inherit",
      });
      if (run.status !== 0) process.exitCode = 1;
    }
  }
}
