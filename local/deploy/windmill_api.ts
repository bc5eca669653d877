import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { DeploymentError } from "./deployment_error.ts";
import type { Environment } from "./environment.ts";

const CALL_TIMEOUT_MS = 30_000;
const POLL_MS = 500;

const JobAnswer = z.object({
  completed: z.boolean(),
  success: z.boolean().nullish(),
  result: z.unknown(),
});
const FailedJob = z.object({ error: z.object({ message: z.string() }) });

/** What a deployment asks of a Windmill server: its API, as documented in its own OpenAPI description. */
export class WindmillApi {
  constructor(readonly environment: Environment) {}

  /** What stands below `/api`, as text. @throws DeploymentError */
  async call(method: "GET" | "POST", path: string, body?: unknown): Promise<string> {
    const { baseUrl, token } = this.environment;
    const response = await fetch(`${baseUrl}/api${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        // The checks between two calls take longer than a server keeps an idle connection.
        connection: "close",
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      // A redirect would take the token to another host.
      redirect: "error",
      signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
    }).catch((error: unknown) => {
      throw new DeploymentError(
        `${baseUrl} doesn't answer (${reasonOf(error)}). Is Windmill up, and the address in wmill.yaml right?`,
        { cause: error },
      );
    });
    const text = await response.text();
    if (response.ok) return text;
    if (response.status === 401 || response.status === 403) {
      throw new DeploymentError(
        `Windmill refuses the token for ${path} (${response.status}). Make a new one; its user must be allowed to write in the workspace ${this.environment.workspaceId}.`,
      );
    }
    throw new DeploymentError(
      `Windmill answered ${method} ${path} with ${response.status}: ${text.slice(0, 300)}`,
    );
  }

  /** As `call`, of this workspace. */
  inWorkspace(method: "GET" | "POST", path: string, body?: unknown): Promise<string> {
    return this.call(method, `/w/${encodeURIComponent(this.environment.workspaceId)}${path}`, body);
  }

  async exists(path: string): Promise<boolean> {
    return (await this.inWorkspace("GET", path)).trim() === "true";
  }

  /** Starts a job and waits for its result. @throws DeploymentError where it fails, or takes longer. */
  async run(what: string, start: { path: string; body: unknown }, timeoutSeconds: number): Promise<unknown> {
    const id = (await this.inWorkspace("POST", start.path, start.body)).trim().replaceAll('"', "");
    for (
      const end = performance.now() + timeoutSeconds * 1000;
      performance.now() < end;
      await sleep(POLL_MS)
    ) {
      const text = await this.inWorkspace(
        "GET",
        `/jobs_u/completed/get_result_maybe/${encodeURIComponent(id)}`,
      );
      const job = JobAnswer.parse(JSON.parse(text));
      if (!job.completed) continue;
      if (job.success) return job.result;
      const failed = FailedJob.safeParse(job.result);
      const reason = failed.success ? failed.data.error.message : JSON.stringify(job.result);
      throw new DeploymentError(`${what} failed: ${reason} (job ${id} in Windmill's runs)`);
    }
    throw new DeploymentError(
      `${what} hasn't ended after ${timeoutSeconds} s (job ${id}). Is a worker running? See Windmill's runs.`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
