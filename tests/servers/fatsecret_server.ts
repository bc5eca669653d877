import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Account } from "./fatsecret_accounts.ts";
import { CATALOGUE } from "./fatsecret_catalogue_methods.ts";
import { OAuthBook, pairsOf, type Received, Refused } from "./fatsecret_oauth.ts";
import { PROFILE } from "./fatsecret_profile_methods.ts";
import { PLAIN, type Style, write } from "./fatsecret_quirks.ts";

/*
 * FatSecret as its documentation has it, for tests: its API, its OAuth 1.0a and 2.0, with a state of its own. Prints its
 * address, and ends when its input does. What a test wants of it comes by POST /control.
 */

type Fault = {
  /** A method's name, or a path such as /oauth/access_token; all where it is left out. */
  at?: string;
  kind:
    | "slow"
    | "busy_seconds"
    | "busy_date"
    | "broken"
    | "cut_before"
    | "cut_after"
    | "late"
    | "malformed"
    | "html"
    | "error";
  times: number;
  /** Seconds of the wait, or the error's code. */
  value?: number;
};

const book = new OAuthBook();
const accounts = new Map<string, Account>();
let style: Style = PLAIN;
let faults: Fault[] = [];
let calls: { method: string; user: string | null; parameters: Record<string, string> }[] = [];
let lastId = 700_000;

const accountOf = (user: string) => {
  const known = accounts.get(user) ?? new Account();
  accounts.set(user, known);
  return known;
};
const newToken = () => randomBytes(16).toString("hex");

type Changes = { weights?: [number, number][]; [name: string]: unknown };

/** What a test may say, each where it belongs. */
type Given = {
  key: string;
  secret: string;
  client_secret: string;
  style: Partial<Style>;
  faults: Fault[];
  request_token: string;
  user: string;
  changes: Changes;
};

/** What a test may ask, by `do`. */
const CONTROL: Record<string, (given: Given) => unknown> = {
  consumer: ({ key, secret, client_secret }) =>
    void book.consumers.set(key, { secret, clientSecret: client_secret }),
  style: ({ style: given }) => {
    style = { ...PLAIN, ...given };
  },
  faults: ({ faults: given }) => {
    faults = given;
  },
  faults_left: () => faults.map(({ times }) => times),
  calls: () => calls,
  forget_calls: () => {
    calls = [];
  },
  accepted: () => book.accepted,
  allow: ({ request_token, user }) => {
    const token = book.requestTokens.get(request_token);
    if (!token) throw new Error("There is no such request token.");
    Object.assign(token, { allowed: true, user, verifier: newToken().slice(0, 8) });
    return token.verifier;
  },
  token: ({ user }) => {
    const [token, secret] = [newToken(), newToken()];
    book.accessTokens.set(token, { secret, user });
    accountOf(user);
    return { token, secret };
  },
  revoke: ({ user }) => {
    for (const token of book.accessTokens.values()) if (token.user === user) token.revoked = true;
  },
  end_bearers: () => {
    for (const bearer of book.bearers.values()) bearer.ends = 0;
  },
  forget_bearers: () => book.bearers.clear(),
  account: ({ user }) => {
    const { weights, exercise, ...account } = accountOf(user);
    return { ...account, weights: [...weights] };
  },
  change: ({ user, changes }) => {
    const { weights, ...others } = changes;
    Object.assign(accountOf(user), others, weights ? { weights: new Map(weights) } : {});
  },
};

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
server.listen(0, "127.0.0.1", () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
process.stdin.on("end", () => process.exit(0)).resume();

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += part;
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const received = {
    method: request.method ?? "",
    origin: `http://${request.headers.host}`,
    path,
    query,
    body,
  };
  if (path === "/control") {
    const { do: what, ...given } = JSON.parse(body);
    return json(response, CONTROL[what]?.(given) ?? null);
  }
  const method = new Map(pairsOf(`${query}&${body}`).map(({ name, value }) => [name, value])).get("method");
  await withFault(takeFault(method ?? path), response, () =>
    route(received, request.headers.authorization, response),
  );
}

function takeFault(at: string): Fault | undefined {
  const fault = faults.find((one) => one.times > 0 && (one.at === undefined || one.at === at));
  if (fault) fault.times--;
  return fault;
}

async function withFault(
  fault: Fault | undefined,
  response: ServerResponse,
  work: () => void,
): Promise<void> {
  const instead = fault && (await answerOfFault(fault, response));
  if (!instead) return work();
  if ("error" in instead) return refused(response, new Refused(instead.error, "as the test wants"));
  response.writeHead(instead.status, instead.headers).end(instead.text);
}

type Instead = { status: number; headers: Record<string, string>; text: string } | { error: number };

/** What is answered in place of the work; undefined where the work is done all the same. */
async function answerOfFault(fault: Fault, response: ServerResponse): Promise<Instead | undefined> {
  const value = fault.value ?? 1;
  const later = new Date(Date.now() + value * 1000).toUTCString();
  const json = { "content-type": "application/json" };
  switch (fault.kind) {
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, value * 1000));
      return undefined;
    case "busy_seconds":
      return { status: 429, headers: { "retry-after": String(value) }, text: "Too many requests" };
    case "busy_date":
      return { status: 429, headers: { "retry-after": later }, text: "Too many requests" };
    case "broken":
      return { status: 500, headers: json, text: '{"oops": true}' };
    case "html":
      return {
        status: 200,
        headers: { "content-type": "text/html" },
        text: "<!DOCTYPE html><title>Be right back</title>",
      };
    case "malformed":
      return { status: 200, headers: json, text: '{"food_entries": {"food_ent' };
    case "error":
      return { error: value };
    case "cut_before":
      response.socket?.destroy();
      return { status: 500, headers: {}, text: "" };
    case "late": {
      // Done at once, answered after a while.
      const end = response.end.bind(response);
      response.end = ((text: string) =>
        setTimeout(() => end(text), value * 1000)) as unknown as typeof response.end;
      return undefined;
    }
    case "cut_after":
      // What is done stays done; only the answer is lost.
      response.end = (() => response.socket?.destroy()) as unknown as typeof response.end;
      return undefined;
  }
}

function route(received: Received, authorization: string | undefined, response: ServerResponse): void {
  const routes: Record<string, () => void> = {
    "/oauth/request_token": () => requestToken(received, response),
    "/oauth/access_token": () => accessToken(received, response),
    "/connect/token": () => {
      calls.push({ method: received.path, user: null, parameters: {} });
      const { status, answer: granted } = book.grant(authorization, received.body);
      json(response, granted, status);
    },
    "/rest/server.api": () => json(response, write(call(received, authorization), style)),
  };
  try {
    const work = routes[received.path];
    if (work) work();
    else
      response.writeHead(404, { "content-type": "text/html" }).end("<html><title>Not found</title></html>");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refused(response, error);
  }
}

function requestToken(received: Received, response: ServerResponse): void {
  const { parameters } = book.verify(received, null);
  if (!parameters.get("oauth_callback"))
    throw new Refused(2, "Missing required oauth parameter: 'oauth_callback'");
  const asked = { oauth_callback: parameters.get("oauth_callback") ?? "" };
  calls.push({ method: received.path, user: null, parameters: asked });
  const [token, secret] = [newToken(), newToken()];
  book.requestTokens.set(token, { secret, user: null });
  form(response, { oauth_token: token, oauth_token_secret: secret, oauth_callback_confirmed: "true" });
}

function accessToken(received: Received, response: ServerResponse): void {
  const { parameters, token } = book.verify(received, book.requestTokens);
  const verifier = parameters.get("oauth_verifier");
  if (!token?.user || !verifier || verifier !== token.verifier) {
    throw new Refused(9, `Invalid access token: verifier '${verifier}'`);
  }
  book.requestTokens.delete(parameters.get("oauth_token") ?? "");
  const [name, secret] = [newToken(), newToken()];
  book.accessTokens.set(name, { secret, user: token.user });
  form(response, { oauth_token: name, oauth_token_secret: secret });
}

function call(received: Received, authorization: string | undefined): object {
  const bearer = authorization?.startsWith("Bearer ");
  if (bearer) book.checkBearer(authorization ?? "");
  const checked = bearer ? null : book.verify(received, book.accessTokens);
  const given = pairsOf(`${received.query}&${received.body}`).map(
    ({ name, value }) => [name, value] as const,
  );
  const parameters = checked?.parameters ?? new Map(given);
  const method = parameters.get("method") ?? "";
  const user = checked?.token?.user ?? null;
  const shown = [...parameters].filter(([name]) => !/^oauth_|^method$|^format$/.test(name));
  calls.push({ method, user, parameters: Object.fromEntries(shown) });
  if (parameters.get("format") !== "json") throw new Refused(108, "this server writes JSON only");
  const work = CATALOGUE[method] ?? PROFILE[method];
  if (!work) throw new Refused(10, `Unknown method: '${method}'`);
  if (PROFILE[method] && bearer) throw new Refused(14, "Missing scope");
  if (PROFILE[method] && user === null)
    throw new Refused(2, "Missing required oauth parameter: 'oauth_token'");
  return work({ parameters, account: accountOf(user ?? "nobody"), newId: () => String(++lastId) });
}

function refused(response: ServerResponse, { code, message }: Refused): void {
  json(response, { error: { code: style.codes === "text" ? String(code) : code, message } });
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

function form(response: ServerResponse, fields: Record<string, string>): void {
  response.writeHead(200, { "content-type": "application/x-www-form-urlencoded" });
  response.end(new URLSearchParams(fields).toString());
}
