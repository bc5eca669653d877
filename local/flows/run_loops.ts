import { holds } from "./expression.ts";
import type { FlowModule, ForLoop, WhileLoop } from "./flow_definition.ts";
import {
  ChainingError,
  expressionScope,
  NO_RESUMES,
  once,
  Results,
  type Resumes,
  type Scope,
} from "./flow_scope.ts";
import { asStep, type ModulesOutcome, runModules } from "./run_modules.ts";
import { inputValue, type StepOutcome } from "./run_step.ts";

/**
 * A for-loop: the result is the list of the iterations' results, a failed one's being `{error}`. Without
 * `skip_failures` the first failure ends a sequential loop, and fails a parallel one when all are through.
 */
export async function runForLoop(
  module: FlowModule,
  loop: ForLoop,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
  place: string,
): Promise<StepOutcome> {
  const items = await once(scope, `${place.slice(scope.place.length)}:items`, async () => {
    const value = await inputValue(loop.iterator, scope, previous, resumes, { result: previous });
    if (Array.isArray(value)) return value as unknown[];
    throw new ChainingError(
      `Expected an array value in the iterator expression, found: ${JSON.stringify(value)?.slice(0, 200)}`,
    );
  });
  if (items.length === 0 || loop.modules.length === 0) return { success: true, result: [] };
  return loop.parallel
    ? inParallel(module, loop, items, scope, previous, place)
    : inSequence(module, loop, items, scope, previous, place);
}

async function inSequence(
  module: FlowModule,
  loop: ForLoop,
  items: unknown[],
  scope: Scope,
  previous: unknown,
  place: string,
): Promise<StepOutcome> {
  const results: unknown[] = [];
  let before = previous;
  for (const [index, value] of items.entries()) {
    const outcome = await runIteration(loop.modules, scope, `${place}[${index}].`, { index, value }, before);
    before = outcome.result;
    results.push(outcome.result);
    const step = { ...asStep(outcome), result: results };
    if (!step.success && !loop.skip_failures) return step;
    if (outcome.stoppedEarly || (await breaks(module, scope, outcome, results))) break;
  }
  return { success: true, result: results };
}

/**
 * One iteration of a sequential loop. A loop over a single plain step is collapsed in Windmill: the step sees the
 * result before it, not its input, and its own result is known to nobody by its id.
 */
function runIteration(
  modules: FlowModule[],
  scope: Scope,
  place: string,
  iter: { index: number; value: unknown },
  before: unknown,
): Promise<ModulesOutcome> {
  const inner = iteration(scope, place, iter);
  return isPlain(modules, scope)
    ? runModules(modules, { ...inner, results: new Results(scope.results) }, before)
    : runModules(modules, inner, inner.flowInput);
}

async function inParallel(
  module: FlowModule,
  loop: ForLoop,
  items: unknown[],
  scope: Scope,
  previous: unknown,
  place: string,
): Promise<StepOutcome> {
  const limit = await parallelism(module, loop, scope, previous);
  const outcomes: ModulesOutcome[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      const inner = iteration(scope, `${place}[${index}].`, { index, value: items[index] });
      // Iterations that run side by side see what was before the loop, not one another.
      outcomes[index] = await runModules(loop.modules, { ...inner, results: new Results(scope.results) });
    }
  };
  await allOrFirstInterruption(Array.from({ length: Math.min(limit, items.length) }, worker));
  const failure = outcomes.find((outcome) => !outcome.success);
  const result = outcomes.map((outcome) => outcome.result);
  if (!failure || loop.skip_failures) return { success: true, result };
  // Each iteration that failed has had the failure module already.
  return { success: false, result, handled: scope.failureModule !== undefined, cause: failure.cause };
}

/** Waits for all, so that nothing of this loop still runs when it is left. */
export async function allOrFirstInterruption(work: Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(work);
  for (const one of settled) if (one.status === "rejected") throw one.reason;
}

async function parallelism(
  module: FlowModule,
  loop: ForLoop,
  scope: Scope,
  previous: unknown,
): Promise<number> {
  const given = loop.parallelism;
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const value = typeof given === "number" ? given : await inputValue(given, scope, previous, NO_RESUMES);
  if (typeof value === "number" && value >= 1) return Math.floor(value);
  throw new ChainingError(`Expected a number of 1 or more as parallelism of ${module.id}, found: ${value}`);
}

/**
 * A while-loop: iterations until `stop_after_if` holds, on the loop for an iteration's result or on a step within.
 * `flow_input.iter` counts; a step sees its own result of the iteration before under its id.
 */
export async function runWhileLoop(
  module: FlowModule,
  loop: WhileLoop,
  scope: Scope,
  previous: unknown,
  place: string,
): Promise<StepOutcome> {
  const results: unknown[] = [];
  if (loop.modules.length === 0) return { success: true, result: [] };
  let before = previous;
  for (let index = 0; ; index++) {
    const iter = { index, value: index };
    const outcome = await runIteration(loop.modules, scope, `${place}[${index}].`, iter, before);
    before = outcome.result;
    results.push(outcome.result);
    const step = { ...asStep(outcome), result: results };
    if (!step.success && !loop.skip_failures) return step;
    if (outcome.stoppedEarly || (await breaks(module, scope, outcome, results))) break;
  }
  return { success: true, result: results };
}

/** The scope of one iteration; an outer loop's `iter` becomes `iter_parent`. */
function iteration(scope: Scope, place: string, iter: { index: number; value: unknown }): Scope {
  const flowInput = { ...scope.flowInput };
  let outer: unknown = iter;
  for (let name = "iter"; outer !== undefined; name += "_parent") {
    const displaced = flowInput[name];
    flowInput[name] = outer;
    outer = displaced;
  }
  return { ...scope, place, flowInput };
}

async function breaks(
  module: FlowModule,
  scope: Scope,
  outcome: ModulesOutcome,
  results: unknown[],
): Promise<boolean> {
  if (!module.stop_after_if || !asStep(outcome).success) return false;
  const names = { result: outcome.result, all_iters: results };
  return holds(module.stop_after_if.expr, expressionScope(scope, outcome.result, NO_RESUMES, names));
}

/** Whether Windmill collapses a sequential loop over these modules into plain jobs. */
export function isPlain(modules: FlowModule[], scope: Scope): boolean {
  const [only, ...more] = modules;
  if (!only || more.length > 0 || scope.failureModule) return false;
  const { value, sleep, suspend, retry, stop_after_if, stop_after_all_iters_if, skip_if, cache_ttl, mock } =
    only;
  const extras = [sleep, suspend, retry, stop_after_if, stop_after_all_iters_if, skip_if, cache_ttl];
  return (
    (value.type === "script" || value.type === "rawscript") &&
    extras.every((extra) => extra === undefined) &&
    !mock?.enabled
  );
}
