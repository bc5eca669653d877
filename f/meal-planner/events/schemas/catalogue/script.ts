import { parseInput } from "../../../database/parse_input.ts";
import { catalogueInput, describeCatalogue } from "../catalogue.ts";

/** Every event type with its source, version, JSON Schema and an example. */
export async function main(type?: string) {
  return describeCatalogue(parseInput(catalogueInput, { type }).type);
}
