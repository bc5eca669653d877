import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { InvalidInput, Upstream } from "../../database/errors.ts";
import { resolveHousehold } from "../../households/household.ts";
import { fieldsOfSchemaRecipe } from "./formats/schema_org.ts";
import { tolerantFields } from "./formats/tolerant_fields.ts";
import { type ImportOutcome, importRecipe } from "./import_recipes.ts";
import { parseKeptRecipe } from "./kept_recipe.ts";
import type { RecipeDraft } from "./recipe.ts";
import type { DataNode } from "./web/linked_data.ts";
import { linkedRecipes } from "./web/linked_data.ts";
import { microdataRecipes } from "./web/microdata.ts";
import { wallOf } from "./web/page_wall.ts";
import { type PageLimits, readPage, type WebPage } from "./web/web_page.ts";

export const importUrlInput = z.strictObject({
  url: z.string().trim().min(1).max(2_000),
  household_id: z.uuid().optional(),
});

export type UrlImported = ImportOutcome & { url: string; read_from: "json_ld" | "microdata" };

/**
 * Imports the recipe of a web page: its JSON-LD, or else its microdata or RDFa. The page's address is the recipe's identity:
 * imported again, it is brought up to date. Of several on a page, the first that has ingredients is meant.
 *
 * @throws InvalidInput, Upstream, RateLimited, TimedOut as `readPage`; Upstream where the page holds no recipe;
 * InvalidInput where the recipe lacks what a recipe needs.
 */
export async function importUrl(
  database: Database,
  input: z.output<typeof importUrlInput>,
  limits: PageLimits,
): Promise<UrlImported> {
  const { draft, url, read_from } = await readUrl(input.url, limits);
  const outcome = await database.transaction(async (tx) => {
    const household = await resolveHousehold(tx, input.household_id);
    return importRecipe(tx, household, draft, { origin: "url", origin_ref: url });
  });
  return { ...outcome, url, read_from };
}

/**
 * The recipe of a web page, and the address that it is known by.
 *
 * @throws as `importUrl`.
 */
export async function readUrl(
  address: string,
  limits: PageLimits,
): Promise<Pick<UrlImported, "url" | "read_from"> & { draft: RecipeDraft }> {
  const page = await readPage(address, limits);
  const { node, read_from } = recipeOn(page);
  const url = identityOf(page.url);
  const fields = fieldsOfSchemaRecipe(node, url);
  if (fields.ingredients.length === 0) {
    const message = `The recipe on ${url} names no ingredients to a program, perhaps because it is behind a wall. Copy the recipe and import it as text.`;
    throw new InvalidInput([{ path: "ingredients", message }]);
  }
  return { draft: parseKeptRecipe(tolerantFields(fields)), url, read_from };
}

/** Hosts of a private network that may be read, as `name` or `name:port`, separated by commas. */
export function allowedHosts(environment: Record<string, string | undefined> = process.env): string[] {
  const stated = environment.MEAL_PLANNER_PRIVATE_HOSTS ?? "";
  return stated
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");
}

export function recipeOn(page: WebPage): { node: DataNode; read_from: UrlImported["read_from"] } {
  const linked = firstWhole(linkedRecipes(page.html));
  const marked = linked && isWhole(linked) ? undefined : firstWhole(microdataRecipes(page.html));
  if (marked && (isWhole(marked) || !linked)) return { node: marked, read_from: "microdata" };
  if (linked) return { node: linked, read_from: "json_ld" };
  throw noRecipe(page);
}

function noRecipe({ url, html, mediaType }: WebPage): Upstream {
  const { host } = new URL(url);
  const save = "Open the page in a browser, save it, and import the file.";
  if (mediaType !== "" && !/html|xml|json|text\/plain/.test(mediaType)) {
    return new Upstream(
      "rejected",
      `${url} is no page but ${mediaType}. Give the address of the recipe's page.`,
    );
  }
  const wall = wallOf(html);
  const details = { blocked: wall === "robots" };
  const told = {
    robots: `${host} blocks the import: it wants to see a person. ${save}`,
    script: `${url} is empty until a browser runs its scripts. ${save}`,
    none: `${url} holds no recipe as schema.org data. Copy the recipe and import it as text.`,
  };
  return new Upstream("rejected", told[wall ?? "none"], { details });
}

function firstWhole(nodes: readonly DataNode[]): DataNode | undefined {
  return nodes.find(isWhole) ?? nodes[0];
}

const isWhole = (node: DataNode) => fieldsOfSchemaRecipe(node).ingredients.length > 0;

/** The address without what only tells where a reader came from. */
function identityOf(address: string): string {
  const url = new URL(address);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|mc_[ce]id)$/i.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}
