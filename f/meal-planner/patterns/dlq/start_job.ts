import { createHash } from "node:crypto";
import { Upstream } from "../../database/errors.ts";
import { deadJobSchema } from "./dead_letter.ts";

/** Starts a dead job again, under the given id. Starting the same id twice must start one job. */
export type JobStarter = (payload: Record<string, unknown>, jobId: string) => Promise<void>;

/** The same for every try of the same redrive of the same dead letter, another one for its next redrive. */
export function jobIdOf(letter: { id: string; redrive_count: number }): string {
  const hex = createHash("sha256").update(`${letter.id}:${letter.redrive_count}`).digest("hex");
  // Version 8: a uuid of one's own making (RFC 9562).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** By Windmill's API, from within a job. @throws Upstream where Windmill doesn't take it. */
export async function startWindmillJob(payload: Record<string, unknown>, jobId: string): Promise<void> {
  const job = deadJobSchema.parse(payload);
  // Loaded only here: a redrive of events doesn't pay for Windmill's client.
  const { JobService, setClient } = await import("windmill-client");
  setClient();
  const workspace = process.env.WM_WORKSPACE ?? "";
  const request = { workspace, path: job.path, requestBody: job.input, jobId };
  try {
    if (job.kind === "flow") await JobService.runFlowByPath(request);
    else await JobService.runScriptByPath(request);
  } catch (error) {
    // Windmill refuses an id that it has (400): an earlier try got through, and only its answer was lost.
    const isThere = await JobService.getCompletedJobResultMaybe({ workspace, id: jobId }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Upstream(
      "unavailable",
      `Windmill didn't take the job ${job.path}: ${reason}. Resume the redrive later.`,
      { cause: error },
    );
  }
}
