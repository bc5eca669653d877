import type { IncomingMessage } from "node:http";
import type { Database } from "../../f/meal-planner/database/connection.ts";
import { NotFound } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";
import type { JobContext } from "../jobs/job_context.ts";
import { decide, decisionInput, listApprovals } from "./approvals.ts";
import type { PageJobs } from "./page_jobs.ts";
import type { PageRunnables } from "./page_runnables.ts";
import { readArguments } from "./request_body.ts";
import { RunFailed } from "./run_failed.ts";
import type { InProcess } from "./run_in_process.ts";
import { SHARED_RUNNABLES, type SharedLimit } from "./shared_lists.ts";

/** What the calls of the page work on. */
export type PageBackend = {
  database: Database;
  context: JobContext;
  runnables: PageRunnables;
  inProcess: InProcess;
  jobs: PageJobs;
  sharedLimit: SharedLimit;
};

export type PageCall = { request: IncomingMessage; params: string[]; query: URLSearchParams };

type PageRoute = {
  method: "GET" | "POST";
  pattern: RegExp;
  /** For those who have only a shared link, too. */
  shared?: boolean;
  answer(call: PageCall, backend: PageBackend): Promise<{ status?: number; json: unknown }>;
};

// Seconds of reckoning or of waiting for other sites: here they would hold up every other call.
const TAKES_LONG = new Set(
  [
    "meal_planning/generate_plan",
    "meal_planning/replan",
    "meal_planning/solve",
    "recipes/import_url",
    "recipes/import_file",
    "nutrition/import_diary",
    "usda/import_dataset",
    "fatsecret/full_sync",
    "tandoor/import_export",
    "tandoor/publish_plan",
    "tandoor/resolve_conflict",
  ].map((door) => `f/meal-planner/handlers/${door}/script`),
).add("f/meal-planner/sagas/publish_plan/script");

async function run(call: PageCall, backend: PageBackend): Promise<{ json: unknown }> {
  const runnable = backend.runnables.find(call.params[0] ?? "");
  const args = await readArguments(call.request);
  const work = async () => {
    if (runnable.kind === "script" && !TAKES_LONG.has(runnable.path)) {
      return backend.inProcess.run(runnable.path, args);
    }
    const { job_id } = backend.jobs.start(runnable, args);
    const { result, error } = await backend.jobs.finish(job_id);
    if (error) throw new RunFailed(error);
    return result;
  };
  const address = call.request.socket.remoteAddress ?? "";
  const result = SHARED_RUNNABLES.includes(runnable.id)
    ? await backend.sharedLimit.run(address, work)
    : await work();
  return { json: { result: result ?? null } };
}

const ROUTES: readonly PageRoute[] = [
  { method: "POST", pattern: /^\/api\/run\/(\w+)$/, shared: true, answer: run },
  {
    method: "POST",
    pattern: /^\/api\/jobs\/([a-z]\w*)$/,
    answer: async ({ request, params }, { runnables, jobs }) => {
      const runnable = runnables.find(params[0] ?? "");
      return { status: 202, json: jobs.start(runnable, await readArguments(request)) };
    },
  },
  {
    method: "GET",
    pattern: /^\/api\/jobs\/([0-9a-f-]{36})$/,
    answer: async ({ params, query }, { jobs }) => ({
      json: await jobs.look(params[0] ?? "", Number(query.get("wait")) || 0),
    }),
  },
  {
    method: "POST",
    pattern: /^\/api\/jobs\/([0-9a-f-]{36})\/cancel$/,
    answer: async ({ request, params }, { jobs }) => {
      await readArguments(request);
      return { json: await jobs.cancel(params[0] ?? "") };
    },
  },
  {
    method: "GET",
    pattern: /^\/api\/approvals$/,
    answer: async (_call, { database, context }) => ({
      json: { approvals: await listApprovals(database, context) },
    }),
  },
  {
    method: "POST",
    pattern: /^\/api\/approvals$/,
    answer: async ({ request }, { context }) => ({
      json: await decide(parseInput(decisionInput, await readArguments(request)), context),
    }),
  },
];

/** Answers a call of the page. @throws NotFound where there is none such, or it isn't for shared links. */
export async function answerCall(
  request: IncomingMessage,
  url: URL,
  backend: PageBackend,
  options: { sharedOnly: boolean },
): Promise<{ status?: number; json: unknown }> {
  for (const route of ROUTES) {
    const match = route.method === request.method ? route.pattern.exec(url.pathname) : null;
    if (!match || (options.sharedOnly && !route.shared)) continue;
    return route.answer({ request, params: match.slice(1), query: url.searchParams }, backend);
  }
  throw new NotFound("answer to", `${request.method} ${url.pathname}`, "The page calls /api/run/… by POST.");
}
