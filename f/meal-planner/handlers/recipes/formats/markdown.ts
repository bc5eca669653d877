import type { Recipe } from "../recipe.ts";

const SECTIONS: [RegExp, "ingredients" | "steps" | "notes"][] = [
  [/^ingredients?\b/i, "ingredients"],
  [/^(steps?|instructions?|method|directions?|preparation)\b/i, "steps"],
  [/^notes?\b/i, "notes"],
];
const FACTS: Record<string, string> = {
  ...{ servings: "servings", serves: "servings", yield: "servings", prep: "prep_time", cook: "cook_time" },
  ...{ "prep time": "prep_time", "cook time": "cook_time", cuisine: "cuisine", tags: "tags", suits: "suits" },
  ...{ "keeps days": "keeps_days", source: "source_url", image: "image_url", rating: "rating" },
};
const FACT = /^(?:[-*]\s+)?(?:\*\*)?([A-Za-z][A-Za-z ]{2,20}?)(?:\*\*)?\s*:(?:\*\*)?\s+(\S.*)$/;

type Draft = {
  name: string;
  description: string;
  ingredients: string[];
  steps: string[];
  [fact: string]: unknown;
};

/**
 * Recipes written in Markdown: `# Title`, lines such as `- Servings: 4` and a description, `## Ingredients` with a line
 * an item, `## Steps` likewise. Several titles are several recipes; `###` within a section is a heading of its lines.
 */
export function markdownRecipes(text: string): Draft[] {
  const recipes: Draft[] = [];
  let section: "about" | "ingredients" | "steps" | "notes" = "about";
  for (const line of text.split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line);
    const level = heading?.[1]?.length ?? 0;
    const title = heading?.[2] ?? "";
    const recipe = recipes.at(-1);
    if (level === 1) {
      recipes.push({ name: title, description: "", ingredients: [], steps: [] });
      section = "about";
    } else if (level === 2) {
      section = SECTIONS.find(([pattern]) => pattern.test(title))?.[1] ?? "notes";
    } else if (recipe && line.trim() !== "") {
      addLine(recipe, section, heading ? `${title}:` : line.trim());
    }
  }
  return recipes;
}

function addLine(recipe: Draft, section: "about" | "ingredients" | "steps" | "notes", line: string): void {
  if (section === "ingredients" || section === "steps") {
    recipe[section].push(line.replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, ""));
    return;
  }
  const [, key = "", value = ""] = FACT.exec(line) ?? [];
  const fact = FACTS[key.toLowerCase()];
  if (section === "about" && fact !== undefined) recipe[fact] = factOf(fact, value);
  else recipe.description = recipe.description === "" ? line : `${recipe.description}\n${line}`;
}

function factOf(fact: string, value: string): unknown {
  if (fact === "tags" || fact === "suits") return value.split(",").map((one) => one.trim());
  return fact === "rating" || fact === "keeps_days" ? Number(value) : value;
}

/** A recipe in the form that `markdownRecipes` reads. */
export function recipeAsMarkdown(recipe: Recipe): string {
  const minutes = (value: number | null) => (value === null ? null : `${value} min`);
  const facts: [string, string | number | null][] = [
    ["Servings", recipe.servings ?? (recipe.servings_text || null)],
    ["Prep", minutes(recipe.prep_minutes)],
    ["Cook", minutes(recipe.cook_minutes)],
    ["Cuisine", recipe.cuisine],
    ["Tags", recipe.tags.join(", ") || null],
    ["Suits", recipe.suits.join(", ") || null],
    ["Keeps days", recipe.keeps_days || null],
    ["Rating", recipe.rating],
    ["Source", recipe.source_url],
    ["Image", recipe.image_url],
  ];
  const list = (lines: readonly string[]) => lines.map((line) => `- ${oneLine(line)}`);
  return [
    `# ${oneLine(recipe.name)}`,
    "",
    ...facts.flatMap(([name, value]) => (value === null ? [] : [`- ${name}: ${value}`])),
    ...(recipe.description === "" ? [] : ["", recipe.description]),
    ...["", "## Ingredients", ...list(recipe.ingredients.map((line) => line.original))],
    ...["", "## Steps", ...recipe.steps.map((step, index) => `${index + 1}. ${oneLine(step)}`), ""],
  ].join("\n");
}

const oneLine = (text: string) => text.replace(/\s*\r?\n\s*/g, " ");
