import type { FoodState } from "./food.ts";
import type { IngredientLine } from "./ingredient_line.ts";

/** Units by which spices are measured, in the kitchens that write the bare name for the ground spice. */
export const SPOONS: ReadonlySet<string> = new Set(["teaspoon", "pinch", "dash"]);

/** The words of a name, by what the rest of the line tells of a name that stands for two foods. */
export function meantWords(line: IngredientLine, words: readonly string[]): readonly string[] {
  return fillets(line, vegetablePepper(line, wholeBird(line, words)));
}

/** "6 anchovy fillets" are those in oil, whichever word is taken for the unit. */
function fillets(line: IngredientLine, words: readonly string[]): readonly string[] {
  return line.unit === "fillet" && words.length > 0 && !words.includes("fillet")
    ? [...words, "fillet"]
    : words;
}

/** A bird that is counted is a whole one: "1 chicken, jointed". By weight, "500 g chicken" is meat. */
function wholeBird(line: IngredientLine, words: readonly string[]): readonly string[] {
  const counted = line.quantity !== null && line.unit === null;
  return counted && words.length === 1 && /^(?:chicken|turkey|duck)$/.test(words[0] ?? "")
    ? ["whole", ...words]
    : words;
}

const CUT = /\b(?:sliced|diced|chopped|cored|seeded|deseeded|halved|quartered|roasted|stuffed|julienned)\b/;

/** "2 peppers", "1 pepper, diced": nobody counts or cuts the spice. */
function vegetablePepper(line: IngredientLine, words: readonly string[]): readonly string[] {
  if (
    words.at(-1) !== "pepper" ||
    words.some((word) => !/^(?:pepper|fresh|frozen|mixed|large|ripe)$/.test(word))
  )
    return words;
  const counted = line.quantity !== null && line.unit === null;
  const vegetable = counted || /peppers\b/i.test(line.food ?? "") || CUT.test(line.preparation ?? "");
  return vegetable ? [...words.slice(0, -1), "bell", "pepper"] : words;
}

/** "1 tsp coriander" is the spice, "1 tbsp chopped coriander" the herb; "1 tin sardines" the canned ones. */
export function meantForm(
  line: IngredientLine,
  words: readonly string[],
  { state, stateSaid }: { state: FoodState | null; stateSaid: boolean },
): string[] {
  if (state === "canned" && stateSaid) return ["canned"];
  const spooned = SPOONS.has(line.unit ?? "") && state === "dried" && !stateSaid;
  return spooned && words.length === 1 && /^(?:coriander|ginger)$/.test(words[0] ?? "") ? ["ground"] : [];
}
