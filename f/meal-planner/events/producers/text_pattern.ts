export type TextTest = (text: string) => boolean;

/**
 * Ignores case as aws/event-ruler does: each UTF-16 unit of the pattern stands for itself in lower or in upper
 * case, whatever their lengths. No folding beyond that: the Kelvin sign isn't a k.
 */
export function ignoreCase(pattern: string, anchor: "whole" | "start" | "end"): TextTest {
  const body = Array.from({ length: pattern.length }, (_, at) => eitherCase(pattern.charAt(at))).join("");
  const expression = new RegExp(`${anchor === "end" ? "" : "^"}${body}${anchor === "start" ? "" : "$"}`);
  return (text) => expression.test(text);
}

function eitherCase(unit: string): string {
  const lower = unit.toLowerCase();
  const upper = unit.toUpperCase();
  return lower === upper ? escapeForRegExp(unit) : `(?:${escapeForRegExp(lower)}|${escapeForRegExp(upper)})`;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&").replace(/[\n\r\u2028\u2029]/g, (end) => {
    return `\\u${end.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** The literal pieces between the stars of a wildcard, or a text that says what is wrong with it. */
export function parseWildcard(pattern: string): string[] | string {
  const pieces = [""];
  for (let at = 0; at < pattern.length; at++) {
    const unit = pattern.charAt(at);
    const next = pattern.charAt(at + 1);
    if (unit === "*") {
      if (next === "*") return `has two stars in a row at position ${at}; write one`;
      pieces.push("");
    } else if (unit === "\\") {
      if (next !== "*" && next !== "\\")
        return `has a backslash at position ${at} that is not followed by * or \\`;
      pieces[pieces.length - 1] += next;
      at++;
    } else {
      pieces[pieces.length - 1] += unit;
    }
  }
  return pieces;
}

/** Matches pieces in order with anything between them: first come, first served needs no backtracking here. */
export function wildcard(pieces: readonly string[]): TextTest {
  const first = pieces[0]!;
  const last = pieces[pieces.length - 1]!;
  if (pieces.length === 1) return (text) => text === first;
  const inner = pieces.slice(1, -1);
  const shortest = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return (text) => {
    if (text.length < shortest || !text.startsWith(first) || !text.endsWith(last)) return false;
    let from = first.length;
    const end = text.length - last.length;
    for (const piece of inner) {
      const at = text.indexOf(piece, from);
      if (at < 0) return false;
      from = at + piece.length;
    }
    return from <= end;
  };
}
