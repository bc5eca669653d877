import { htmlTokens } from "./html_tokens.ts";
import { parseLooseJson } from "./loose_json.ts";

export type DataNode = { readonly [name: string]: unknown };

/** Deeper than any publisher nests; a guard against data made to exhaust us. */
const DEEPEST = 30;

/**
 * The schema.org Recipes in a page's JSON-LD, wherever they stand: in arrays, `@graph`, or as another thing's part; or
 * in JSON-LD that a server answers with in place of a page.
 */
export function linkedRecipes(html: string): DataNode[] {
  if (/^\s*[[{]/.test(html)) return recipesIn(parseLooseJson(html));
  const recipes: DataNode[] = [];
  let inData = false;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text" && inData) {
      const data = parseLooseJson(token.text);
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

/** A node without what is nested deeper than anybody means: what follows may walk it without a limit of its own. */
export function withinDepth(node: DataNode): DataNode {
  return cut(node, 0) as DataNode;
}

function cut(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== "object") return value;
  if (depth > DEEPEST) return null;
  if (Array.isArray(value)) return value.map((item) => cut(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, cut(part, depth + 1)]));
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
  const resolve = (value: unknown, depth = 0): unknown => {
    if (Array.isArray(value)) return depth > DEEPEST ? null : value.map((item) => resolve(item, depth + 1));
    if (value === null || typeof value !== "object") return value;
    const part = value as DataNode;
    const id = part["@id"];
    return typeof id === "string" && Object.keys(part).length === 1 ? (byId.get(id) ?? value) : value;
  };
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, resolve(value)]));
}
