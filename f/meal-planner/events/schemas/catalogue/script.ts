import { z } from "zod";
import { parseInput } from "../../../database/parse_input.ts";
import { describeCatalogue } from "../catalogue.ts";

const input = z.object({
  type: z.string().min(1).optional().describe("Only this event type, such as RecipeCreated."),
});

/** Every event type with its source, version, JSON Schema and an example. */
export async function main(type?: string) {
  return describeCatalogue(parseInput(input, { type }).type);
}
