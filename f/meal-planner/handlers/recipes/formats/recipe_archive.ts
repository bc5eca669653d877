import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { InvalidInput } from "../../../database/errors.ts";
import { readZipEntries } from "../../../foods/datasets/zip_archive.ts";

/** Of one file, unpacked: a text recipe is some kilobytes, one with its photo in it some megabytes. */
const LARGEST_FILE_BYTES = 50_000_000;

/** What one import may still unpack: an archive of some kilobytes can hold terabytes, over and over. */
export class UnpackBudget {
  constructor(
    private bytes = 300_000_000,
    private files = 20_000,
  ) {}

  takeFile(): void {
    if (--this.files < 0) throw unreadable("Too many files for one import. Give them in parts.");
  }

  takeBytes(bytes: number): void {
    this.bytes -= bytes;
    if (this.bytes < 0) throw unreadable("Unpacked, this import is too large. Give recipes in parts.");
  }

  get isSpent(): boolean {
    return this.bytes < 0 || this.files < 0;
  }
}

export type ArchivedRecipeFile = { path: string; read: () => Promise<Buffer> };

export const isZip = (bytes: Buffer) => bytes.length >= 4 && bytes.readUInt32LE(0) === 0x04034b50;
export const isGzip = (bytes: Buffer) => bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Hands a zip archive's files to `work`, each unpacked when it is read. Names within it are only shown, never opened.
 *
 * @throws InvalidInput where it is damaged, cut short or encrypted.
 */
export async function withArchive<T>(
  bytes: Buffer,
  budget: UnpackBudget,
  work: (files: ArchivedRecipeFile[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "meal-planner-recipes-"));
  try {
    const place = join(folder, "archive.zip");
    await writeFile(place, bytes);
    const entries = await asContent(() => readZipEntries(place));
    return await work(
      entries.map(({ path, open }) => ({
        path,
        read: () => asContent(async () => readAll(await open(), budget)),
      })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @throws InvalidInput where it is damaged or too large. */
export function gunzipped(bytes: Buffer, budget: UnpackBudget): Buffer {
  const unpacked = asText(() => gunzipSync(bytes, { maxOutputLength: LARGEST_FILE_BYTES }));
  budget.takeBytes(unpacked.length);
  return unpacked;
}

async function readAll(stream: AsyncIterable<Uint8Array>, budget: UnpackBudget): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    budget.takeBytes(chunk.length);
    if (size > LARGEST_FILE_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** What is wrong with an archive is wrong with the content that was handed over. */
async function asContent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explained(error);
  }
}

function asText<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  if (error instanceof InvalidInput) {
    const [problem] = error.details as { message: string }[];
    return unreadable(problem?.message ?? error.message);
  }
  const code = String((error as { code?: unknown }).code);
  if (code === "ERR_BUFFER_TOO_LARGE") return tooLarge();
  return code.startsWith("Z_") ? unreadable("It is damaged and can't be unpacked. Export it again.") : error;
}

const tooLarge = () => unreadable(`Unpacked it is over ${LARGEST_FILE_BYTES} bytes. Give recipes in parts.`);

export function unreadable(message: string): InvalidInput {
  return new InvalidInput([{ path: "content", message }]);
}
