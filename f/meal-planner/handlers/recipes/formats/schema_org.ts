import { parseMinutes } from "../duration.ts";
import { parseServings } from "../servings.ts";
import { plainLines } from "../web/html_tokens.ts";
import { type DataNode, isOfType, withinDepth } from "../web/linked_data.ts";
import { OUR_IDENTIFIER } from "./exported_recipe.ts";
import type { KeptFields } from "./kept_fields.ts";
import { webAddress } from "./web_address.ts";

/**
 * A schema.org Recipe (JSON-LD, or microdata in its shape) as fields of a recipe, by schema.org/Recipe as of 2024 and
 * what publishers make of it: text with markup, one value or a list, sections of steps. `base` resolves addresses.
 */
export function fieldsOfSchemaRecipe(recipe: DataNode, base?: string): KeptFields {
  const node = withinDepth(recipe);
  const prep = minutesOf(node.prepTime);
  const total = minutesOf(node.totalTime);
  // Some say only how long it takes in all.
  const cook =
    minutesOf(node.cookTime ?? node.performTime) ??
    (total === null ? null : Math.max(0, total - (prep ?? 0)));
  const identifier = textOf(node.identifier);
  const isOurs = identifier.startsWith(OUR_IDENTIFIER);
  return {
    ...(isOurs
      ? {
          recipe_id: identifier.slice(OUR_IDENTIFIER.length),
          is_part: true,
          suits: linesOf(node.recipeCategory),
        }
      : {}),
    name: textOf(node.name ?? node.headline),
    description: linesOf(node.description).join("\n"),
    servings: servingsOf(node.recipeYield ?? node.yield),
    ingredients: linesOf(node.recipeIngredient ?? node.ingredients),
    steps: stepsOf(node.recipeInstructions),
    prep_time: prep,
    cook_time: cook,
    cuisine: linesOf(node.recipeCuisine)[0],
    tags: tagsOf(isOurs ? { keywords: node.keywords } : node),
    source_url: firstAddress([node.url, node.mainEntityOfPage], base) ?? base,
    image_url: firstAddress(node.image, base),
  };
}

/** One value or several, each text or a thing with a text, as plain lines. */
function linesOf(value: unknown): string[] {
  if (typeof value === "string") return plainLines(value);
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.flatMap(linesOf);
  if (value === null || typeof value !== "object") return [];
  const { text, name, "@value": literal } = value as DataNode;
  return linesOf(text ?? name ?? literal);
}

function textOf(value: unknown): string {
  return linesOf(value).join(" ");
}

function minutesOf(value: unknown): number | null {
  for (const one of [value].flat()) {
    const minutes = parseMinutes(one);
    if (minutes !== null) return minutes;
  }
  return null;
}

const PORTIONS = /serving|portion|people|person/i;

/**
 * Of `["4", "4 servings"]` the one with the most to say: that counts servings, else the most of anything, for
 * `["6", "1 big casserole"]` feeds six; `{value: 4, unitText: "servings"}`.
 */
function servingsOf(value: unknown): string | number | null {
  const texts = [value].flat().flatMap((one) => {
    if (one !== null && typeof one === "object" && "value" in one) {
      const { value: amount, unitText } = one as DataNode;
      return [`${amount} ${unitText ?? ""}`.trim()];
    }
    return linesOf(one);
  });
  const byLength = texts.sort((a, b) => b.length - a.length);
  const counted = byLength.filter((text) => parseServings(text) !== null);
  const [most] = [...counted].sort((a, b) => Number(parseServings(b)) - Number(parseServings(a)));
  return counted.find((text) => PORTIONS.test(text)) ?? most ?? byLength[0] ?? null;
}

/** Steps of plain text, of HowToSteps, and of HowToSections, whose name goes before their first step. */
function stepsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(stepsOf);
  if (value === null || typeof value !== "object") return linesOf(value);
  const node = value as DataNode;
  const parts = node.itemListElement ?? (node.text === undefined ? node.steps : undefined);
  if (parts === undefined) return nestedText(node);
  const steps = stepsOf(parts);
  const heading = isOfType(node, "HowToSection") ? textOf(node.name) : "";
  return heading === "" || steps.length === 0 ? steps : [`${heading}: ${steps[0]}`, ...steps.slice(1)];
}

/** `{item: {text}}` of a ListItem, or the step's own text. */
function nestedText(node: DataNode): string[] {
  const own = linesOf(node.text ?? node.description ?? node.name).join(" ");
  return own === "" && node.item !== undefined ? stepsOf(node.item) : own === "" ? [] : [own];
}

function tagsOf(node: DataNode): string[] {
  const words = [...linesOf(node.keywords), ...linesOf(node.recipeCategory)];
  return words.flatMap((text) => text.split(",")).map((tag) => tag.trim());
}

/** The first http(s) address among texts and the `url`, `contentUrl` or `@id` of things. */
function firstAddress(value: unknown, base?: string): string | undefined {
  if (typeof value === "string") return webAddress(value, base);
  if (value === null || typeof value !== "object") return undefined;
  const { url, contentUrl, "@id": id } = value as DataNode;
  const parts = Array.isArray(value) ? value : [url, contentUrl, id];
  return parts.map((part) => firstAddress(part, base)).find((address) => address !== undefined);
}
