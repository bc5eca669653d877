import { z } from "zod";
import { alternativesIn } from "./alternatives.ts";
import { readAmount } from "./amount.ts";
import { plain, readWholeGroup } from "./bracketed_amount.ts";
import { type FoodPhrase, readFoodPhrase } from "./food_phrase.ts";
import { cleanLine, LONGEST_PARSED_LINE, markAt, type Token, textOf, tokenize, wordAt } from "./line_text.ts";
import { type Amount, type Measure, readMeasure } from "./measure.ts";
import { partAfterwards, readPartOf } from "./part_of.ts";
import { findUnit } from "./units.ts";
import { SIZES, SIZES_BEFORE_UNIT_ONLY } from "./vocabulary/preparation_words.ts";
import { UNITS_AFTER_FOOD } from "./vocabulary/unit_table.ts";
import { singular } from "./word_forms.ts";

const measure = z.object({
  quantity: z.number().nullable(),
  quantity_max: z.number().nullable(),
  unit: z.string().nullable(),
});

/** A line of a recipe, taken apart. What a line doesn't say is null. */
export const ingredientLine = z.object({
  original: z.string().describe("The line as it was written."),
  quantity: z.number().nullable().describe("The amount; the lower end of a range."),
  quantity_max: z.number().nullable().describe("The upper end of a range, null for a single number."),
  unit: z.string().nullable().describe("Singular and in full: tablespoon, gram, clove."),
  size: z.string().nullable().describe("small, medium, large…"),
  food: z.string().nullable().describe("What it is, without amount and preparation; null for a heading."),
  preparation: z.string().nullable().describe("What is done to it: finely chopped."),
  comment: z.string().nullable().describe("All else: for garnish, plus more to taste."),
  optional: z.boolean(),
  alternatives: z.array(z.string()).describe("The foods of 'butter or oil', the preferred one first."),
  part: z.string().nullable().describe("juice, zest, rind or peel, where the line is 'juice of 1 lime'."),
  package: measure.nullable().describe("What one can, pack or piece holds: 14 ounces."),
  container: z.string().nullable().describe("The tin of '400g tin tomatoes'."),
  equivalents: z.array(measure).describe("The same amount in other units: the 7 oz of '200g/7oz'."),
  additional: z
    .array(measure)
    .describe("The 1 tablespoon of '¼ cup plus 1 tablespoon'; negative for 'minus'."),
  to_taste: z.boolean(),
  heading: z.boolean().describe("A heading such as 'For the sauce:', not an ingredient."),
});

export type IngredientLine = z.infer<typeof ingredientLine>;

/**
 * Takes an ingredient line apart: amount, unit, food, preparation, comment. It reads English as American and British
 * cooks write it, never throws, and takes time in proportion to the line (of which it reads the first 600 characters).
 */
export function parseIngredientLine(line: string): IngredientLine {
  const text = cleanLine(line);
  const tokens = leadingBracketLast(tokenize(text));
  const parsed = emptyLine(line);
  if (isHeading(tokens, text)) return { ...parsed, heading: true, comment: text };
  const part = readPartOf(tokens);
  const amount = readAmount(tokens, part?.next ?? 0);
  const phrase = readFoodPhrase(tokens.slice(amount?.next ?? part?.next ?? 0));
  if (part) {
    parsed.part = part.part;
    phrase.preparation.unshift(part.text);
  } else parsed.part = partAfterwards(phrase);
  if (amount) applyAmount(parsed, amount, phrase);
  else applyTrailingAmount(parsed, phrase);
  applyAsides(parsed, phrase);
  applyUnitAfterFood(parsed, phrase);
  applySizeInName(parsed, phrase);
  applySlashedRange(parsed, phrase, tokens[part?.next ?? 0]);
  finish(parsed, phrase, line);
  return parsed;
}

function emptyLine(original: string): IngredientLine {
  return {
    original,
    quantity: null,
    quantity_max: null,
    unit: null,
    size: null,
    food: null,
    preparation: null,
    comment: null,
    optional: false,
    alternatives: [],
    part: null,
    package: null,
    container: null,
    equivalents: [],
    additional: [],
    to_taste: false,
    heading: false,
  };
}

/** "(optional) 30 g cocoa": brackets that open a line are an aside. */
function leadingBracketLast(tokens: Token[]): Token[] {
  const [first, ...rest] = tokens;
  return first?.kind === "group" && rest.length > 0 ? [...rest, first] : tokens;
}

/** "For the sauce:", "## Dough", "STUFFING:"; a colon at the end, or "For the …" with no amount and no comma. */
function isHeading(tokens: readonly Token[], text: string): boolean {
  if (tokens.length === 0) return false;
  if (/^#{1,6} /.test(text)) return true;
  if (tokens.some((t) => t.kind === "number")) return false;
  if (text.endsWith(":") && tokens.length <= 12) return true;
  return /^for the [^,]{1,40}$/i.test(text);
}

function applyAmount(parsed: IngredientLine, amount: Amount, phrase: FoodPhrase): void {
  parsed.quantity = amount.quantity;
  parsed.quantity_max = amount.quantity_max;
  parsed.unit = amount.unit;
  parsed.size = amount.size;
  parsed.package = amount.package && plain(amount.package);
  parsed.container = amount.container;
  parsed.equivalents = amount.equivalents.map(plain);
  parsed.additional = amount.additional;
  phrase.comment.unshift(...amount.notes);
}

/** "Garlic, 1 clove", "brown sugar: 1 tbsp", "Olive oil for brushing (about ½ cup)", "Butter 50g". */
function applyTrailingAmount(parsed: IngredientLine, phrase: FoodPhrase): void {
  for (const aside of phrase.asides) {
    // "lemon juice from half a lemon": counted by the fruit.
    const fromFruit = wordAt(aside, 0) === "from" ? readMeasure(aside, 1, true) : null;
    if (fromFruit?.unit === null && fromFruit.next === aside.length - 1) {
      parsed.quantity = fromFruit.quantity;
      parsed.quantity_max = fromFruit.quantity_max;
      parsed.size = fromFruit.size;
      return;
    }
    const read = readMeasure(aside, 0, true);
    if (!read || read.kind === "length") continue;
    if (read.unit === null && read.next < aside.length) continue;
    parsed.quantity = read.quantity;
    parsed.quantity_max = read.quantity_max;
    parsed.unit = read.unit;
    parsed.size = read.size;
    const text = textOf(aside);
    if (read.next >= aside.length) phrase.comment = phrase.comment.filter((comment) => comment !== text);
    return;
  }
}

/** Amounts said later: "(about 1 cup)" is the same amount, "7 ounces each" one piece, "plus 2 tablespoons" more. */
function applyAsides(parsed: IngredientLine, phrase: FoodPhrase): void {
  if (parsed.quantity === null && parsed.unit === null) return;
  for (const aside of phrase.asides) {
    const plus = wordAt(aside, 0) === "plus" || markAt(aside, 0) === "+";
    if (plus) {
      const added = readMeasure(aside, 1, true);
      if (added?.kind === "mass" || added?.kind === "volume") parsed.additional.push(plain(added));
      continue;
    }
    const each = wordAt(aside, 0) === "each";
    const read = readMeasure(aside, each ? afterWeighing(aside) : 0, true);
    if (!read) continue;
    if (read.kind !== "mass" && read.kind !== "volume") {
      if (read.size && parsed.size === null && read.unit === null) parsed.size = read.size;
      continue;
    }
    if (read.quantity === parsed.quantity && read.unit === parsed.unit) continue;
    const perPiece = each || aside.some((t) => t.kind === "word" && /^(?:each|apiece)$/.test(t.lower));
    if (perPiece && parsed.package === null) parsed.package = plain(read);
    else if (!perPiece) parsed.equivalents.push(...equivalentsIn(aside, read));
  }
}

function afterWeighing(aside: readonly Token[]): number {
  return /^(?:weighing|of)$/.test(wordAt(aside, 1)) ? 2 : 1;
}

function equivalentsIn(aside: readonly Token[], read: Measure): Measure[] {
  const whole = readWholeGroup(aside);
  return whole ? [plain(whole), ...whole.others] : [plain(read)];
}

/** "2 garlic cloves": the unit stands after the food. */
function applyUnitAfterFood(parsed: IngredientLine, phrase: FoodPhrase): void {
  if (parsed.unit !== null || parsed.quantity === null) return;
  const last = phrase.food.at(-1);
  const before = phrase.food.at(-2);
  if (last?.kind !== "word" || before?.kind !== "word") return;
  const unit = findUnit(last.lower);
  const allowed = UNITS_AFTER_FOOD[before.lower];
  if (!unit || !allowed?.some((word) => last.lower.startsWith(word))) return;
  parsed.unit = before.lower === "celery" && unit.name === "stick" ? "stalk" : unit.name;
  phrase.food.pop();
}

/** "1 pound tiny potatoes", "2 cups large shrimp": a size before the food although a unit was given. */
function applySizeInName(parsed: IngredientLine, phrase: FoodPhrase): void {
  const size = SIZES[wordAt(phrase.food, 0)];
  if (!size || parsed.size !== null || phrase.food.length < 2) return;
  if (SIZES_BEFORE_UNIT_ONLY.has(wordAt(phrase.food, 0)) || phrase.food[1]?.kind !== "word") return;
  if (/^(?:or|and)$/.test(wordAt(phrase.food, 1))) return;
  parsed.size = size;
  phrase.food.shift();
}

/** "2/3 cardamom pods" are two or three: nobody counts two thirds of several. A fraction written as one sign is one. */
function applySlashedRange(parsed: IngredientLine, phrase: FoodPhrase, first: Token | undefined): void {
  const [low = 0, high = 0] = first?.kind === "number" ? first.text.split("/").map(Number) : [];
  const last = wordAt(phrase.food, phrase.food.length - 1);
  if (
    parsed.unit !== null ||
    !parsed.original.includes("/") ||
    low < 2 ||
    high !== low + 1 ||
    singular(last) === last
  )
    return;
  parsed.quantity = low;
  parsed.quantity_max = high;
}

function finish(parsed: IngredientLine, phrase: FoodPhrase, line: string): void {
  const all = textOf(phrase.food).replace(/^["'“”‘’.]+|["“”.!]+$/g, "");
  const sized = parsed.quantity === null && parsed.size === null ? null : parsed.size;
  parsed.size = sized ?? sizeIn(phrase);
  parsed.food = /[\p{L}]/u.test(all) ? all : null;
  parsed.alternatives = parsed.food === null ? [] : alternativesIn(phrase.food);
  parsed.preparation = phrase.preparation.join(", ") || null;
  const comment = phrase.comment.join(", ");
  const unread = line.length > LONGEST_PARSED_LINE ? line.slice(LONGEST_PARSED_LINE).trim() : "";
  parsed.comment = [comment, unread].filter(Boolean).join(" ") || null;
  parsed.optional = phrase.optional || /^optional\b/i.test(all);
  parsed.to_taste = /\bto (?:your )?taste\b/i.test(comment);
  if (/^optional /i.test(all)) parsed.food = all.slice("optional ".length);
}

/** "3 onions (medium size)". */
function sizeIn(phrase: FoodPhrase): string | null {
  for (const aside of phrase.asides) {
    const match = /^(small|medium|large)(?:[ -]size[d]?)?$/i.exec(textOf(aside));
    if (match) return (match[1] as string).toLowerCase();
  }
  return null;
}
