import { Unauthorized, Upstream } from "../../database/errors.ts";
import type { JobRequest, JobRunner, JobState } from "./job_runner.ts";

/** Windmill's jobs, by the client and the environment that a job of it has. */
export const windmillJobs: JobRunner = { start, state };

async function start(job: JobRequest): Promise<string> {
  const { JobService, workspace } = await connect();
  const request = { workspace, path: job.path, requestBody: job.args, jobId: job.id };
  try {
    return job.kind === "script"
      ? await JobService.runScriptByPath(request)
      : await JobService.runFlowByPath(request);
  } catch (error) {
    // Windmill refuses an id that it has: an earlier start of this try got through, its answer didn't.
    if (statusOf(error) === 400 && (await state(job.id)).state !== "unknown") return job.id;
    throw explain(error, `start ${job.kind} ${job.path}`);
  }
}

async function state(jobId: string): Promise<JobState> {
  const { JobService, workspace } = await connect();
  try {
    const answer = await JobService.getCompletedJobResultMaybe({ workspace, id: jobId });
    if (!answer.completed) return { state: "running" };
    if (answer.success) return { state: "succeeded" };
    return { state: "failed", error: readError(answer.result) };
  } catch (error) {
    if (statusOf(error) === 404) return { state: "unknown" };
    throw explain(error, `look after job ${jobId}`);
  }
}

/** Windmill puts what an error has beyond name, message and stack (our `code`, `retryable`…) under `extra`. */
function readError(result: unknown): Extract<JobState, { state: "failed" }>["error"] {
  const { extra, ...error } = (result as { error?: Record<string, unknown> } | null)?.error ?? {};
  const flat: Record<string, unknown> = { ...error, ...(extra as Record<string, unknown> | undefined) };
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  const after = flat.retry_after_seconds ?? flat.retryAfterSeconds;
  return {
    name: text(flat.name),
    message: text(flat.message),
    code: text(flat.code),
    retryable: typeof flat.retryable === "boolean" ? flat.retryable : undefined,
    details: flat.details,
    retry_after_seconds: typeof after === "number" ? after : undefined,
  };
}

async function connect() {
  // Loaded only here: most dispatchers have inline deliveries alone.
  const { JobService, setClient } = await import("windmill-client");
  setClient();
  return { JobService, workspace: process.env.WM_WORKSPACE ?? "" };
}

function statusOf(error: unknown): number | undefined {
  return (error as { status?: number } | null)?.status;
}

function explain(error: unknown, what: string): Error {
  const status = statusOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  const message = `Windmill couldn't ${what}: ${reason}.`;
  if (status === 401 || status === 403) {
    return new Unauthorized(`${message} Check the rights of the dispatcher's user.`, { cause: error });
  }
  if (status === undefined || status >= 500 || status === 429) {
    return new Upstream("unavailable", `${message} Is Windmill up, and does this run inside of it?`, {
      cause: error,
    });
  }
  return new Upstream("rejected", `${message} Check the path in the rule's target.`, { cause: error });
}
