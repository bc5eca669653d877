import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runFlow } from "../../local/flows/flow_runner.ts";
import { serveWeb, type WebServer } from "../../local/web/web_server.ts";
import { code, useFlowWorkspace } from "./flow_workspace.ts";
import { openKitchen } from "./shopping_kitchen.ts";
import { useWebWorkspace } from "./web_workspace.ts";

const HANDLERS = "f/meal-planner/handlers";
const flows = useFlowWorkspace();
const db = flows.test;
const workspace = useWebWorkspace(
  {
    list_plans: `${HANDLERS}/meal_planning/list_plans/script`,
    create_list: `${HANDLERS}/shopping_list/create_list/script`,
    get_list: `${HANDLERS}/shopping_list/get_list/script`,
    share_list: `${HANDLERS}/shopping_list/share_list/script`,
    shared_list: `${HANDLERS}/shopping_list/get_shared_list/script`,
    tick_shared_list: `${HANDLERS}/shopping_list/tick_shared_list/script`,
    slow: "f/meal-planner/slow/script",
    broken: "f/meal-planner/broken/script",
  },
  {
    "f/meal-planner/slow/script": `export async function main(seconds: number) {
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      return { slept: seconds };
    }`,
    "f/meal-planner/broken/script": `export async function main() { throw new Error("a defect at /home/someone"); }`,
  },
);

let web: WebServer;
let householdId: string;
beforeAll(async () => {
  ({ household_id: householdId } = await db.database.transaction((tx) => openKitchen(tx)));
  const share = { host: "127.0.0.1", port: 0 };
  web = await serveWeb({ database: db.database, householdId, port: 0, share, ...workspace });
});
afterAll(() => web.close());

type Sent = { method?: string; headers?: Record<string, string>; body?: string; base?: string };
type Got = { status: number; headers: Record<string, string>; text: string; json: never };

/** A request as it is written, with headers that `fetch` would not let through. */
async function send(
  path: string,
  { method = "GET", headers = {}, body, base = web.address }: Sent = {},
): Promise<Got> {
  const request = httpRequest(new URL(path, base), { method, headers });
  request.end(body);
  const [response] = await once(request, "response");
  const content = await text(response);
  return {
    status: response.statusCode,
    headers: response.headers,
    text: content,
    get json() {
      return JSON.parse(content) as never;
    },
  };
}

const JSON_TYPE = { "content-type": "application/json" };
const call = (id: string, args: unknown = {}, sent: Sent = {}) =>
  send(`/api/run/${id}`, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(args), ...sent });
const asGuest = (id: string, args: unknown) => call(id, args, { base: web.shareAddress });

async function result<T>(id: string, args: unknown): Promise<T> {
  const { status, json, text: content } = await call(id, args);
  expect(status, content).toBe(200);
  return (json as { result: T }).result;
}

describe("the page", () => {
  const filesOf = (page: Got) =>
    [...page.text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file ?? "");
  const fileOf = (page: Got, name: RegExp) => filesOf(page).find((file) => name.test(file)) ?? "";

  test("comes whole: the document names scripts and a style that are there and keep", async () => {
    const page = await send("/");
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    const built = await send(fileOf(page, /index.*js$/), { headers: { "accept-encoding": "identity" } });
    expect(built.text).toContain("A small page");
    expect(built.headers["cache-control"]).toContain("immutable");
    expect((await send(fileOf(page, /css$/))).text).toContain("margin:0");
    for (const file of filesOf(page)) expect((await send(file)).status, file).toBe(200);
  });

  test("is sent pressed to who takes that, and not again to who has it", async () => {
    const script = fileOf(await send("/"), /index.*js$/);
    const pressed = await send(script, { headers: { "accept-encoding": "gzip, br" } });
    expect(pressed.headers["content-encoding"]).toBe("br");
    const again = await send(script, { headers: { "if-none-match": pressed.headers.etag ?? "" } });
    expect([again.status, again.text]).toEqual([304, ""]);
    expect((await send(script, { headers: { "accept-encoding": "br;q=0" } })).text).toContain("A small page");
  });

  test("says nothing of the household: its data comes by calls alone, which nothing keeps", async () => {
    await result("create_list", { name: "A secret list" });
    for (const base of [web.address, web.shareAddress]) {
      const page = await send("/", { base });
      expect(page.text).not.toContain("secret");
      expect(page.text).not.toContain(householdId);
    }
    expect((await call("get_list")).headers["cache-control"]).toBe("no-store");
  });

  test("lets no script but its own files' run, no frame hold it, and no type be guessed", async () => {
    const [first, second] = [await send("/"), await send("/")];
    const policy = first.headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
    expect(first.headers["referrer-policy"]).toBe("no-referrer");
    expect(first.text).not.toMatch(/<script(?![^>]* src=)/);
    const nonce = (page: Got) => /name="csp-nonce" content="([^"]+)"/.exec(page.text)?.[1];
    expect(policy).toContain(`'nonce-${nonce(first)}'`);
    expect(nonce(second)).not.toBe(nonce(first));
  });

  test("is built anew when its sources have changed", async () => {
    const before = fileOf(await send("/"), /css$/);
    workspace.write("page.css", "body { margin: 7px }\n");
    const after = fileOf(await send("/"), /css$/);
    expect((await send(after)).text).toContain("7px");
    // A page that is still open has the names of the former build, and may ask for more of its parts.
    expect((await send(before)).text).toContain("margin:0");
  });

  test("of other addresses and ways there is none", async () => {
    for (const path of [
      "/nothing",
      "/../package.json",
      "/assets/",
      "/assets/..%2fbuild.json",
      "/assets/build.json",
    ]) {
      expect((await send(path)).status, path).toBe(404);
    }
    expect((await send("/", { method: "POST" })).status).toBe(405);
    expect((await send("/api/run/list_plans")).status).toBe(404);
  });
});

describe("a call", () => {
  test("runs the script that the page's list names, for the household that is served", async () => {
    const list = await result<{ list_id: string }>("create_list", { name: "Mine" });
    const { rows } = await db.database.query(
      "select name from meal_planner.shopping_lists where list_id = $1::uuid and household_id = $2::uuid",
      [list.list_id, householdId],
    );
    expect(rows).toEqual([{ name: "Mine" }]);
  });

  test("is refused for a script that isn't in the list, whatever its name looks like", async () => {
    for (const id of [
      "query",
      "f%2Fmeal-planner%2Fhandlers%2Fdatabase%2Fquery%2Fscript",
      "__proto__",
      "..%2Fquery",
    ]) {
      expect((await call(id, { sql: "select 1" })).status, id).toBe(404);
    }
  });

  test("may not bring a database, nor arguments that the script doesn't have", async () => {
    const own = await call("list_plans", { db: { host: "evil.example", dbname: "x" }, limt: 3 });
    expect(own.status).toBe(400);
    expect(own.json).toMatchObject({
      error: { code: "INVALID_INPUT", details: [{ path: "db" }, { path: "limt" }] },
    });
  });

  test("must be a JSON object of a size that can be taken", async () => {
    const sent = async (headers: Record<string, string>, body: string) => {
      const { status, json } = await send("/api/run/list_plans", { method: "POST", headers, body });
      return [status, (json as { error: { code: string } }).error.code];
    };
    const refused = [400, "INVALID_INPUT"];
    expect(await sent({ "content-type": "text/plain" }, "{}")).toEqual(refused);
    expect(await sent({ "content-type": "application/x-www-form-urlencoded" }, "limit=3")).toEqual(refused);
    expect(await sent({}, "{}")).toEqual(refused);
    expect(await sent(JSON_TYPE, "[1]")).toEqual(refused);
    expect(await sent(JSON_TYPE, "{")).toEqual(refused);
    expect(await sent({ ...JSON_TYPE, "content-length": String(64 * 1024 * 1024) }, "{}")).toEqual(refused);
  });

  test("that fails says what to do, by the scripts' own codes, with the status that fits", async () => {
    const missing = await call("get_list", { list_id: "00000000-0000-4000-8000-000000000000" });
    expect([missing.status, missing.json]).toMatchObject([
      404,
      { error: { name: "NotFound", code: "NOT_FOUND" } },
    ]);
    expect((await call("list_plans", { limit: 0 })).status).toBe(400);
    const broken = await call("broken");
    expect([broken.status, broken.json]).toMatchObject([
      500,
      { error: { code: "INTERNAL", message: expect.stringContaining("defect") } },
    ]);
  });

  test("of another host's name, a foreign page or frame is refused before anything runs", async () => {
    const lists = async () => {
      const { rows } = await db.database.query("select count(*) from meal_planner.shopping_lists");
      return rows[0]?.count;
    };
    const before = await lists();
    const foreign: Record<string, string>[] = [
      { host: "planner.example" },
      { origin: "http://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
    ];
    for (const headers of foreign) {
      expect((await call("create_list", {}, { headers: { ...JSON_TYPE, ...headers } })).status).toBe(403);
    }
    expect(await lists()).toBe(before);
  });
});

describe("a run that takes a while", () => {
  type Run = {
    job_id: string;
    state: string;
    result?: unknown;
    cancelled: boolean;
    error?: { name: string };
  };
  const start = async (seconds: number) =>
    (await send("/api/jobs/slow", { method: "POST", headers: JSON_TYPE, body: JSON.stringify({ seconds }) }))
      .json as Run;
  const look = async (id: string, wait: number) => (await send(`/api/jobs/${id}?wait=${wait}`)).json as Run;

  test("is under way at once, and its end is told to who waits for it", async () => {
    const run = await start(0.5);
    expect((await look(run.job_id, 0)).state).not.toBe("done");
    expect(await look(run.job_id, 20)).toMatchObject({
      state: "done",
      result: { slept: 0.5 },
      cancelled: false,
    });
  });

  test("is ended by a cancel, and then says that it was", async () => {
    const run = await start(600);
    const path = `/api/jobs/${run.job_id}/cancel`;
    const cancelled = await send(path, { method: "POST", headers: JSON_TYPE, body: "{}" });
    expect(cancelled.json).toMatchObject({ state: "done", cancelled: true, error: { name: "Canceled" } });
  });

  test("that nobody started isn't known", async () => {
    expect((await send("/api/jobs/00000000-0000-4000-8000-000000000000")).status).toBe(404);
  });
});

describe("a shared list", () => {
  type Shared = {
    name: string;
    version: number;
    aisles: { items: { item_id: string; ticked: boolean }[] }[];
  };

  async function shared(name: string) {
    const items = ["2 onions", "1 kg flour"];
    const { list_id } = await result<{ list_id: string }>("create_list", { name, items });
    const { token } = await result<{ token: string }>("share_list", { list_id });
    const list = (await asGuest("shared_list", { share_token: token })).json as { result: Shared };
    return { list_id, token, list: list.result };
  }
  const firstLine = (list: Shared) => list.aisles[0]?.items[0]?.item_id;

  test("is read and ticked by its link, from elsewhere too", async () => {
    const { list_id, token, list } = await shared("Saturday");
    expect(list).toMatchObject({ name: "Saturday", state: "open", items: 2, ticked: 0 });
    const items = [{ item_id: firstLine(list), ticked: true }];
    const ticked = await asGuest("tick_shared_list", { share_token: token, version: list.version, items });
    expect(ticked.json).toMatchObject({ result: { updated: [firstLine(list)], conflicts: [] } });
    expect(await result("get_list", { list_id })).toMatchObject({ ticked: 1 });
  });

  test("shows a guest nothing of the household beyond what to buy", async () => {
    const { token } = await shared("Guest's");
    const { text: content } = await asGuest("shared_list", { share_token: token });
    expect(content).not.toContain(householdId);
    expect(content).not.toMatch(/household_id|assigned_to|price|cost|sources|plan_id|list_id/);
  });

  test("its token opens no other list, ticks no other list's line, and changes nothing else", async () => {
    const [mine, other] = [await shared("Mine"), await shared("Other")];
    const tick = {
      share_token: mine.token,
      version: 1,
      items: [{ item_id: firstLine(other.list), ticked: true }],
    };
    expect((await asGuest("tick_shared_list", tick)).status).toBe(400);
    const rename = { item_id: firstLine(mine.list), ticked: true, note: "hacked" };
    expect((await asGuest("tick_shared_list", { ...tick, items: [rename] })).status).toBe(400);
    expect((await asGuest("shared_list", { share_token: mine.token, list_id: other.list_id })).status).toBe(
      400,
    );
    expect(await result("get_list", { list_id: other.list_id })).toMatchObject({ ticked: 0 });
  });

  test("on its listener nothing else is to be had", async () => {
    const { list_id } = await shared("Only");
    expect((await asGuest("get_list", { list_id })).status).toBe(404);
    expect((await asGuest("list_plans", {})).status).toBe(404);
    for (const path of ["/api/approvals", "/api/jobs/00000000-0000-4000-8000-000000000000"]) {
      expect((await send(path, { base: web.shareAddress })).status).toBe(404);
    }
    expect((await send("/", { base: web.shareAddress })).status).toBe(200);
  });

  test("its link leads to the page without the token reaching another server's log", async () => {
    const { status, headers } = await send("/s/abc_DEF-123", { base: web.shareAddress });
    expect([status, headers.location]).toEqual([303, "/#/shared/abc_DEF-123"]);
    expect((await send("/s/%3Cscript%3E", { base: web.shareAddress })).status).toBe(404);
  });

  test("is closed to a revoked link", async () => {
    const { list_id, token } = await shared("Over");
    await result("share_list", { list_id, revoke: true });
    expect((await asGuest("shared_list", { share_token: token })).status).toBe(404);
  });

  test("can't be found by trying tokens", async () => {
    const { token } = await shared("Secret");
    const tries = [];
    for (let index = 0; index < 40; index++) {
      tries.push((await asGuest("shared_list", { share_token: `guess${index}` })).status);
    }
    expect(tries.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    const late = await asGuest("shared_list", { share_token: token });
    expect(late.status).toBe(429);
    expect(Number(late.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("an approval", () => {
  const decide = (body: unknown) =>
    send("/api/approvals", { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) });

  test("of a flow that waits is shown and given on the page, and the flow goes on", async () => {
    const path = flows.flow("asks", [
      code(
        "show",
        "export async function main() { return { week: 48 }; }",
        {},
        { suspend: { required_events: 1 } },
      ),
      code("after", "export async function main(x: any) { return x; }", { x: "({ resume, approvers })" }),
    ]);
    const running = runFlow(path, {}, flows.open());
    let waiting: { run_id: string; step: string; shown: unknown }[] = [];
    const waits = async () => {
      waiting = ((await send("/api/approvals")).json as { approvals: typeof waiting }).approvals;
      return waiting;
    };
    await expect.poll(waits, { timeout: 20_000 }).toHaveLength(1);
    expect(waiting[0]).toMatchObject({ flow: path, shown: { week: 48 } });
    const { run_id, step } = waiting[0]!;
    expect((await decide({ run_id, step: "elsewhere", approved: true })).status).toBe(409);
    expect((await decide({ run_id, step, approved: true, note: "looks good" })).json).toEqual({
      recorded: true,
    });
    expect((await running).result).toEqual({ resume: { note: "looks good" }, approvers: ["the page"] });
    expect(await waits()).toEqual([]);
  });
});
