import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { PassThrough, type Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { InvalidInput } from "../../database/errors.ts";
import type { ArchivedFile } from "./source_files.ts";

/** One entry of the central directory (APPNOTE 4.3.12). */
type Entry = { name: string; method: number; compressedSize: number; headerOffset: number };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
/** The end record, with the longest comment that it may carry. */
const LONGEST_END = 22 + 0xffff;

/**
 * The files of a zip archive, by its central directory; each is inflated as it is read, never as a whole. Stored and
 * deflated entries, no encryption, no Zip64 (FoodData Central's archives need neither).
 */
export async function readZipEntries(path: string): Promise<ArchivedFile[]> {
  const file = await open(path);
  try {
    const entries = await readDirectory(file);
    return entries
      .filter((entry) => !entry.name.endsWith("/") && !basename(entry.name).startsWith("."))
      .map((entry) => ({ name: basename(entry.name), path: entry.name, open: () => openEntry(path, entry) }));
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw broken("it has no directory, the download may be cut short");
  const count = tail.readUInt16LE(end + 10);
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_ENTRY)
      throw broken("its directory is damaged");
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      directory.readUInt16LE(at + offset),
    ) as [number, number, number];
    if (directory.readUInt16LE(at + 8) & 1) throw broken("it is encrypted");
    entries.push({
      name: directory.toString("utf8", at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

async function openEntry(path: string, entry: Entry): Promise<Readable> {
  if (entry.compressedSize === 0xffffffff)
    throw broken("it is a Zip64 archive. Unpack it and give the folder");
  if (entry.method !== 0 && entry.method !== 8)
    throw broken(`${entry.name} is packed by method ${entry.method}. Unpack it and give the folder`);
  const file = await open(path);
  const header = await readAt(file, entry.headerOffset, 30).finally(() => file.close());
  const start = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (entry.compressedSize === 0) {
    const empty = new PassThrough();
    empty.end();
    return empty;
  }
  const packed = createReadStream(path, { start, end: start + entry.compressedSize - 1 });
  if (entry.method === 0) return packed;
  const inflate = createInflateRaw();
  packed.on("error", (error) => inflate.destroy(error));
  return packed.pipe(inflate);
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead < length) throw broken("it is cut short");
  return buffer;
}

function broken(why: string): InvalidInput {
  return new InvalidInput([{ path: "source", message: `The zip archive can't be read: ${why}.` }]);
}
