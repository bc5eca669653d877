import { decodeEntities } from "./html_tokens.ts";

/**
 * JSON as pages have it: wrapped in comments or CDATA, with comments, a comma too many, raw line breaks or unknown
 * escapes in texts, or written with character references. Undefined where none of that helps.
 */
export function parseLooseJson(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, "")
    .replace(/;\s*$/, "");
  const attempts = [() => bare, () => strictJson(bare), () => strictJson(decodeEntities(bare))];
  for (const attempt of attempts) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next attempt is more forgiving; a block that none can read holds no recipe for us.
    }
  }
  return undefined;
}

/** The same with comments gone, commas only between values and texts as JSON wants them. */
function strictJson(text: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = pieceEnd(text, at);
    const piece = text.slice(at, end);
    at = end;
    if (/^\/[/*]/.test(piece) || piece.trim() === "") continue;
    if (/^[}\]]/.test(piece) && pieces.at(-1) === ",") pieces.pop();
    pieces.push(piece.startsWith('"') ? strictText(piece) : piece);
  }
  return pieces.join("");
}

/** Where the text, the comment, the bracket or comma, or the run of other characters ends that begins at `at`. */
function pieceEnd(text: string, at: number): number {
  if (text[at] === '"') {
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
    return end + 1;
  }
  if (text.startsWith("//", at)) return endOf(text, "\n", at);
  if (text.startsWith("/*", at)) return endOf(text, "*/", at + 2);
  if (/[{}[\],:/\s]/.test(text[at] ?? "")) return at + 1;
  let end = at + 1;
  while (end < text.length && !/["{}[\],:/\s]/.test(text[end] ?? "")) end++;
  return end;
}

function endOf(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

const CONTROL = /\p{Cc}/gu;

/** Line breaks and tabs, which JSON wants written out; `\'` and the like, which it doesn't know. */
function strictText(text: string): string {
  return text
    .replace(/\\([^"\\/bfnrtu])/g, "$1")
    .replace(CONTROL, (character) => (/[\u0080-\u009f]/.test(character) ? character : escaped(character)));
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
