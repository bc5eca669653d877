import type { ErrorReport } from "../../f/meal-planner/database/errors.ts";
import { NotFound } from "../../f/meal-planner/database/errors.ts";
import type { JobContext } from "../jobs/job_context.ts";
import { errorReport } from "../jobs/job_outcome.ts";
import type { Job } from "../jobs/job_registry.ts";
import type { PageRunnable } from "./page_runnables.ts";

/** How a run that takes a while stands. */
export type JobView = {
  job_id: string;
  state: Job["state"];
  elapsed_ms: number;
  /** In percent, where the script tells of it. */
  progress: number | null;
  cancelled: boolean;
  result?: unknown;
  error?: ErrorReport;
};

type Followed = { job: Job; startedMs: number; endedMs?: number; cancelled: boolean };

const REMEMBERED = 200;
const LONGEST_WAIT_SECONDS = 25;

/** The page's runs that take a while: each in a process of its own, to be asked after and cancelled. */
export class PageJobs {
  private readonly followed = new Map<string, Followed>();

  constructor(private readonly context: JobContext) {}

  start(runnable: PageRunnable, args: Record<string, unknown>): JobView {
    const { kind, path } = runnable;
    const job = this.context.jobs.start({ kind, path, args });
    const followed: Followed = { job, startedMs: performance.now(), cancelled: false };
    this.followed.set(job.id, followed);
    void job.done.then(() => {
      followed.endedMs = performance.now();
    });
    for (const [id, old] of this.followed) {
      if (this.followed.size <= REMEMBERED) break;
      if (old.job.state === "done") this.followed.delete(id);
    }
    return view(followed);
  }

  /** How it stands, at once or as soon as it has ended within the given seconds. @throws NotFound */
  async look(id: string, waitSeconds: number): Promise<JobView> {
    const followed = this.find(id);
    const wait = Math.min(Math.max(0, waitSeconds), LONGEST_WAIT_SECONDS);
    if (wait > 0 && followed.job.state !== "done") {
      const enough = new AbortController();
      await Promise.race([followed.job.done, pause(wait * 1000, enough.signal)]);
      enough.abort();
    }
    return view(followed);
  }

  /** Waits for its end, however long it takes. */
  async finish(id: string): Promise<JobView> {
    const followed = this.find(id);
    await followed.job.done;
    return view(followed);
  }

  /** Ends it: its process, and all that this started. What it has committed stays. @throws NotFound */
  async cancel(id: string): Promise<JobView> {
    const followed = this.find(id);
    if (followed.job.state !== "done") {
      followed.cancelled = true;
      followed.job.cancel();
      await followed.job.done;
    }
    return view(followed);
  }

  private find(id: string): Followed {
    const followed = this.followed.get(id);
    if (followed) return followed;
    throw new NotFound("run", id, "Runs are known until the server ends; start it again.");
  }
}

function view({ job, startedMs, endedMs, cancelled }: Followed): JobView {
  const { outcome } = job;
  return {
    job_id: job.id,
    state: job.state,
    elapsed_ms: Math.round((endedMs ?? performance.now()) - startedMs),
    progress: job.progress ?? null,
    // What came to its end before it could be ended wasn't cancelled.
    cancelled: cancelled && outcome?.success === false,
    ...(outcome?.success ? { result: outcome.result ?? null } : {}),
    ...(outcome?.success === false ? { error: errorReport(outcome.error) } : {}),
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}
