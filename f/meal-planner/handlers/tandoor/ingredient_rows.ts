import { type IngredientLine, parseIngredientLine } from "../../foods/ingredient_line.ts";
import { findUnit } from "../../foods/units.ts";
import { nameKey, nameWords } from "../../foods/word_forms.ts";

/** A row of a step as Tandoor has it, as far as a line of ours says it. */
export type IngredientRow = {
  food?: { name: string; plural_name?: string | null | undefined } | null | undefined;
  unit?: { name: string } | null | undefined;
  amount: number;
  note: string;
  is_header: boolean;
  no_amount: boolean;
  original_text: string;
};

/** What Tandoor's columns hold. */
const LONGEST = { name: 128, note: 256, original: 512 };
/** Of one of our lines. */
const LONGEST_LINE = 500;

/**
 * A row as a line: the text that it was read from where the row still says the same, else one composed of its parts. (An
 * update in Tandoor leaves the text as it was.)
 */
export function lineOfRow(row: IngredientRow): string {
  const original = row.original_text.trim();
  if (original !== "" && saysTheSame(row, original)) return cut(original, LONGEST_LINE);
  return cut(composed(row), LONGEST_LINE);
}

function composed(row: IngredientRow): string {
  const note = row.note.trim();
  if (row.is_header) return note === "" || note.endsWith(":") ? note : `${note}:`;
  const amount = row.no_amount || row.amount === 0 ? "" : String(Math.round(row.amount * 10_000) / 10_000);
  const several = row.amount > 1;
  const unit = amount === "" ? "" : (row.unit?.name ?? "");
  const food = (several && unit === "" && row.food?.plural_name) || row.food?.name || "";
  const named = [amount, unit, food].filter((part) => part !== "").join(" ");
  return note === "" || food === ""
    ? [named, note].filter((part) => part !== "").join(" ")
    : `${named}, ${note}`;
}

/** Whether a text, read anew, gives the row: the same amount, and no word too many or too few. */
function saysTheSame(row: IngredientRow, original: string): boolean {
  const parsed = parseIngredientLine(original);
  if (row.is_header !== parsed.heading) return false;
  const amount = row.no_amount ? 0 : row.amount;
  if (!row.is_header && Math.abs((parsed.quantity ?? 0) - amount) > 0.001) return false;
  if (!row.is_header && !sameUnit(row.unit, parsed.unit, original)) return false;
  const said = new Set(nameWords(original));
  const held = new Set([
    ...nameWords(row.food?.name ?? ""),
    ...nameWords(row.food?.plural_name ?? ""),
    ...nameWords(row.note),
  ]);
  const missing = [...nameWords(row.food?.name ?? ""), ...nameWords(row.note)].some(
    (word) => !said.has(word),
  );
  return !missing && !leftOver(original, held);
}

function sameUnit(unit: IngredientRow["unit"], parsed: string | null, original: string): boolean {
  if (!unit) return parsed === null;
  const meant = findUnit(unit.name)?.name ?? nameKey(unit.name);
  if (parsed !== null) return meant === parsed || nameKey(unit.name) === nameKey(parsed);
  return nameWords(unit.name).every((word) => nameWords(original).includes(word));
}

/** Whether the text has a word that neither an amount nor a unit nor anything of the row accounts for. */
function leftOver(original: string, held: ReadonlySet<string>): boolean {
  return wordsBeside(original, held).length > 0;
}

function wordsBeside(original: string, held: ReadonlySet<string>): string[] {
  return nameWords(original).filter(
    (word) => /\p{L}/u.test(word) && !held.has(word) && !isUnitOrAmount(word),
  );
}

function isUnitOrAmount(word: string): boolean {
  // "200g" is one word; "one", "half" and "dozen" are read as amounts.
  const unit = word.replace(/^\d+(?:[.,]\d+)?/, "");
  return unit === "" || findUnit(unit) !== undefined || AMOUNT_WORDS.has(word) || FILLERS.has(word);
}

const AMOUNT_WORDS = new Set(
  "one two three four five six seven eight nine ten eleven twelve half quarter third dozen couple".split(" "),
);
const FILLERS = new Set("to in on for with x plus into at by from as if each about approx".split(" "));

/** A line as a row, with whatever of its words has no other place in the note. */
export function rowOfLine(line: IngredientLine, unitName: (unit: string) => string): IngredientRow {
  const original_text = cut(line.original.trim(), LONGEST.original);
  const empty = { food: null, unit: null, amount: 0, original_text };
  if (line.heading) {
    const note = cut(line.original.trim().replace(/^#+\s*|\s*:$/g, ""), LONGEST.note);
    return { ...empty, note, is_header: true, no_amount: true };
  }
  const no_amount = line.quantity === null;
  const food = cut(line.food?.trim() ?? "", LONGEST.name);
  if (food === "") {
    return { ...empty, note: cut(line.original.trim(), LONGEST.note), is_header: false, no_amount: true };
  }
  const told = [line.size, line.preparation, line.comment, line.optional ? "optional" : null];
  const parts = told.filter((part): part is string => part !== null && part !== "");
  const held = new Set(nameWords(`${food} ${parts.join(" ")}`));
  const beside = wordsBeside(line.original, held);
  return {
    food: { name: food },
    unit: line.unit === null ? null : { name: unitName(line.unit) },
    amount: line.quantity ?? 0,
    note: cut([...parts, beside.join(" ")].filter((part) => part !== "").join(", "), LONGEST.note),
    is_header: false,
    no_amount,
    original_text,
  };
}

/** At most so many characters, none of them cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return [...text]
    .slice(0, most)
    .join("")
    .slice(0, most)
    .toWellFormed()
    .replace(/\uFFFD$/, "")
    .trimEnd();
}
