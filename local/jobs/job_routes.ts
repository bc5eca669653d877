import { z } from "zod";
import { InvalidInput, NotFound } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import type { ApiAnswer, ApiCall, ApiRoute } from "./job_api.ts";
import type { JobOutcome } from "./job_outcome.ts";
import type { Job, JobRequest } from "./job_registry.ts";
import { terminalBar } from "./terminal_bar.ts";

const Args = z.record(z.string(), z.unknown()).default({});
const Progress = z.object({ percent: z.number() });

function jobOf(call: ApiCall): Job {
  const id = call.params[0] ?? "";
  const job = call.jobs.get(id);
  if (!job) throw new NotFound("job", id, "The local runner knows only the jobs of its own process.");
  return job;
}

function start(call: ApiCall, kind: JobRequest["kind"]): Job {
  const delay = Number(call.query.get("scheduled_in_secs") ?? 0);
  const request = {
    kind,
    path: call.params[0] ?? "",
    args: parseInput(Args, call.body ?? undefined),
    parentJob: call.query.get("parent_job") ?? undefined,
    rootJob: call.query.get("root_job") ?? undefined,
    delaySeconds: Number.isFinite(delay) ? delay : 0,
  };
  const id = call.query.get("job_id");
  if (id === null) return call.jobs.start(request);
  const { job_id } = parseInput(z.object({ job_id: z.guid() }), { job_id: id });
  // As Windmill does, so that who asks again because an answer was lost starts nothing twice.
  if (call.jobs.get(job_id)) {
    throw new InvalidInput([{ path: "job_id", message: `There is a job ${job_id} already.` }]);
  }
  return call.jobs.start(request, job_id);
}

/** A job's result as Windmill stores it: a failed one's is `{error}`. */
function resultOf(outcome: JobOutcome): unknown {
  return outcome.success ? outcome.result : { error: outcome.error };
}

async function waited(job: Job): Promise<ApiAnswer> {
  const outcome = await Promise.race([job.done, job.early]);
  return { json: resultOf(outcome), status: outcome.success ? 200 : 500 };
}

/** Windmill's routes for starting jobs and asking after them. */
export const JOB_ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    pattern: /^jobs\/run\/p\/(.+)$/,
    answer: async (call) => ({ text: start(call, "script").id, status: 201 }),
  },
  {
    method: "POST",
    pattern: /^jobs\/run\/f\/(.+)$/,
    answer: async (call) => ({ text: start(call, "flow").id, status: 201 }),
  },
  {
    method: "POST",
    pattern: /^jobs\/run_wait_result\/p\/(.+)$/,
    answer: (call) => waited(start(call, "script")),
  },
  {
    method: "POST",
    pattern: /^jobs\/run_wait_result\/f\/(.+)$/,
    answer: (call) => waited(start(call, "flow")),
  },
  {
    method: "GET",
    pattern: /^jobs_u\/completed\/get_result\/([^/]+)$/,
    answer: async (call) => {
      const { outcome, id } = jobOf(call);
      if (!outcome) throw new NotFound("completed job", id, "It is still running.");
      return { json: resultOf(outcome) };
    },
  },
  {
    method: "GET",
    pattern: /^jobs_u\/completed\/get_result_maybe\/([^/]+)$/,
    answer: async (call) => {
      const { state, outcome } = jobOf(call);
      if (!outcome) return { json: { completed: false, started: state === "running", result: null } };
      return {
        json: { completed: true, started: true, success: outcome.success, result: resultOf(outcome) },
      };
    },
  },
  {
    method: "GET",
    pattern: /^jobs_u\/get\/([^/]+)$/,
    answer: async (call) => {
      const job = jobOf(call);
      return {
        json: {
          type: job.outcome ? "CompletedJob" : "QueuedJob",
          id: job.id,
          job_kind: job.request.kind,
          script_path: job.request.path,
          parent_job: job.request.parentJob ?? null,
          root_job: job.rootJob,
          running: job.state === "running",
          ...(job.outcome ? { success: job.outcome.success, result: resultOf(job.outcome) } : {}),
        },
      };
    },
  },
  {
    method: "GET",
    pattern: /^jobs_u\/get_root_job_id\/([^/]+)$/,
    answer: async (call) => ({ json: jobOf(call).rootJob }),
  },
  {
    method: "POST",
    pattern: /^jobs_u\/queue\/cancel\/([^/]+)$/,
    answer: async (call) => {
      const job = jobOf(call);
      job.cancel();
      return { text: job.id };
    },
  },
  {
    method: "POST",
    pattern: /^job_metrics\/set_progress\/([^/]+)$/,
    answer: async (call) => {
      const job = jobOf(call);
      const { percent } = parseInput(Progress, call.body);
      job.progress = percent;
      // Of jobs within jobs, whoever was asked for tells how far it all is.
      if (job.depth === 1 && job.state !== "done") {
        terminalBar.show(percent);
        void job.done.then(() => terminalBar.hide());
      }
      return { json: null };
    },
  },
  {
    method: "GET",
    pattern: /^job_metrics\/get_progress\/([^/]+)$/,
    answer: async (call) => ({ json: jobOf(call).progress ?? null }),
  },
];
