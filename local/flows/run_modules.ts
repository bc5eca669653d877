import { setTimeout as sleep } from "node:timers/promises";
import { ExpressionError, evaluateExpression, holds } from "./expression.ts";
import type { FlowModule } from "./flow_definition.ts";
import {
  ChainingError,
  expressionScope,
  Interrupted,
  NO_RESUMES,
  once,
  type Resumes,
  type Scope,
  scopeWithoutResults,
} from "./flow_scope.ts";
import { nextRetry } from "./retry_delay.ts";
import { isPlain } from "./run_loops.ts";
import { runStep, type StepOutcome } from "./run_step.ts";
import { awaitDecisions } from "./wait_for_approval.ts";

/** How a (sub-)flow ended. */
export type ModulesOutcome = {
  success: boolean;
  result: unknown;
  /** It failed, and its failure module said `recover: true`. */
  recovered?: boolean;
  /** A step's `stop_after_if` held: what is around may have to stop too. */
  stoppedEarly?: { skipped: boolean };
  /** Of a failed one: the result of the step that failed, which a failure module's own result covers. */
  cause?: unknown;
  /** A failure module has already seen the failure, so that those around needn't run theirs. */
  handled?: boolean;
};

/**
 * Runs modules one after the other with Windmill's semantics (worker_flow.rs of its backend): the result is the last
 * module's; no modules give the input back; a failure goes to the failure module, whose result is then the result
 * and whose `recover: true` turns it into a success.
 */
export async function runModules(
  modules: FlowModule[],
  scope: Scope,
  first: unknown = scope.flowInput,
): Promise<ModulesOutcome> {
  try {
    return await runInOrder(modules, scope, first);
  } catch (thrown) {
    // The flow's own logic is wrong: in Windmill the (sub-)flow fails there and then, without its failure module.
    if (!(thrown instanceof ChainingError || thrown instanceof ExpressionError)) throw thrown;
    const result = { error: { name: "InternalError", message: thrown.message } };
    return { success: false, result, cause: result };
  }
}

async function runInOrder(modules: FlowModule[], scope: Scope, first: unknown): Promise<ModulesOutcome> {
  let previous: unknown = modules.length === 0 ? scope.flowInput : first;
  let resumes: Resumes = NO_RESUMES;
  for (const module of modules) {
    const outcome = await runModule(module, scope, previous, resumes);
    if (outcome.stop) return stopEarly(outcome, module, scope);
    if (!outcome.success && !outcome.continues) return failure(outcome, module, scope);
    previous = outcome.result;
    const waited = await between(module, scope, outcome);
    if ("error" in waited) return failure({ success: false, result: { error: waited.error } }, module, scope);
    resumes = waited;
  }
  return { success: true, result: previous };
}

async function failure(
  outcome: Pick<StepOutcome, "success" | "result" | "handled" | "cause">,
  module: FlowModule,
  scope: Scope,
): Promise<ModulesOutcome> {
  const handler = scope.failureModule;
  // A called flow's own failure module is that flow's affair; the caller's runs as well.
  const handled = outcome.handled && module.value.type !== "flow";
  if (!handler || handled) return { ...failed(outcome), handled };
  const { runId: flow_job_id, startedAt: started_at } = scope.execution;
  const knowing = { ...scope, names: { ...scope.names, flow_job_id, started_at } };
  const handling = await runModule(handler, knowing, outcome.result, NO_RESUMES);
  const recovered = handling.success && isRecovered(handling.result);
  return { ...failed(outcome), success: recovered, recovered, result: handling.result, handled: true };
}

/**
 * What a (sub-)flow's end is to the step that it is part of: where a failure module ran in it, a failure, whether or
 * not that module recovered it (only side by side, where each is judged by its own job, does recovery count).
 */
export function asStep({ success, recovered, result, handled, cause }: ModulesOutcome): StepOutcome {
  return { success: success && !recovered, result, handled, cause };
}

function failed(outcome: Pick<StepOutcome, "result" | "cause">): ModulesOutcome {
  return { success: false, result: outcome.result, cause: outcome.cause ?? outcome.result };
}

function isRecovered(result: unknown): boolean {
  return result !== null && typeof result === "object" && "recover" in result && result.recover === true;
}

async function stopEarly(outcome: StepOutcome, module: FlowModule, scope: Scope): Promise<ModulesOutcome> {
  const skipped = outcome.stop?.skipped ?? false;
  const message = outcome.stop?.errorMessage;
  if (message === undefined) {
    const ended = outcome.success ? outcome : failed(outcome);
    return { ...ended, success: outcome.success, handled: outcome.handled, stoppedEarly: { skipped } };
  }
  const embedded = outcome.stop?.includesResult ? { result: outcome.result } : {};
  const result = { error: { name: "EarlyStopError", message, ...embedded } };
  const ended = await failure({ success: false, result }, module, scope);
  // Where the failure module ran, the (sub-)flow ended with it and not early.
  return ended.handled ? ended : { ...ended, stoppedEarly: { skipped } };
}

/** What lies between a step and the next: its `sleep`, and the approvals that it asks for. */
async function between(
  module: FlowModule,
  scope: Scope,
  outcome: ModuleOutcome,
): Promise<Resumes | { error: unknown }> {
  const asks = outcome.success && !outcome.passedOver;
  const resumes = asks ? await awaitDecisions(module, scope, outcome.result) : NO_RESUMES;
  if (!module.sleep || "error" in resumes) return resumes;
  const transform = module.sleep;
  const until = await once(scope, `${module.id}:sleep`, async () => {
    const seconds =
      transform.type === "static"
        ? transform.value
        : await evaluateExpression(
            transform.expr,
            scopeWithoutResults(scope, outcome.result, { result: outcome.result }),
          );
    if (typeof seconds !== "number")
      throw new ChainingError(`Expected a number of seconds, found: ${seconds}`);
    return Date.now() + seconds * 1_000;
  });
  await pause(until - Date.now(), scope.execution.signal);
  return resumes;
}

type ModuleOutcome = StepOutcome & {
  /** It failed, and the flow goes on with its error. */
  continues?: boolean;
  /** Its `skip_if` held: what else it says of stopping or asking doesn't apply. */
  passedOver?: boolean;
};

/** One module with its skip, retries and early stop. */
async function runModule(
  module: FlowModule,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
): Promise<ModuleOutcome> {
  const { execution } = scope;
  if (execution.signal.aborted) throw interruption(execution.signal);
  const name = scope.place + module.id;
  const done = execution.journal.get(`${name}:done`) as ModuleOutcome | undefined;
  if (done) {
    recall(module, scope);
    return done;
  }
  execution.onEvent({ kind: "step_started", step: name, summary: module.summary });
  const outcome = await once(scope, `${module.id}:done`, () => attempt(module, scope, previous, resumes));
  scope.results.set(module.id, outcome.result);
  execution.onEvent({ kind: "step_ended", step: name, success: outcome.success });
  if (outcome.success && execution.earlyReturn?.step === name) execution.earlyReturn.give(outcome.result);
  return outcome;
}

/** Restores the results of a module that ended before the process did, and of those within it. */
function recall(module: FlowModule, scope: Scope): void {
  const name = scope.place + module.id;
  const step = module.value;
  const loops = step.type === "forloopflow" || step.type === "whileloopflow";
  const apart = loops && (step.parallel || isPlain(step.modules, scope));
  for (const [key, value] of scope.execution.journal) {
    if (!key.endsWith(":done")) continue;
    const within = !apart && step.type !== "flow" && key.startsWith(`${name}[`);
    if (key !== `${name}:done` && !within) continue;
    const id = key.slice(key.lastIndexOf(".") + 1, -":done".length);
    scope.results.set(id, (value as ModuleOutcome).result);
  }
}

async function attempt(
  module: FlowModule,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
): Promise<ModuleOutcome> {
  // A mocked step isn't asked whether it is skipped.
  const skipped = !module.mock?.enabled && (await isSkipped(module, scope, previous, resumes));
  if (skipped) return { success: true, result: previous, passedOver: true };
  for (let failures = 0; ; failures++) {
    const outcome = await judged(module, scope, await tried(module, scope, previous, resumes, failures));
    if (outcome.success || outcome.stop || outcome.final) return outcome;
    const delay = await nextRetry(module.retry, failures, (expr) =>
      holds(expr, scopeWithoutResults(scope, outcome.result, { result: outcome.result })),
    );
    if (delay === undefined) return { ...outcome, continues: module.continue_on_error ?? false };
    const wakeAt = await once(
      scope,
      `${module.id}:retry${failures + 1}`,
      async () => Date.now() + delay * 1_000,
    );
    scope.execution.onEvent({
      kind: "retrying",
      step: scope.place + module.id,
      attempt: failures + 1,
      delaySeconds: delay,
    });
    await pause(wakeAt - Date.now(), scope.execution.signal);
  }
}

/** One try. A branch's condition that throws is a failure of the step, like a script's. */
async function tried(
  module: FlowModule,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
  failures: number,
): Promise<StepOutcome> {
  try {
    return await runStep(module, scope, previous, resumes, failures);
  } catch (thrown) {
    if (module.value.type !== "branchone" || !(thrown instanceof ExpressionError)) throw thrown;
    return { success: false, result: errorOf(thrown, module) };
  }
}

/** A try with what `stop_after_if` makes of it; where that throws, the step has failed for good. */
async function judged(module: FlowModule, scope: Scope, outcome: StepOutcome): Promise<StepOutcome> {
  try {
    return { ...outcome, stop: outcome.stop ?? (await stops(module, scope, outcome)) };
  } catch (thrown) {
    if (!(thrown instanceof ExpressionError)) throw thrown;
    return { success: false, final: true, result: errorOf(thrown, module) };
  }
}

function errorOf({ name, message }: Error, module: FlowModule) {
  return { error: { name, message, step_id: module.id } };
}

async function isSkipped(
  module: FlowModule,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
): Promise<boolean> {
  const condition = module.skip_if;
  if (!condition) return false;
  return holds(condition.expr, expressionScope(scope, previous, resumes, { result: previous }));
}

/**
 * Whether the flow ends after this step. A loop's own `stop_after_if` is seen after each iteration instead; its
 * `stop_after_all_iters_if` is asked whether or not the loop has failed.
 */
async function stops(
  module: FlowModule,
  scope: Scope,
  outcome: StepOutcome,
): Promise<StepOutcome["stop"] | undefined> {
  const iterates = ["forloopflow", "whileloopflow", "branchall"].includes(module.value.type);
  const condition = iterates ? module.stop_after_all_iters_if : module.stop_after_if;
  if (!condition || !(iterates || outcome.success)) return undefined;
  const around = expressionScope(scope, outcome.result, NO_RESUMES, { result: outcome.result });
  if (!(await holds(condition.expr, around))) return undefined;
  if (condition.skip_if_stopped) return { skipped: true }; // a message beside it is ignored
  const message = condition.error_message ?? undefined;
  return {
    skipped: false,
    includesResult: condition.error_include_result ?? false,
    ...(message === undefined ? {} : { errorMessage: message || `stop after if: ${condition.expr}` }),
  };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0) return;
  await sleep(milliseconds, undefined, { signal }).catch(() => {
    throw interruption(signal);
  });
}

function interruption(signal: AbortSignal): Interrupted {
  return new Interrupted(signal.reason === "cancelled" ? "cancelled" : "stopped");
}
