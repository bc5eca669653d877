import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Metafile, OutputFile } from "esbuild";
import { Inconsistent } from "../../f/meal-planner/database/errors.ts";
import { REPOSITORY } from "../repository.ts";

/** The files, by name, that the document asks for. */
export type FirstView = {
  /** Sends the first calls before the page's code has come. Some hundred bytes. */
  begin: string | undefined;
  style: string;
  script: string;
  /** What the script needs at once. */
  preload: string[];
};

export type Bundle = { first: FirstView; files: Map<string, Buffer> };

const ENTRY = "index.local.tsx";
const BEGIN = "begin.local.ts";
// Tells Chromium to compile a file whole while it comes, beside the page's main thread, and not each function there when it
// is first called. Measured on a week's first view: 115 ms of the main thread's time become 21, and beside it 40 become 112.
const COMPILE_AT_ONCE = Buffer.from("//# allFunctionsCalledOnLoad\n");
const NOTHING = Buffer.alloc(0);

/**
 * The page in parts: what its first view needs, and the rest by itself, loaded when it is shown.
 *
 * @throws Inconsistent where the sources don't build.
 */
export async function bundleApp(app: string): Promise<Bundle> {
  const { outputFiles, metafile } = await run({
    entryPoints: [join(app, ENTRY)],
    format: "esm",
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    jsx: "transform",
    metafile: true,
  });
  const script = Object.keys(metafile.outputs).find((path) =>
    metafile.outputs[path]?.entryPoint?.endsWith(ENTRY),
  );
  const style = script && metafile.outputs[script]?.cssBundle;
  if (!script || !style) throw new Inconsistent(`The page needs an ${ENTRY} that brings styles.`);
  const begin = await bundleBegin(app);
  const preload = neededBy(metafile, script).map((path) => basename(path));
  const first = {
    begin: begin && basename(begin.path),
    style: basename(style),
    script: basename(script),
    preload,
  };
  const atOnce = new Set([first.script, ...preload]);
  // The entry's stylesheet has all of them; each part's own is left.
  const kept = outputFiles.filter(({ path }) => path.endsWith(".js") || basename(path) === basename(style));
  return {
    first,
    files: new Map<string, Buffer>(
      [...kept, ...(begin ? [begin] : [])].map(({ path, contents }) => {
        const name = basename(path);
        return [name, Buffer.concat([atOnce.has(name) ? COMPILE_AT_ONCE : NOTHING, contents])];
      }),
    ),
  };
}

/** All that must be there before a file runs. */
function neededBy(metafile: Metafile, file: string, found = new Set<string>()): string[] {
  for (const { path, kind } of metafile.outputs[file]?.imports ?? []) {
    if (kind !== "import-statement" || found.has(path)) continue;
    found.add(path);
    neededBy(metafile, path, found);
  }
  return [...found];
}

/** By itself and whole: it waits for nothing of the page. */
async function bundleBegin(app: string): Promise<OutputFile | undefined> {
  const entry = join(app, BEGIN);
  if (!existsSync(entry)) return undefined;
  const { outputFiles } = await run({ entryPoints: [entry], format: "iife", entryNames: "[name]-[hash]" });
  return outputFiles[0];
}

async function run(options: object): Promise<{ outputFiles: OutputFile[]; metafile: Metafile }> {
  // Loaded only here: most starts find a build.
  const esbuild = await import("esbuild");
  const outcome = await esbuild
    .build({
      bundle: true,
      minify: true,
      target: "es2022",
      define: { "process.env.NODE_ENV": '"production"' },
      outdir: "built",
      // The page's packages are this project's; Windmill installs them by the app's own package.json.
      nodePaths: [join(REPOSITORY, "node_modules")],
      legalComments: "none",
      logLevel: "silent",
      write: false,
      ...options,
    })
    .catch((error: unknown) => {
      throw new Inconsistent(`The page doesn't build: ${error instanceof Error ? error.message : error}`);
    });
  return {
    outputFiles: outcome.outputFiles ?? [],
    metafile: outcome.metafile ?? { inputs: {}, outputs: {} },
  };
}
