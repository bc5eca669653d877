// npm run metadata [-- --check]: writes each script's .script.yaml and the lock that all share.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REPOSITORY } from "../repository.ts";
import { scriptMetadata } from "./script_metadata.ts";
import { lockProblems, wantedPackages, writeLock } from "./shared_lock.ts";
import { metadataFile, scriptFiles, workspaceFiles } from "./workspace_files.ts";

/** The metadata files that don't have the text they should have, with that text; undefined is "shouldn't exist". */
async function staleMetadata(root: string): Promise<Map<string, string | undefined>> {
  const stale = new Map<string, string | undefined>();
  const scripts = scriptFiles(root);
  for (const file of scripts) {
    const code = readFileSync(join(root, file), "utf8");
    const wanted = await scriptMetadata(join(root, file), file, code);
    const target = metadataFile(file);
    const found = existsSync(join(root, target)) ? readFileSync(join(root, target), "utf8") : undefined;
    if (found !== wanted) stale.set(target, wanted);
  }
  const owned = new Set(scripts.map(metadataFile));
  for (const file of workspaceFiles(root)) {
    if (file.endsWith(".script.yaml") && !owned.has(file)) stale.set(file, undefined);
    if (file.endsWith(".script.lock")) stale.set(file, undefined);
  }
  return stale;
}

/** What isn't current: the problems that `npm run metadata` would mend. Needs no network. */
export async function metadataProblems(root: string = REPOSITORY): Promise<string[]> {
  const stale = await staleMetadata(root);
  const packages = wantedPackages(
    root,
    scriptFiles(root).map((file) => join(root, file)),
  );
  return [
    ...[...stale].map(([file, text]) => `${file} ${text === undefined ? "has no script" : "is not current"}`),
    ...lockProblems(root, packages),
  ];
}

/** Brings metadata and lock up to date. Returns the files that it changed. */
export async function writeMetadata(root: string = REPOSITORY): Promise<string[]> {
  const stale = await staleMetadata(root);
  for (const [file, text] of stale) {
    if (text === undefined) rmSync(join(root, file));
    else writeFileSync(join(root, file), text);
  }
  const packages = wantedPackages(
    root,
    scriptFiles(root).map((file) => join(root, file)),
  );
  writeLock(root, packages);
  return [...stale.keys()];
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes("--check")) {
    const problems = await metadataProblems();
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    if (problems.length > 0) process.stderr.write("Run: npm run metadata\n");
    process.exit(problems.length > 0 ? 1 : 0);
  }
  const changed = await writeMetadata();
  process.stderr.write(changed.length > 0 ? `${changed.join("\n")}\n` : "All current.\n");
}
