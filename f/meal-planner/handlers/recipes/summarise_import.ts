import { z } from "zod";

const one = z.looseObject({
  name: z.string(),
  outcome: z.enum(["imported", "updated", "unchanged", "refused"]),
  recipe_id: z.string().optional(),
  reason: z.string().optional(),
});
const failed = z.looseObject({ error: z.looseObject({ message: z.string().default("It failed.") }) });
const several = z.looseObject({ recipes: z.array(one) });

export const summariseImportInput = z.strictObject({
  sources: z.array(z.string()).max(10_000),
  // A flow's loop gives {error} for what failed.
  outcomes: z.array(z.union([failed, several, one])).max(10_000),
});

export type ImportItem = {
  source: string;
  name: string | null;
  outcome: "imported" | "updated" | "unchanged" | "refused" | "failed";
  recipe_id: string | null;
  reason: string | null;
};

export type ImportSummary = {
  imported: number;
  updated: number;
  unchanged: number;
  /** Refused for what they say, or failed on the way. */
  failed: number;
  recipe_ids: string[];
  items: ImportItem[];
  title: string;
  text: string;
};

/** What became of several imports, in their order: each one's recipe, or why there is none. Pure. */
export function summariseImport({ sources, outcomes }: z.output<typeof summariseImportInput>): ImportSummary {
  const items = outcomes.flatMap((outcome, index) => itemsOf(sources[index] ?? `${index + 1}`, outcome));
  const count = (...kinds: ImportItem["outcome"][]) =>
    items.filter(({ outcome }) => kinds.includes(outcome)).length;
  const problems = items.filter(({ outcome }) => outcome === "refused" || outcome === "failed");
  const counts = {
    imported: count("imported"),
    updated: count("updated"),
    unchanged: count("unchanged"),
    failed: problems.length,
  };
  const told = `${counts.imported} imported, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.failed} failed`;
  return {
    ...counts,
    recipe_ids: [...new Set(items.flatMap(({ recipe_id }) => recipe_id ?? []))],
    items,
    title: `Recipes: ${told}`,
    text: [told, ...problems.map(({ source, name, reason }) => `${name ?? source}: ${reason}`)].join("\n"),
  };
}

type Outcome = z.output<typeof summariseImportInput>["outcomes"][number];

function itemsOf(source: string, outcome: Outcome): ImportItem[] {
  if (failed.safeParse(outcome).success) {
    const { error } = failed.parse(outcome);
    return [{ source, name: null, outcome: "failed", recipe_id: null, reason: error.message }];
  }
  const recipes = several.safeParse(outcome);
  return (recipes.success ? recipes.data.recipes : [one.parse(outcome)]).map(
    ({ name, outcome: kind, recipe_id, reason }) => ({
      ...{ source, name, outcome: kind },
      ...{ recipe_id: recipe_id ?? null, reason: reason ?? null },
    }),
  );
}
