import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { failed, type JobOutcome } from "./job_outcome.ts";
import type { Parameter } from "./script_signature.ts";

/** A file whose `main` runs, outside of the workspace's scripts. */
export type InlineModule = {
  module: string;
  parameters: Parameter[];
  preload: string[];
  /** Environment that the preloaded modules want. */
  variables: Record<string, string>;
};

export type JobRequest = {
  kind: "script" | "flow";
  path: string;
  args: Record<string, unknown>;
  parentJob?: string;
  rootJob?: string;
  delaySeconds?: number;
  timeoutSeconds?: number;
  signal?: AbortSignal;
  /** Code of a flow's step instead of a script of the workspace. */
  inline?: InlineModule;
  /** The flow's step that this job is. */
  flow?: { jobId: string; path: string; stepId: string; rootJob: string; place: string };
};

/** A job that was asked for, as long as it is remembered. */
export type Job = {
  readonly id: string;
  readonly request: JobRequest;
  /** 1 for a job that no job started. */
  readonly depth: number;
  readonly rootJob: string;
  state: "queued" | "running" | "done";
  progress?: number;
  outcome?: JobOutcome;
  readonly done: Promise<JobOutcome>;
  /** Of a flow with an early return: the result that whoever waits for the flow gets before it ends. */
  readonly early: Promise<JobOutcome>;
  returnEarly(outcome: JobOutcome): void;
  cancel(): void;
};

type Runner = (job: Job, signal: AbortSignal, started: () => void) => Promise<JobOutcome>;

// Results are looked up shortly after the end; a server that runs for weeks must not keep them all.
const REMEMBERED_JOBS = 2_000;

function deferred<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** The jobs of this process. They end with it: what must survive is in Postgres (flows, deliveries). */
export class JobRegistry {
  private readonly jobs = new Map<string, Job>();
  private readonly stops = new Map<string, AbortController>();

  constructor(private readonly run: Runner) {}

  /** Starts a job and returns at once; `done` never rejects. */
  start(request: JobRequest, id: string = randomUUID()): Job {
    const parent = request.parentJob ? this.jobs.get(request.parentJob) : undefined;
    const stop = new AbortController();
    const signals = request.signal ? [request.signal, stop.signal] : [stop.signal];
    const signal = AbortSignal.any(signals);
    const { promise: done, resolve: finish } = deferred<JobOutcome>();
    const { promise: early, resolve: returnEarly } = deferred<JobOutcome>();
    const job: Job = {
      id,
      request,
      depth: (parent?.depth ?? 0) + 1,
      rootJob: request.rootJob ?? parent?.rootJob ?? id,
      state: "queued",
      done,
      early,
      returnEarly,
      cancel: () => stop.abort("cancelled"),
    };
    this.remember(job);
    this.stops.set(id, stop);
    void this.carryOut(job, signal).then((outcome) => {
      this.stops.delete(id);
      job.state = "done";
      job.outcome = outcome;
      finish(outcome);
    });
    return job;
  }

  get(id: string): Job | undefined {
    return this.jobs.get(id);
  }

  /** Waits until no job is queued or running any more. */
  async settled(): Promise<void> {
    for (;;) {
      const open = [...this.jobs.values()].filter((job) => job.state !== "done");
      if (open.length === 0) return;
      await Promise.all(open.map((job) => job.done));
    }
  }

  /** Ends what still runs, not as cancelled but to be taken up again where it can be, and waits for it. */
  async close(): Promise<void> {
    for (const stop of this.stops.values()) stop.abort("stopped");
    await this.settled();
  }

  private async carryOut(job: Job, signal: AbortSignal): Promise<JobOutcome> {
    try {
      if (job.request.delaySeconds) await sleep(job.request.delaySeconds * 1_000, undefined, { signal });
      return await this.run(job, signal, () => {
        job.state = "running";
      });
    } catch (thrown) {
      return failed(thrown);
    }
  }

  private remember(job: Job): void {
    this.jobs.set(job.id, job);
    for (const [id, old] of this.jobs) {
      if (this.jobs.size <= REMEMBERED_JOBS) return;
      if (old.state === "done") this.jobs.delete(id);
    }
  }
}
