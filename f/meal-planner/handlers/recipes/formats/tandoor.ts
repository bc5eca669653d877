import type { DataNode } from "../web/linked_data.ts";
import type { KeptFields } from "./kept_fields.ts";
import { amountText, namesOf, textOf } from "./plain_values.ts";
import { webAddress } from "./web_address.ts";

type Step = { name?: unknown; instruction?: unknown; ingredients?: unknown };
type Ingredient = DataNode & { is_header?: unknown; no_amount?: unknown };

/** Whether JSON is a recipe as Tandoor exports one (`recipe.json`): its steps hold the ingredients. */
export function isTandoorRecipe(node: DataNode): boolean {
  const { steps } = node;
  return (
    Array.isArray(steps) &&
    steps.some((step) => typeof step === "object" && step !== null && "ingredients" in step)
  );
}

export function fieldsOfTandoorRecipe(node: DataNode): KeptFields {
  const steps = (node.steps as (Step | null)[]).flatMap((step) => step ?? []);
  const servings = Number(node.servings);
  return {
    // It gives no id.
    slug: `tandoor ${textOf(node.name).toLowerCase()}`,
    name: textOf(node.name),
    description: textOf(node.description),
    servings: servings > 0 ? `${servings} ${textOf(node.servings_text)}`.trim() : null,
    ingredients: steps.flatMap((step) => ingredientsOf(step.ingredients)),
    steps: steps.flatMap(instructionOf),
    prep_time: minutesOf(node.working_time),
    cook_time: minutesOf(node.waiting_time),
    tags: namesOf(node.keywords),
    source_url: webAddress(node.source_url),
  };
}

/** Tandoor keeps 0 for a time that nobody has given. */
function minutesOf(value: unknown): number | null {
  const minutes = Number(value);
  return minutes > 0 ? minutes : null;
}

function ingredientsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: Ingredient | null) => {
    if (!item) return [];
    if (item.is_header) return [`${textOf(item.note)}:`];
    const original = textOf(item.original_text);
    return [original || amountText(item.no_amount ? null : item.amount, item.unit, item.food, item.note)];
  });
}

function instructionOf({ name, instruction }: Step): string[] {
  const title = textOf(name);
  const lines = textOf(instruction)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  if (title === "" || lines.length === 0) return lines;
  return [`${title}: ${lines[0]}`, ...lines.slice(1)];
}
