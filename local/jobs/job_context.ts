import type { Postgresql } from "../../f/meal-planner/database/connection.ts";
import { REPOSITORY } from "../repository.ts";
import { type FlowDecider, type FlowQuestion, type JobApi, serveJobApi } from "./job_api.ts";
import type { JobOutcome } from "./job_outcome.ts";
import { type Job, JobRegistry } from "./job_registry.ts";
import { JobSlots } from "./job_slots.ts";
import { runScript, type Surroundings } from "./run_script.ts";
import { terminalBar } from "./terminal_bar.ts";
import { localValues, type WorkspaceValues } from "./workspace_values.ts";

/** Runs the flow that a job names; given by whoever opens the context, so that jobs know nothing of flows. */
export type FlowRunner = (job: Job, signal: AbortSignal, context: JobContext) => Promise<JobOutcome>;

export type JobContextOptions = {
  /** The workspace's own database; asked at most once, when a job first wants it. */
  database(): Promise<Postgresql>;
  runFlow?: FlowRunner;
  /** Carries out the approval links that a flow's step hands out. */
  decideFlow?(context: JobContext, ...decision: Parameters<FlowDecider>): Promise<unknown>;
  /** What the step shows that such a link is for. */
  shownByFlow?(context: JobContext, ...step: Parameters<FlowQuestion>): ReturnType<FlowQuestion>;
  root?: string;
  values?: WorkspaceValues;
  /** Lines of the runner's own. Default: stderr. */
  log?(text: string): void;
  /** What jobs print. Default: stderr. */
  onOutput?(chunk: Uint8Array): void;
};

/** Everything that jobs of one process share: resources, variables, the API they call, the jobs they start. */
export type JobContext = Surroundings & {
  readonly jobs: JobRegistry;
  readonly slots: JobSlots;
  database(): Promise<Postgresql>;
  /** Cancels what still runs, and closes the API. The database stays its owner's. */
  close(): Promise<void>;
};

/** Opens a context. Nothing is started before a job needs it. */
export function openJobContext(options: JobContextOptions): JobContext {
  let api: Promise<JobApi> | undefined;
  let database: Promise<Postgresql> | undefined;
  const slots = new JobSlots();
  const databaseOnce = () => {
    database ??= options.database();
    return database;
  };
  const root = options.root ?? REPOSITORY;
  const context: JobContext = {
    root,
    slots,
    database: databaseOnce,
    values: options.values ?? localValues({ database: databaseOnce, root }),
    log: options.log ?? ((text) => terminalBar.print(`${text}\n`)),
    onOutput: options.onOutput ?? ((chunk) => terminalBar.print(chunk)),
    api: () => {
      const { decideFlow, shownByFlow } = options;
      api ??= serveJobApi(context.values, context.jobs, {
        decideFlow: decideFlow && ((...decision) => decideFlow(context, ...decision)),
        shownByFlow: shownByFlow && ((...step) => shownByFlow(context, ...step)),
      });
      return api;
    },
    jobs: new JobRegistry((job, signal, started) => {
      if (job.request.kind === "script") {
        return slots.use(job.depth, () => {
          started();
          return runScript(job, signal, context);
        });
      }
      started();
      if (!options.runFlow) throw new Error("This runner was opened without flows.");
      return options.runFlow(job, signal, context);
    }),
    async close() {
      await context.jobs.close();
      await (await api)?.close();
    },
  };
  return context;
}

export type RunOptions = { timeoutSeconds?: number; signal?: AbortSignal };

/** Runs one script to its end, as Windmill would. Never throws: what the script throws is the outcome. */
export function runJob(
  path: string,
  args: Record<string, unknown>,
  context: JobContext,
  options: RunOptions = {},
): Promise<JobOutcome> {
  return context.jobs.start({ kind: "script", path, args, ...options }).done;
}
