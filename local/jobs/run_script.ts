import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { interpolate } from "./interpolate.ts";
import { jobEnvironment } from "./job_environment.ts";
import type { JobOutcome } from "./job_outcome.ts";
import { runProcess } from "./job_process.ts";
import type { Job } from "./job_registry.ts";
import { findScript } from "./script_file.ts";
import type { Parameter } from "./script_signature.ts";
import type { WorkspaceValues } from "./workspace_values.ts";

/** What a job process needs of its surroundings. */
export type Surroundings = {
  root: string;
  values: WorkspaceValues;
  api(): Promise<{ url: string; token: string }>;
  log(text: string): void;
  onOutput(chunk: Uint8Array): void;
};

/** Runs the script that a job names, as it is deployed. */
export async function runScript(job: Job, signal: AbortSignal, around: Surroundings): Promise<JobOutcome> {
  const { path, args, timeoutSeconds, inline } = job.request;
  if (inline) return runModule(job, signal, around, { ...inline, args, timeoutSeconds });
  const script = findScript(path, around.root);
  return runModule(job, signal, around, {
    module: script.file,
    parameters: script.parameters,
    timeoutSeconds: timeoutSeconds ?? (await deployedTimeout(script.file)),
    args,
  });
}

export type Module = {
  module: string;
  parameters: Parameter[];
  args: Record<string, unknown>;
  timeoutSeconds?: number;
  preload?: string[];
  variables?: Record<string, string>;
};

/** Runs one file's `main` with arguments by name: references resolved, unknown names warned about. */
export async function runModule(
  job: Job,
  signal: AbortSignal,
  around: Surroundings,
  what: Module,
): Promise<JobOutcome> {
  const names = what.parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(what.args).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    around.log(
      `${job.request.path} takes no ${unknown.join(", ")}; its parameters: ${names.join(", ") || "none"}`,
    );
  }
  const [args, api] = await Promise.all([interpolate(what.args, around.values), around.api()]);
  const place = { id: job.id, path: job.request.path, rootJob: job.rootJob, flow: job.request.flow };
  return runProcess({
    module: what.module,
    names,
    dates: what.parameters.filter((p) => p.typ === "datetime").map((p) => p.name),
    args: args as Record<string, unknown>,
    environment: { ...jobEnvironment(place, api), ...what.variables },
    preload: what.preload,
    timeoutSeconds: what.timeoutSeconds,
    signal,
    onOutput: around.onOutput,
  });
}

/** The time-out in a script's metadata, in seconds, as Windmill would apply it. */
async function deployedTimeout(file: string): Promise<number | undefined> {
  const metadata = file.replace(/\.ts$/, ".script.yaml");
  if (!existsSync(metadata)) return undefined;
  const { timeout }: { timeout?: unknown } = parse(await readFile(metadata, "utf8")) ?? {};
  return typeof timeout === "number" ? timeout : undefined;
}
