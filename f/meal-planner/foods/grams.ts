import { countedGrams, type Weighed } from "./counted_grams.ts";
import type { FoodRecord } from "./food_record.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import type { Measure } from "./measure.ts";
import { refusePercent } from "./refuse.ts";
import { gramsOfUnit, millilitresOfUnit, unitNamed } from "./units.ts";
import { DRAINED_SHARE } from "./vocabulary/usual_grams.ts";
import { gramsOfVolume } from "./volume_grams.ts";
import { nameWords } from "./word_forms.ts";

/**
 * How a line's grams were got, the surest first: a weight on the line; a package's printed weight; a volume by the
 * food's portion or density; the food's own portion; a kitchen's usual piece; a guess for a food that isn't known.
 */
export type GramsFrom = "weight" | "package" | "volume" | "portion" | "usual" | "guess" | "none";

/** The edible grams that a line means. `how` shows the sum: `2 × 50 g (large)`. */
export type LineGrams = { grams: number | null; from: GramsFrom; how: string };

/** A million of anything is a slip: no line weighs more than a tonne. */
const HEAVIEST_GRAMS = 1_000_000;

/**
 * The grams of a line: a weight where one is given, else by volume, package or piece; a range counts as its middle;
 * "to taste" and a line without an amount give none. `food` is the matched record, null where there is none;
 * `name` the alternative that was matched.
 */
export function gramsOfLine(line: IngredientLine, food: FoodRecord | null, name?: string | null): LineGrams {
  const words = nameWords(`${name ?? line.food ?? ""} ${food?.name ?? ""} ${food?.description ?? ""}`);
  const found =
    weightOf(line, food, words) ??
    packageOf(line, food, words) ??
    volumeOf(line, food, words) ??
    countOf(line, food, words);
  if (!found) return { grams: null, from: "none", how: nothingSaid(line) };
  if (!(found.grams >= 0) || found.grams > HEAVIEST_GRAMS) {
    return { grams: null, from: "none", how: `${found.how} can't be meant` };
  }
  return found;
}

function nothingSaid(line: IngredientLine): string {
  if (line.to_taste) return "to taste";
  if (line.quantity === null && line.unit === null) return "no amount is given";
  const unit = line.unit ?? "piece";
  return `the weight of one ${unit} of it isn't known`;
}

/** The number that a range or number means: its middle. Null without a number. */
export function middleOf(measure: Measure): number | null {
  if (measure.quantity === null) return null;
  return measure.quantity_max === null ? measure.quantity : (measure.quantity + measure.quantity_max) / 2;
}

type Answer = { grams: number; from: GramsFrom; how: string };

/** "250 g", "200g/7oz", "1 cup (140 g)", "1 lb 5 oz". */
function weightOf(line: IngredientLine, food: FoodRecord | null, words: readonly string[]): Answer | null {
  for (const measure of [line as Measure, ...line.equivalents]) {
    const grams = massOf(measure);
    if (grams === null) continue;
    const more = line.additional.reduce(
      (sum, added) => sum + (massOf(added) ?? volumeGrams(added, line, food, words) ?? 0),
      0,
    );
    const edible = withoutRefuse(line, food, grams + more, words);
    return { ...drained(line, edible.grams, edible.how, words), from: "weight" };
  }
  return null;
}

function massOf(measure: Measure): number | null {
  const unit = measure.unit === null ? null : gramsOfUnit(measure.unit);
  const amount = middleOf(measure);
  return unit === null || amount === null ? null : amount * unit;
}

/** Peel, bones and shells are weighed at the shop and not eaten. */
function withoutRefuse(
  line: IngredientLine,
  food: FoodRecord | null,
  grams: number,
  words: readonly string[],
): { grams: number; how: string } {
  const count = line.unit === null && line.quantity !== null ? line.quantity : null;
  const percent = refusePercent(line, food, words, count ? grams / count : null);
  if (percent === 0) return { grams, how: `${round(grams)} g` };
  const edible = grams * (1 - percent / 100);
  return { grams: edible, how: `${round(grams)} g less ${percent} % that is thrown away` };
}

/** "2 x 400g tins", "1 (14-ounce) can", "4 chicken breasts, 7 ounces each". */
function packageOf(line: IngredientLine, food: FoodRecord | null, words: readonly string[]): Answer | null {
  if (line.package === null) return null;
  const one = massOf(line.package) ?? volumeGrams(line.package, line, food, words);
  if (one === null) return null;
  const count = middleOf(line) ?? 1;
  const dozen = line.unit === "dozen" ? 12 : 1;
  const pieces = count * dozen;
  const how = `${round(pieces)} × ${round(one)} g`;
  // "2 steaks (500 g each)" have their bones; a tin has none.
  const edible =
    line.unit === null || line.unit === "dozen" ? withoutRefuse(line, food, one * pieces, words) : null;
  if (edible && edible.grams < one * pieces) {
    return { grams: edible.grams, how: `${how}: ${edible.how}`, from: "package" };
  }
  return { ...drained(line, pieces * one, how, words), from: "package" };
}

/** What is left in a can once its liquid is poured away, where the line says that it is. */
function drained(
  line: IngredientLine,
  grams: number,
  how: string,
  words: readonly string[],
): { grams: number; how: string } {
  const canned = ["can", "jar"].includes(line.unit ?? "") || ["can", "jar"].includes(line.container ?? "");
  if (!canned || !/\bdrained\b/.test(line.preparation ?? "")) return { grams, how };
  const known = words.map((word) => DRAINED_SHARE[word]).find((share) => share !== undefined);
  const share = known ?? (DRAINED_SHARE.other as number);
  return { grams: grams * share, how: `${how}, drained to ${Math.round(share * 100)} %` };
}

function volumeOf(line: IngredientLine, food: FoodRecord | null, words: readonly string[]): Answer | null {
  for (const measure of [line as Measure, ...line.equivalents]) {
    const bare =
      measure.quantity === null && measure === (line as Measure) ? { ...measure, quantity: 1 } : measure;
    const amount = middleOf(bare);
    if (measure.unit === null || amount === null || millilitresOfUnit(measure.unit) === null) continue;
    const found = gramsOfVolume(amount, measure.unit, line, food, words);
    if (!found) continue;
    const more = line.additional.reduce(
      (sum, added) => sum + (massOf(added) ?? volumeGrams(added, line, food, words) ?? 0),
      0,
    );
    return { ...found, grams: found.grams + more };
  }
  return null;
}

function volumeGrams(
  measure: Measure,
  line: IngredientLine,
  food: FoodRecord | null,
  words: readonly string[],
): number | null {
  const amount = middleOf(measure);
  if (measure.unit === null || amount === null || millilitresOfUnit(measure.unit) === null) return null;
  return gramsOfVolume(amount, measure.unit, line, food, words)?.grams ?? null;
}

function countOf(line: IngredientLine, food: FoodRecord | null, words: readonly string[]): Answer | null {
  const kind = line.unit === null ? null : unitNamed(line.unit)?.kind;
  if (kind === "mass" || kind === "volume" || kind === "rough") return null;
  if (line.quantity === null && line.unit === null) return null;
  const count = middleOf(line) ?? 1;
  const one: Weighed | null = countedGrams(line, food, words);
  if (one === null) return null;
  return {
    grams: count * one.grams,
    from: one.from,
    how: `${round(count)} × ${round(one.grams)} g (${one.what})`,
  };
}

export const round = (grams: number) =>
  grams >= 10 ? Math.round(grams * 10) / 10 : Math.round(grams * 1000) / 1000;
