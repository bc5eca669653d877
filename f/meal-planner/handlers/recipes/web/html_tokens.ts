import { windows1252Character } from "./windows_1252.ts";

/** A piece of a page. Names are lower case, attributes decoded. */
export type HtmlToken =
  | { kind: "open"; name: string; attributes: ReadonlyMap<string, string>; closed: boolean }
  | { kind: "close"; name: string }
  | { kind: "text"; text: string };

/** Elements that never have an end tag. */
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements whose content is no markup. */
const RAW = new Set(["script", "style", "textarea", "title"]);

/**
 * Takes HTML apart, in time in proportion to its length, however broken it is: what can't be a tag is text, and a tag
 * or comment without an end takes the rest with it. A subset of the standard's tokenizer, enough to read properties.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      yield { kind: "text", text: decodeEntities(html.slice(at)) };
      return;
    }
    if (open > at) yield { kind: "text", text: decodeEntities(html.slice(at, open)) };
    if (html.startsWith("<!--", open)) {
      const end = html.indexOf("-->", open + 4);
      if (end < 0) return;
      at = end + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html[open + 1] ?? "")) {
      yield { kind: "text", text: "<" };
      at = open + 1;
      continue;
    }
    const end = tagEnd(html, open + 1);
    if (end < 0) return;
    const token = readTag(html.slice(open + 1, end));
    at = end + 1;
    if (!token) continue;
    yield token;
    if (token.kind !== "open" || token.closed || !RAW.has(token.name)) continue;
    const close = new RegExp(`</${token.name}[\\s>]`, "gi");
    close.lastIndex = at;
    const found = close.exec(html);
    if (!found) return;
    yield { kind: "text", text: html.slice(at, found.index) };
    at = found.index;
  }
}

/** The `>` that ends a tag: not one within quotes. */
function tagEnd(html: string, from: number): number {
  let quote = "";
  for (let at = from; at < html.length; at++) {
    const character = html[at] as string;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === ">") return at;
    else if ((character === '"' || character === "'") && html[at - 1] === "=") quote = character;
  }
  return -1;
}

const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

function readTag(source: string): HtmlToken | undefined {
  if (source.startsWith("/")) {
    return { kind: "close", name: source.slice(1).trim().split(/\s/, 1)[0]?.toLowerCase() ?? "" };
  }
  const name = /^[a-z][^\s/>]*/i.exec(source)?.[0];
  if (!name) return undefined; // a doctype or a processing instruction
  const attributes = new Map<string, string>();
  for (const [, key, double, single, bare] of source.slice(name.length).matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? bare ?? "";
    if (key && !attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), decodeEntities(value));
  }
  const lower = name.toLowerCase();
  return { kind: "open", name: lower, attributes, closed: VOID.has(lower) || source.endsWith("/") };
}

// HTML's names of the characters from 160 to 255, in their order.
const LATIN_1 =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(LATIN_1.split(" ").map((name, at) => [name, String.fromCodePoint(160 + at)])),
    ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", ndash: "–", mdash: "—", hellip: "…" },
    ...{ lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", bull: "•", euro: "€" },
    ...{
      frac13: "⅓",
      frac23: "⅔",
      frac15: "⅕",
      frac25: "⅖",
      frac35: "⅗",
      frac45: "⅘",
      frac16: "⅙",
      frac56: "⅚",
    },
    ...{ frac18: "⅛", frac38: "⅜", frac58: "⅝", frac78: "⅞", frasl: "⁄", half: "½", minus: "−", prime: "′" },
    ...{
      Prime: "″",
      ensp: " ",
      emsp: " ",
      thinsp: " ",
      zwnj: "",
      zwj: "",
      trade: "™",
      oelig: "œ",
      OElig: "Œ",
    },
    ...{
      shy: "",
      Scaron: "Š",
      scaron: "š",
      Zcaron: "Ž",
      zcaron: "ž",
      Yuml: "Ÿ",
      rarr: "→",
      num: "#",
      comma: ",",
      colon: ":",
    },
  }),
);

/** Replaces character references; one that isn't known stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name !== undefined) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return valid ? windows1252Character(code) : whole;
  });
}

/** Elements that begin a line of their own. */
export const BLOCKS = new Set(
  "p div li ol ul br tr h1 h2 h3 h4 h5 h6 section article dd dt blockquote table".split(" "),
);

/** Marked-up text as plain lines: tags gone, references decoded, blocks on lines of their own. */
export function plainLines(html: string): string[] {
  let text = "";
  // Published data is often encoded twice: `&lt;p&gt;` within a string.
  const source = /<[a-z/]/i.test(html) ? html : decodeEntities(html);
  for (const token of htmlTokens(source)) {
    if (token.kind === "text") text += token.text;
    else if (BLOCKS.has(token.name)) text += "\n";
  }
  const lines = decodeEntities(text).split(/\r?\n/);
  return lines.map((line) => line.replace(/[\s\u00a0]+/g, " ").trim()).filter((line) => line !== "");
}
