import type { Problem, Solution } from "./problem.ts";
import { type SolveOptions, type SolveStage, solveInSteps } from "./solve.ts";

/** Whoever looks on while a week is searched for. */
export type Watch = {
  /** Told now and then how far it is. */
  told(stage: SolveStage): void;
  /** Asked all the time; once true, the search ends with the best so far. */
  stopped(): boolean;
};

/** Turns of the event loop: an answer that has come may ask for more at once, and a connection is made in several. */
const TURNS = 3;
// Long enough to cost nothing, short enough that whoever waits for this process doesn't notice.
const BREATHE_EVERY_MS = 50;

/**
 * As `solve`, while the event loop lives: timers, queries and answers of this process go on. The plan is the same as that
 * of `solve`, as long as neither the clock nor `stopped` ends the search.
 */
export async function solveWatched(
  problem: Problem,
  options: Omit<SolveOptions, "stopped">,
  watch: Watch,
): Promise<Solution> {
  const steps = solveInSteps(problem, { ...options, stopped: () => watch.stopped() });
  let breathed = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - breathed < BREATHE_EVERY_MS) continue;
    watch.told(step.value);
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve));
    breathed = performance.now();
  }
}
