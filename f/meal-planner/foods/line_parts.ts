import { markAt, type Token, wordAt } from "./line_text.ts";

/** A part of what follows the amount: what stands between commas, dashes or brackets. */
export type LinePart = { tokens: Token[]; after: "start" | "comma" | "dash" | "group"; bracketed: boolean };

/** A line of more parts is no line of a recipe; its rest stays in one piece. */
const MOST_PARTS = 30;
const DROPPED_MARKS = new Set(["*", "†", "‡", "_", "#", "|", ".", '"', "“", "”", "„"]);

export function splitLineParts(tokens: readonly Token[]): LinePart[] {
  const parts: LinePart[] = [];
  let current: LinePart = { tokens: [], after: "start", bracketed: false };
  const close = (after: LinePart["after"]) => {
    if (current.tokens.length > 0) parts.push(current);
    current = { tokens: [], after, bracketed: false };
  };
  tokens.forEach((token, i) => {
    if (token.kind === "group") {
      close("group");
      parts.push({ tokens: token.tokens, after: "group", bracketed: true });
    } else if (parts.length < MOST_PARTS && [",", ";", ":"].includes(markAt(tokens, i))) {
      close("comma");
    } else if (token.kind === "mark" && isDash(tokens, i)) {
      close("dash");
    } else if (token.kind === "mark" && token.text === "." && endsSentence(tokens, i)) {
      close("dash");
    } else if (token.kind !== "mark" || !DROPPED_MARKS.has(token.text)) {
      const parted = DROPPED_MARKS.has(markAt(tokens, i - 1));
      current.tokens.push(parted ? { ...token, glued: false } : token);
    }
  });
  close("start");
  return parts;
}

/** "Appenzeller works best." ends one, "St. Agur" doesn't. */
function endsSentence(tokens: readonly Token[], at: number): boolean {
  return wordAt(tokens, at - 1).length > 3 || tokens[at - 1]?.kind === "group";
}

function isDash(tokens: readonly Token[], at: number): boolean {
  const mark = markAt(tokens, at);
  if (mark === "—" || mark === "–") return true;
  return mark === "-" && tokens[at]?.kind === "mark" && !(tokens[at] as Token).glued;
}
