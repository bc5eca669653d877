import { htmlTokens } from "./html_tokens.ts";

export type DataNode = { readonly [name: string]: unknown };

/** Deeper than any publisher nests; a guard against data made to exhaust us. */
const DEEPEST = 30;

/** The schema.org Recipes in a page's JSON-LD, wherever they stand: in arrays, `@graph`, or as another thing's part. */
export function linkedRecipes(html: string): DataNode[] {
  const recipes: DataNode[] = [];
  let inData = false;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text" && inData) {
      const data = parseLoosely(token.text);
      if (data !== undefined) recipes.push(...recipesIn(data));
    }
    const type = token.kind === "open" ? token.attributes.get("type") : undefined;
    inData = token.kind === "open" && token.name === "script" && /ld\+json/i.test(type ?? "");
  }
  return recipes;
}

/** The Recipes in parsed JSON-LD, in its order. */
export function recipesIn(data: unknown): DataNode[] {
  const byId = new Map<string, DataNode>();
  const recipes: DataNode[] = [];
  const visit = (value: unknown, depth: number) => {
    if (value === null || typeof value !== "object" || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const node = value as DataNode;
    if (typeof node["@id"] === "string" && Object.keys(node).length > 1) byId.set(node["@id"], node);
    if (isOfType(node, "Recipe")) recipes.push(node);
    else for (const part of Object.values(node)) visit(part, depth + 1);
  };
  visit(data, 0);
  return recipes.map((recipe) => withReferences(recipe, byId));
}

/** `"@type": "Recipe"`, `["Recipe", "NewsArticle"]`, `http://schema.org/Recipe`. */
export function isOfType(node: DataNode, type: string): boolean {
  const types = [node["@type"]].flat();
  return types.some(
    (one) => typeof one === "string" && one.replace(/^(https?:\/\/schema\.org\/|schema:)/, "") === type,
  );
}

/** Parts that are only named (`{"@id": "#image"}`) are replaced by what the name stands for. */
function withReferences(node: DataNode, byId: ReadonlyMap<string, DataNode>): DataNode {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (value === null || typeof value !== "object") return value;
    const part = value as DataNode;
    const id = part["@id"];
    return typeof id === "string" && Object.keys(part).length === 1 ? (byId.get(id) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolve(value)]));
}

/** JSON as pages have it: wrapped in comments or CDATA, with raw line breaks in strings, a comma too many. */
function parseLoosely(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/, "")
    .replace(/;\s*$/, "");
  for (const attempt of [bare, escapeBreaks(bare), escapeBreaks(bare).replace(/,\s*([}\]])/g, "$1")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt is more forgiving; a block that none can read holds no recipe for us.
    }
  }
  return undefined;
}

const CONTROL = /\p{Cc}/gu;

/** Line breaks and tabs within strings, which JSON forbids, become spaces; between values they may as well. */
function escapeBreaks(text: string): string {
  return text.replace(CONTROL, " ");
}
