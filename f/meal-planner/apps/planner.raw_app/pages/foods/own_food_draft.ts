import { numberIn } from "../../format/number_in.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";

export type OwnFood = Answer<"list_own_foods">["foods"][number];
type Wanted = Args<"set_food">;
export type LabelKind = NonNullable<Wanted["label"]>;

/** In a label's order. Salt or sodium comes last, by the kind of label. */
export const FIGURES = [
  ...(["energy_kcal", "fat_g", "saturated_fat_g", "carbohydrate_g", "sugars_g"] as const),
  ...(["fibre_g", "protein_g"] as const),
] as const;
type Figure = (typeof FIGURES)[number] | "salt_g" | "sodium_mg";

/** A label as the form holds it: texts, and what is known of a food's allergens and origins. */
export type FoodDraft = {
  name: string;
  aliases: string;
  basis: "g" | "ml";
  amount: string;
  label: LabelKind;
  figures: Partial<Record<Figure, string>>;
  portionUnit: string;
  portionGrams: string;
  /** Null where nobody has read them. */
  allergens: string[] | null;
  origins: string[];
  aisle: string;
  asLabelled: boolean;
};

/** A new label, or a known food's, whose figures are kept for 100 g with the carbohydrate's fibre in it, as in the US. */
export function draftOf(food: OwnFood | null, name: string, label: LabelKind): FoodDraft {
  const figures: FoodDraft["figures"] = {};
  for (const figure of [...FIGURES, "sodium_mg"] as const) {
    const amount = food?.per_100g[figure];
    if (amount !== null && amount !== undefined) figures[figure] = String(amount);
  }
  const [portion] = food?.portions ?? [];
  return {
    name: food?.name ?? name,
    aliases: food?.aliases.join(", ") ?? "",
    ...{ basis: "g", amount: "100", label: food ? "us" : label, figures },
    ...{ portionUnit: portion?.unit ?? "", portionGrams: portion ? String(portion.grams) : "" },
    ...{ allergens: food?.allergens ?? null, origins: [...(food?.origins ?? [])], aisle: food?.aisle ?? "" },
    asLabelled: false,
  };
}

/** What the form says, with all of a known food that it doesn't show. */
export function foodWanted(draft: FoodDraft, food: OwnFood | null): Wanted {
  const salt = draft.label === "eu" ? "salt_g" : "sodium_mg";
  const told = [...FIGURES, salt].map(
    (figure) => [figure, figureIn(draft.figures[figure as Figure])] as const,
  );
  const kept = Object.entries(food?.per_100g ?? {}).filter(([, amount]) => amount !== null);
  const { sodium_mg: sodium, ...others } = Object.fromEntries(kept) as Record<string, number>;
  const amount = numberIn(draft.amount);
  const grams = numberIn(draft.portionGrams);
  const portions = [
    ...(draft.portionUnit.trim() && grams > 0 ? [{ unit: draft.portionUnit.trim(), grams }] : []),
    ...(food?.portions.slice(1) ?? []),
  ];
  const hidden =
    draft.label === "us" || draft.figures.salt_g ? others : { ...others, sodium_mg: sodium ?? null };
  return {
    name: draft.name.trim(),
    // What the form doesn't show is for 100 g, and stays only where the label is for as much.
    nutrients: { ...(isPer100g(draft) ? hidden : {}), ...Object.fromEntries(told) },
    ...(draft.basis === "ml" ? { per_ml: amount } : { per_grams: amount }),
    density_g_per_ml: food?.density_g_per_ml ?? null,
    label: draft.label,
    portions,
    aliases: listed(draft.aliases),
    allergens: draft.allergens as Wanted["allergens"],
    origins: (draft.origins.length > 0 ? draft.origins : null) as Wanted["origins"],
    aisle: (draft.aisle || null) as Wanted["aisle"],
    as_labelled: draft.asLabelled,
  };
}

function isPer100g({ basis, amount }: FoodDraft): boolean {
  return basis === "g" && numberIn(amount) === 100;
}

function figureIn(text: string | undefined): number | null {
  return text === undefined || text.trim() === "" ? null : numberIn(text);
}

function listed(text: string): string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

/** What the script says is wrong, by the form's field; what belongs to none of them is under "". */
export function problemsByField(details: unknown): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const problem of Array.isArray(details) ? details : []) {
    const path = String(problem?.path ?? "").replace(/^nutrients\./, "");
    problems[path] ??= String(problem?.message ?? "");
  }
  return problems;
}
