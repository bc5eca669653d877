import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { InvalidInput, Upstream } from "../../database/errors.ts";
import { readZipEntries } from "./zip_archive.ts";

/** A file of a dataset, wherever it lies. `name` is without folders and without `.gz`. It can be opened again. */
export type SourceFile = { name: string; open: () => Promise<Readable> };

/** A file within an archive; `path` is with its folders there, for people, and is never opened. */
export type ArchivedFile = SourceFile & { path: string };

/** FoodData Central's largest download is some 3 GB; anything above is a mistake or an attack on the disk. */
const LARGEST_DOWNLOAD_BYTES = 4 * 1024 ** 3;
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;

/**
 * Opens the files of a source, a path (file or folder) or an http(s) URL, plain, gzipped or zipped, and hands them to
 * `work`. A download lies in a temporary folder until `work` is done.
 *
 * @throws InvalidInput where there is nothing at `source` or it can't be read; Upstream where a URL doesn't answer.
 */
export async function withSourceFiles<T>(
  source: string,
  work: (files: SourceFile[]) => Promise<T>,
): Promise<T> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) return work(await filesAt(source));
  const folder = await mkdtemp(join(tmpdir(), "meal-planner-dataset-"));
  try {
    return await work(await filesAt(await download(source, folder)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesAt(path: string): Promise<SourceFile[]> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new InvalidInput([
      {
        path: "source",
        message: `${path} can't be read (${error.code ?? error.message}). Give a file, a folder or an http(s) URL.`,
      },
    ]);
  });
  if (found.isDirectory()) {
    const names = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
    return (await Promise.all(names.map((entry) => filesAt(join(path, entry.name))))).flat();
  }
  switch (await kindOf(path)) {
    case "zip":
      return readZipEntries(path);
    case "gzip":
      return [{ name: basename(path).replace(/\.gz$/i, ""), open: async () => gunzipped(path) }];
    default:
      return [{ name: basename(path), open: async () => createReadStream(path) }];
  }
}

/** By the first bytes: names lie. */
async function kindOf(path: string): Promise<"zip" | "gzip" | "plain"> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    if (bytesRead >= 2 && buffer[0] === 0x1f && buffer[1] === 0x8b) return "gzip";
    return bytesRead === 4 && buffer.readUInt32LE(0) === 0x04034b50 ? "zip" : "plain";
  } finally {
    await file.close();
  }
}

function gunzipped(path: string): Readable {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  // A stream doesn't hand its failure on by itself.
  file.on("error", (error) => gunzip.destroy(error));
  return file.pipe(gunzip);
}

async function download(url: string, folder: string): Promise<string> {
  const address = new URL(url);
  if (address.protocol !== "http:" && address.protocol !== "https:") {
    throw new InvalidInput([
      { path: "source", message: `${address.protocol} isn't supported. Use http or https, or a path.` },
    ]);
  }
  const path = join(folder, basename(address.pathname) || "dataset");
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS) });
    if (!answer.ok || !answer.body) {
      throw new Upstream(
        answer.status >= 500 ? "unavailable" : "rejected",
        `${address.host} answered ${answer.status}. Check the address of the dataset.`,
      );
    }
    await pipeline(
      Readable.from(answer.body as AsyncIterable<Uint8Array>),
      atMost(LARGEST_DOWNLOAD_BYTES),
      createWriteStream(path),
    );
    return path;
  } catch (error) {
    if (error instanceof Upstream || error instanceof InvalidInput) throw error;
    const reason =
      error instanceof Error
        ? error.cause instanceof Error
          ? error.cause.message
          : error.message
        : String(error);
    throw new Upstream(
      "unavailable",
      `${address.host} can't be downloaded from: ${reason}. Try again, or download it and give its path.`,
      { cause: error },
    );
  }
}

function atMost(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > bytes)
        done(
          new InvalidInput([
            { path: "source", message: `Larger than ${bytes} bytes. Give one dataset at a time.` },
          ]),
        );
      else done(null, chunk);
    },
  });
}
