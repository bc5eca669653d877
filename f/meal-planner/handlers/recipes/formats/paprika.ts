import type { DataNode } from "../web/linked_data.ts";
import type { KeptFields } from "./kept_fields.ts";
import { namesOf, textOf } from "./plain_values.ts";
import { webAddress } from "./web_address.ts";

/** Whether JSON is a recipe as Paprika 3 exports one: its ingredients and directions are texts of lines, or null. */
export function isPaprikaRecipe(node: DataNode): boolean {
  const isText = (value: unknown) => value === null || typeof value === "string";
  return "directions" in node && isText(node.directions) && isText(node.ingredients ?? null);
}

export function fieldsOfPaprikaRecipe(node: DataNode): KeptFields {
  const rating = Number(node.rating ?? 0);
  return {
    slug: textOf(node.uid) ? `paprika ${textOf(node.uid)}` : undefined,
    name: textOf(node.name),
    description: [textOf(node.description), textOf(node.notes)].filter((text) => text !== "").join("\n"),
    servings: textOf(node.servings),
    ingredients: textOf(node.ingredients).split(/\r?\n/),
    steps: textOf(node.directions).split(/\r?\n/),
    prep_time: textOf(node.prep_time),
    cook_time: textOf(node.cook_time) || textOf(node.total_time),
    tags: namesOf(node.categories),
    source_url: webAddress(node.source_url),
    image_url: webAddress(node.image_url),
    rating: Number.isInteger(rating) && rating >= 1 && rating <= 5 ? rating : undefined,
  };
}
