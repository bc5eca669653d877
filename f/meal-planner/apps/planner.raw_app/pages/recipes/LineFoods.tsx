import { Button } from "@mantine/core";
import React, { useId, useState } from "react";
import { useFormat } from "../../format/format.ts";
import { RECIPE } from "../../texts/recipes.ts";
import { FoodSheet } from "./FoodSheet.tsx";
import type { Nutrition } from "./NutritionLabel.tsx";
import type { Recipe } from "./RecipeView.tsx";

/** Each line with the food that it was taken for and its weight, and a way to correct it. */
export function LineFoods({ recipe, nutrition }: { recipe: Recipe; nutrition: Nutrition }) {
  const format = useFormat();
  const title = useId();
  const [correcting, setCorrecting] = useState<string | null>(null);
  return (
    <section className="mp-card mp-food-lines" aria-labelledby={title}>
      <h2 id={title}>{RECIPE.lines}</h2>
      <p className="mp-muted mp-hint">{RECIPE.linesHint}</p>
      <ul>
        {nutrition.lines
          .map((line, place) => ({ ...line, place }))
          .map(({ place, original, food, grams, grams_from, reason, share_of_energy }) => (
            <li key={place} className={food === null ? "mp-line-unknown" : undefined}>
              <div>
                <span className="mp-line-text">{original}</span>
                <span className="mp-line-food" title={reason}>
                  {food ?? RECIPE.noFood}
                  {food !== null && (
                    <span className="mp-muted">
                      {" · "}
                      {grams === null ? RECIPE.noGrams : `${format.mass(grams)} (${grams_from})`}
                      {share_of_energy ? ` · ${RECIPE.shareOfEnergy(format.percent(share_of_energy))}` : ""}
                    </span>
                  )}
                </span>
                {food === null && <span className="mp-muted">{reason}</span>}
              </div>
              <Button
                variant="subtle"
                aria-label={RECIPE.correctLine(original)}
                onClick={() => setCorrecting(original)}
              >
                {RECIPE.correct}
              </Button>
            </li>
          ))}
      </ul>
      <FoodSheet recipe={recipe} line={correcting} onClose={() => setCorrecting(null)} />
    </section>
  );
}
