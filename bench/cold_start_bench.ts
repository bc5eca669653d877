// What a Windmill job pays before `main` begins. Windmill's worker bundles a script with all that it imports into one
// file when it is deployed, keeps that file, and starts a new Bun process on it for each job; the same is done here,
// with the settings of its backend/windmill-worker/src/bun_executor.rs. In each round every script starts once, with
// an empty script among them again and again, so that the machine's other work falls on all of them alike.
//   npm run bench -- cold_start              every script
//   bun bench/cold_start_bench.ts events/    those whose path has this in it
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REPOSITORY } from "../local/repository.ts";
import { scriptFiles } from "../local/workspace/workspace_files.ts";

const ROUNDS = 9;
const SCRIPTS_BETWEEN_EMPTY_ONES = 5;
const EMPTY = "an empty script";

/** At most so many times an empty script. */
const TARGETS: Record<string, number> = { events: 4, patterns: 4, handlers: 6 };

type Bundle = { name: string; folder: string; bytes: number };

const wanted = process.argv[2] ?? "";
const doors = scriptFiles(REPOSITORY).filter((file) => file.endsWith("/script.ts") && file.includes(wanted));
const folder = await mkdtemp(join(tmpdir(), "cold-start-"));
try {
  const emptyFile = join(folder, "empty.ts");
  await writeFile(emptyFile, "export async function main() {}\n");
  const empty = await bundle(EMPTY, emptyFile);
  const bundles: Bundle[] = [];
  for (const file of doors) bundles.push(await bundle(file, join(REPOSITORY, file)));
  report(empty, bundles, measure(empty, bundles));
} finally {
  await rm(folder, { recursive: true });
}

async function bundle(name: string, file: string): Promise<Bundle> {
  const place = join(folder, name.replaceAll(/\W+/g, "_"));
  await mkdir(place);
  const built = await Bun.build({
    entrypoints: [file],
    outdir: place,
    naming: "main.js",
    target: "bun",
    external: ["electron"],
    minify: { identifiers: false, syntax: true, whitespace: false },
  });
  if (!built.success) throw new AggregateError(built.logs, `${name} can't be bundled`);
  // Says when main would have been called, and ends: what main does is no cold start.
  await writeFile(
    join(place, "wrapper.mjs"),
    `import * as Main from "./main.js";
if (typeof Main.main !== "function") throw new Error("main function is missing");
process.stdout.write(String(performance.timeOrigin + performance.now()));
process.exit(0);
`,
  );
  return { name, folder: place, bytes: (await stat(join(place, "main.js"))).size };
}

function measure(empty: Bundle, bundles: readonly Bundle[]): Map<Bundle, number[]> {
  const times = new Map<Bundle, number[]>([empty, ...bundles].map((one) => [one, []]));
  for (let round = 0; round < ROUNDS; round++) {
    bundles.forEach((one, index) => {
      if (index % SCRIPTS_BETWEEN_EMPTY_ONES === 0) times.get(empty)?.push(startToMain(empty));
      times.get(one)?.push(startToMain(one));
    });
  }
  return times;
}

function startToMain(one: Bundle): number {
  const started = performance.timeOrigin + performance.now();
  const run = spawnSync(process.execPath, ["run", "-i", "--prefer-offline", "wrapper.mjs"], {
    cwd: one.folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
  if (run.status !== 0) throw new Error(`${one.name} doesn't start: ${run.stderr}`);
  return Number(run.stdout) - started;
}

function report(empty: Bundle, bundles: readonly Bundle[], times: Map<Bundle, number[]>): void {
  const base = median(times.get(empty) ?? []);
  print({ name: EMPTY, bundle_kb: 0, start_to_main_ms: rounded(base) });
  const slowestFirst = bundles
    .map((one) => ({ one, ms: median(times.get(one) ?? []) }))
    .sort((a, b) => b.ms - a.ms);
  for (const { one, ms } of slowestFirst) {
    print({
      name: one.name.replace("f/meal-planner/", ""),
      bundle_kb: Math.round(one.bytes / 1024),
      start_to_main_ms: rounded(ms),
      times_empty: rounded(ms / base),
      at_most: TARGETS[one.name.split("/")[2] ?? ""],
    });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) throw new Error(`No script's path has ${wanted} in it.`);
  return middle;
}

function rounded(value: number): number {
  return Number(value.toFixed(1));
}

function print(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
