import { spawn } from "node:child_process";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { Database } from "../../f/meal-planner/database/connection.ts";
import { RateLimited, Unauthorized } from "../../f/meal-planner/database/errors.ts";
import { keptAnswer } from "../../f/meal-planner/http/answer_cache.ts";
import { type HttpAccount, withHttpClient } from "../../f/meal-planner/http/http_client.ts";
import type { HttpRequest } from "../../f/meal-planner/http/http_request.ts";
import type { HttpSystem } from "../../f/meal-planner/http/http_system.ts";
import { runChild } from "./child_process.ts";
import { makeCalls, type Outcome, type TestCall } from "./http_calls.ts";
import {
  type Behaviour,
  cut,
  HttpWorld,
  half,
  html,
  json,
  large,
  silent,
  text,
  useHttpWorld,
} from "./http_world.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const world = useHttpWorld();
let places = 0;
const newPlace = () => `/place/${++places}`;

/** The same calls from Node, where tests run, and from Bun, where Windmill's scripts do. */
const RUNTIMES: Record<string, (calls: TestCall[]) => Promise<Outcome[]>> = {
  node: (calls) => makeCalls(db.database, calls),
  bun: async (calls) => JSON.parse((await runChild("http_caller", db.resource, { calls })).at(-1) ?? ""),
};

type Case = {
  name: string;
  behaviours: Behaviour[];
  system?: Partial<HttpSystem>;
  request?: Partial<HttpRequest>;
  /** How it ends, and how often the server was asked. */
  expected: object;
  tries: number;
};

const soon = () => new Date(Date.now() + 1500).toUTCString();
const unavailable = { code: "UPSTREAM_UNAVAILABLE", retryable: true };
const unknownEffect = { details: { effect: "unknown" } };

const CASES: Case[] = [
  {
    name: "an answer is given with the fields that nobody asked for",
    behaviours: [json({ name: "soup", more: [1] })],
    expected: { value: { name: "soup", more: [1] } },
    tries: 1,
  },
  {
    name: "an answer that never begins is a time-out, tried again",
    behaviours: [silent],
    system: { wholeSeconds: 0.3 },
    expected: { error: { code: "TIMEOUT", retryable: true, ...unknownEffect } },
    tries: 3,
  },
  {
    name: "an answer that never ends is a time-out",
    behaviours: [half("stops")],
    system: { wholeSeconds: 0.3 },
    expected: { error: { code: "TIMEOUT" } },
    tries: 3,
  },
  {
    name: "a post that may have been done isn't repeated",
    behaviours: [silent],
    system: { wholeSeconds: 0.3 },
    request: { method: "POST", json: { a: 1 } },
    expected: { error: { code: "TIMEOUT", ...unknownEffect } },
    tries: 1,
  },
  {
    name: "too many calls: waits for so many seconds as it says",
    behaviours: [json({}, 429, { "retry-after": "1" }), json({ name: "soup" })],
    request: { method: "POST" },
    expected: { value: { name: "soup" } },
    tries: 2,
  },
  {
    name: "too many calls: waits until the date that it says",
    behaviours: [(response, seen) => json({}, 429, { "retry-after": soon() })(response, seen), json({})],
    expected: { value: {} },
    tries: 2,
  },
  {
    name: "too many calls, and longer than anybody would wait: left to the caller",
    behaviours: [json({}, 429, { "retry-after": "120" })],
    expected: { error: { code: "RATE_LIMITED", retry_after_seconds: 120 } },
    tries: 1,
  },
  {
    name: "a date is reckoned by the server's own clock",
    behaviours: [
      json({}, 429, {
        date: "Sun, 06 Nov 1994 08:49:37 GMT",
        "retry-after": "Sun, 06 Nov 1994 08:59:37 GMT",
      }),
    ],
    expected: { error: { code: "RATE_LIMITED", retry_after_seconds: 600 } },
    tries: 1,
  },
  {
    name: "a server's error is tried again",
    behaviours: [text("", 500), text("", 503), json({ name: "soup" })],
    expected: { value: { name: "soup" } },
    tries: 3,
  },
  {
    name: "a server's error to a post isn't",
    behaviours: [json({ error: "oh" }, 500)],
    request: { method: "POST" },
    expected: { error: { ...unavailable, message: expect.stringContaining('"oh"') } },
    tries: 1,
  },
  {
    name: "a connection that is cut before the answer is tried again",
    behaviours: [cut, cut, json({ name: "soup" })],
    expected: { value: { name: "soup" } },
    tries: 3,
  },
  {
    name: "a connection that is cut within the answer is tried again",
    behaviours: [half("is cut"), json({ name: "soup" })],
    expected: { value: { name: "soup" } },
    tries: 2,
  },
  {
    name: "malformed JSON is said to be none",
    behaviours: [text('{"name": "so', 200, { "content-type": "application/json" })],
    expected: { error: { ...unavailable, message: expect.stringContaining("no JSON") } },
    tries: 3,
  },
  {
    name: "a page in place of an answer is said to be one",
    behaviours: [html("Log in", 200)],
    expected: { error: { ...unavailable, message: expect.stringContaining("HTML page") } },
    tries: 3,
  },
  {
    name: "an error's page is told by its title",
    behaviours: [html("502 Bad Gateway", 502)],
    expected: { error: { ...unavailable, message: expect.stringContaining('"502 Bad Gateway"') } },
    tries: 3,
  },
  {
    name: "an answer that says how large it is is refused before it is read",
    behaviours: [text("x".repeat(5000))],
    system: { maximumAnswerBytes: 4000 },
    expected: { error: { code: "UPSTREAM_REJECTED", message: expect.stringContaining("4000 bytes") } },
    tries: 1,
  },
  {
    name: "an answer that doesn't say is refused as soon as it is too large",
    behaviours: [large(50_000)],
    system: { maximumAnswerBytes: 4000 },
    expected: { error: { code: "UPSTREAM_REJECTED", message: expect.stringContaining("4000 bytes") } },
    tries: 1,
  },
  {
    name: "an unknown form is told by its place",
    behaviours: [json({ name: 7 })],
    expected: { error: { code: "UPSTREAM_REJECTED", message: expect.stringContaining("name: ") } },
    tries: 1,
  },
  {
    name: "a redirect isn't followed, only named",
    behaviours: [text("", 302, { location: "https://elsewhere.example/login?next=1" })],
    expected: {
      error: {
        code: "UPSTREAM_REJECTED",
        message: expect.stringContaining("https://elsewhere.example/login;"),
      },
    },
    tries: 1,
  },
  {
    name: "what isn't there",
    behaviours: [text("", 404)],
    expected: { error: { code: "NOT_FOUND", retryable: false } },
    tries: 1,
  },
  {
    name: "credentials that are refused end with what to do",
    behaviours: [json({ detail: "Invalid token" }, 403)],
    expected: { error: { code: "UNAUTHORIZED", message: expect.stringMatching(/Check the token\.$/) } },
    tries: 1,
  },
  {
    name: "an empty answer of 204 to a schema that wants an object",
    behaviours: [text("", 204)],
    expected: { error: { code: "UPSTREAM_REJECTED" } },
    tries: 1,
  },
];

describe.each(Object.keys(RUNTIMES))("in %s", (runtime) => {
  const outcomes = new Map<string, { outcome: Outcome; tries: number }>();

  test("every call ends, each in its own way", async () => {
    const calls = CASES.map(({ name, behaviours, system = {}, request }): TestCall & { name: string } => {
      const path = newPlace();
      world.at(path, ...behaviours);
      return { name, system, address: world.address, request: { path, ...request } };
    });
    const ended = await RUNTIMES[runtime]!(calls);
    for (const [at, { name, request }] of calls.entries()) {
      outcomes.set(name, { outcome: ended[at]!, tries: world.calls(request.path).length });
    }
    expect(ended).toHaveLength(CASES.length);
  }, 60_000);

  test.each(CASES)("$name", ({ name, expected, tries }) => {
    expect(outcomes.get(name)?.outcome).toMatchObject(expected);
    expect(outcomes.get(name)?.tries).toBe(tries);
  });

  test("an address where nobody listens is named, and a post is tried again there", async () => {
    const address = await nobodysAddress();
    const [outcome] = await RUNTIMES[runtime]!([
      { system: {}, address, request: { method: "POST", path: "/x" } },
    ]);
    expect(outcome).toMatchObject({
      error: {
        ...unavailable,
        message: expect.stringContaining(`${address}/x can't be reached`),
        details: { effect: "none" },
      },
    });
  });

  test("a host that takes no connection is given up long before the whole time is over", async () => {
    const deaf = await deafServer();
    const call = { address: deaf.address, request: { path: "/" } };
    const system = { connectSeconds: 0.5, wholeSeconds: 3600, retry: { maximum_retry_attempts: 0 } };
    const [outcome] = await RUNTIMES[runtime]!([{ system, ...call }]).finally(deaf.end);
    expect(outcome).toMatchObject({
      error: { code: "TIMEOUT", message: expect.stringContaining("no connection within 0.5 s") },
    });
  });
});

/** Where a server was until just now. */
async function nobodysAddress(): Promise<string> {
  const gone = new HttpWorld();
  await gone.open();
  await gone.close();
  return gone.address;
}

/** Listens, never accepts, and has its queue full: what comes next is left waiting by the system. */
async function deafServer(): Promise<{ address: string; end: () => void }> {
  const code = `const s = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    process.stdout.write(String(s.address().port) + "\\n", () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
  });`;
  const child = spawn(process.execPath, ["-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve) => {
    child.stdout.once("data", (data: Buffer) => resolve(Number(data.toString().trim())));
  });
  const queued = Array.from({ length: 4 }, () => connect(port, "127.0.0.1").on("error", () => undefined));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const end = () => {
    for (const socket of queued) socket.destroy();
    child.kill("SIGKILL");
  };
  return { address: `http://127.0.0.1:${port}`, end };
}

const SYSTEM: HttpSystem = {
  name: "test",
  credentialsRemedy: "Check the token.",
  retry: { initial_delay_seconds: 0.01, maximum_retry_attempts: 1 },
};
const anything = z.looseObject({});

function call(
  system: Partial<HttpSystem>,
  account: Partial<HttpAccount>,
  request: HttpRequest,
  database: Database = db.database,
) {
  const whole = { account: newPlace(), address: world.address, ...account };
  return withHttpClient(database, { ...SYSTEM, ...system }, whole, (client) =>
    client.call(request, anything),
  );
}

describe("a request", () => {
  test("has the query, the headers and the body that were asked for, under the address's own path", async () => {
    world.at("/api/v1/foods", json({}));
    const query = { q: "crème & co", ids: [1, 2], none: undefined, flag: true };
    const form = { a: "1 2", b: "ü" };
    await call(
      {},
      { address: `${world.address}/api/` },
      { method: "POST", path: "/v1/foods", query, form, headers: { "x-mine": "yes" } },
    );
    const [seen] = world.calls("/api/v1/foods");
    expect([...(seen?.query ?? [])]).toEqual([
      ["q", "crème & co"],
      ["ids", "1"],
      ["ids", "2"],
      ["flag", "true"],
    ]);
    expect(seen).toMatchObject({ method: "POST", body: "a=1+2&b=%C3%BC", headers: { "x-mine": "yes" } });
  });

  test.each(["", "tandoor.example", "ftp://x", "http://", "https://me:pass@host"])(
    "isn't made to the address %j",
    async (address) => {
      const attempt = call({}, { address }, { path: "/" });
      await expect(attempt).rejects.toMatchObject({ code: "INVALID_INPUT", details: [{ path: "url" }] });
    },
  );
});

describe("credentials", () => {
  test("that are refused are renewed once, and every try is signed anew", async () => {
    const path = newPlace();
    world.at(path, json({}, 401), json({ name: "soup" }));
    const renewals: boolean[] = [];
    const authorize: HttpAccount["authorize"] = (request, { renew }) => {
      renewals.push(renew);
      return {
        ...request,
        headers: { ...request.headers, authorization: `Bearer token-${renewals.length}` },
      };
    };
    expect(await call({}, { authorize, renews: true }, { path, method: "POST" })).toEqual({ name: "soup" });
    expect(renewals).toEqual([false, true]);
    expect(world.calls(path).map((seen) => seen.headers.authorization)).toEqual([
      "Bearer token-1",
      "Bearer token-2",
    ]);
    world.at(path, json({}, 401));
    await expect(call({}, { authorize, renews: true }, { path })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    expect(renewals).toHaveLength(4);
  });

  test("are in no message, however the other side repeats them", async () => {
    const secret = 'k3y/with "odd" +signs';
    const path = newPlace();
    const repeat: Behaviour = (response, seen) =>
      json(
        { you_said: seen.query.get("api_key"), raw: seen.headers.authorization, all: seen.query.toString() },
        400,
      )(response, seen);
    world.at(path, repeat);
    const request = { path, query: { api_key: secret }, headers: { authorization: "Bearer abcdef.123456" } };
    for (const address of [world.address, await nobodysAddress()]) {
      const error = await call({}, { address, secrets: [secret] }, request).catch((thrown: Error) => thrown);
      const shown = `${JSON.stringify(error)} ${(error as Error).message} ${(error as Error).stack} ${(error as Error).cause}`;
      for (const part of [secret, "k3y", "odd", "abcdef", encodeURIComponent(secret)]) {
        expect(shown).not.toContain(part);
      }
    }
  });
});

describe("what only the system knows to tell", () => {
  test("an error inside a success is an error, and isn't taken for an answer", async () => {
    const path = newPlace();
    world.at(path, json({ error: { code: 12 } }));
    const explain: HttpSystem["explain"] = ({ json: body }) =>
      (body as { error?: object }).error
        ? new RateLimited("User is performing too many actions.")
        : undefined;
    await expect(call({ explain }, {}, { path })).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(world.calls(path)).toHaveLength(2);
  });

  test("what it repeats of a secret isn't shown", async () => {
    const path = newPlace();
    world.at(path, json({ error: "no such user as abc-secret-1" }));
    const explain: HttpSystem["explain"] = (answer) => new Unauthorized(answer.text);
    const error = await call({ explain }, { secrets: ["abc-secret-1"] }, { path }).catch(
      (thrown: Error) => thrown,
    );
    expect((error as Error).stack).toContain("no such user as [secret]");
    expect((error as Error).stack).not.toContain("abc-secret");
  });
});

describe("the circuit", () => {
  test("opens for an account whose calls fail, and not for another", async () => {
    const path = newPlace();
    world.at(path, text("", 500));
    const circuit = { minimum_calls: 4, open_seconds: 600 };
    for (let at = 0; at < 4; at++) {
      await expect(call({ circuit }, { account: "ill" }, { path })).rejects.toBeDefined();
    }
    const before = world.calls(path).length;
    await expect(call({ circuit }, { account: "ill" }, { path })).rejects.toMatchObject({
      code: "CIRCUIT_OPEN",
      message: expect.stringContaining("test:ill"),
    });
    expect(world.calls(path)).toHaveLength(before);
    world.at(path, json({}));
    expect(await call({ circuit }, { account: "well" }, { path })).toEqual({});
  });
});

describe("the budget", () => {
  test("is shared: many workers together make as many calls as it allows and no more", async () => {
    const path = newPlace();
    world.at(path, json({}));
    const other = new Database(db.resource);
    const system = { name: "sparing", limits: [{ calls: 7, seconds: 600 }], patienceSeconds: 1 };
    const mine = Array.from({ length: 10 }, (_, at) =>
      call(system, {}, { path }, at % 2 ? db.database : other).catch((error: unknown) => error),
    );
    const away: TestCall[] = Array.from({ length: 5 }, () => ({
      system,
      address: world.address,
      request: { path },
    }));
    const [here, there] = await Promise.all([Promise.all(mine), RUNTIMES.bun!(away)]);
    await other.close();
    expect(world.calls(path)).toHaveLength(7);
    const refused = [
      ...here.filter((ended) => ended instanceof RateLimited),
      ...there.filter((e) => "error" in e),
    ];
    expect(refused).toHaveLength(8);
    const [first] = here.filter((ended): ended is RateLimited => ended instanceof RateLimited);
    expect(first?.retryAfterSeconds).toBeGreaterThan(500);
    expect(first?.message).toMatch(/sparing .* used up/);
  });

  test("is waited for where that isn't long", async () => {
    const path = newPlace();
    world.at(path, json({}));
    const system = { name: "patient", limits: [{ calls: 2, seconds: 1 }] };
    await Promise.all([1, 2, 3, 4, 5].map(() => call(system, {}, { path })));
    expect(world.calls(path)).toHaveLength(5);
  });

  test("is closed for everybody while the system says so", async () => {
    const path = newPlace();
    world.at(path, json({}, 429, { "retry-after": "300" }), json({}));
    const system = { name: "closing", limits: [{ calls: 100, seconds: 60 }] };
    await expect(call(system, { account: "one" }, { path })).rejects.toMatchObject({
      retryAfterSeconds: 300,
    });
    await expect(call(system, { account: "two" }, { path })).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(world.calls(path)).toHaveLength(1);
    const own = { name: "closing", limits: system.limits };
    expect(await call(own, { account: "three", budget: "account" }, { path })).toEqual({});
  });
});

describe("a kept answer", () => {
  const kept = (question: string, keepSeconds: number, answer: unknown) =>
    keptAnswer(db.database, { system: "test", question, keepSeconds }, async () => answer);

  test("is given until its time is over, and goes when others come", async () => {
    expect(await kept("soup?", 600, { name: "soup" })).toEqual({ name: "soup" });
    expect(await kept("soup?", 600, { name: "stew" })).toEqual({ name: "soup" });
    await db.database.query("update meal_planner.http_answers set expires_at = now() - interval '1 s'");
    expect(await kept("bread?", 600, "bread")).toBe("bread");
    const { rows } = await db.database.query("select question from meal_planner.http_answers");
    expect(rows).toEqual([{ question: "bread?" }]);
    expect(await kept("soup?", 600, { name: "stew" })).toEqual({ name: "stew" });
  });

  test("isn't kept of a question that failed", async () => {
    const failing = keptAnswer(db.database, { system: "test", question: "x", keepSeconds: 9 }, async () => {
      throw new RateLimited("Later.");
    });
    await expect(failing).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await kept("x", 9, 1)).toBe(1);
  });
});
