import { interpolate } from "../jobs/interpolate.ts";
import type { JobContext } from "../jobs/job_context.ts";
import type { ExpressionScope } from "./expression.ts";
import type { FlowModule } from "./flow_definition.ts";
import type { FlowStore } from "./flow_store.ts";

/** A run is to be left as it is: its process ends, or someone cancelled it. It is no outcome of a step. */
export class Interrupted extends Error {
  constructor(readonly reason: "stopped" | "cancelled") {
    super(
      reason === "cancelled" ? "The flow was cancelled." : "The flow's process was stopped; it can go on.",
    );
    this.name = "Canceled";
  }
}

/** Something in the flow's own logic failed (a predicate, an iterator): as in Windmill, no failure module runs. */
export class ChainingError extends Error {
  override readonly name = "InternalError";
}

/** What all steps of one run share. */
export type FlowExecution = {
  runId: string;
  startedAt: string;
  context: JobContext;
  store: FlowStore;
  signal: AbortSignal;
  /** Every value that was decided once and must not be decided again when the run goes on. */
  journal: Map<string, unknown>;
  onEvent(event: FlowEvent): void;
  /** The step whose result those who wait for the flow get, and how they get it. */
  earlyReturn?: { step: string; give(result: unknown): void };
};

export type FlowEvent =
  | { kind: "step_started"; step: string; summary?: string }
  | { kind: "step_ended"; step: string; success: boolean }
  | { kind: "retrying"; step: string; attempt: number; delaySeconds: number }
  | { kind: "waiting"; step: string; until: string; shown: unknown };

/** The last known result of each step by id; a loop's or branch's steps also see those around them. */
export class Results {
  private readonly own = new Map<string, unknown>();
  constructor(private readonly around?: Results) {}

  set(id: string, value: unknown): void {
    this.own.set(id, value);
  }

  get(id: string): { value: unknown } | undefined {
    return this.own.has(id) ? { value: this.own.get(id) } : this.around?.get(id);
  }
}

/** What a step's approvers answered, for the step after it. */
export type Resumes = { messages: unknown[]; approvers: string[] };
export const NO_RESUMES: Resumes = { messages: [], approvers: [] };

/** One (sub-)flow: a sequence of modules with its own input and failure module. */
export type Scope = {
  execution: FlowExecution;
  /** The workspace path of the flow that these modules belong to. */
  flowPath: string;
  /** Where in the run this is, for the journal: `loop[3].` */
  place: string;
  flowInput: Record<string, unknown>;
  /** The `flow_env` of the nearest flow around that has one. */
  environment: Record<string, unknown>;
  failureModule?: FlowModule;
  /** What only a failure module's expressions see beyond the usual. */
  names?: Record<string, unknown>;
  results: Results;
};

/**
 * Decides something once: computes and records it, or gives back what was recorded before the process ended.
 */
export async function once<T>(scope: Scope, key: string, compute: () => Promise<T>): Promise<T> {
  const { journal, store, runId } = scope.execution;
  const name = scope.place + key;
  if (journal.has(name)) return journal.get(name) as T;
  const value = await compute();
  await store.writeJournal(runId, name, value);
  journal.set(name, value);
  return value;
}

/** What expressions see at a point of a scope. `names` adds `result`, `all_iters`… */
export function expressionScope(
  scope: Scope,
  previousResult: unknown,
  resumes: Resumes,
  names: Record<string, unknown> = {},
): ExpressionScope {
  const { context } = scope.execution;
  return {
    flowInput: scope.flowInput,
    results: (id) => scope.results.get(id),
    names: {
      previous_result: previousResult,
      resume: resumes.messages.at(-1) ?? null,
      resumes: resumes.messages,
      approvers: resumes.approvers,
      flow_env: scope.environment,
      ...scope.names,
      ...names,
    },
    variable: (path) => interpolate(`$var:${path}`, context.values),
    resource: (path) => interpolate(`$res:${path}`, context.values),
  };
}

/** What a sleep's, a retry's and a whole flow's condition see: Windmill gives them no `results`. */
export function scopeWithoutResults(
  scope: Scope,
  previousResult: unknown,
  names: Record<string, unknown> = {},
): ExpressionScope {
  return { ...expressionScope(scope, previousResult, NO_RESUMES, names), results: undefined };
}

/** A flow's own `flow_env`, its `$var:` and `$res:` looked up; where it has none, that of the flow which calls it. */
export async function environmentOf(
  own: Record<string, unknown> | undefined,
  around: Record<string, unknown>,
  context: JobContext,
): Promise<Record<string, unknown>> {
  return own ? ((await interpolate(own, context.values)) as Record<string, unknown>) : around;
}
