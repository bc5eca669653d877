import { Button } from "@mantine/core";
import React from "react";
import type { ApiError } from "../../api.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { IMPORT, RECIPE, RECIPES } from "../../texts/recipes.ts";

type Preview = Answer<"preview_import">;

/** What an import would bring, before it does. */
export function ImportPreview({
  preview,
  error,
  importing,
  onImport,
  onBack,
}: {
  preview: Preview;
  error: ApiError | null;
  importing: boolean;
  onImport: () => void;
  onBack: () => void;
}) {
  const format = useFormat();
  const good = preview.recipes.filter((recipe) => !("problem" in recipe) && recipe.would_be !== "archived");
  return (
    <div className="mp-preview">
      <h3>{IMPORT.preview}</h3>
      <ul>
        {preview.recipes
          .map((recipe, place) => ({ recipe, place }))
          .map(({ recipe, place }) => (
            <li key={place} className="mp-card">
              <span className="mp-serif">{recipe.name}</span>
              {"problem" in recipe ? (
                <span className="mp-warning">
                  {IMPORT.refused}: {recipe.problem}
                </span>
              ) : (
                <Shown recipe={recipe} open={preview.recipes.length === 1} />
              )}
            </li>
          ))}
      </ul>
      {preview.more > 0 && <p className="mp-muted">{IMPORT.more(format.number(preview.more))}</p>}
      {error && (
        <p role="alert" className="mp-warning">
          {error.message}
        </p>
      )}
      <div className="mp-preview-actions">
        <Button variant="default" onClick={onBack}>
          {IMPORT.back}
        </Button>
        <Button onClick={onImport} loading={importing} disabled={good.length === 0}>
          {IMPORT.import(good.length + preview.more)}
        </Button>
      </div>
    </div>
  );
}

function Shown({
  recipe,
  open,
}: {
  recipe: Exclude<Preview["recipes"][number], { problem: string }>;
  open: boolean;
}) {
  const format = useFormat();
  const { servings, nutrition, would_be } = recipe;
  const unknown = nutrition.lines.filter((line) => line.food_id === null);
  return (
    <>
      <span className="mp-muted">
        {IMPORT.wouldBe[would_be]} ·{" "}
        {servings === null ? RECIPE.servesUnknown : RECIPE.serves(format.number(servings))}
      </span>
      <span>
        {format.nutrient("energy_kcal", nutrition.per_serving.energy_kcal)} {RECIPES.perServing},{" "}
        {RECIPES.coverage(format.percent(nutrition.coverage_by_mass))}
      </span>
      <details open={open}>
        <summary>{IMPORT.unknownLines(unknown.length)}</summary>
        <ul className="mp-preview-lines">
          {nutrition.lines
            .map((line, place) => ({ ...line, place }))
            .map(({ place, original, food, grams }) => (
              <li key={place}>
                {original}{" "}
                <span className={food === null ? "mp-warning" : "mp-muted"}>
                  {food === null
                    ? RECIPE.noFood
                    : `→ ${food}${grams === null ? "" : `, ${format.mass(grams)}`}`}
                </span>
              </li>
            ))}
        </ul>
      </details>
    </>
  );
}
