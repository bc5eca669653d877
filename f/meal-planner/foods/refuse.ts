import { isBoneIn } from "./food_query.ts";
import type { FoodRecord } from "./food_record.ts";
import type { IngredientLine } from "./ingredient_line.ts";
import {
  FISH_IN_PIECES,
  IN_ITS_SHELL,
  REFUSE_SAID,
  STILL_COVERED,
  TRIMMED,
  WHOLE_FISH,
  WHOLE_FISH_REFUSE_PERCENT,
} from "./vocabulary/refuse_said.ts";

/** Of meat that is bought with its bones where its record is without: the median of SR28's cuts of pork and of lamb. */
const BONES_PERCENT = 24;
/** Less is within a cook's error. */
const LEAST_PERCENT = 5;
/** A fish or a lobster that is counted and weighs more than this each is a whole one. */
const LEAST_WHOLE_GRAMS = 250;

/**
 * What is thrown away of a weight, in percent: peel, bones, shells, cores. It is the record's, unless the line says that
 * they are off, or on where the record is without. `words` are those of the food's names, `gramsEach` what one weighs
 * where the line counts and weighs.
 */
export function refusePercent(
  line: IngredientLine,
  food: FoodRecord | null,
  words: readonly string[],
  gramsEach: number | null,
): number {
  if (line.container !== null || food === null) return 0;
  const said = `${line.food ?? ""} ${line.preparation ?? ""} ${line.comment ?? ""}`
    .slice(0, 400)
    .toLowerCase();
  const covered = REFUSE_SAID.find((row) => isOf(row.of, words) && row.said.test(said));
  if (covered) return covered.percent;
  if (isOf(IN_ITS_SHELL.of, words) && weighsMoreThan(LEAST_WHOLE_GRAMS, gramsEach)) {
    return IN_ITS_SHELL.without.test(said) ? 0 : IN_ITS_SHELL.percent;
  }
  if (isFish(food)) return isWholeFish(line, said, gramsEach) ? WHOLE_FISH_REFUSE_PERCENT : 0;
  const known = food.refusePercent ?? 0;
  const boneIn = isBoneIn(line);
  if (boneIn) return known < LEAST_PERCENT ? BONES_PERCENT : known;
  // SR28's nuts are refused with their shells, and mostly sold without.
  if (known < LEAST_PERCENT || food.category === "Nut and Seed Products") return 0;
  const trimmed = STILL_COVERED.find((row) => isOf(row.of, words))?.said ?? TRIMMED;
  const doneTo = `${line.food ?? ""} ${line.preparation ?? ""}`.slice(0, 400).toLowerCase();
  return trimmed.test(doneTo) ? 0 : known;
}

const isOf = (of: readonly string[], words: readonly string[]) => of.some((word) => words.includes(word));

function isFish(food: FoodRecord): boolean {
  if (food.allergens !== null && food.aisle === "fish") return food.allergens.includes("fish");
  return /^fish, /i.test(food.description);
}

function isWholeFish(line: IngredientLine, said: string, gramsEach: number | null): boolean {
  if (FISH_IN_PIECES.test(said) || line.unit === "fillet") return false;
  return WHOLE_FISH.test(said) || weighsMoreThan(LEAST_WHOLE_GRAMS, gramsEach);
}

const weighsMoreThan = (grams: number, each: number | null) => each !== null && each > grams;
