const UNITS: Record<string, string> = { g: "g", mg: "mg", ug: "µg", kcal: "kcal" };

/** `saturated_fat_g` → `saturated fat`, `vitamin_a_ug` → `vitamin A` */
export function nutrientName(nutrient: string): string {
  const words = nutrient.split("_").slice(0, -1).join(" ");
  return words.replace(/^vitamin (\w+)$/, (_, letter: string) => `vitamin ${letter.toUpperCase()}`);
}

/** `protein_g`, 82.4 → `82 g`; what isn't known is a question mark. */
export function amountInWords(nutrient: string, amount: number | null): string {
  const unit = UNITS[nutrient.split("_").at(-1) ?? ""] ?? "";
  if (amount === null) return `? ${unit}`;
  const rounded = Math.abs(amount) < 10 ? Math.round(amount * 10) / 10 : Math.round(amount);
  return `${rounded.toLocaleString("en")} ${unit}`;
}
