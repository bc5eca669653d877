import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TimedOut } from "../../f/meal-planner/database/errors.ts";
import { REPOSITORY } from "../repository.ts";
import { failed, type JobError, type JobOutcome } from "./job_outcome.ts";

export type ProcessRun = {
  /** The file whose `main` runs. */
  module: string;
  /** `main`'s parameters in order, and those of them that are dates. */
  names: string[];
  dates: string[];
  args: Record<string, unknown>;
  environment: Record<string, string>;
  /** Modules that Bun loads first. */
  preload?: string[];
  timeoutSeconds?: number;
  signal?: AbortSignal;
  /** Receives what the script prints, stdout and stderr alike. */
  onOutput(chunk: Uint8Array): void;
};

const ENTRY = fileURLToPath(new URL("job_entry.ts", import.meta.url));
const KEPT_OUTPUT_CHARS = 2_000;
const KILL_GRACE_MS = 2_000;

/** Runs one script in a Bun process of its own; ends that process and all that it started on time-out or abort. */
export async function runProcess(run: ProcessRun): Promise<JobOutcome> {
  const folder = await mkdtemp(join(tmpdir(), "meal-planner-job-"));
  try {
    const { module, names, dates, args } = run;
    await writeFile(join(folder, "job.json"), JSON.stringify({ module, names, dates, args }), {
      mode: 0o600,
    });
    const ended = await watch(start(run, folder), run);
    return (await readOutcome(folder)) ?? withoutOutcome(ended, run);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function start(run: ProcessRun, folder: string): ChildProcess {
  const preload = (run.preload ?? []).flatMap((file) => ["--preload", file]);
  return spawn(
    bunBinary(),
    ["run", "--no-install", "--no-env-file", ...preload, ENTRY, folder],
    // A process group of its own, so that what the script starts can be ended with it.
    { env: run.environment, stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32" },
  );
}

type Ended = {
  reason: "exited" | "timeout" | "cancelled";
  code: number | null;
  signal: string | null;
  tail: string;
};

function watch(child: ChildProcess, run: ProcessRun): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let tail = "";
    let reason: Ended["reason"] = "exited";
    const onChunk = (chunk: Buffer) => {
      tail = (tail + chunk.toString("utf8")).slice(-KEPT_OUTPUT_CHARS);
      run.onOutput(chunk);
    };
    child.stdout?.on("data", onChunk);
    child.stderr?.on("data", onChunk);
    const end = (why: "timeout" | "cancelled") => {
      if (reason !== "exited") return;
      reason = why;
      endTree(child);
    };
    const timer = run.timeoutSeconds
      ? setTimeout(() => end("timeout"), run.timeoutSeconds * 1_000)
      : undefined;
    const onAbort = () => end("cancelled");
    run.signal?.addEventListener("abort", onAbort, { once: true });
    if (run.signal?.aborted) onAbort();
    const settle = () => {
      clearTimeout(timer);
      run.signal?.removeEventListener("abort", onAbort);
    };
    child.on("error", (error) => {
      settle();
      reject(error);
    });
    child.on("close", (code, signal) => {
      settle();
      killGroup(child, "SIGKILL"); // what the script started and left behind
      resolve({ reason, code, signal, tail });
    });
  });
}

function endTree(child: ChildProcess): void {
  killGroup(child, "SIGTERM");
  setTimeout(() => killGroup(child, "SIGKILL"), KILL_GRACE_MS).unref();
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // ESRCH: nobody is left
  }
}

async function readOutcome(folder: string): Promise<JobOutcome | undefined> {
  const result = join(folder, "result.json");
  const error = join(folder, "error.json");
  if (existsSync(result)) return judge(JSON.parse(await readFile(result, "utf8")));
  if (existsSync(error)) {
    const thrown: JobError = JSON.parse(await readFile(error, "utf8"));
    return { success: false, error: thrown };
  }
  return undefined;
}

/** A result with a text in `wm_failure` makes the job a failed one, as in Windmill, without anything thrown. */
function judge(result: unknown): JobOutcome {
  const message = result !== null && typeof result === "object" && Reflect.get(result, "wm_failure");
  if (typeof message !== "string") return { success: true, result };
  return { success: false, error: { name: "ManualFailure", message } };
}

function withoutOutcome(ended: Ended, run: ProcessRun): JobOutcome {
  if (ended.reason === "timeout") {
    return failed(
      new TimedOut(`The job was ended after its time-out of ${run.timeoutSeconds} s. Give it more time.`),
    );
  }
  if (ended.reason === "cancelled") {
    return { success: false, error: { name: "Canceled", message: "The job was cancelled." } };
  }
  const how = ended.signal ? `by ${ended.signal}` : `with exit code ${ended.code}`;
  return {
    success: false,
    error: {
      name: "ExecutionErr",
      message: `The script's process ended ${how} before main returned. Last output: ${ended.tail.trim() || "none"}`,
    },
  };
}

/** The Bun that runs us, or the one that npm installed where we run on Node. */
function bunBinary(): string {
  return process.versions.bun ? process.execPath : join(REPOSITORY, "node_modules", "bun", "bin", "bun.exe");
}
