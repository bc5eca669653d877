import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";
import {
  type IngredientRow,
  lineOfRow,
  rowOfLine,
} from "../../f/meal-planner/handlers/tandoor/ingredient_rows.ts";
import {
  type MergedStep,
  mergeSteps,
  type TemplateStep,
} from "../../f/meal-planner/handlers/tandoor/merge_steps.ts";
import { ingredientLines, instructionLines } from "../../f/meal-planner/handlers/tandoor/step_lines.ts";

const rowOf = (line: ReturnType<typeof parseIngredientLine>) => rowOfLine(line, (unit) => unit);
const row = (text: string, id?: number): IngredientRow & { id?: number } => ({
  ...rowOf(parseIngredientLine(text)),
  ...(id === undefined ? {} : { id }),
});

const step = (instruction: string, rows: string[] = [], name = ""): TemplateStep => ({
  name,
  instruction,
  time: 0,
  holdsMore: false,
  ingredients: rows.map((text) => row(text)),
});

/** The steps as they are after the merge. */
const applied = (template: readonly TemplateStep[], merged: readonly MergedStep[]) =>
  merged.map((one) => ({
    name: one.name,
    instruction: one.instruction,
    ingredients: one.rows.map((moved) =>
      "row" in moved ? moved.row : template[one.source ?? 0]!.ingredients[moved.kept]!,
    ),
  }));

const lines = fc.array(
  fc.constantFrom("200 g flour", "2 eggs", "salt", "1 onion, chopped", "For the sauce:", "3 tbsp olive oil"),
  { maxLength: 6 },
);
const texts = fc.array(fc.constantFrom("Mix.", "Bake.", "Stir well.", "Serve.", "Note: wait."), {
  maxLength: 6,
});
const template = fc.array(
  fc
    .tuple(fc.constantFrom("", "Dough"), texts, lines, fc.constantFrom("\n", "\n\n"))
    .map(([name, said, rows, between]) => step(said.join(between), rows, name)),
  { maxLength: 4 },
);

describe("merging steps", () => {
  test("our lines and steps are what is read back", () => {
    fc.assert(
      fc.property(template, lines, texts, (before, ingredients, steps) => {
        const ours = { ingredients: ingredients.map(parseIngredientLine), steps };
        const after = applied(before, mergeSteps(before, ours, rowOf));
        expect(ingredientLines(after).map((line) => line.text)).toEqual(ingredients);
        const said = instructionLines(after).map((line) => line.text);
        // A name that stays with its step stands before whichever line is the first by then.
        expect(said.map((text) => text.replace(/^Dough: /, ""))).toEqual(steps);
      }),
    );
  });

  test("what we don't change stays as it is", () => {
    fc.assert(
      fc.property(
        template.filter((steps) => steps.length > 0),
        (before) => {
          const merged = mergeSteps(before, {}, rowOf);
          expect(applied(before, merged)).toEqual(
            before.map(({ name, instruction, ingredients }) => ({ name, instruction, ingredients })),
          );
          const same = {
            ingredients: ingredientLines(before).map((line) => parseIngredientLine(line.text)),
            steps: instructionLines(before).map((line) => line.text),
          };
          expect(applied(before, mergeSteps(before, same, rowOf))).toEqual(applied(before, merged));
        },
      ),
    );
  });

  test("a changed line takes its place, a new one follows, the others keep their rows", () => {
    const before = [step("Mix.", ["200 g flour", "2 eggs"]), step("Bake.", ["salt"])];
    const ours = ["200 g flour", "3 eggs", "1 tsp sugar", "salt"].map(parseIngredientLine);
    const [first, second] = mergeSteps(before, { ingredients: ours }, rowOf);
    expect(first?.rows).toMatchObject([
      { kept: 0 },
      { row: { amount: 3, food: { name: "eggs" } } },
      { row: { amount: 1, unit: { name: "teaspoon" }, food: { name: "sugar" } } },
    ]);
    expect(second?.rows).toEqual([{ kept: 0 }]);
  });

  test("a row's number in the text follows the row", () => {
    const before = [step("Fry {{ ingredients[1] }} in {{ ingredients[0] }}.", ["1 tbsp oil", "2 eggs"])];
    const ours = ["salt", "1 tbsp oil", "3 eggs"].map(parseIngredientLine);
    const merged = mergeSteps(before, { ingredients: ours }, rowOf);
    expect(merged[0]?.instruction).toBe("Fry 2 eggs in {{ ingredients[1] }}.");
  });
});

describe("a row as a line", () => {
  test.each([
    "200 g onion, diced",
    "2 large eggs, beaten",
    "1 (14 oz) can tomatoes, drained",
    "2-3 cloves garlic, crushed",
    "salt and pepper to taste",
    "For the sauce:",
    "½ cup plus 1 tablespoon sugar",
    "juice of 1 lime",
    "400g tin chopped tomatoes",
    "butter or oil, for frying (optional)",
  ])("%s comes back as it was written", (text) => {
    expect(lineOfRow(row(text))).toBe(text);
  });

  test("says what the row says where the text that it was read from is out of date", () => {
    const onion = row("200 g onion, diced");
    expect(lineOfRow({ ...onion, amount: 300 })).toBe("300 gram onion, diced");
    expect(lineOfRow({ ...onion, note: "sliced" })).toBe("200 gram onion, sliced");
    expect(lineOfRow({ ...onion, note: "" })).toBe("200 gram onion");
    expect(lineOfRow({ ...onion, food: { name: "shallot" } })).toBe("200 gram shallot, diced");
    expect(lineOfRow({ ...onion, unit: { name: "kg" } })).toBe("200 kg onion, diced");
    expect(lineOfRow({ ...onion, no_amount: true })).toBe("onion, diced");
  });

  test("of Tandoor's own reads as people write", () => {
    const eggs = { ...row(""), food: { name: "egg", plural_name: "eggs" }, no_amount: false };
    expect(lineOfRow({ ...eggs, amount: 3 })).toBe("3 eggs");
    expect(lineOfRow({ ...eggs, amount: 1 })).toBe("1 egg");
    expect(lineOfRow({ ...eggs, amount: 0, food: null, note: "Sauce", is_header: true })).toBe("Sauce:");
  });
});
