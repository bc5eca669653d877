export type DocComment = { summary: string; description: string; params: Record<string, string> };

const EMPTY: DocComment = { summary: "", description: "", params: {} };

/** The JSDoc of `main`: its first sentence, the rest of its text, and its `@param`s. */
export function mainComment(code: string): DocComment {
  const before = /^export (?:async )?function main\b/m.exec(code);
  return before ? lastComment(code.slice(0, before.index)) : EMPTY;
}

/** What a library is for: the first doc comment of its file. */
export function libraryComment(code: string): DocComment {
  const first = /\/\*\*([\s\S]*?)\*\//.exec(code)?.[1];
  return first === undefined ? EMPTY : parseComment(first);
}

function lastComment(code: string): DocComment {
  const start = code.lastIndexOf("/**");
  const end = code.indexOf("*/", start);
  // Only a comment that ends right before the function is its own.
  if (start < 0 || end < 0 || code.slice(end + 2).trim() !== "") return EMPTY;
  return parseComment(code.slice(start + 3, end));
}

function parseComment(text: string): DocComment {
  const lines = text.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const [prose = "", ...tags] = lines.join("\n").trim().split(/^@/m);
  const params: Record<string, string> = {};
  for (const tag of tags) {
    const match = /^param\s+(\w+)\s+([\s\S]*)$/.exec(tag);
    if (match?.[1]) params[match[1]] = oneLine(match[2] ?? "");
  }
  const { summary, rest } = firstSentence(prose);
  return { summary, description: rest, params };
}

/** A sentence ends at a full stop before white space; one within an abbreviation such as "e.g." does not. */
function firstSentence(prose: string): { summary: string; rest: string } {
  const text = prose.trim();
  const end = /(?<!\b(?:e\.g|i\.e|etc|vs))\.(?=\s|$)/.exec(text);
  if (!end) return { summary: oneLine(text), rest: "" };
  const paragraphs = text
    .slice(end.index + 1)
    .trim()
    .split(/\n{2,}/);
  return { summary: oneLine(text.slice(0, end.index)), rest: paragraphs.map(oneLine).join("\n\n") };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
