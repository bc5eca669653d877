import { windows1252Text } from "./windows_1252.ts";

const STATED = /charset\s*=\s*["']?\s*([\w:.-]+)/i;
/** How far into a page its own statement is looked for; some have much before it. */
const HEAD_BYTES = 8_192;
/** Names by which Windows-1252 is meant (WHATWG's Encoding standard); Node decodes it as ISO 8859-1. */
const WINDOWS_1252 = /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-1|iso_8859-1|latin-?1|l1|us-ascii|ascii)$/i;

/**
 * The text of a page or a file, by its byte order mark, else by what its server or it says of itself, else as UTF-8
 * where it is that, else as Windows-1252: what browsers do (HTML standard, "determining the character encoding").
 */
export function pageText(bytes: Uint8Array, contentType = ""): string {
  const marked = byteOrder(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  const byServer = STATED.exec(contentType)?.[1];
  const bySelf = STATED.exec(
    /<(?:meta|\?xml)[\s\S]*/i.exec(head)?.[0].replace(/encoding=/gi, "charset=") ?? "",
  )?.[1];
  // A page whose head can be read byte by byte isn't in UTF-16, whatever it says.
  const charset = byServer ?? (/^utf-?16/i.test(bySelf ?? "") ? "utf-8" : bySelf);
  if (charset !== undefined) {
    if (WINDOWS_1252.test(charset)) return windows1252Text(bytes);
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // A charset that nobody knows: as if it had said nothing.
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return windows1252Text(bytes);
  }
}

/** By its mark, or by every other byte of its first character being 0. */
function byteOrder(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second)) return "utf-16be";
  return undefined;
}
