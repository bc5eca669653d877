import { Database } from "../../f/meal-planner/database/connection.ts";
import { Conflict } from "../../f/meal-planner/database/errors.ts";
import type { JobContext } from "../jobs/job_context.ts";
import type { JobError, JobOutcome } from "../jobs/job_outcome.ts";
import type { Job } from "../jobs/job_registry.ts";
import { FlowDefinition } from "./flow_definition.ts";
import { environmentOf, type FlowEvent, type FlowExecution, Interrupted, Results } from "./flow_scope.ts";
import { type Decision, type FlowRun, FlowStore } from "./flow_store.ts";
import { loadFlow } from "./load_flow.ts";
import type { ModulesOutcome } from "./run_modules.ts";
import { runWholeFlow } from "./run_whole_flow.ts";

const CANCEL_POLL_MS = 1_000;

/** A finished run: the result as Windmill stores it, which a failed flow has too. */
export type FlowOutcome = {
  runId: string;
  success: boolean;
  skipped: boolean;
  result: unknown;
  /** Of a failed run: what failed, though a failure module gave another result. */
  error?: JobError;
};

export type FlowOptions = {
  signal?: AbortSignal;
  onEvent?(event: FlowEvent): void;
  /** Given by who wants to name the run before it starts. */
  runId?: string;
};

const stores = new WeakMap<JobContext, Promise<{ store: FlowStore; close(): Promise<void> }>>();
const listeners = new Map<string, (event: FlowEvent) => void>();

/** The store of a context's flow runs; opened once, closed by `closeFlows`. */
export async function flowStore(context: JobContext): Promise<FlowStore> {
  let opened = stores.get(context);
  if (!opened) {
    opened = (async () => {
      const database = new Database(await context.database(), { maxConnections: 5 });
      const store = await FlowStore.open(database);
      return { store, close: () => store.close().then(() => database.close()) };
    })();
    stores.set(context, opened);
  }
  return (await opened).store;
}

/** Closes what `flowStore` opened; call it before the context's own close. */
export async function closeFlows(context: JobContext): Promise<void> {
  const opened = stores.get(context);
  stores.delete(context);
  await (await opened?.catch(() => undefined))?.close();
}

/** Runs a flow to its end, waiting for approvals as long as they may take. Never throws for what a step throws. */
export async function runFlow(
  path: string,
  args: Record<string, unknown>,
  context: JobContext,
  options: FlowOptions = {},
): Promise<FlowOutcome> {
  loadFlow(path, context.root); // refused before anything is recorded
  return follow(context, { path, args, runId: options.runId }, options);
}

/**
 * Takes up a run whose process ended.
 *
 * @throws NotFound for an unknown run; Conflict where another process runs it.
 */
export async function resumeFlow(
  runId: string,
  context: JobContext,
  options: FlowOptions = {},
): Promise<FlowOutcome> {
  const run = await (await flowStore(context)).require(runId);
  if (run.status !== "running") return ended(run);
  return follow(context, { path: run.path, args: run.args, runId }, options);
}

/** Approves or refuses the step that a run waits at. Returns the step. */
export async function decideFlow(
  runId: string,
  decision: Decision,
  context: JobContext,
  step?: string,
): Promise<string> {
  const store = await flowStore(context);
  await store.require(runId);
  return store.decide(runId, decision, step);
}

/** What a job context takes to run flows: `openJobContext({ database, ...FLOWS })`. */
export const FLOWS = {
  runFlow: runFlowJob,
  decideFlow: (context: JobContext, runId: string, decision: Decision, step: string) =>
    decideFlow(runId, decision, context, step),
  shownByFlow: async (context: JobContext, runId: string, step: string) =>
    (await (await flowStore(context)).waits(runId)).find((wait) => wait.step === step),
};

async function follow(
  context: JobContext,
  run: { path: string; args: Record<string, unknown>; runId?: string },
  options: FlowOptions,
): Promise<FlowOutcome> {
  const id = run.runId ?? crypto.randomUUID();
  if (options.onEvent) listeners.set(id, options.onEvent);
  try {
    const job = context.jobs.start(
      { kind: "flow", path: run.path, args: run.args, signal: options.signal },
      id,
    );
    const outcome = await job.done;
    const stored = await (await flowStore(context)).find(id);
    if (stored && stored.status !== "running") return ended(stored);
    if (outcome.success) return { runId: id, success: true, skipped: false, result: outcome.result };
    const { error } = outcome;
    return { runId: id, success: false, skipped: false, result: { error }, error };
  } finally {
    listeners.delete(id);
  }
}

function ended(run: FlowRun): FlowOutcome {
  const { id: runId, skipped, result } = run;
  if (run.status === "succeeded") return { runId, success: true, skipped, result };
  return { runId, success: false, skipped, result, error: errorIn(run.error ?? result) };
}

/** Runs or takes up the flow run that has the job's id; this is how a job context runs flows. */
export async function runFlowJob(job: Job, signal: AbortSignal, context: JobContext): Promise<JobOutcome> {
  const store = await flowStore(context);
  const known = await store.find(job.id);
  if (!known) {
    const { path, definition } = loadFlow(job.request.path, context.root);
    await store.create({ id: job.id, path, definition, args: job.request.args });
  }
  const claim = await store.claim(job.id);
  if (!claim) throw new Conflict(`The flow run ${job.id} is under way in another process.`);
  const cancelled = new AbortController();
  const watch = setInterval(() => {
    // A database that is away for a moment is met by the run itself.
    store.isCancelRequested(job.id).then(
      (asked) => asked && cancelled.abort("cancelled"),
      () => undefined,
    );
  }, CANCEL_POLL_MS);
  try {
    const run = await store.require(job.id);
    if (run.status !== "running") return outcomeOf(ended(run));
    const stop = AbortSignal.any([signal, cancelled.signal, claim.lost]);
    const outcome = await execute(run, store, context, stop, (result) =>
      job.returnEarly({ success: true, result }),
    );
    await store.end(run.id, outcome.success ? "succeeded" : "failed", {
      result: outcome.result,
      error: outcome.success ? undefined : outcome.cause,
      skipped: outcome.stoppedEarly?.skipped,
    });
    return outcomeOf(ended(await store.require(run.id)));
  } catch (thrown) {
    if (!(thrown instanceof Interrupted)) throw thrown;
    if (thrown.reason === "stopped") return { success: false, error: interrupted(job.id) };
    const error = { name: "Canceled", message: thrown.message };
    await store.end(job.id, "cancelled", { result: { error } });
    return { success: false, error };
  } finally {
    clearInterval(watch);
    await claim.release();
  }
}

function interrupted(runId: string): JobError {
  return {
    name: "Interrupted",
    message: `The flow's process was stopped. Take it up where it was with: npm run flow -- resume ${runId}`,
    extra: { code: "IN_PROGRESS", retryable: true },
  };
}

async function execute(
  run: FlowRun,
  store: FlowStore,
  context: JobContext,
  signal: AbortSignal,
  giveEarly: (result: unknown) => void,
): Promise<ModulesOutcome> {
  const definition = FlowDefinition.parse(run.definition);
  const early = definition.value.early_return;
  const execution: FlowExecution = {
    runId: run.id,
    startedAt: run.started_at,
    context,
    store,
    signal,
    journal: await store.readJournal(run.id),
    onEvent: listeners.get(run.id) ?? (() => undefined),
    ...(early === undefined ? {} : { earlyReturn: { step: early, give: giveEarly } }),
  };
  return runWholeFlow(definition, {
    execution,
    flowPath: run.path,
    place: "",
    flowInput: run.args,
    environment: await environmentOf(definition.value.flow_env, {}, context),
    results: new Results(),
  });
}

function outcomeOf(outcome: FlowOutcome): JobOutcome {
  if (outcome.success) return { success: true, result: outcome.result };
  return { success: false, error: outcome.error ?? errorIn(outcome.result) };
}

/** The error that a failed flow's result holds: `{error}`, or the last one of a loop's list. */
export function errorIn(result: unknown): JobError {
  if (Array.isArray(result)) {
    const last = result.findLast((item) => item !== null && typeof item === "object" && "error" in item);
    if (last) return errorIn(last);
  }
  if (result !== null && typeof result === "object" && "error" in result) {
    const { error } = result;
    if (error !== null && typeof error === "object" && "message" in error) return error as JobError;
  }
  return {
    name: "FlowFailed",
    message:
      "The flow failed and its failure module didn't recover it; its result is what that module returned.",
    extra: { result },
  };
}
