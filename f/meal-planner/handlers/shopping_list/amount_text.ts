import { gramsOfUnit, millilitresOfUnit, pluralOfUnit, unitNamed } from "../../foods/units.ts";

const FRACTIONS: readonly (readonly [number, string])[] = [
  [0, ""],
  [1 / 8, "⅛"],
  [1 / 4, "¼"],
  [1 / 3, "⅓"],
  [1 / 2, "½"],
  [2 / 3, "⅔"],
  [3 / 4, "¾"],
  [7 / 8, "⅞"],
  [1, ""],
];
const SPOONS: Readonly<Record<string, string>> = { teaspoon: "tsp", tablespoon: "tbsp" };

/** A count as a cook says it: 2, ½, 1¾; never nothing for something. */
export function countText(count: number): string {
  const [whole, rest] = [Math.floor(count + 1e-9), count - Math.floor(count + 1e-9)];
  if (whole >= 10) return String(Math.round(count));
  const [value, glyph] = FRACTIONS.reduce((best, next) =>
    Math.abs(next[0] - rest) < Math.abs(best[0] - rest) ? next : best,
  );
  if (value === 1) return String(whole + 1);
  if (whole === 0 && value === 0) return count > 0 ? "⅛" : "0";
  return whole === 0 ? glyph : `${whole}${glyph}`;
}

/** Grams as a scale shows them: 7 g, 45 g, 430 g, 1.25 kg. */
export function massText(grams: number): string {
  return grams < 999.5 ? `${tidy(grams)} g` : `${thousandths(grams)} kg`;
}

/** Millilitres as a jug shows them: 45 ml, 430 ml, 1.25 l. */
export function volumeText(millilitres: number): string {
  return millilitres < 999.5 ? `${tidy(millilitres)} ml` : `${thousandths(millilitres)} l`;
}

function tidy(amount: number): number {
  if (amount < 1) return 1;
  return amount < 100 ? Math.round(amount) : Math.round(amount / 5) * 5;
}

function thousandths(amount: number): string {
  return String(Math.round(amount / 50) / 20);
}

/** An amount in a cook's unit, in metric: "75 g", "2 cloves", "1½ tbsp", "240 ml"; "2" for a bare count. */
export function cookAmountText(quantity: number, unit: string | null, size: string | null = null): string {
  if (unit === null) return [countText(quantity), size].filter(Boolean).join(" ");
  const spoon = SPOONS[unit];
  if (spoon) return `${countText(quantity)} ${spoon}`;
  const grams = gramsOfUnit(unit);
  if (grams !== null) return massText(quantity * grams);
  const kind = unitNamed(unit)?.kind;
  const millilitres = kind === "volume" ? millilitresOfUnit(unit) : null;
  if (millilitres !== null) return volumeText(quantity * millilitres);
  return countedText(quantity, unit);
}

/** A count and its noun: "½ bunch", "1 clove", "2 cloves". */
export function countedText(count: number, noun: string): string {
  const text = countText(count);
  // 1.04 is shown as 1, and so is one.
  return `${text} ${count <= 1 || text === "1" ? noun : pluralOfUnit(noun)}`;
}

/** "430 g", "1.5 l", "2 cans", "3". */
export function amountText(amount: number, unit: string | null): string {
  if (unit === "gram") return massText(amount);
  if (unit === "millilitre") return volumeText(amount);
  if (unit === null || unit === "piece") return countText(amount);
  return cookAmountText(amount, unit);
}
