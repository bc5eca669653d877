import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { DeploymentError } from "./deployment_error.ts";
import type { WindmillApi } from "./windmill_api.ts";

/** Windmill looks for a pushed script's importers this long after it took the script, and has them wait half of it again. */
const LOOKS_AFTER_MS = 10_000;
const SWEEP_MS = 1500;
/** No further job for so long, and there will be none. */
const QUIET_MS = 4000;
const LONGEST_MS = 120_000;

const Jobs = z.array(z.object({ id: z.string() }));

const WAITING = new URLSearchParams({
  job_kinds: "dependencies",
  running: "false",
  script_path_start: "f/meal-planner/",
  args: '{"triggered_by_relative_import":true}',
  per_page: "1000",
});

/** What a push has of waiting times, for tests that can't wait. */
export type Patience = { looksAfterMs: number; sweepMs: number; quietMs: number };

const PATIENCE: Patience = { looksAfterMs: LOOKS_AFTER_MS, sweepMs: SWEEP_MS, quietMs: QUIET_MS };

/**
 * Does `work`, which pushes scripts, and cancels the jobs by which Windmill would then lock anew whatever imports them,
 * directly or not. Each would make a new version of its script with the packages' newest releases in place of ours, and
 * the next push would undo it; our locks hold for all of them already. They wait for five seconds before they run, so
 * that looking every other second finds each in time.
 *
 * @returns What `work` returned, how many jobs were cancelled, and why none could be looked for at last. Returns some seconds after `work` has, once no
 * further job comes.
 */
export async function withoutRelocking<T>(
  api: WindmillApi,
  work: () => Promise<T>,
  patience: Patience = PATIENCE,
): Promise<{ result: T; cancelled: number; problem: string | undefined }> {
  let cancelled = 0;
  let sawLast = performance.now();
  let problem: string | undefined;
  const sweep = async () => {
    try {
      const found = await cancelWaiting(api);
      if (found > 0) sawLast = performance.now();
      cancelled += found;
      problem = undefined;
    } catch (error) {
      // Never the end of a push that is under way; what wasn't cancelled is found the next time, or told at the end.
      if (!(error instanceof DeploymentError)) throw error;
      problem = error.message;
    }
  };
  let isDone = false;
  const during = (async () => {
    while (!isDone) {
      await sleep(patience.sweepMs);
      await sweep();
    }
  })();
  let result: T;
  try {
    result = await work();
  } finally {
    isDone = true;
    await during;
  }
  const ended = performance.now();
  while (
    performance.now() - ended < LONGEST_MS &&
    performance.now() - Math.max(sawLast, ended + patience.looksAfterMs) < patience.quietMs
  ) {
    await sleep(patience.sweepMs);
    await sweep();
  }
  return { result, cancelled, problem };
}

async function cancelWaiting(api: WindmillApi): Promise<number> {
  const waiting = Jobs.parse(JSON.parse(await api.inWorkspace("GET", `/jobs/queue/list?${WAITING}`)));
  if (waiting.length === 0) return 0;
  const ids = waiting.map(({ id }) => id);
  await api.inWorkspace("POST", "/jobs/queue/cancel_selection", ids);
  return ids.length;
}
