import React, { useId } from "react";
import { useFormat } from "../../format/format.ts";
import { LABEL } from "../../texts/recipes.ts";
import type { Recipe } from "./RecipeView.tsx";

export type Nutrition = NonNullable<Recipe["nutrition"]>;

/** In the order of a label; `part` is part of the one before it. */
const MAIN = [
  { nutrient: "energy_kcal" },
  { nutrient: "fat_g" },
  { nutrient: "saturated_fat_g", part: true },
  { nutrient: "carbohydrate_g" },
  { nutrient: "sugars_g", part: true },
  { nutrient: "fibre_g" },
  { nutrient: "protein_g" },
  { nutrient: "sodium_mg" },
] as const;

const MICRO = [
  "calcium_mg",
  "iron_mg",
  "potassium_mg",
  "vitamin_a_ug",
  "vitamin_c_mg",
  "vitamin_d_ug",
  "vitamin_b12_ug",
  "cholesterol_mg",
] as const;

/** What a serving gives, how much of the recipe that knows, and what speaks against it. */
export function NutritionLabel({
  recipe,
  nutrition,
}: {
  recipe: Pick<Recipe, "servings">;
  nutrition: Nutrition;
}) {
  const format = useFormat();
  const title = useId();
  const { per_serving, coverage_by_mass, coverage_by_energy, unknown_lines, allergens, energy_check } =
    nutrition;
  const whole = coverage_by_mass >= 0.9995 && unknown_lines.length === 0;
  return (
    <section className="mp-card mp-label" aria-labelledby={title}>
      <h2 id={title}>{LABEL.title}</h2>
      <dl>
        {MAIN.map(({ nutrient, ...kind }) => (
          <div key={nutrient} className={"part" in kind ? "mp-label-part" : undefined}>
            <dt>
              {"part" in kind
                ? `${LABEL.ofWhich} ${format.nutrientName(nutrient).toLowerCase()}`
                : format.nutrientName(nutrient)}
            </dt>
            <dd>{format.nutrient(nutrient, per_serving[nutrient])}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{LABEL.more}</summary>
        <dl>
          {MICRO.map((nutrient) => (
            <div key={nutrient}>
              <dt>{format.nutrientName(nutrient)}</dt>
              <dd>{format.nutrient(nutrient, per_serving[nutrient])}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="mp-label-note">
        {whole
          ? LABEL.allKnown
          : LABEL.known(format.percent(coverage_by_mass), format.percent(coverage_by_energy))}
      </p>
      {unknown_lines.length > 0 && (
        <p className="mp-label-note mp-warning">
          {LABEL.unknownLines} {unknown_lines.join("; ")}
        </p>
      )}
      {energy_check?.differs && <p className="mp-label-note mp-warning">{LABEL.differs}</p>}
      {recipe.servings === null && (
        <p className="mp-label-note">{LABEL.servingsGuessed(format.number(nutrition.servings))}</p>
      )}
      {allergens.length > 0 && (
        <p className="mp-label-note">
          {LABEL.allergens}: {allergens.join(", ")}
        </p>
      )}
    </section>
  );
}
