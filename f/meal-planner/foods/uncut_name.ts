import { type IngredientLine, parseIngredientLine } from "./ingredient_line.ts";

/** A word that no reader of lines takes for anything but a food's name. */
const STAND_IN = "zqownfood";

/**
 * A line that names one of these names, which reading it would cut ("40 g Muesli, no raisins"), read with that name whole;
 * undefined for any other. `names` come the longest first.
 */
export function lineWithName(written: string, names: readonly string[]): IngredientLine | undefined {
  const lower = written.toLowerCase();
  for (const name of names) {
    const at = lower.indexOf(name.toLowerCase());
    if (at < 0 || isInWord(lower, at, name.length)) continue;
    const text = `${written.slice(0, at)}${STAND_IN}${written.slice(at + name.length)}`;
    const line = parseIngredientLine(text);
    if (line.food !== STAND_IN) continue;
    return { ...line, original: written, food: name, alternatives: [name] };
  }
  return undefined;
}

/** "Muesli, no nut" isn't in "muesli, no nutmeg"; a plural is. */
function isInWord(text: string, at: number, length: number): boolean {
  return /[\p{L}\p{N}]$/u.test(text.slice(0, at)) || /^(?!s\b)[\p{L}\p{N}]/u.test(text.slice(at + length));
}
