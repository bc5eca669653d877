import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { NotFound, reportError } from "../../f/meal-planner/database/errors.ts";
import { APPROVAL_ROUTES } from "./approval_routes.ts";
import type { ApiAddress } from "./job_environment.ts";
import type { JobRegistry } from "./job_registry.ts";
import { JOB_ROUTES } from "./job_routes.ts";
import { VALUE_ROUTES } from "./value_routes.ts";
import type { WorkspaceValues } from "./workspace_values.ts";

/** What a route reads of a call and works on. */
export type ApiCall = {
  params: string[];
  query: URLSearchParams;
  body: unknown;
  values: WorkspaceValues;
  jobs: JobRegistry;
  address: ApiAddress;
  decideFlow?: FlowDecider;
  shownByFlow?: FlowQuestion;
};

/** Records an approval or a refusal of a flow's step. */
export type FlowDecider = (
  runId: string,
  decision: { approved: boolean; approver: string; payload: unknown },
  step: string,
) => Promise<unknown>;

/** What a flow's step shows to whoever decides; undefined where it doesn't wait. */
export type FlowQuestion = (runId: string, step: string) => Promise<{ shown: unknown } | undefined>;

/** `text` and `html` are sent as they are, anything else as JSON; `status` is 200 unless given. */
export type ApiAnswer =
  | { json: unknown; status?: number }
  | { text: string; status?: number }
  | { html: string; status?: number };

export type ApiRoute = {
  method: "GET" | "POST";
  /** Answered without a token. */
  open?: boolean;
  /** Matched against what follows `/api/w/<workspace>/`; its groups are the call's `params`. */
  pattern: RegExp;
  answer(call: ApiCall): Promise<ApiAnswer>;
};

export type JobApi = ApiAddress & { close(): Promise<void> };

const ROUTES: readonly ApiRoute[] = [...VALUE_ROUTES, ...JOB_ROUTES, ...APPROVAL_ROUTES];
const STATUS: Record<string, number> = {
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  UNAUTHORIZED: 401,
  CONFLICT: 409,
};
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * The part of Windmill's API that `windmill-client` uses from within a job. Listens on the loopback interface,
 * on a free port, and answers only those who hold the token.
 */
export async function serveJobApi(
  values: WorkspaceValues,
  jobs: JobRegistry,
  { decideFlow, shownByFlow }: { decideFlow?: FlowDecider; shownByFlow?: FlowQuestion } = {},
): Promise<JobApi> {
  const token = randomBytes(32).toString("base64url");
  const address: ApiAddress = { url: "", token };
  const server = createServer((request, response) => {
    respond(request, { values, jobs, address, decideFlow, shownByFlow })
      .catch((thrown: unknown) => {
        const report = reportError(thrown);
        return { text: report.message, status: STATUS[report.code] ?? 500 };
      })
      .then((answer) => send(response, answer));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  address.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...address,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function respond(
  request: IncomingMessage,
  on: Pick<ApiCall, "values" | "jobs" | "address" | "decideFlow" | "shownByFlow">,
): Promise<ApiAnswer> {
  const url = new URL(request.url ?? "/", "http://localhost");
  const path = decodeURIComponent(url.pathname).replace(/^\/api\/w\/[^/]+\//, "");
  for (const route of ROUTES) {
    const match = route.method === request.method ? route.pattern.exec(path) : null;
    if (!match) continue;
    if (!route.open && !holdsToken(request, on.address.token)) return UNAUTHORIZED;
    const body = request.method === "POST" ? await readBody(request) : undefined;
    return route.answer({ ...on, params: match.slice(1), query: url.searchParams, body });
  }
  if (!holdsToken(request, on.address.token)) return UNAUTHORIZED;
  throw new NotFound(
    "local answer to",
    `${request.method} ${url.pathname}`,
    "The local runner serves resources, variables, jobs and progress only; run this on Windmill.",
  );
}

const UNAUTHORIZED: ApiAnswer = { text: "Not authorized", status: 401 };

function holdsToken(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from((request.headers.authorization ?? "").replace(/^Bearer /, ""));
  const wanted = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error(`A body of over ${MAX_BODY_BYTES} bytes is refused.`);
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString("utf8");
  // A page's form has nothing in it but its button.
  const isForm = request.headers["content-type"] === "application/x-www-form-urlencoded";
  return text === "" || isForm ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  const [type, body] =
    "text" in answer
      ? ["text/plain; charset=utf-8", answer.text]
      : "html" in answer
        ? ["text/html; charset=utf-8", answer.html]
        : ["application/json", JSON.stringify(answer.json ?? null)];
  response.writeHead(answer.status ?? 200, { "content-type": type });
  response.end(body);
}
