import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { LOCAL_FOLDER } from "../postgres.ts";
import { REPOSITORY } from "../repository.ts";
import { bundleApp, type FirstView } from "./app_bundle.ts";
import { APP_FOLDER } from "./page_runnables.ts";

/** A file of the page, in the forms in which it is sent. */
export type BuiltFile = { type: string; plain: Buffer; gzip: Buffer; brotli: Buffer };

/**
 * The page as a browser takes it. `version` stands for its sources: it changes when they do. A file's name changes with
 * what is in it.
 */
export type AppBuild = { version: string; first: FirstView; files: ReadonlyMap<string, BuiltFile> };

// Not sources of the page: Windmill's own files of the app, and what its tools leave behind.
const ASIDE = new Set(["backend", "node_modules", "dist", "sql_to_apply"]);
const CONTENTS = "build.json";

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
  const { first, names }: Contents = JSON.parse(await readFile(join(folder, CONTENTS), "utf8"));
  const files = names.map(async (name) => [name, await readForms(join(folder, name))] as const);
  return { version, first, files: new Map(await Promise.all(files)) };
}

type Contents = { first: FirstView; names: string[] };

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
  // Which packages are built in, and how.
  digest.update(readFileSync(join(REPOSITORY, "package-lock.json")));
  for (const file of ["app_build.ts", "app_bundle.ts"]) {
    digest.update(readFileSync(new URL(file, import.meta.url)));
  }
  for (const file of sourceFiles(app)) digest.update(`\n${file}\n`).update(readFileSync(join(app, file)));
  return digest.digest("hex").slice(0, 20);
}

async function build(root: string, folder: string): Promise<void> {
  const { first, files } = await bundleApp(join(root, APP_FOLDER));
  const scratch = `${folder}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await mkdir(scratch, { recursive: true });
  const written = [...files].map(([name, content]) => writeForms(join(scratch, name), content));
  const contents: Contents = { first, names: [...files.keys()] };
  await Promise.all([...written, writeFile(join(scratch, CONTENTS), JSON.stringify(contents))]);
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

async function readForms(file: string): Promise<BuiltFile> {
  const forms = ["", ".gz", ".br"].map((end) => readFile(file + end));
  const [plain, gzipped, brotli] = (await Promise.all(forms)) as [Buffer, Buffer, Buffer];
  const type = file.endsWith(".css") ? "text/css" : "text/javascript";
  return { type: `${type}; charset=utf-8`, plain, gzip: gzipped, brotli };
}
