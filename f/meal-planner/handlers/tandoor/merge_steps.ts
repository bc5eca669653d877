import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { alignLists } from "./align_lists.ts";
import { type IngredientRow, lineOfRow } from "./ingredient_rows.ts";
import { ingredientLines, instructionLines, named, type PlacedLine, rawLines } from "./step_lines.ts";

/** A step as Tandoor has it now, or had it when it was last seen (then without ids). In order. */
export type TemplateStep = {
  id?: number;
  name: string;
  instruction: string;
  time: number;
  /** Whether it holds more than its words and rows: another recipe, a file. */
  holdsMore: boolean;
  ingredients: readonly (IngredientRow & { id?: number })[];
};

export type MergedRow = { kept: number } | { row: IngredientRow };

/** What becomes of a step: `source` is its place in the template, undefined for a new one. */
export type MergedStep = {
  source: number | undefined;
  name: string;
  instruction: string;
  rows: MergedRow[];
};

/** What we say instead; undefined leaves theirs as it is. */
export type OurLines = {
  ingredients?: readonly IngredientLine[];
  steps?: readonly string[];
};

/**
 * Puts our lines into Tandoor's steps: rows and lines that say the same stay where and as they are, a changed one takes
 * the place of what it was, a new one follows the one before it. Pure.
 */
export function mergeSteps(
  template: readonly TemplateStep[],
  ours: OurLines,
  rowOf: (line: IngredientLine) => IngredientRow,
): MergedStep[] {
  if (template.length === 0) return newSteps(ours, rowOf);
  const rows = mergeRows(template, ours.ingredients, rowOf);
  const texts = mergeTexts(template, ours.steps);
  const merged = template.flatMap((step, index): MergedStep[] => {
    const text = texts.kept[index]!;
    const moved = rows[index]!;
    const instruction = renumbered(text.instruction, step, moved);
    const own = { source: index, name: text.name, instruction, rows: moved };
    const isEmpty = instruction.trim() === "" && moved.length === 0 && !step.holdsMore;
    const wasEmpty = step.instruction.trim() === "" && step.ingredients.length === 0;
    const added = (texts.after.get(index) ?? []).map(newStep);
    return isEmpty && !wasEmpty ? added : [own, ...added];
  });
  return [...(texts.after.get(-1) ?? []).map(newStep), ...merged];
}

function newSteps(
  { ingredients = [], steps = [] }: OurLines,
  rowOf: (line: IngredientLine) => IngredientRow,
) {
  const [first, ...rest] = steps.map(newStep);
  const rows = ingredients.map((line) => ({ row: rowOf(line) }));
  return [{ ...(first ?? newStep("")), rows }, ...rest];
}

const newStep = (instruction: string): MergedStep => ({ source: undefined, name: "", instruction, rows: [] });

const placeOf = (step: number, at: number) => `${step}:${at}`;

/** Where what is added before everything else goes: just before the first line. */
function startOf(lines: readonly PlacedLine[]): { step: number; at: number } {
  const first = lines[0];
  return first ? { step: first.step, at: first.at - 1 } : { step: 0, at: -1 };
}

function mergeRows(
  template: readonly TemplateStep[],
  ours: readonly IngredientLine[] | undefined,
  rowOf: (line: IngredientLine) => IngredientRow,
): MergedRow[][] {
  const instead = new Map<string, MergedRow[]>();
  const after = new Map<string, MergedRow[]>();
  const lines = ingredientLines(template);
  if (ours) {
    let cursor = startOf(lines);
    const texts = ours.map((line) => line.original.trim());
    for (const place of alignLists(
      lines.map((line) => line.text),
      texts,
    )) {
      const row = "after" in place ? [{ row: rowOf(ours[place.after]!) }] : [];
      if (place.kind === "added") {
        const key = placeOf(cursor.step, cursor.at);
        after.set(key, [...(after.get(key) ?? []), ...row]);
        continue;
      }
      cursor = lines[place.before]!;
      if (place.kind !== "kept") instead.set(placeOf(cursor.step, cursor.at), row);
    }
  }
  return template.map((step, index) => [
    ...(after.get(placeOf(index, -1)) ?? []),
    ...step.ingredients.flatMap((_, at) => {
      const key = placeOf(index, at);
      return [...(instead.get(key) ?? [{ kept: at }]), ...(after.get(key) ?? [])];
    }),
  ]);
}

type MergedTexts = {
  kept: { name: string; instruction: string }[];
  /** New steps, by the one that they follow; -1 for the beginning. */
  after: Map<number, string[]>;
};

function mergeTexts(template: readonly TemplateStep[], ours: readonly string[] | undefined): MergedTexts {
  const after = new Map<number, string[]>();
  const kept = template.map(({ name, instruction }) => ({ name, instruction }));
  if (!ours) return { kept, after };
  const lines = instructionLines(template);
  const texts = ours.flatMap((step) => rawLines(step)).flatMap((line) => line.trim() || []);
  // Where every step is one line, a new line is a step; else it joins the step before it.
  const oneEach = template.every((_, index) => lines.filter((line) => line.step === index).length <= 1);
  const slots = template.map((step) => rawLines(step.instruction).map((raw) => [raw]));
  const head = template.map((): string[] => []);
  const filled = new Set(lines.map((line) => line.step));
  let cursor = startOf(lines);
  let begun = false;
  for (const place of alignLists(
    lines.map((line) => line.text),
    texts,
  )) {
    if (place.kind === "added") {
      const text = texts[place.after]!;
      const { step, at } = cursor;
      if (oneEach && filled.has(step) && lines.length > 0) {
        const follows = begun ? step : step - 1;
        after.set(follows, [...(after.get(follows) ?? []), text]);
      } else if (!filled.has(step)) {
        slots[step] = [[text]];
        filled.add(step);
        begun = true;
        cursor = { step, at: 0 };
      } else (slots[step]?.[at] ?? head[step])?.push(text);
      continue;
    }
    const line = lines[place.before]!;
    cursor = line;
    begun = true;
    if (place.kind === "kept") continue;
    const step = kept[line.step]!;
    const isFirst = lines.find((other) => other.step === line.step) === line;
    const prefix = named(step.name.trim(), "");
    const text = place.kind === "replaced" ? texts[place.after]! : undefined;
    const keepsName = text?.startsWith(prefix) && step.name.trim() !== "";
    if (isFirst && !keepsName) step.name = "";
    const raw = text === undefined ? [] : [isFirst && keepsName ? text.slice(prefix.length) : text];
    slots[line.step]![line.at] = raw;
  }
  for (const [index, step] of kept.entries()) {
    step.instruction = [...(head[index] ?? []), ...(slots[index] ?? []).flat()].join("\n");
  }
  return { kept, after };
}

/** Templates in the text name rows by their number: they follow the rows, and one that went leaves its words. */
function renumbered(instruction: string, step: TemplateStep, rows: readonly MergedRow[]): string {
  return instruction.replace(/\{\{\s*ingredients\[(\d+)\]\s*\}\}/g, (whole, index: string) => {
    const row = step.ingredients[Number(index)];
    const now = rows.findIndex((one) => "kept" in one && one.kept === Number(index));
    if (now === Number(index) || !row) return whole;
    return now < 0 ? lineOfRow({ ...row, note: "", original_text: "" }) : `{{ ingredients[${now}] }}`;
  });
}
