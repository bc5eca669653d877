import type { ErrorReport } from "../../database/errors.ts";

export type JobRequest = {
  kind: "script" | "flow";
  path: string;
  args: Record<string, unknown>;
  /** The same for every start of the same try, so that a runner that takes ids starts it once. */
  id: string;
};

/** `unknown`: the runner has no such job, or no longer. */
export type JobState =
  | { state: "running" | "succeeded" | "unknown" }
  | { state: "failed"; error: Partial<ErrorReport> };

/** What runs scripts and flows: Windmill, or the runner for one machine, which answers as Windmill does. */
export type JobRunner = {
  /** @returns The job's id, as the runner knows it. */
  start(job: JobRequest): Promise<string>;
  state(jobId: string): Promise<JobState>;
};
