// The entry of every npm command. Plain Node without packages: it installs from the lock file what is missing,
// then runs the given TypeScript file with the Bun that came with the packages.
//   node local/bootstrap.mjs local/start.ts --once
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(repository, "node_modules");
const installLock = join(repository, ".local", "installing");

const PARENT_POLL_MS = 500;

requireNode(20, 19);
if (!isInstalled()) await installOnce();
const child = spawn(bun(), process.argv.slice(2), { stdio: "inherit", cwd: repository });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// npm puts a shell between itself and us that passes no signal on: when that is gone, the command has been ended.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), PARENT_POLL_MS).unref();
child.on("error", (error) =>
  fail(`Bun can't be started (${error.message}). Delete node_modules and try again.`),
);
child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));

function requireNode(major, minor) {
  const [ourMajor, ourMinor] = process.versions.node.split(".").map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  fail(`Node ${process.versions.node} is too old: ${major}.${minor} or newer is needed.`);
}

/** Whether what npm installed last is what the lock file asks for. Needs no network. */
function isInstalled() {
  const installed = packagesOf(join(modules, ".package-lock.json"));
  const wanted = packagesOf(join(repository, "package-lock.json"));
  if (!installed || !wanted || !existsSync(bun())) return false;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const present = installed[path];
    return present ? present.version === version : optional === true;
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

function bun() {
  return join(modules, "bun", "bin", "bun.exe"); // npm's package names it so on every system
}

/** `npm ci`, by one process at a time: two in one folder would break each other's work. */
async function installOnce() {
  while (!takeInstallLock()) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (isInstalled()) return;
  }
  process.on("exit", () => rmSync(installLock, { recursive: true, force: true }));
  process.stderr.write("Installing packages from package-lock.json (once) …\n");
  // --loglevel: the project's .npmrc keeps npm's banner off stdout, but an install that fails must say why.
  const npm = spawnSync("npm", ["ci", "--loglevel=error"], {
    cwd: repository,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) fail("npm ci failed; see above. It needs the network the first time.");
  if (!isInstalled())
    fail("npm ci ended well, but Bun is missing. Are install scripts switched off (ignore-scripts)?");
}

function takeInstallLock() {
  mkdirSync(dirname(installLock), { recursive: true });
  try {
    // The pid tells a lock whose owner was killed from one that is in use.
    writeFileSync(installLock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const owner = Number(existsSync(installLock) ? readFileSync(installLock, "utf8") : 0);
    if (owner > 0 && !isAlive(owner)) rmSync(installLock, { force: true });
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
