import type { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { Conflict, Inconsistent, NotFound } from "../../database/errors.ts";
import type { RetryPolicy } from "../retry/retry_policy.ts";

/** What a step gets to see. */
export type StepContext<Input = unknown> = {
  sagaId: string;
  input: Input;
  /** What the finished steps answered, by step. */
  outputs: Readonly<Record<string, unknown>>;
  /** The same on every try of this action (or this compensation): hand it to the outside system. */
  idempotencyKey: string;
  /** From 1. */
  attempt: number;
  /** Aborts at the step's deadline, and where another worker has taken the saga over. */
  signal: AbortSignal;
};

/** Work outside gets the database as well, for what a call needs of it: its account, its circuit, its budget. */
export type OutsideContext<Input = unknown> = StepContext<Input> & { database: Database };

/**
 * What a step does. `outside`: a call to another system, at least once, with the same key each time. `inside`: its
 * writes and the step's end are one transaction, so exactly once; it must not act outside of it.
 */
export type StepWork<Input, Output> =
  | { outside: (context: OutsideContext<Input>) => Promise<Output> }
  | { inside: (tx: Tx, context: StepContext<Input>) => Promise<Output> };

/**
 * Undoes a step. It also runs where the action's outcome isn't known, so it must succeed where there is nothing to
 * undo. `output` is undefined then.
 */
export type Compensation<Input> =
  | { outside: (context: OutsideContext<Input>, output: unknown) => Promise<void> }
  | { inside: (tx: Tx, context: StepContext<Input>, output: unknown) => Promise<void> };

export type SagaStep<Input = unknown> = {
  name: string;
  action: StepWork<Input, unknown>;
  /** Required before the pivot; null says that there is nothing to undo. Not allowed after it. */
  compensation?: Compensation<Input> | null;
  /** Default: 5 retries after 2, 4, 8, 16, 32 s; after the pivot 50, at most 5 minutes apart. */
  retry?: RetryPolicy;
  /** Default: 50 retries, at most 5 minutes apart; then the saga is stuck. */
  compensationRetry?: RetryPolicy;
  /** For each try of action and compensation; then it counts as failed with an unknown outcome. Default 60. */
  deadlineSeconds?: number;
  /** Once this step has succeeded there is no way back: what follows is retried until it succeeds. */
  pivot?: boolean;
};

/** A step, or steps that run at the same time. */
type Stage<Input> = SagaStep<Input> | readonly SagaStep<Input>[];

/** A definition once it is made. Its steps' input is what its own schema has parsed, so the type needn't be carried on. */
export type SagaDefinition = Readonly<{
  name: string;
  /** A saga ends by the version that it began with: keep the old one registered until its sagas have ended. */
  version: number;
  input: z.ZodType;
  stages: readonly (readonly SagaStep[])[];
  /** If the pivot hasn't succeeded by then, the saga turns back. Default: none. */
  deadlineSeconds: number | undefined;
}>;

const PATIENT: RetryPolicy = { maximum_retry_attempts: 50, maximum_event_age_seconds: 7 * 86_400 };

export type FullStep = Required<Omit<SagaStep<unknown>, "compensation">> & {
  compensation: Compensation<unknown> | null;
  stage: number;
  position: number;
  isAfterPivot: boolean;
};

/**
 * Checks a definition as it is made.
 *
 * @throws Inconsistent where names repeat, a step before the pivot says nothing of its compensation, one after it
 * has any, or the pivot isn't alone in its stage.
 */
export function defineSaga<Input>(given: {
  name: string;
  version: number;
  input: z.ZodType<Input>;
  stages: readonly Stage<Input>[];
  deadlineSeconds?: number;
}): SagaDefinition {
  const stages = given.stages.map((stage) => ("name" in stage ? [stage] : stage));
  const problems = problemsOf(stages);
  if (problems.length > 0) {
    throw new Inconsistent(`Saga ${given.name} v${given.version} can't be run: ${problems.join("; ")}.`);
  }
  return Object.freeze({
    name: given.name,
    version: given.version,
    input: given.input,
    stages: stages as readonly (readonly SagaStep[])[],
    deadlineSeconds: given.deadlineSeconds,
  });
}

function problemsOf<Input>(stages: readonly (readonly SagaStep<Input>[])[]): string[] {
  const steps = stages.flat();
  const names = new Set(steps.map((step) => step.name));
  const pivotStage = stages.findIndex((stage) => stage.some((step) => step.pivot));
  const last = pivotStage < 0 ? stages.length : pivotStage;
  return [
    ...(steps.length === 0 ? ["it has no steps"] : []),
    ...(names.size < steps.length ? ["two steps have one name"] : []),
    ...(steps.filter((step) => step.pivot).length > 1 ? ["it has two pivots"] : []),
    ...(pivotStage >= 0 && (stages[pivotStage]?.length ?? 0) > 1
      ? ["the pivot runs beside other steps"]
      : []),
    ...stages.flatMap((stage, at) =>
      stage.flatMap((step) => {
        if (at < last && step.compensation === undefined) return [`step ${step.name} has no compensation`];
        if (at > last && step.compensation)
          return [`step ${step.name} is after the pivot and has a compensation`];
        return [];
      }),
    ),
  ];
}

/** The steps in order, with every default filled in. */
export function stepsOf(definition: SagaDefinition): FullStep[] {
  const { stages } = definition;
  const pivotStage = stages.findIndex((stage) => stage.some((step) => step.pivot));
  let position = 0;
  return stages.flatMap((steps, stage) =>
    steps.map((step) => {
      const isAfterPivot = pivotStage >= 0 && stage > pivotStage;
      return {
        name: step.name,
        action: step.action,
        compensation: step.compensation ?? null,
        retry: step.retry ?? (isAfterPivot ? PATIENT : {}),
        compensationRetry: step.compensationRetry ?? PATIENT,
        deadlineSeconds: step.deadlineSeconds ?? 60,
        pivot: step.pivot ?? false,
        stage,
        position: position++,
        isAfterPivot,
      };
    }),
  );
}

/** The definitions that a process can run, every version of each that may still have sagas. */
export class SagaRegistry {
  private readonly versions = new Map<string, Map<number, SagaDefinition>>();

  add(definition: SagaDefinition): void {
    const versions = this.versions.get(definition.name) ?? new Map<number, SagaDefinition>();
    if (versions.has(definition.version)) {
      throw new Conflict(
        `Saga ${definition.name} v${definition.version} is registered twice. Give the new one a new version.`,
      );
    }
    versions.set(definition.version, definition);
    this.versions.set(definition.name, versions);
  }

  /** The newest version, for a new saga. @throws NotFound */
  newest(name: string): SagaDefinition {
    const versions = this.versions.get(name);
    const definition = versions?.get(Math.max(...versions.keys()));
    if (definition) return definition;
    throw new NotFound(
      "saga definition",
      name,
      `Known are: ${[...this.versions.keys()].join(", ") || "none"}.`,
    );
  }

  find(name: string, version: number): SagaDefinition | undefined {
    return this.versions.get(name)?.get(version);
  }

  all(): SagaDefinition[] {
    return [...this.versions.values()].flatMap((versions) => [...versions.values()]);
  }
}
