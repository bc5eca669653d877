import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, ApiError, type Asked } from "./answers.ts";
import { type Fault, Faults, retryAfterHeader } from "./faults.ts";
import { answerCall, type Settings } from "./routes.ts";
import { Store, type Token } from "./store.ts";

/**
 * A Tandoor for tests: its protocol, its rules and its oddities over real HTTP, with its own state in memory. Tests
 * steer it under /__control. It is no Tandoor: what isn't needed here is missing.
 */

const DEFAULT_TOKEN: Token = {
  token: "tda_test_token_0001",
  user: { id: 1, name: "cook" },
  space: 1,
  scope: "read write",
  group: "user",
  expires: "2031-01-01T00:00:00Z",
};

type Logged = { method: string; path: string; query: string; body: unknown; status: number };

let store = new Store();
let settings = freshSettings();
let log: Logged[] = [];
const faults = new Faults();
const ERROR_PAGE =
  "<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

function freshSettings(): Settings {
  return { latency_ms: 0, version: "2.6.9", timezone_offset_minutes: 60, tokens: [DEFAULT_TOKEN] };
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const body = await bodyOf(request);
  const method = request.method ?? "GET";
  if (url.pathname.startsWith("/__control/")) {
    send(response, 200, control(url.pathname.slice(11), method, body));
    return;
  }
  const fault = faults.take(method, url.pathname);
  const slow = settings.latency_ms + (fault?.kind === "slow" ? (fault.ms ?? 1000) : 0);
  if (slow > 0) await new Promise((resolve) => setTimeout(resolve, slow));
  const logged: Logged = { method, path: url.pathname, query: url.search, body, status: 0 };
  log.push(logged);
  if (fault && fails(fault, response, logged)) return;
  const answer = answerOf(request, url, method, body, fault);
  logged.status = answer.status;
  if (fault?.kind === "hang_after") return;
  if (fault?.kind === "cut_after") response.socket?.destroy();
  else if (fault?.kind === "malformed")
    sendText(response, answer.status, '{"id": 12, "name', "application/json");
  else if (fault?.kind === "html_after") sendText(response, 200, ERROR_PAGE, "text/html");
  else send(response, answer.status, answer.body);
}

/** Whether the fault came in place of the effect. */
function fails(fault: Fault, response: ServerResponse, logged: Logged): boolean {
  const status = fault.status ?? 500;
  if (fault.kind === "cut_before") response.socket?.destroy();
  else if (fault.kind === "html") sendText(response, status, ERROR_PAGE, "text/html");
  else if (fault.kind === "status") {
    const headers: Record<string, string> = status === 429 ? { "retry-after": retryAfterHeader(fault) } : {};
    const detail = status === 429 ? "Request was throttled." : "Server Error (500)";
    send(response, status, { detail }, headers);
  } else return false;
  logged.status = status;
  return true;
}

function answerOf(
  request: IncomingMessage,
  url: URL,
  method: string,
  body: unknown,
  fault: Fault | undefined,
): Answer {
  const origin = `${url.protocol}//${url.host}`;
  if (!url.pathname.startsWith("/api/")) return { status: 404, body: ERROR_PAGE };
  if (url.pathname === "/api/server-settings/current/") {
    return { status: 200, body: { version: settings.version, debug: false, hosted: false } };
  }
  const token = tokenOf(request);
  if (!token) {
    return { status: 403, body: { detail: "Authentication credentials were not provided." } };
  }
  if (body === undefined) return { status: 400, body: { detail: "JSON parse error" } };
  const asked: Asked = { method, path: url.pathname, query: url.searchParams, body, token, origin };
  try {
    return answerCall(store, asked, settings, { half: fault?.kind === "half" });
  } catch (error) {
    if (error instanceof ApiError) return { status: error.status, body: error.body };
    throw error;
  }
}

/** A token that is unknown or over is as none: the real one doesn't say which. */
function tokenOf(request: IncomingMessage): Token | undefined {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const token = settings.tokens.find((one) => one.token === given);
  return token && Date.parse(token.expires) > Date.now() ? token : undefined;
}

function control(what: string, method: string, body: unknown): unknown {
  switch (`${method} ${what}`) {
    case "POST faults":
      faults.set(body as Fault[]);
      return {};
    case "POST settings":
      settings = { ...settings, ...(body as Partial<Settings>) };
      return settings;
    case "POST reset":
      store = new Store();
      settings = freshSettings();
      faults.set([]);
      log = [];
      return {};
    case "GET log":
      return log;
    case "DELETE log":
      log = [];
      return {};
    default:
      throw new Error(`There is no ${method} ${what}.`);
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  const boundary = /boundary=(.+)$/.exec(request.headers["content-type"] ?? "")?.[1];
  if (boundary) return partsOf(text, boundary);
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function partsOf(text: string, boundary: string): Record<string, string> {
  const parts = text.split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(
    parts.map((part) => {
      const [head = "", value = ""] = part.split("\r\n\r\n");
      return [/name="([^"]+)"/.exec(head)?.[1] ?? "", value.replace(/\r\n$/, "")];
    }),
  );
}

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  if (status === 204) response.writeHead(204).end();
  else if (typeof body === "string") sendText(response, status, body, "text/html");
  else
    response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end(JSON.stringify(body ?? null));
}

function sendText(response: ServerResponse, status: number, text: string, type: string): void {
  response.writeHead(status, { "content-type": type }).end(text);
}

const server = createServer((request, response) => {
  serve(request, response).catch((error: unknown) => {
    console.error(error);
    if (!response.headersSent) sendText(response, 500, String(error), "text/plain");
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log(`listening http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
// Ends with whoever started it.
process.stdin.on("end", () => process.exit(0)).resume();
