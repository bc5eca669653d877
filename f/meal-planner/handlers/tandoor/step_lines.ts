import type { IngredientRow } from "./ingredient_rows.ts";
import { lineOfRow } from "./ingredient_rows.ts";

/** A step of Tandoor's, or of a kept document, in the parts that are used here. */
export type TandoorSteps = readonly {
  name: string;
  instruction: string;
  ingredients: readonly IngredientRow[];
}[];

/** Where a line of ours is in Tandoor's steps; `at` counts the rows, or the instruction's lines. */
export type PlacedLine = { step: number; at: number; text: string };

/** All rows of all steps as lines, in order; a row that says nothing is left out. */
export function ingredientLines(steps: TandoorSteps): PlacedLine[] {
  return steps.flatMap((step, index) =>
    step.ingredients
      .map((row, at) => ({ step: index, at, text: lineOfRow(row) }))
      .filter((line) => line.text !== ""),
  );
}

/** Each line of each instruction is a step of ours; a step's name stands before its first. */
export function instructionLines(steps: TandoorSteps): PlacedLine[] {
  return steps.flatMap((step, index) => {
    const lines = rawLines(step.instruction)
      .map((raw, at) => ({ step: index, at, text: plainInstruction(raw, step.ingredients) }))
      .filter((line) => line.text !== "");
    const [first, ...rest] = lines;
    const name = step.name.trim();
    return first && name !== "" ? [{ ...first, text: named(name, first.text) }, ...rest] : lines;
  });
}

export function rawLines(instruction: string): string[] {
  return instruction.split(/\r?\n/);
}

export const named = (name: string, text: string) => `${name}: ${text}`;

const LONGEST_STEP = 5_000;

/** Tandoor's templates name an ingredient of the step: `{{ ingredients[0] }}`; readers see its amount and food. */
function plainInstruction(raw: string, rows: readonly IngredientRow[]): string {
  const text = raw.replace(/\{\{\s*ingredients\[(\d+)\]\s*\}\}/g, (whole, index: string) => {
    const row = rows[Number(index)];
    return row ? lineOfRow({ ...row, note: "", original_text: "" }) : whole;
  });
  return text.trim().slice(0, LONGEST_STEP);
}
