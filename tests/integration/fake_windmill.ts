import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { crc32 } from "node:zlib";

/** A server that answers what a deployment asks of Windmill, from memory, and remembers what it was asked. */
export type FakeWindmill = {
  url: string;
  version: string;
  operator: boolean;
  /** What the workspace holds, by the paths of wmill's files. */
  files: Record<string, string>;
  /** What exists, as `resources/f/x`, `resources/type/tandoor`, `folders/x`. */
  present: Set<string>;
  /** The workspace's schedules by path, as Windmill gives them. */
  schedules: Record<string, Record<string, unknown>>;
  /** Each call, in order, with the workspace's name left out of its path. */
  calls: { method: string; path: string }[];
  /** Each `POST`, in order. */
  posts: { path: string; body: Record<string, unknown> }[];
  /** A job's end by what started it: `preview`, or the script's path. */
  jobs: Record<string, { success: boolean; result: unknown }>;
  /**
   * Who imports a script, by its path. As in Windmill, a push of it has their locks made anew a while later, by jobs that
   * wait before they run.
   */
  importers: Record<string, string[]>;
  /** The importers that were locked anew, because nobody cancelled the job in time. */
  relocked: string[];
  /** What the server says of scripts whose lock failed, by path. */
  brokenScripts: string[];
  close(): Promise<void>;
};

export const FAKE_TOKEN = "the-token-that-nobody-may-see";

export async function fakeWindmill(): Promise<FakeWindmill> {
  const fake: FakeWindmill = {
    url: "",
    version: "CE v1.819.0",
    operator: false,
    files: {},
    present: new Set(),
    schedules: {},
    calls: [],
    posts: [],
    jobs: {},
    importers: {},
    relocked: [],
    brokenScripts: [],
    close: () =>
      new Promise((resolve) => {
        for (const { runs } of waiting.values()) clearTimeout(runs);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const waiting: Waiting = new Map();
  const server = createServer((request, response) => {
    answer(fake, waiting, request, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

/** Jobs that wait for their time, by id. */
type Waiting = Map<string, { path: string; runs: NodeJS.Timeout }>;

/** What Windmill does in ten seconds, and what it has a job wait for, five there. */
const LOOKS_AFTER_MS = 100;
const RUNS_AFTER_MS = 500;

function relockImporters(fake: FakeWindmill, waiting: Waiting, path: string): void {
  setTimeout(() => {
    for (const importer of fake.importers[path] ?? []) {
      const id = randomUUID();
      const runs = setTimeout(() => {
        waiting.delete(id);
        fake.relocked.push(importer);
        relockImporters(fake, waiting, importer);
      }, RUNS_AFTER_MS);
      waiting.set(id, { path: importer, runs });
    }
  }, LOOKS_AFTER_MS);
}

async function answer(
  fake: FakeWindmill,
  waiting: Waiting,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> {
  const path = new URL(request.url ?? "/", fake.url).pathname;
  const send = (body: unknown, status = 200) =>
    typeof body === "string"
      ? response.writeHead(status, { "content-type": "text/plain" }).end(body)
      : response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  fake.calls.push({
    method: request.method ?? "",
    path: path.replace(/^\/api(\/w\/)test\//, "$1{workspace}/"),
  });
  if (path === "/api/version") return send(fake.version);
  if (request.headers.authorization !== `Bearer ${FAKE_TOKEN}`) return send("Unauthorized", 401);
  const what = path.replace(/^\/api\/(w\/test\/)?/, "");
  if (what === "jobs/queue/cancel_selection") {
    const ids = (await bodyOf(request)) as unknown as string[];
    for (const id of ids) {
      clearTimeout(waiting.get(id)?.runs);
      waiting.delete(id);
    }
    return send(ids);
  }
  if (request.method === "POST") {
    const body = await bodyOf(request);
    if (what === "scripts/create") relockImporters(fake, waiting, String(body.path));
    return post(fake, what, body, send);
  }
  if (what === "users/whoami")
    return send({ username: "ada", email: "ada@example.com", is_admin: true, operator: fake.operator });
  if (what === "jobs/queue/list") return send([...waiting.keys()].map((id) => ({ id })));
  if (what === "scripts/list")
    return send(fake.brokenScripts.map((path) => ({ path, has_deploy_errors: true })));
  if (what === "workspaces/tarball") return response.writeHead(200).end(zip(fake.files));
  if (what === "schedules/list") return send(Object.values(fake.schedules));
  const schedule = /^schedules\/get\/(.+)$/.exec(what)?.[1];
  if (schedule) return send(fake.schedules[schedule] ?? "not found", fake.schedules[schedule] ? 200 : 404);
  const exists = /^(.+?)\/exists\/(.+)$/.exec(what);
  if (exists) return send(fake.present.has(`${exists[1]}/${exists[2]}`));
  const job = /^jobs_u\/completed\/get_result_maybe\/(.+)$/.exec(what)?.[1];
  if (job) {
    const end = fake.jobs[decodeURIComponent(job)];
    return send(end ? { completed: true, ...end } : { completed: false });
  }
  return send(`no ${what}`, 404);
}

function post(
  fake: FakeWindmill,
  path: string,
  body: Record<string, unknown>,
  send: (body: unknown, status?: number) => unknown,
): void {
  fake.posts.push({ path, body });
  const [, what, schedule] = /^schedules\/(update|setenabled)\/(.+)$/.exec(path) ?? [];
  if (schedule) {
    const { enabled, ...changes } = body;
    // As in Windmill, an update leaves the switch alone.
    Object.assign(fake.schedules[schedule] ?? {}, what === "setenabled" ? { enabled } : changes);
  }
  const made = /^(.+)\/create$/.exec(path)?.[1];
  if (made) fake.present.add(`${made}/${body.path ?? body.name}`);
  // A job's id says what it is.
  send(path.startsWith("jobs/run/") ? path.replace(/^jobs\/run\/(p\/)?/, "") : "ok", 201);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? {} : JSON.parse(text);
}

/** A zip archive without compression. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), common, path, data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), common, tail, path]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from("PK\x05\x06"), end]);
}
