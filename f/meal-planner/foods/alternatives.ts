import { type Token, textOf } from "./line_text.ts";
import { SHARED_HEADS, SHARING_MODIFIERS } from "./vocabulary/compound_names.ts";

/**
 * The foods that a name offers, the preferred one first: "butter or oil", "corn, peanut or vegetable oil" (three
 * oils). One food gives a list of one; "salt and pepper" is one entry, for both are wanted.
 */
export function alternativesIn(food: readonly Token[]): string[] {
  if (!food.some((t) => isJoint(t))) return [textOf(food)];
  const parts: Token[][] = [[]];
  for (const token of food) {
    if (isJoint(token) || (token.kind === "mark" && token.text === ",")) parts.push([]);
    else (parts.at(-1) as Token[]).push(token);
  }
  const names = parts
    .map((tokens) => textOf(tokens).replace(/^(?:either|other) /i, ""))
    .filter((name) => /\p{L}/u.test(name));
  return shareHead(names);
}

function isJoint(token: Token): boolean {
  if (token.kind === "word") return token.lower === "or" || token.lower === "and-or";
  return token.kind === "mark" && token.text === "/";
}

function shareHead(names: string[]): string[] {
  const words = (names.at(-1) ?? "").split(" ");
  const head = words.at(-1) as string;
  if (words.length < 2) return names;
  const shared = SHARED_HEADS.has(head.toLowerCase());
  return names.map((name, i) => {
    const modifies = name.split(" ").every((word) => SHARING_MODIFIERS.has(word.toLowerCase()));
    // "sheep's or goat's milk feta": a possessive always wants its head.
    const shares = /['’]s?$/.test(name) || (shared && modifies);
    return i < names.length - 1 && shares ? `${name} ${head}` : name;
  });
}
