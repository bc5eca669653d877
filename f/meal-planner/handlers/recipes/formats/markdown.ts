import type { Recipe } from "../recipe.ts";
import { escaped, partsBetween, unescaped } from "./markdown_escapes.ts";

const SECTIONS: [RegExp, "ingredients" | "steps" | "notes"][] = [
  [/^ingredients?\b/i, "ingredients"],
  [/^(steps?|instructions?|method|directions?|preparation)\b/i, "steps"],
  [/^notes?\b/i, "notes"],
];
const FACTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ servings: "servings", serves: "servings", yield: "servings", prep: "prep_time", cook: "cook_time" },
    ...{
      "prep time": "prep_time",
      "cook time": "cook_time",
      cuisine: "cuisine",
      tags: "tags",
      suits: "suits",
    },
    ...{ "keeps days": "keeps_days", source: "source_url", image: "image_url", rating: "rating" },
    ...{ "servings said": "servings_text", "recipe id": "recipe_id" },
  }),
);
const FACT = /^(?:[-*]\s+)?(?:\*\*)?([A-Za-z][A-Za-z ]{2,20}?)(?:\*\*)?\s*:(?:\*\*)?\s+(\S.*)$/;
/** A recipe of which somebody says that it suits none, such as a sauce. */
const NO_MEAL = "no meal";
const ITEM = /^(\s*)(?:[-*+]|\d{1,3}[.)])\s+/;
/** An empty line within a step. */
const EMPTY_LINE = "\\";

type Section = "about" | "ingredients" | "steps" | "notes";
type Draft = {
  name: string;
  description: string;
  ingredients: string[];
  steps: string[];
  [fact: string]: unknown;
};
/** Where a line is read into: `indent` is that of the item before, if there is one that may go on. */
type Place = { section: Section; indent: number | null; gap: boolean };

/**
 * Recipes written in Markdown: `# Title`, lines such as `- Servings: 4` and a description, `## Ingredients` with a line
 * an item, `## Steps` likewise. Several titles are several recipes; `###` within a section is a heading of its lines; what is
 * indented below an item belongs to it.
 */
export function markdownRecipes(text: string): Draft[] {
  const recipes: Draft[] = [];
  let place: Place = { section: "about", indent: null, gap: false };
  for (const line of text.split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.+?)(?:\s+#+)?\s*$/.exec(line);
    const level = heading?.[1]?.length ?? 0;
    const title = unescaped(heading?.[2] ?? "");
    const recipe = recipes.at(-1);
    if (level === 1) {
      recipes.push({ name: title, description: "", ingredients: [], steps: [] });
      place = { section: "about", indent: null, gap: false };
    } else if (level === 2) {
      const section = SECTIONS.find(([pattern]) => pattern.test(title))?.[1] ?? "notes";
      place = { section, indent: null, gap: false };
    } else if (recipe && line.trim() === "") {
      place = { ...place, gap: true };
    } else if (recipe) {
      place = addLine(recipe, place, heading ? `${title}:` : line);
    }
  }
  return recipes;
}

function addLine(recipe: Draft, { section, indent, gap }: Place, line: string): Place {
  if (section === "ingredients" || section === "steps") {
    const items = recipe[section];
    const item = ITEM.exec(line);
    const begins = line.search(/\S/);
    if (!item && indent !== null && begins > indent && items.length > 0) {
      const more = line.trim() === EMPTY_LINE ? "" : unescaped(line.trim());
      items.push(`${items.pop()}\n${more}`);
      return { section, indent, gap: false };
    }
    items.push(unescaped(line.replace(ITEM, "").trim()));
    return { section, indent: item ? begins : null, gap: false };
  }
  const [, key = "", value = ""] = FACT.exec(line.trim()) ?? [];
  const fact = FACTS.get(key.toLowerCase());
  if (section === "about" && fact !== undefined) recipe[fact] = factOf(fact, value.trim());
  else {
    const between = recipe.description === "" ? "" : gap ? "\n\n" : "\n";
    const more = line.trim() === EMPTY_LINE ? "" : unescaped(line.trim());
    recipe.description = `${recipe.description}${between}${more}`;
  }
  return { section, indent: null, gap: false };
}

function factOf(fact: string, value: string): unknown {
  if (fact === "suits" && value.toLowerCase() === NO_MEAL) return [];
  if (fact === "tags" || fact === "suits") {
    return partsBetween(value, ",").map((one) => unescaped(one.trim()));
  }
  return fact === "rating" || fact === "keeps_days" ? Number(value) : unescaped(value);
}

/** A recipe in the form that `markdownRecipes` reads, without loss but for blanks at the ends of lines. */
export function recipeAsMarkdown(recipe: Recipe): string {
  const minutes = (value: number | null) => (value === null ? null : `${value} min`);
  const facts: [string, string | number | null][] = [
    ["Servings", recipe.servings],
    ["Servings said", oneLine(recipe.servings_text) || null],
    ["Prep", minutes(recipe.prep_minutes)],
    ["Cook", minutes(recipe.cook_minutes)],
    ["Cuisine", recipe.cuisine && oneLine(recipe.cuisine)],
    ["Tags", recipe.tags.map((tag) => oneLine(tag, /,/g)).join(", ") || null],
    ["Suits", recipe.suits.join(", ") || NO_MEAL],
    ["Keeps days", recipe.keeps_days || null],
    ["Rating", recipe.rating],
    ["Source", recipe.source_url && escaped(recipe.source_url)],
    ["Image", recipe.image_url && escaped(recipe.image_url)],
    ["Recipe id", recipe.recipe_id],
  ];
  return [
    `# ${oneLine(recipe.name, /#+$/)}`,
    "",
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`- ${name}: ${value}`])),
    ...(recipe.description === "" ? [] : ["", ...recipe.description.split(/\r?\n/).map(descriptionLine)]),
    ...["", "## Ingredients", ...recipe.ingredients.map((line) => `- ${itemText(line.original)}`)],
    ...["", "## Steps", ...recipe.steps.map((step, index) => `${index + 1}. ${itemText(step)}`), ""],
  ].join("\n");
}

/** Neither a heading nor a fact. */
function descriptionLine(line: string): string {
  const text = line.trim();
  if (text === "") return EMPTY_LINE;
  const fact = FACTS.has(FACT.exec(text)?.[1]?.toLowerCase() ?? "");
  return escaped(text, fact ? /:/ : /^#/);
}

/** Further lines are indented; none begins as an item of its own. */
function itemText(text: string): string {
  const [first = "", ...more] = text.split(/\r?\n/).map((line) => line.trim());
  const lines = more.map((line) => (line === "" ? EMPTY_LINE : escaped(line, /^[-*+#]|(?<=^\d{1,3})[.)]/)));
  return [escaped(first), ...lines].join("\n   ");
}

const oneLine = (text: string, marks?: RegExp) => escaped(text.replace(/\s*\r?\n\s*/g, " ").trim(), marks);
