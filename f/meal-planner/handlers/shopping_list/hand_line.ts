import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { type IngredientLine, parseIngredientLine } from "../../foods/ingredient_line.ts";
import { findUnit, gramsOfUnit, millilitresOfUnit, unitNamed } from "../../foods/units.ts";
import type { Household } from "../../households/household.ts";
import { eachFood } from "./each_food.ts";
import { containersOf } from "./read_needs.ts";
import { gramsAsBought } from "./shares.ts";
import { soldUnit } from "./shop_food.ts";
import { type RecognisedFood, recogniseFoods } from "./shop_food_store.ts";
import { foodKey } from "./shopper_name.ts";
import type { ShoppingLine } from "./shopping_line.ts";

const itemObject = z.strictObject({
  name: plainText(200),
  quantity: z
    .number()
    .min(0.001, { message: "Must be at least 0.001." })
    .max(100_000, { message: "At most 100000." })
    .optional(),
  unit: plainText(30)
    .refine((unit) => /^(?:piece|pieces)$/i.test(unit) || findUnit(unit) !== undefined, {
      message: "Isn't a unit that is known. Use g, kg, ml, l, tbsp, can, jar, pack, bunch or piece.",
    })
    .optional(),
  note: plainText(1000).optional(),
});

/** What somebody writes in a line. "- 3 lemons" is a bullet, "-3 lemons" a slip. */
export const handText = plainText(500).refine((text) => !/^[-−]\d/.test(text), {
  message: "Starts with a negative amount. Leave the minus out.",
});

/** `"3 lemons"`, or `{name, quantity?, unit?, note?}`. */
export const handItem = z.union([handText, itemObject], {
  error: 'A line is text such as "3 lemons", or {name, quantity?, unit?, note?}.',
});
export type HandItem = z.output<typeof handItem>;

/** What somebody wants to have, read from what they wrote: amounts as they said, nothing rounded up. */
export async function readHandLines(
  tx: Tx,
  household: Household,
  items: readonly HandItem[],
): Promise<ShoppingLine[]> {
  const texts = items.map(textOf);
  const parsed = texts.map(parseIngredientLine);
  const foods = await recogniseFoods(tx, household, parsed);
  return parsed.map((line, index) => composeHandLine(texts[index] as string, line, foods[index] ?? null));
}

export type ListLine = { line: ShoppingLine; note: string | null };

/**
 * Likewise, for a list, with their notes: one for each food of "milk and eggs".
 *
 * @throws InvalidInput for a line that asks for none of something.
 */
export async function readListLines(
  tx: Tx,
  household: Household,
  items: readonly HandItem[],
): Promise<ListLine[]> {
  const named = await eachFood(tx, household, items.map(textOf));
  const single = named.flatMap(({ texts }, item) => texts.map((text) => ({ text, item })));
  const lines = await readHandLines(
    tx,
    household,
    single.map(({ text }) => text),
  );
  const problems = lines.flatMap((line, at) =>
    line.amount === 0
      ? [{ path: `items[${single[at]?.item}]`, message: "Asks for none of it. Leave the line out." }]
      : [],
  );
  if (problems.length > 0) throw new InvalidInput(problems);
  return lines.map((line, at) => ({ line, note: noteOf(items[single[at]?.item ?? -1]) }));
}

function noteOf(item: HandItem | undefined): string | null {
  return typeof item === "object" ? (item.note ?? null) : null;
}

function textOf(item: HandItem): string {
  if (typeof item === "string") return item;
  // Binary fractions such as 0.1 + 0.2 are no amounts that anybody wrote.
  const quantity = item.quantity === undefined ? undefined : Math.round(item.quantity * 1000) / 1000;
  return [quantity, /^pieces?$/i.test(item.unit ?? "") ? undefined : item.unit, item.name]
    .filter((word) => word !== undefined)
    .join(" ");
}

export function composeHandLine(
  text: string,
  parsed: IngredientLine,
  recognised: RecognisedFood | null,
): ShoppingLine {
  // "2 kg carrots and parsnips" stays one line: counted as carrots, its tick would put the parsnips aside.
  const found = recognised?.among ? null : recognised;
  const name = found?.food.name ?? parsed.food ?? text;
  const { unit, amount } = measured(parsed, found);
  const edible = found?.grams ?? null;
  const grams =
    found && edible !== null
      ? gramsAsBought(found.food, { ...parsed, containers: containersOf(parsed, 1) }, edible)
      : null;
  return {
    key: found
      ? foodKey(found.food.name, found.food.state)
      : `text:${name.toLowerCase().replace(/\s+/g, " ")}|${unit ?? ""}`,
    food_id: found?.food.foodId ?? null,
    name,
    aisle: recognised?.food.aisle ?? "other",
    unit,
    amount,
    exact_amount: amount,
    grams,
    grams_each: grams !== null && amount ? grams / amount : null,
    pantry_amount: 0,
    pantry_grams: 0,
    display: text
      .replace(/^\s*[-*•]\s+/, "")
      .replace(/\s+/g, " ")
      .trim(),
    need: "",
    check: null,
    sources: [],
  };
}

function measured(
  { quantity, unit }: IngredientLine,
  found: RecognisedFood | null,
): { unit: string | null; amount: number | null } {
  const amount = quantity ?? (unit === null ? null : 1);
  if (amount === null) return { unit: null, amount: null };
  if (unit === null) {
    const piece = found && soldUnit(found.food).unit === "piece";
    return { unit: piece ? "piece" : null, amount };
  }
  const grams = gramsOfUnit(unit);
  if (grams !== null) return { unit: "gram", amount: amount * grams };
  const millilitres = unitNamed(unit)?.kind === "volume" ? millilitresOfUnit(unit) : null;
  if (millilitres !== null) return { unit: "millilitre", amount: amount * millilitres };
  return { unit: unit === "package" ? "pack" : unit, amount };
}
