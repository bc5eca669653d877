import React from "react";
import { useFormat } from "../../format/format.ts";
import { safePicture } from "../../format/safe_url.ts";
import { linkTo } from "../../shell/router.ts";
import { RECIPES } from "../../texts/recipes.ts";
import { slotName } from "../../texts/week.ts";
import type { RecipeSummary } from "./recipe_pages.ts";
import { Stars } from "./Stars.tsx";

/** A recipe at a glance; the whole card leads to it. */
export function RecipeCard({ recipe }: { recipe: RecipeSummary }) {
  const format = useFormat();
  const { recipe_id, name, minutes, suits, cuisine, rating, per_serving } = recipe;
  const facts = [
    ...(minutes === null ? [] : [RECIPES.minutes(format.number(minutes))]),
    ...(cuisine === null ? [] : [cuisine]),
    ...suits.map(slotName),
  ];
  return (
    <li className="mp-recipe-card">
      <a href={linkTo("recipes", recipe_id)}>
        <Picture address={recipe.image_url} name={name} />
        <div className="mp-recipe-card-text">
          <span className="mp-recipe-card-name mp-serif">{name}</span>
          <span className="mp-muted">{facts.join(" · ")}</span>
          <span className="mp-recipe-card-figures">
            {per_serving ? (
              <>
                <strong>{format.nutrient("energy_kcal", per_serving.energy_kcal)}</strong>
                <span className="mp-muted">
                  {format.nutrient("protein_g", per_serving.protein_g)}{" "}
                  {format.nutrientName("protein_g").toLowerCase()} {RECIPES.perServing}
                </span>
              </>
            ) : (
              <span className="mp-muted">{RECIPES.notWorkedOut}</span>
            )}
          </span>
          {rating !== null && <Stars rating={rating} />}
        </div>
      </a>
    </li>
  );
}

/** A recipe's picture; without one its first letter, so that cards keep their shape. */
export function Picture({ address, name }: { address: string | null; name: string }) {
  const picture = safePicture(address);
  const [broken, setBroken] = React.useState(false);
  return (
    <div className="mp-recipe-picture" aria-hidden="true">
      {picture && !broken ? (
        <img src={picture} alt="" loading="lazy" onError={() => setBroken(true)} />
      ) : (
        <span className="mp-serif">{[...name.trim()][0]?.toUpperCase()}</span>
      )}
    </div>
  );
}
