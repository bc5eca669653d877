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
} from "./flow_scope.ts";
import { nextRetry } from "./retry_delay.ts";
import { runStep, type StepOutcome } from "./run_step.ts";
import { awaitDecisions } from "./wait_for_approval.ts";

/** How a (sub-)flow ended. */
export type ModulesOutcome = {
  success: boolean;
  result: unknown;
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
  for (const [index, module] of modules.entries()) {
    const outcome = await runModule(module, scope, previous, resumes);
    if (outcome.stop) return stopEarly(outcome, module, scope);
    if (!outcome.success && !outcome.continues) return failure(outcome, module, scope);
    if (!outcome.success && index === modules.length - 1) return failed(outcome);
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
  const success = handling.success && isRecovered(handling.result);
  return { ...failed(outcome), success, result: handling.result, handled: true };
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
    return { success: outcome.success, result: outcome.result, stoppedEarly: { skipped } };
  }
  const embedded = outcome.stop?.includesResult ? { result: outcome.result } : {};
  const result = { error: { name: "EarlyStopError", message, ...embedded } };
  const ended = await failure({ success: false, result }, module, scope);
  return { ...ended, stoppedEarly: { skipped } };
}

/** What lies between a step and the next: its `sleep`, and the approvals that it asks for. */
async function between(
  module: FlowModule,
  scope: Scope,
  outcome: StepOutcome,
): Promise<Resumes | { error: unknown }> {
  const resumes = outcome.success ? await awaitDecisions(module, scope, outcome.result) : NO_RESUMES;
  if (!module.sleep || "error" in resumes) return resumes;
  const transform = module.sleep;
  const until = await once(scope, `${module.id}:sleep`, async () => {
    const seconds =
      transform.type === "static"
        ? transform.value
        : await evaluateExpression(
            transform.expr,
            expressionScope(scope, outcome.result, NO_RESUMES, { result: outcome.result }),
          );
    if (typeof seconds !== "number")
      throw new ChainingError(`Expected a number of seconds, found: ${seconds}`);
    return Date.now() + seconds * 1_000;
  });
  await pause(until - Date.now(), scope.execution.signal);
  return resumes;
}

type ModuleOutcome = StepOutcome & { continues?: boolean };

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
  const apart = module.value.type === "forloopflow" && module.value.parallel;
  for (const [key, value] of scope.execution.journal) {
    if (!key.endsWith(":done")) continue;
    const within = !apart && module.value.type !== "flow" && key.startsWith(`${name}[`);
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
  if (await isSkipped(module, scope, previous, resumes)) return { success: true, result: previous };
  for (let failures = 0; ; failures++) {
    const outcome = await runStep(module, scope, previous, resumes, failures);
    if (outcome.success) return { ...outcome, stop: outcome.stop ?? (await stops(module, scope, outcome)) };
    const delay = await nextRetry(module.retry, failures, (expr) =>
      holds(expr, expressionScope(scope, outcome.result, NO_RESUMES, { result: outcome.result })),
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

/** Whether the flow ends after this step; a loop's own `stop_after_if` is seen after each iteration instead. */
async function stops(
  module: FlowModule,
  scope: Scope,
  outcome: StepOutcome,
): Promise<StepOutcome["stop"] | undefined> {
  const iterates = ["forloopflow", "whileloopflow", "branchall"].includes(module.value.type);
  const condition = iterates ? module.stop_after_all_iters_if : module.stop_after_if;
  if (!condition) return undefined;
  const around = expressionScope(scope, outcome.result, NO_RESUMES, { result: outcome.result });
  if (!(await holds(condition.expr, around))) return undefined;
  const message = condition.error_message;
  return {
    skipped: condition.skip_if_stopped ?? false,
    includesResult: condition.error_include_result ?? false,
    ...(message === undefined || message === null
      ? {}
      : { errorMessage: message === "" ? `stop after if: ${condition.expr}` : message }),
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
