import { expect, test } from "vitest";
import { z } from "zod";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { parseInput } from "../../f/meal-planner/database/parse_input.ts";

const schema = z.strictObject({
  name: z.string(),
  days: z.number().default(7),
  note: z.string().optional(),
  target: z.number().nullable().optional(),
  list: z.array(z.string()).optional(),
});

function problems(input: unknown) {
  try {
    return parseInput(schema, input);
  } catch (error) {
    if (error instanceof InvalidInput) return error.details;
    throw error;
  }
}

test("an argument that is null counts as left out where null means nothing, and stays where it means something", () => {
  expect(parseInput(schema, { name: "a", days: null, note: null, target: null })).toEqual({
    name: "a",
    days: 7,
    target: null,
  });
});

test("a null within an argument is not passed over, and a required argument stays required", () => {
  expect(problems({ name: "a", list: [null] })).toMatchObject([{ path: "list[0]" }]);
  expect(problems({ name: null })).toMatchObject([{ path: "name" }]);
});

test("every problem is named with its place; a null beside it is not one of them", () => {
  expect(problems({ name: 1, days: null, other: true })).toMatchObject([{ path: "name" }, { path: "other" }]);
});
