import { ActionIcon } from "@mantine/core";
import React, { useId } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { RECIPE } from "../../texts/recipes.ts";
import type { Recipe } from "./RecipeView.tsx";

const MOST = 100;

/** The ingredients for as many servings as are wanted. */
export function IngredientList({
  recipe,
  servings,
  usual,
  onServings,
}: {
  recipe: Recipe;
  servings: number | null;
  usual: number | null;
  onServings: (servings: number) => void;
}) {
  const format = useFormat();
  const title = useId();
  const scaling = servings !== null && servings !== usual;
  const scaled = useAnswer(
    "scale_recipe",
    { recipe_id: recipe.recipe_id, servings: servings ?? 1 },
    { enabled: scaling, keepPrevious: true, staleTime: 60_000 },
  );
  const lines = scaling && scaled.data ? scaled.data.ingredients : recipe.ingredients;
  return (
    <section className="mp-card mp-ingredients" aria-labelledby={title}>
      <div className="mp-ingredients-head">
        <h2 id={title}>{RECIPE.ingredients}</h2>
        {servings === null ? (
          <span className="mp-muted">{RECIPE.servesUnknown}</span>
        ) : (
          <div className="mp-servings">
            <ActionIcon
              className="mp-no-print"
              variant="default"
              aria-label={RECIPE.fewer}
              disabled={servings <= 1}
              onClick={() => onServings(Math.max(1, Math.ceil(servings) - 1))}
            >
              <span aria-hidden="true">−</span>
            </ActionIcon>
            <output aria-live="polite">{RECIPE.serves(format.portions(servings))}</output>
            <ActionIcon
              className="mp-no-print"
              variant="default"
              aria-label={RECIPE.moreServings}
              disabled={servings >= MOST}
              onClick={() => onServings(Math.min(MOST, Math.floor(servings) + 1))}
            >
              <Icon name="plus" size={16} />
            </ActionIcon>
          </div>
        )}
      </div>
      {scaled.error && scaling && <p role="alert">{scaled.error.message}</p>}
      <ul>
        {inPlace(lines).map(({ text, place }) => (
          <li key={place}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** A recipe may have a line twice, and lines keep their places. */
const inPlace = (lines: readonly { original: string; text?: string }[]) =>
  lines.map(({ original, text }, place) => ({ text: text ?? original, place }));
