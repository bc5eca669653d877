import { nameKey } from "../../foods/word_forms.ts";

export type ComparedRecipe = {
  recipe_id: string;
  version: number;
  name: string;
  source_url: string | null;
  /** What goes into it, as understood from its lines. */
  foods: readonly string[];
  rating: number | null;
  /** How much its author has written: steps, description, picture. */
  fullness: number;
};

export type SameRecipe = Pick<ComparedRecipe, "recipe_id" | "version" | "name">;

export type MergeProposal = {
  keep: SameRecipe;
  merge: (SameRecipe & { reason: string; shared_ingredients: number })[];
};

/** Of all ingredients of two recipes, the share that both have, from which they are near-same. */
const NEAR_SAME = 0.7;
/** Of one source, less is enough: one of the two may have been edited since. */
const NEAR_SAME_OF_SOURCE = 0.5;

/**
 * Recipes that look like one: of the same source, or of the same title, with near-same ingredients. Each is proposed
 * once, to be merged into the one that is rated best, then written most fully, then oldest. Pure.
 */
export function mergeProposals(recipes: readonly ComparedRecipe[]): MergeProposal[] {
  const best = [...recipes].sort(
    (a, b) =>
      (b.rating ?? 0) - (a.rating ?? 0) || b.fullness - a.fullness || (a.recipe_id < b.recipe_id ? -1 : 1),
  );
  const compared = best.map((recipe) => ({ recipe, foods: new Set(recipe.foods.map(nameKey)) }));
  const byKey = new Map<string, typeof compared>();
  const proposals = new Map<string, MergeProposal>();
  for (const one of compared) {
    const keys = keysOf(one.recipe);
    const match = keys
      .flatMap((key) => (byKey.get(key) ?? []).map((other) => ({ key, other })))
      .map(({ key, other }) => ({ key, other, shared: sharedPart(one.foods, other.foods) }))
      .find(({ key, shared }) => shared >= (key.startsWith("source") ? NEAR_SAME_OF_SOURCE : NEAR_SAME));
    if (match) {
      const kept = match.other.recipe;
      const proposal = proposals.get(kept.recipe_id) ?? { keep: shown(kept), merge: [] };
      const shared_ingredients = Math.round(match.shared * 100) / 100;
      const reason = match.key.startsWith("source") ? "same source" : "same title";
      proposal.merge.push({ ...shown(one.recipe), reason, shared_ingredients });
      proposals.set(kept.recipe_id, proposal);
      continue;
    }
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...proposals.values()];
}

function shown({ recipe_id, version, name }: ComparedRecipe): SameRecipe {
  return { recipe_id, version, name };
}

function keysOf({ name, source_url }: ComparedRecipe): string[] {
  const title = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\brecipe\b/g, "")
    .trim();
  const page = source_url?.replace(/^https?:\/\/(www\.)?/i, "").replace(/[?#].*$/, "");
  const source = page?.replace(/\/+$/, "");
  return [...(source ? [`source ${source.toLowerCase()}`] : []), ...(title === "" ? [] : [`title ${title}`])];
}

/** Of all that either has, the share that both have (Jaccard); 0 where neither has anything known. */
function sharedPart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((food) => b.has(food)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 0 : both / either;
}
