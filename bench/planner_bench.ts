import { seededRandom } from "../f/meal-planner/handlers/meal_planning/solver/seeded_random.ts";
import { solve } from "../f/meal-planner/handlers/meal_planning/solver/solve.ts";
import { brokenRules, objectiveOf } from "../tests/plan_checker.ts";
import { annealedWeek, greedyWeek, randomWeek } from "./plan_baselines.ts";
import { type InstanceSettings, makeInstance } from "./plan_instances.ts";

/** One figure: an instance, the time allowed for it and the gap that is asked for; both are its goal. */
type Figure = {
  name: string;
  settings: Omit<InstanceSettings, "seed">;
  timeLimitMs: number;
  gapTarget: number;
  /** Asks for any plan at once: what is measured is when it is there. */
  firstPlan?: boolean;
  /** Solved by HiGHS as one program, too. */
  monolith?: boolean;
  /** Nobody but the planner is run: the others say nothing new here, or would take minutes. */
  alone?: boolean;
};

const one = { people: 1, slots: 3, portions: "fixed" } as const;

export const FIGURES: Figure[] = [
  { name: "300 recipes", settings: { ...one, recipes: 300 }, timeLimitMs: 1_000, gapTarget: 0.005 },
  {
    name: "1000 recipes",
    settings: { ...one, recipes: 1_000 },
    timeLimitMs: 1_000,
    gapTarget: 0.005,
    monolith: true,
  },
  {
    name: "1000 recipes, first plan",
    settings: { ...one, recipes: 1_000 },
    timeLimitMs: 100,
    gapTarget: 1,
    firstPlan: true,
    alone: true,
  },
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
  {
    name: "300 recipes, leftovers",
    settings: { ...one, recipes: 300, leftovers: 4 },
    timeLimitMs: 10_000,
    gapTarget: 0.02,
  },
  {
    name: "1000 recipes, leftovers",
    settings: { ...one, recipes: 1_000, leftovers: 4 },
    timeLimitMs: 10_000,
    gapTarget: 0.02,
  },
  {
    name: "1000 recipes, leftovers, portions 0.5-3",
    settings: { ...one, recipes: 1_000, leftovers: 4, portions: "free" },
    timeLimitMs: 10_000,
    gapTarget: 0.02,
  },
  {
    name: "1000 recipes, goals of the week",
    settings: { ...one, recipes: 1_000, weekGoals: true },
    timeLimitMs: 10_000,
    gapTarget: 0.02,
    alone: true,
  },
  {
    name: "1000 recipes, leftovers and goals of the week",
    settings: { ...one, recipes: 1_000, leftovers: 4, weekGoals: true },
    timeLimitMs: 10_000,
    gapTarget: 0.02,
    alone: true,
  },
  {
    name: "100000 recipes",
    settings: { ...one, recipes: 100_000 },
    timeLimitMs: 3_000,
    gapTarget: 0.005,
    alone: true,
  },
];

const MONOLITH_SECONDS = 20;
const SEEDS = [11, 12];

/** Runs one figure in this process, so that a new process for each gives cold times. Prints one JSON line a method. */
export async function benchFigure(figure: Figure, seed: number): Promise<void> {
  const problem = makeInstance({ ...figure.settings, seed });
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const { gapTarget } = figure;
  const timeLimitMs = figure.firstPlan ? 1 : figure.timeLimitMs;
  const solution = solve(problem, { gapTarget, timeLimitMs, seed });
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
    gap_points: truth - solution.lower_bound!,
    status: solution.status,
    ratio_of_time: elapsed / figure.timeLimitMs,
    ratio_of_gap: solution.gap! / figure.gapTarget,
    // On a busy machine this tells how much of the time was the planner's own; it counts the runtime's threads too.
    cpu_ms: Math.round((cpu.user + cpu.system) / 1_000),
  });
  if (figure.alone) return;
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
  if (!figure.monolith || seed !== SEEDS[0]) return;
  const from = performance.now();
  const { solveMonolith } = await import("./monolith.ts");
  const points = await solveMonolith(problem, MONOLITH_SECONDS);
  const gap = points === null ? null : (points - bound) / Math.max(points, 1e-9);
  print(figure, seed, "HiGHS, one program", performance.now() - from, points, {
    lower_bound: null,
    gap_to_planner_bound: gap,
  });
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

// `bun bench/planner_bench.ts` runs every figure in a process of its own; `… <name> <seed>` is one of them.
if (import.meta.main) {
  const [name, seed] = process.argv.slice(2);
  const figure = FIGURES.find((candidate) => candidate.name === name);
  if (figure) await benchFigure(figure, Number(seed ?? 1));
  else await benchAll(name === undefined ? FIGURES : []);
}

async function benchAll(figures: Figure[]): Promise<void> {
  const { spawnSync } = await import("node:child_process");
  for (const figure of figures) {
    for (const seed of SEEDS) {
      const run = spawnSync(process.execPath, [import.meta.filename, figure.name, String(seed)], {
        stdio: "inherit",
      });
      if (run.status !== 0) process.exitCode = 1;
    }
  }
}
