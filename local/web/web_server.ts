import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Database, lendDatabase } from "../../f/meal-planner/database/connection.ts";
import { reportError } from "../../f/meal-planner/database/errors.ts";
import { closeFlows, FLOWS } from "../flows/flow_runner.ts";
import { type JobContext, openJobContext } from "../jobs/job_context.ts";
import { jobEnvironment } from "../jobs/job_environment.ts";
import { REPOSITORY } from "../repository.ts";
import { sendFile, sendJson, sendText } from "./answer.ts";
import { CurrentBuild } from "./current_build.ts";
import { firstPage, ICON, MANIFEST } from "./first_page.ts";
import { statusOf } from "./http_status.ts";
import { PageJobs } from "./page_jobs.ts";
import { answerCall, type PageBackend } from "./page_routes.ts";
import { PageRunnables } from "./page_runnables.ts";
import { type Audience, refusal } from "./refused_request.ts";
import { AT_ONCE, InProcess } from "./run_in_process.ts";
import { serviceWorker } from "./service_worker.ts";
import { SHARED_RUNNABLES, SharedLimit } from "./shared_lists.ts";

export type WebOptions = {
  database: Database;
  /** Meant by calls that name none; left out, the default household. */
  householdId?: string;
  /** Left out, 8420 or, where that is taken, a free one. */
  port?: number;
  /** Where others than this machine reach shared lists, and nothing else. Left out, nowhere. */
  share?: { host: string; port: number };
  root?: string;
  /** Where builds of the page are kept. Default: `.local/web`. */
  cache?: string;
};

export type WebServer = { address: string; shareAddress: string | undefined; close(): Promise<void> };

const USUAL_PORT = 8420;
const LOOPBACK = "127.0.0.1";

type Listener = {
  audience: Audience;
  backend: PageBackend;
  build: CurrentBuild;
  shareOrigin: () => string | undefined;
};

/**
 * Serves the page and its calls on the loopback interface, to this machine only. With `share`, a second listener serves
 * shared lists to whoever has a link's token.
 */
export async function serveWeb(options: WebOptions): Promise<WebServer> {
  const root = options.root ?? REPOSITORY;
  const build = new CurrentBuild({ root, cache: options.cache });
  await build.get();
  // Connections of its own: the dispatcher, which works on the given ones, doesn't wait for the page, nor the page for it.
  const database = new Database({ ...options.database.resource }, { maxConnections: AT_ONCE });
  lendDatabase(database);
  // Connected by the time the first page asks.
  await database.query("select 1");
  const context = openJobContext({ database: async () => database.resource, root, ...FLOWS });
  await standInForWindmill(context);
  const backend: PageBackend = {
    database,
    context,
    runnables: PageRunnables.read(root),
    inProcess: new InProcess({ db: database.resource, householdId: options.householdId, root }),
    jobs: new PageJobs(context),
    sharedLimit: new SharedLimit(),
  };
  let shareAddress: string | undefined;
  const shareOrigin = () => shareAddress;
  const own = open({ audience: "this_machine", backend, build, shareOrigin });
  const servers = [own];
  await listen(own, LOOPBACK, options.port ?? USUAL_PORT, options.port === undefined);
  if (options.share) {
    const sharedOnly = { ...backend, runnables: backend.runnables.only(SHARED_RUNNABLES) };
    const shared = open({ audience: "anyone", backend: sharedOnly, build, shareOrigin });
    servers.push(shared);
    await listen(shared, options.share.host, options.share.port, false);
    shareAddress = `http://${options.share.host}:${portOf(shared)}`;
  }
  backend.inProcess.getReady(backend.runnables.scripts);
  return {
    address: `http://${LOOPBACK}:${portOf(own)}/`,
    shareAddress,
    async close() {
      await Promise.all(servers.map(closeServer));
      await context.close();
      await closeFlows(context);
      await database.close();
    },
  };
}

/**
 * Scripts that run in this process ask for resources and start jobs as in a job's own: by the variables that Windmill
 * gives a job. So do the deliveries of events to scripts and flows.
 */
async function standInForWindmill(context: JobContext): Promise<void> {
  const place = { id: randomUUID(), path: "f/meal-planner/apps/planner" };
  Object.assign(process.env, jobEnvironment(place, await context.api()));
  // There is no job whose progress could be told.
  delete process.env.WM_JOB_ID;
}

function open(listener: Listener): Server {
  return createServer((request, response) => {
    answer(request, response, listener).catch(async (thrown: unknown) => {
      const error = reportError(thrown);
      if (error.code === "INTERNAL") {
        process.stderr.write(`${thrown instanceof Error ? thrown.stack : thrown}\n`);
        // What a defect says may name things of this machine that a guest has no business with.
        if (listener.audience === "anyone") error.message = "Something went wrong here. Try again later.";
      }
      const wait = error.retry_after_seconds;
      const headers: Record<string, string> =
        wait === undefined ? {} : { "retry-after": String(Math.ceil(wait)) };
      await sendJson(request, response, statusOf(error), { error }, headers);
    });
  });
}

async function answer(request: IncomingMessage, response: ServerResponse, listener: Listener): Promise<void> {
  const header = (name: string) => request.headers[name]?.toString();
  const refused = refusal(
    {
      method: request.method ?? "",
      host: header("host"),
      origin: header("origin"),
      site: header("sec-fetch-site"),
      mode: header("sec-fetch-mode"),
    },
    listener.audience,
  );
  if (refused !== null) return sendText(response, refused, { type: "text/plain", status: 403 });
  const url = new URL(request.url ?? "/", "http://localhost");
  if (!url.pathname.startsWith("/api/")) return answerWithPage(request, response, url, listener);
  const sharedOnly = listener.audience === "anyone";
  const { status, json } = await answerCall(request, url, listener.backend, { sharedOnly });
  await sendJson(request, response, status ?? 200, json);
}

async function answerWithPage(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { build, shareOrigin }: Listener,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return sendText(response, "Only GET is answered here.", {
      type: "text/plain",
      status: 405,
      headers: { allow: "GET, HEAD" },
    });
  }
  const shared = /^\/s\/([\w-]{1,200})$/.exec(url.pathname)?.[1];
  if (shared) {
    // What follows # is never sent to a server, so that no log of a proxy between keeps the token from here on.
    return sendText(response, "", {
      type: "text/plain",
      status: 303,
      headers: { location: `/#/shared/${shared}` },
    });
  }
  const name = /^\/assets\/([\w.-]+)$/.exec(url.pathname)?.[1];
  const file = name === undefined ? undefined : build.file(name);
  if (name !== undefined && file) return sendFile(request, response, file, name);
  switch (url.pathname) {
    case "/": {
      const nonce = randomBytes(16).toString("base64");
      const { first } = await build.get();
      const page = firstPage({ first, nonce, shareOrigin: shareOrigin() });
      return sendText(response, page, { type: "text/html", nonce });
    }
    case "/sw.js":
      return sendText(response, serviceWorker(await build.get()), { type: "text/javascript" });
    case "/icon.svg":
      return sendText(response, ICON, { type: "image/svg+xml" });
    case "/manifest.webmanifest":
      return sendText(response, MANIFEST, { type: "application/manifest+json" });
    default:
      return sendText(response, "There is nothing here. The page is at /.", {
        type: "text/plain",
        status: 404,
      });
  }
}

/** Takes the port, or any free one where it is taken and that is all right. */
function listen(server: Server, host: string, port: number, orAny: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE" || !orAny) return reject(error);
      server.once("error", reject);
      server.listen(0, host, resolve);
    });
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
