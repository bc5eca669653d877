import { z } from "zod";

export const MOST_SERVINGS = 500;

export const servings = z
  .number({ error: "Must be a number: how many people does it feed?" })
  .gt(0, { message: "Must be more than 0: how many people does it feed?" })
  .max(MOST_SERVINGS, { message: `At most ${MOST_SERVINGS}.` });

// The words that may stand before the number: "serves 4", "for about 4", ": 2".
const LEAD =
  /^[\s:~≈]*(?:(?:makes|serves|servings?|yields?|for|about|approx\.?|circa|ca\.?|up to|feeds)[\s:]+)*/i;
const NUMBER = /^(\d+(?:[.,]\d+)?)(?:\s*(?:-|–|—|\/|to|or)\s*(\d+(?:[.,]\d+)?))?/i;
// "1 cake" counts what comes out of the oven, not who eats it.
const WHOLE_THING =
  /^\s*(?:\w+\s+)?(?:cake|loaf|loaves|pizza|jar|pie|tart|pan|tray|batch|pot|bottle|litre|liter|l|cups?|kg|g|ml)\b/i;

const PARTS =
  /\d+(?:\s*(?:-|–|—|to)\s*\d+)?\s*(?:servings?|portions?|people|persons?|slices|pieces|squares)\b/i;

/**
 * How many a text such as `2-3 people`, `Serves 4`, `8 bowls` feeds: the middle of a range. Null where the text
 * doesn't say ("Depends"), or counts a whole thing ("1 cake").
 */
export function parseServings(value: unknown): number | null {
  if (typeof value === "number")
    return Number.isFinite(value) && value > 0 && value <= MOST_SERVINGS ? value : null;
  if (typeof value !== "string") return null;
  const text = value.replace(LEAD, "");
  const match = NUMBER.exec(text);
  if (!match) return null;
  const low = decimal(match[1]);
  const high = match[2] === undefined ? low : decimal(match[2]);
  const count = high >= low ? (low + high) / 2 : low;
  if (!(count > 0 && count <= MOST_SERVINGS)) return null;
  if (!WHOLE_THING.test(text.slice(match[0].length))) return count;
  // "1 loaf (12 slices)" says both.
  const parts = PARTS.exec(text.slice(match[0].length));
  return parts ? parseServings(parts[0]) : null;
}

function decimal(text: string | undefined): number {
  return Number((text ?? "").replace(",", "."));
}
