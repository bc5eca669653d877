import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JobContext } from "../jobs/job_context.ts";
import { failed, type JobOutcome } from "../jobs/job_outcome.ts";
import type { JobRequest } from "../jobs/job_registry.ts";
import { runnableParameters } from "../jobs/script_file.ts";
import type { FlowModule, RawScriptStep, ScriptStep } from "./flow_definition.ts";
import { ChainingError, Interrupted, NO_RESUMES, type Scope } from "./flow_scope.ts";
import { withCache } from "./result_cache.ts";
import { inputValue, type StepOutcome } from "./run_step.ts";

const INLINE_IMPORTS = fileURLToPath(new URL("inline_imports.ts", import.meta.url));

/** Runs a step that is a script of the workspace or code within the flow, in a process of its own. */
export async function runScriptStep(
  module: FlowModule,
  value: ScriptStep | RawScriptStep,
  scope: Scope,
  args: Record<string, unknown>,
  previous: unknown,
): Promise<StepOutcome> {
  const { execution } = scope;
  const timeoutSeconds = await stepTimeout(module, scope, previous);
  const path = value.type === "script" ? value.path : `${scope.flowPath}/${module.id}`;
  const request = {
    kind: "script" as const,
    path,
    args,
    timeoutSeconds,
    signal: execution.signal,
    parentJob: execution.runId,
    flow: {
      jobId: execution.runId,
      path: scope.flowPath,
      stepId: module.id,
      rootJob: execution.runId,
      place: scope.place + module.id,
    },
  };
  const code = value.type === "rawscript" ? value.content : undefined;
  const outcome = await withCache(
    execution.store,
    { kind: value.type, path, code, args },
    module.cache_ttl,
    async (): Promise<StepOutcome> => {
      const done =
        code === undefined
          ? await execution.context.jobs.start(request).done
          : await runInline(code, request, execution.context);
      return done.success
        ? { success: true, result: done.result }
        : { success: false, result: { error: { ...done.error, step_id: module.id } } };
    },
  );
  // A job that was ended by the interruption has no outcome; one that was done by then has.
  if (!outcome.success && execution.signal.aborted) {
    throw new Interrupted(execution.signal.reason === "cancelled" ? "cancelled" : "stopped");
  }
  return outcome;
}

/** Code within the flow, in a process of its own that knows what its imports mean in Windmill. */
function runInline(code: string, request: JobRequest, context: JobContext): Promise<JobOutcome> {
  const { path } = request;
  return withInlineFile(code, path, context.root, (file) =>
    inlineParameters(path, code, (parameters) => {
      const variables = { MEAL_PLANNER_INLINE_PATH: path, MEAL_PLANNER_ROOT: context.root };
      const inline = { module: file, parameters, preload: [INLINE_IMPORTS], variables };
      return context.jobs.start({ ...request, inline }).done;
    }),
  );
}

async function stepTimeout(module: FlowModule, scope: Scope, previous: unknown): Promise<number | undefined> {
  const { timeout } = module;
  if (timeout === undefined || typeof timeout === "number") return timeout;
  const seconds = await inputValue(timeout, scope, previous, NO_RESUMES, { result: previous });
  if (typeof seconds === "number") return seconds;
  throw new ChainingError(`Expected a number of seconds as time-out of ${module.id}, found: ${seconds}`);
}

async function inlineParameters(
  path: string,
  code: string,
  run: (parameters: ReturnType<typeof runnableParameters>) => Promise<JobOutcome>,
): Promise<JobOutcome> {
  try {
    return await run(runnableParameters(path, code));
  } catch (thrown) {
    return failed(thrown);
  }
}

/** The code as a file within the repository, so that it finds the packages there. */
async function withInlineFile<T>(
  content: string,
  path: string,
  root: string,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const folder = join(root, ".local", "inline");
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${path.replaceAll("/", "_")}_${crypto.randomUUID()}.ts`);
  await writeFile(file, content);
  try {
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}
