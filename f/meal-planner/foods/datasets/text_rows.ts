import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** The lines of a text stream, without their ends. */
export function linesOf(stream: Readable, encoding: BufferEncoding = "utf8"): AsyncIterable<string> {
  stream.setEncoding(encoding);
  return createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
}

/** A CSV file (RFC 4180: quotes, doubled quotes, line breaks within quotes) row by row, as cells by column name. */
export async function* csvRows(stream: Readable): AsyncGenerator<Map<string, string>> {
  let header: string[] | undefined;
  for await (const cells of csvCells(stream)) {
    if (!header) {
      header = cells.map((cell) => cell.trim().toLowerCase());
      continue;
    }
    yield new Map(header.map((name, i) => [name, cells[i] ?? ""]));
  }
}

async function* csvCells(stream: Readable): AsyncGenerator<string[]> {
  const decoder = new StringDecoder("utf8");
  let pending = "";
  for await (const chunk of stream) {
    const text = pending + decoder.write(chunk as Buffer);
    const end = lastRowEnd(text);
    yield* splitRows(text.slice(0, end));
    pending = text.slice(end);
  }
  pending += decoder.end();
  if (pending.trim() !== "") yield* splitRows(pending);
}

/** The place after the last line break that isn't within quotes. */
function lastRowEnd(text: string): number {
  let quoted = false;
  let end = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) quoted = !quoted;
    else if (code === 10 && !quoted) end = i + 1;
  }
  return end;
}

function* splitRows(text: string): Generator<string[]> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      const cell = readCell(text, at);
      cells.push(cell.value);
      at = cell.end;
      if (text[at] !== ",") break;
      at++;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    if (cells.length > 1 || cells[0] !== "") yield cells;
  }
}

function readCell(text: string, at: number): { value: string; end: number } {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end++;
    return { value: text.slice(at, end), end };
  }
  let value = "";
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: value + text.slice(from), end: text.length };
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

/**
 * The objects of the first array of a JSON document one by one (`{"SRLegacyFoods": [{…}, {…}]}`), so that a file of
 * hundreds of megabytes is never in memory as a whole. Only the array's objects are parsed.
 */
export async function* jsonArrayObjects(stream: Readable): AsyncGenerator<unknown> {
  const decoder = new StringDecoder("utf8");
  const scan = { text: "", at: 0, start: -1, depth: 0, inArray: false, quoted: false };
  for await (const chunk of stream) {
    scan.text += decoder.write(chunk as Buffer);
    yield* scanObjects(scan);
    const keep = scan.start >= 0 ? scan.start : scan.at;
    scan.text = scan.text.slice(keep);
    scan.at -= keep;
    if (scan.start >= 0) scan.start = 0;
  }
}

type Scan = { text: string; at: number; start: number; depth: number; inArray: boolean; quoted: boolean };

function* scanObjects(scan: Scan): Generator<unknown> {
  for (; scan.at < scan.text.length; scan.at++) {
    const code = scan.text.charCodeAt(scan.at);
    if (scan.quoted) {
      // A backslash at a chunk's end: look again when the next chunk is there.
      if (code === 92 && scan.at + 1 >= scan.text.length) return;
      if (code === 92) scan.at++;
      else if (code === 34) scan.quoted = false;
    } else if (code === 34) {
      scan.quoted = true;
    } else if (!scan.inArray) {
      if (code === 91) scan.inArray = true;
    } else if (code === 123) {
      if (scan.depth++ === 0) scan.start = scan.at;
    } else if (code === 125 && --scan.depth === 0) {
      yield JSON.parse(scan.text.slice(scan.start, scan.at + 1));
      scan.start = -1;
    }
  }
}
