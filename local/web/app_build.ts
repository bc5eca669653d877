import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { Inconsistent } from "../../f/meal-planner/database/errors.ts";
import { LOCAL_FOLDER } from "../postgres.ts";
import { REPOSITORY } from "../repository.ts";
import { APP_FOLDER } from "./page_runnables.ts";

/** A file of the page, in the forms in which it is sent. */
export type BuiltFile = { type: string; plain: Buffer; gzip: Buffer; brotli: Buffer };

/** The page as a browser takes it. `version` stands for its sources: it changes when they do. */
export type AppBuild = { version: string; script: BuiltFile; style: BuiltFile };

const ENTRY = "index.local.tsx";
const NAMES = { script: "app.js", style: "app.css" } as const;
const TYPES = { script: "text/javascript; charset=utf-8", style: "text/css; charset=utf-8" } as const;
// Not sources of the page: Windmill's own files of the app, and what its tools leave behind.
const ASIDE = new Set(["backend", "node_modules", "dist", "sql_to_apply"]);

/**
 * Builds the page where its sources have changed since the last build, else takes that: builds are kept by a digest of
 * the sources and the packages' versions.
 *
 * @throws Inconsistent where the sources don't build.
 */
export async function buildApp(options: { root?: string; cache?: string } = {}): Promise<AppBuild> {
  const root = options.root ?? REPOSITORY;
  const version = sourcesDigest(root);
  const folder = join(options.cache ?? join(LOCAL_FOLDER, "web"), version);
  if (!existsSync(folder)) await build(root, folder);
  const read = async (kind: keyof typeof NAMES): Promise<BuiltFile> => {
    const forms = ["", ".gz", ".br"].map((end) => readFile(join(folder, NAMES[kind] + end)));
    const [plain, gzipped, brotli] = (await Promise.all(forms)) as [Buffer, Buffer, Buffer];
    return { type: TYPES[kind], plain, gzip: gzipped, brotli };
  };
  return { version, script: await read("script"), style: await read("style") };
}

/** Tells whether the sources may have changed, for a few dozen looks at the file system. */
export function sourcesStamp(root: string = REPOSITORY): string {
  const app = join(root, APP_FOLDER);
  return sourceFiles(app)
    .map((file) => {
      const { mtimeMs, size } = statSync(join(app, file));
      return `${file} ${mtimeMs} ${size}`;
    })
    .join("\n");
}

function sourceFiles(app: string): string[] {
  return readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => !ASIDE.has(file.split(/[\\/]/)[0] ?? "") && /\.(tsx?|css|svg|json)$/.test(file))
    .sort();
}

function sourcesDigest(root: string): string {
  const app = join(root, APP_FOLDER);
  const digest = createHash("sha256");
  // Which packages are built in, and how: this file.
  digest.update(readFileSync(join(REPOSITORY, "package-lock.json")));
  digest.update(readFileSync(new URL(import.meta.url)));
  for (const file of sourceFiles(app)) digest.update(`\n${file}\n`).update(readFileSync(join(app, file)));
  return digest.digest("hex").slice(0, 20);
}

async function build(root: string, folder: string): Promise<void> {
  // Loaded only here: most starts find a build.
  const esbuild = await import("esbuild");
  const outcome = await esbuild
    .build({
      entryPoints: [join(root, APP_FOLDER, ENTRY)],
      bundle: true,
      minify: true,
      format: "iife",
      target: "es2022",
      jsx: "transform",
      define: { "process.env.NODE_ENV": '"production"' },
      outfile: join(folder, NAMES.script),
      // The page's packages are this project's; Windmill installs them by the app's own package.json.
      nodePaths: [join(REPOSITORY, "node_modules")],
      legalComments: "none",
      logLevel: "silent",
      write: false,
    })
    .catch((error: unknown) => {
      throw new Inconsistent(`The page doesn't build: ${error instanceof Error ? error.message : error}`);
    });
  const written = (end: string) => outcome.outputFiles.find(({ path }) => path.endsWith(end))?.contents;
  const scratch = `${folder}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await mkdir(scratch, { recursive: true });
  await writeForms(join(scratch, NAMES.script), Buffer.from(written(".js") ?? ""));
  await writeForms(join(scratch, NAMES.style), Buffer.from(written(".css") ?? ""));
  // Renamed into place whole: another process may be building the same.
  await rename(scratch, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(scratch, { recursive: true, force: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
}

async function writeForms(file: string, plain: Buffer): Promise<void> {
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: 9 }),
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  ]);
  await writeFile(file, plain);
  await writeFile(`${file}.gz`, gzipped);
  await writeFile(`${file}.br`, brotli);
}
