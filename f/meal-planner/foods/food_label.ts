import type { InputProblem } from "../database/errors.ts";
import { energyFromMacros, mapNutrients, type Nutrients } from "./nutrients.ts";

/** What a label may say beside the nutrients: kilojoules for the energy, salt for the sodium. */
export type LabelFigures = Nutrients & { energy_kj: number | null; salt_g: number | null };

/** `eu` counts fibre beside the carbohydrate (Regulation 1169/2011), `us` within it. */
export type LabelKind = "eu" | "us";

const KJ_PER_KCAL = 4.184;
/** Salt is sodium × 2.5 on a label (Regulation 1169/2011, Annex I). */
const MG_SODIUM_PER_G_SALT = 400;
/** Pure fat has 900 kcal by the label's factors; a little more is rounding. */
const MOST_KCAL = 905;
/** Labels round, and their figures may be off by more than any of our tables'. */
const SLACK_G = 1;
const ENERGY_SLACK = { share: 0.2, kcal: 20 };

/** A label's figures for 100 g in the terms of our records: kilocalories, sodium, and carbohydrate with its fibre. Pure. */
export function figuresOfLabel(figures: LabelFigures, grams: number, kind: LabelKind): Nutrients {
  const per100 = (amount: number | null) => (amount === null ? null : round((amount * 100) / grams));
  return mapNutrients((nutrient) => {
    const said = figures[nutrient];
    if (nutrient === "energy_kcal" && said === null) {
      return per100(figures.energy_kj === null ? null : figures.energy_kj / KJ_PER_KCAL);
    }
    if (nutrient === "sodium_mg" && said === null) {
      return per100(figures.salt_g === null ? null : figures.salt_g * MG_SODIUM_PER_G_SALT);
    }
    if (nutrient === "carbohydrate_g" && kind === "eu" && said !== null) {
      return per100(said + (figures.fibre_g ?? 0));
    }
    return per100(said);
  });
}

/** What a label can't say of a food, by field; nothing where it may be right. Pure. */
export function labelProblems(
  figures: LabelFigures,
  per100g: Nutrients,
  kind: LabelKind,
  trusted: boolean,
): InputProblem[] {
  const problems: InputProblem[] = [];
  const problem = (path: string, message: string) => problems.push({ path: `nutrients.${path}`, message });
  const { energy_kcal: kcal, protein_g, fat_g, carbohydrate_g, fibre_g } = per100g;
  for (const name of ["protein_g", "fat_g", "carbohydrate_g"] as const) {
    const grams = per100g[name];
    if (grams !== null && grams > 100 + SLACK_G) {
      problem(name, `${shown(grams)} g in 100 g can't be. Is the amount right that the figures are for?`);
    }
  }
  const macros = (protein_g ?? 0) + (fat_g ?? 0) + (carbohydrate_g ?? 0);
  if (problems.length === 0 && macros > 100 + 2 * SLACK_G) {
    problem(
      "carbohydrate_g",
      `Protein, fat and carbohydrate make ${shown(macros)} g of 100 g. Read them again.`,
    );
  }
  const carbohydrate = kind === "eu" ? (carbohydrate_g ?? 0) - (fibre_g ?? 0) : carbohydrate_g;
  const parts = [
    ["saturated_fat_g", "fat_g", fat_g],
    ["sugars_g", "carbohydrate_g", carbohydrate_g === null ? null : carbohydrate],
    ["fibre_g", "carbohydrate_g", kind === "us" ? carbohydrate_g : null],
  ] as const;
  for (const [part, whole, amount] of parts) {
    const inner = per100g[part];
    if (inner !== null && amount !== null && inner > amount + SLACK_G) {
      problem(part, `More than the ${whole} that it is part of (${shown(inner)} g of ${shown(amount)} g).`);
    }
  }
  const kj =
    figures.energy_kj === null || figures.energy_kcal === null ? null : figures.energy_kj / KJ_PER_KCAL;
  if (kj !== null && Math.abs(kj - (figures.energy_kcal ?? 0)) > Math.max(5, kj * 0.05)) {
    problem(
      "energy_kj",
      `Is ${shown(kj)} kcal, and energy_kcal says ${figures.energy_kcal}. Give one of them.`,
    );
  }
  const field = figures.energy_kcal === null ? "energy_kj" : "energy_kcal";
  if (kcal !== null && kcal > MOST_KCAL) {
    problem(
      field,
      `${shown(kcal)} kcal in 100 g is more than pure fat has. Is it kilojoules, or for another amount?`,
    );
  }
  const reckoned = energyFromMacros(per100g);
  if (!trusted && problems.length === 0 && kcal !== null && reckoned !== null) {
    const slack = Math.max(ENERGY_SLACK.kcal, reckoned * ENERGY_SLACK.share);
    if (Math.abs(kcal - reckoned) > slack) {
      problem(
        field,
        `Protein, fat and carbohydrate give ${shown(reckoned)} kcal in 100 g, and the label says ${shown(kcal)}. Read it again; where it does say so (alcohol, sweeteners), pass as_labelled: true.`,
      );
    }
  }
  return problems;
}

const round = (number: number) => Math.round(number * 1000) / 1000;
const shown = (number: number) => Math.round(number * 10) / 10;
