import { holds } from "./expression.ts";
import type { BranchAll, BranchOne } from "./flow_definition.ts";
import { expressionScope, once, type Resumes, type Scope } from "./flow_scope.ts";
import { allOrFirstInterruption } from "./run_loops.ts";
import { asStep, type ModulesOutcome, runModules } from "./run_modules.ts";
import type { StepOutcome } from "./run_step.ts";

/**
 * The first branch whose predicate holds, or the default; its result is the step's. An empty one passes on the result
 * before it.
 */
export async function runBranchOne(
  step: BranchOne,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
  place: string,
): Promise<StepOutcome> {
  const chosen = await once(scope, `${place.slice(scope.place.length)}:branch`, async () => {
    const around = expressionScope(scope, previous, resumes, { result: previous });
    for (const [index, branch] of step.branches.entries()) {
      if (await holds(branch.expr, around)) return index;
    }
    return -1;
  });
  const modules = step.branches[chosen]?.modules ?? step.default;
  if (modules.length === 0) return { success: true, result: previous };
  const outcome = await runModules(modules, { ...scope, place: `${place}[${chosen}].` });
  return { ...asStep(outcome), ...(outcome.stoppedEarly ? { stop: outcome.stoppedEarly } : {}) };
}

/**
 * Every branch, side by side unless `parallel: false`; the result is the list of theirs. A failed branch fails the
 * step unless it says `skip_failure`; one that stops early ends a sequential step, and the flow with it.
 */
export async function runBranchAll(step: BranchAll, scope: Scope, place: string): Promise<StepOutcome> {
  const run = (index: number) =>
    runModules(step.branches[index]?.modules ?? [], { ...scope, place: `${place}[${index}].` });
  const tolerated = (index: number) => step.branches[index]?.skip_failure ?? false;
  if (!step.parallel) return inSequence(step.branches.length, run, tolerated);
  const outcomes: ModulesOutcome[] = [];
  await allOrFirstInterruption(
    step.branches.map(async (_, index) => {
      outcomes[index] = await run(index);
    }),
  );
  const failure = outcomes.find((outcome, index) => !outcome.success && !tolerated(index));
  const result = outcomes.map((outcome) => outcome.result);
  if (!failure) return { success: true, result };
  // Each branch that failed has had the failure module already, were it only for lack of a step to give it.
  const handled = scope.failureModule !== undefined;
  return { success: false, result, handled, cause: failure.cause };
}

async function inSequence(
  count: number,
  run: (index: number) => Promise<ModulesOutcome>,
  tolerated: (index: number) => boolean,
): Promise<StepOutcome> {
  const result: unknown[] = [];
  for (let index = 0; index < count; index++) {
    const outcome = await run(index);
    result.push(outcome.result);
    const step = { ...asStep(outcome), result };
    if (outcome.stoppedEarly) return { ...step, stop: outcome.stoppedEarly };
    if (!step.success && !tolerated(index)) return step;
  }
  return { success: true, result };
}
