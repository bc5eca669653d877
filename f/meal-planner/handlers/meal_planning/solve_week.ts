import type { Relaxation } from "./plan_problem.ts";
import type { Problem, Solution } from "./solver/problem.ts";
import { solveWatched, type Watch } from "./solver/solve_watched.ts";

export type Search = { time_limit_ms: number; gap_target: number; seed: number };

export type SolvedWeek =
  | {
      kind: "solved";
      solution: Solution & { objective: number; lower_bound: number; gap: number };
      relaxation: Relaxation;
      /** What was given up for it, in words. */
      unmet: string[];
    }
  | { kind: "infeasible"; conflicts: string[] };

const RELAXATIONS: { step: Relaxation; told: string[] }[] = [
  { step: "none", told: [] },
  {
    step: "repeats",
    told: ["Too few recipes for a different one each time: some come back more often or sooner."],
  },
  {
    step: "main_ingredient",
    told: ["Too few recipes to vary the main ingredient from day to day: it may come twice in a row."],
  },
];

/** Gives up what only makes a week varied, a step at a time, before it gives up the week. */
export async function solveRelaxing(
  problemOf: (relaxation: Relaxation) => Problem,
  search: Search,
  watch: Watch,
): Promise<SolvedWeek> {
  let conflicts: string[] = [];
  for (const { step, told } of RELAXATIONS) {
    const options = { timeLimitMs: search.time_limit_ms, gapTarget: search.gap_target, seed: search.seed };
    const solution = await solveWatched(problemOf(step), options, watch);
    const { objective, lower_bound, gap } = solution;
    if (solution.status !== "infeasible" && objective !== null && lower_bound !== null && gap !== null) {
      const solved = { ...solution, objective, lower_bound, gap };
      return { kind: "solved", solution: solved, relaxation: step, unmet: told };
    }
    conflicts = solution.conflicts ?? [];
    if (watch.stopped()) break;
  }
  return { kind: "infeasible", conflicts };
}
