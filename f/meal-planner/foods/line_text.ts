/** A number, a word, a mark, or what stood between a pair of brackets. `glued` tells that no space stood before it. */
export type Token =
  | { kind: "number"; text: string; value: number; glued: boolean }
  | { kind: "word"; text: string; lower: string; glued: boolean }
  | { kind: "mark"; text: string; glued: boolean }
  | { kind: "group"; tokens: Token[]; glued: boolean };

/** A line of a recipe is a line: what follows is a comment, and never costs time. */
export const LONGEST_PARSED_LINE = 600;

const VULGAR_FRACTIONS: Record<string, string> = {
  "½": "1/2",
  "⅓": "1/3",
  "⅔": "2/3",
  "¼": "1/4",
  "¾": "3/4",
  "⅕": "1/5",
  "⅖": "2/5",
  "⅗": "3/5",
  "⅘": "4/5",
  "⅙": "1/6",
  "⅚": "5/6",
  "⅐": "1/7",
  "⅛": "1/8",
  "⅜": "3/8",
  "⅝": "5/8",
  "⅞": "7/8",
  "⅑": "1/9",
  "⅒": "1/10",
};

const ENTITIES: Record<string, string> = {
  amp: "&",
  nbsp: " ",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  deg: "°",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
  "#39": "'",
  "#189": "½",
  "#188": "¼",
  "#190": "¾",
};

/** "2 1/2-inch-thick slices" are two slices, half an inch thick. */
const COUNT_BEFORE_THICKNESS = /^([2-9]|1\d) (\d\/\d{1,2})(?=[- ]inch-thick )/;

/**
 * Takes off what isn't text: HTML tags and entities, a list's bullet or check box, runs of space; spells vulgar
 * fractions in figures.
 */
export function cleanLine(line: string): string {
  return (
    line
      .slice(0, LONGEST_PARSED_LINE)
      .normalize("NFC")
      // Full-width forms of East Asian keyboards: "２００ｇ".
      .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
      .replace(/[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0f\u20e3]+/gu, " ")
      .replace(/<\/?[a-z][^<>]{0,300}>/gi, " ")
      .replace(/&(#?\w{2,7});/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
      .replace(/(\d?)([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒])/g, (_whole, digit: string, fraction: string) =>
        digit ? `${digit} ${VULGAR_FRACTIONS[fraction]}` : (VULGAR_FRACTIONS[fraction] ?? ""),
      )
      .replace(/[⁄∕]/g, "/")
      .replace(/[‐‑‒]/g, "-")
      .replace(/[\s\p{Cf}\p{Cc}]+/gu, " ")
      .slice(0, LONGEST_PARSED_LINE)
      .replace(/^\*+(?=\d)/, "")
      .replace(/^(?: ?(?:[-*•●▪▢□☐◦·–—>]|\[ ?x?\])(?= |\D))+/i, "")
      .replace(COUNT_BEFORE_THICKNESS, "$1 x $2")
      .trim()
  );
}

// Sticky, each alternative linear; the lengths are bounded so that no input makes them slow.
const MIXED = /(\d{1,6}) (?:(?:&|and) )?(\d{1,3}) ?\/ ?(\d{1,3})(?![\d/])/y;
const FRACTION = /(\d{1,4}) ?\/ ?(\d{1,3})(?![\d/])/y;
const THOUSANDS = /\d{1,3}(?:,\d{3}){1,3}(?!\d)/y;
const SCIENTIFIC = /\d{1,6}(?:\.\d{1,6})?[eE]\+?\d{1,3}(?![\p{L}\d])/uy;
const DECIMAL = /\d{1,15}(?:[.,]\d{1,6})?(?!\d)|\.\d{1,6}|\d{1,15}/y;
const WORD = /[\p{L}\p{M}]+(?:['’.-][\p{L}\p{M}]+){0,8}['’]?/uy;

/** Nobody puts brackets into brackets into brackets; what is deeper stays in the group that it stands in. */
const DEEPEST_GROUP = 3;

/** Splits a cleaned line into tokens; brackets become groups, an unclosed one reaches to the end. */
export function tokenize(text: string): Token[] {
  const root: Token[] = [];
  const open: Token[][] = [];
  let into = root;
  let at = 0;
  while (at < text.length) {
    const glued = at > 0 && text[at - 1] !== " ";
    const character = text[at] as string;
    if (character === " ") {
      at++;
    } else if (character === "(" || character === "[" || character === "{") {
      at++;
      if (open.length >= DEEPEST_GROUP) continue;
      const group: Token = { kind: "group", tokens: [], glued };
      into.push(group);
      open.push(into);
      into = group.tokens;
    } else if (character === ")" || character === "]" || character === "}") {
      into = open.pop() ?? into;
      at++;
    } else {
      const token = readToken(text, at, glued);
      into.push(token);
      at += token.text.length;
    }
  }
  return root;
}

type Leaf = Exclude<Token, { kind: "group" }>;

function readToken(text: string, at: number, glued: boolean): Leaf {
  const number = /[\d.]/.test(text[at] as string) ? readNumber(text, at) : null;
  if (number) return { kind: "number", ...number, glued };
  const word = matchAt(WORD, text, at);
  if (word) return { kind: "word", text: word[0], lower: word[0].toLowerCase().replace(/’/g, "'"), glued };
  const mark = String.fromCodePoint(text.codePointAt(at) as number);
  return { kind: "mark", text: mark, glued };
}

function readNumber(text: string, at: number): { text: string; value: number } | null {
  const scientific = matchAt(SCIENTIFIC, text, at);
  if (scientific) return { text: scientific[0], value: Number(scientific[0]) };
  const mixed = matchAt(MIXED, text, at);
  if (mixed && Number(mixed[2]) < Number(mixed[3])) {
    return { text: mixed[0], value: Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]) };
  }
  const fraction = matchAt(FRACTION, text, at);
  const joined = fraction && /^(\d{1,2})(\d)\/([2348])$/.exec(fraction[0]);
  // "21/2 cups": nobody counts 21 halves.
  if (joined && joined[2] !== "0" && Number(joined[2]) < Number(joined[3])) {
    return { text: joined[0], value: Number(joined[1]) + Number(joined[2]) / Number(joined[3]) };
  }
  // "80/20 beef" and "200/7" are no fractions that a cook measures.
  if (fraction && Number(fraction[2]) > 0 && Number(fraction[2]) <= 32) {
    if (Number(fraction[1]) < Number(fraction[2]) || Number(fraction[2]) <= 8) {
      return { text: fraction[0], value: Number(fraction[1]) / Number(fraction[2]) };
    }
  }
  const thousands = matchAt(THOUSANDS, text, at);
  if (thousands) return { text: thousands[0], value: Number(thousands[0].replace(/,/g, "")) };
  const decimal = matchAt(DECIMAL, text, at);
  return decimal ? { text: decimal[0], value: Number(decimal[0].replace(",", ".")) } : null;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The tokens as text again, spaced as they were. */
export function textOf(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) {
    const piece = token.kind === "group" ? `(${textOf(token.tokens)})` : token.text;
    text += token.glued || text === "" ? piece : ` ${piece}`;
  }
  return text.trim();
}

/** The lower-case word at a place, or "" where there is none. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "word" ? token.lower : "";
}

/** The mark at a place, or "" where there is none. */
export function markAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === "mark" ? token.text : "";
}
