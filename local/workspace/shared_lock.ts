import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { packageImports } from "./imports.ts";

/** The packages that code under f/ may import, and the lock that all scripts share (`dedupeLockfiles`). */
export const DEPENDENCIES = "dependencies/package.json";
export const SHARED_LOCK = "locks/package.json.lock";

const SEPARATOR = "//bun.lock";
// Windmill's workers run Bun 1.3, which can't read the second version of the format that Bun 1.4 begins a lock in; one
// that was begun in the first it leaves at that.
const EMPTY_LOCK = '{ "lockfileVersion": 1, "configVersion": 1, "workspaces": { "": {} }, "packages": {} }\n';

type Packages = Record<string, string>;

/** The packages that `files` import, each with the version that the root's package.json pins. */
export function wantedPackages(root: string, files: string[]): Packages {
  const pinned: Packages = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies ?? {};
  const names = new Set(files.flatMap((file) => packageImports(readFileSync(file, "utf8"))));
  return Object.fromEntries(
    [...names].sort().map((name) => {
      const version = pinned[name];
      if (!version) throw new Error(`f/ imports ${name}, which package.json doesn't pin under dependencies.`);
      return [name, version];
    }),
  );
}

/** What is wrong with the lock; offline, by comparing packages and versions rather than locking anew. */
export function lockProblems(root: string, wanted: Packages): string[] {
  const listed = readPackages(join(root, DEPENDENCIES));
  const [text = "", lock = ""] = existsSync(join(root, SHARED_LOCK))
    ? readFileSync(join(root, SHARED_LOCK), "utf8").split(`\n${SEPARATOR}\n`)
    : [];
  const locked: Packages = text === "" ? {} : (JSON.parse(text).dependencies ?? {});
  const problems: string[] = [];
  for (const [file, found] of [
    [DEPENDENCIES, listed],
    [SHARED_LOCK, locked],
  ] as const) {
    if (JSON.stringify(found) !== JSON.stringify(wanted)) {
      problems.push(`${file} has ${describe(found)} instead of ${describe(wanted)}`);
    }
  }
  const missing = Object.entries(wanted).filter(([name, version]) => !lock.includes(`["${name}@${version}"`));
  if (!lock.includes('"lockfileVersion": 1,'))
    problems.push(`${SHARED_LOCK} isn't in version 1 of the format`);
  if (missing.length > 0)
    problems.push(`${SHARED_LOCK} doesn't lock ${describe(Object.fromEntries(missing))}`);
  return problems;
}

/** Writes both files; asks the registry for the lock, by way of Bun, only where something changed. */
export function writeLock(root: string, wanted: Packages): void {
  if (lockProblems(root, wanted).length === 0) return;
  const text = JSON.stringify({ dependencies: wanted }, null, 2);
  for (const file of [DEPENDENCIES, SHARED_LOCK]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
  }
  writeFileSync(join(root, DEPENDENCIES), `${text}\n`);
  writeFileSync(join(root, SHARED_LOCK), `${text}\n${SEPARATOR}\n${bunLock(root, text)}`);
}

function bunLock(root: string, packageJson: string): string {
  const folder = mkdtempSync(join(tmpdir(), "meal-planner-lock-"));
  try {
    writeFileSync(join(folder, "package.json"), packageJson);
    writeFileSync(join(folder, "bun.lock"), EMPTY_LOCK);
    const bun = join(root, "node_modules", "bun", "bin", "bun.exe");
    const done = spawnSync(bun, ["install", "--lockfile-only"], { cwd: folder, encoding: "utf8" });
    if (done.status !== 0) throw new Error(`Bun can't lock the packages: ${done.stderr}`);
    return readFileSync(join(folder, "bun.lock"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPackages(file: string): Packages {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).dependencies ?? {}) : {};
}

function describe(packages: Packages): string {
  return (
    Object.entries(packages)
      .map(([name, version]) => `${name}@${version}`)
      .join(", ") || "nothing"
  );
}
