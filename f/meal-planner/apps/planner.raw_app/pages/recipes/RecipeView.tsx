import { Button } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { safeUrl } from "../../format/safe_url.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { goTo, linkTo } from "../../shell/router.ts";
import { ErrorState } from "../../states/ErrorState.tsx";
import { LoadingState } from "../../states/LoadingState.tsx";
import { RECIPE, RECIPES } from "../../texts/recipes.ts";
import { slotName } from "../../texts/week.ts";
import { PoweredByFatsecret } from "../settings/PoweredByFatsecret.tsx";
import { IngredientList } from "./IngredientList.tsx";
import { LineFoods } from "./LineFoods.tsx";
import { Method } from "./Method.tsx";
import { NutritionLabel } from "./NutritionLabel.tsx";
import { RecipeActions } from "./RecipeActions.tsx";
import { Picture } from "./RecipeCard.tsx";
import { RateStars } from "./Stars.tsx";
import { useScreenOn } from "./use_screen_on.ts";

export type Recipe = Answer<"get_recipe">;

/** One recipe: to read, to cook by, and to see where its figures come from. */
export function RecipeView({ id }: { id: string }) {
  const recipe = useAnswer("get_recipe", { recipe_id: id });
  return (
    <>
      <p className="mp-no-print">
        <a className="mp-back" href={linkTo("recipes")}>
          <Icon name="left" size={16} /> {RECIPES.backToAll}
        </a>
      </p>
      {recipe.data ? (
        <Shown recipe={recipe.data} />
      ) : recipe.error ? (
        <ErrorState whole error={recipe.error} retry={() => void recipe.refetch()} />
      ) : (
        <LoadingState lines={8} />
      )}
    </>
  );
}

function Shown({ recipe }: { recipe: Recipe }) {
  const [cooking, setCooking] = useState(false);
  const usual = recipe.servings ?? recipe.nutrition?.servings ?? null;
  const [servings, setServings] = useState(usual);
  useScreenOn(cooking);
  return (
    <article className={cooking ? "mp-recipe mp-cooking" : "mp-recipe"}>
      {recipe.archived && <RestoreRecipe recipe={recipe} />}
      <Head recipe={recipe} cooking={cooking} onCook={() => setCooking(!cooking)} />
      <div className="mp-recipe-parts">
        <IngredientList recipe={recipe} servings={servings} usual={usual} onServings={setServings} />
        <Method steps={recipe.steps} cooking={cooking} />
      </div>
      {!cooking && recipe.nutrition && (
        <div className="mp-recipe-parts mp-no-print">
          <NutritionLabel recipe={recipe} nutrition={recipe.nutrition} />
          <LineFoods recipe={recipe} nutrition={recipe.nutrition} />
        </div>
      )}
      {!cooking && !recipe.nutrition && <p className="mp-muted">{RECIPES.notWorkedOut}</p>}
      {!cooking && recipe.origin === "fatsecret" && <PoweredByFatsecret />}
      {!cooking && <DeleteRecipe recipe={recipe} />}
    </article>
  );
}

function Head({ recipe, cooking, onCook }: { recipe: Recipe; cooking: boolean; onCook: () => void }) {
  const format = useFormat();
  const notice = useNotice();
  const rate = useChange("update_recipe", {
    refreshes: ["get_recipe", "list_recipes"],
    onDone: () => notice({ text: RECIPE.rated }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  const source = safeUrl(recipe.source_url);
  const minutes = (text: (value: string) => string, value: number | null) =>
    value ? [text(format.number(value))] : [];
  const facts = [
    ...(recipe.servings === null ? [] : [RECIPE.serves(format.number(recipe.servings))]),
    ...minutes(RECIPE.prep, recipe.prep_minutes),
    ...minutes(RECIPE.cook, recipe.cook_minutes),
    ...(recipe.keeps_days > 0 ? [RECIPE.keeps(recipe.keeps_days)] : []),
    ...recipe.suits.map(slotName),
    ...recipe.tags,
  ];
  return (
    <header className="mp-recipe-head">
      {!cooking && recipe.image_url && <Picture address={recipe.image_url} name={recipe.name} />}
      <div>
        <h1>{recipe.name}</h1>
        <p className="mp-muted">{[...new Set(facts)].join(" · ")}</p>
        {!cooking && recipe.description && <p className="mp-recipe-about">{recipe.description}</p>}
        <div className="mp-recipe-actions mp-no-print">
          <Button leftSection={<Icon name={cooking ? "check" : "pot"} size={18} />} onClick={onCook}>
            {cooking ? RECIPE.stopCooking : RECIPE.cookNow}
          </Button>
          {!cooking && (
            <RateStars
              label={RECIPE.rate}
              rating={rate.isPending ? (rate.variables.rating ?? null) : recipe.rating}
              onRate={(rating) =>
                rate.mutate({ recipe_id: recipe.recipe_id, version: recipe.version, rating })
              }
            />
          )}
          {!cooking && source && (
            <a className="mp-recipe-source" href={source} target="_blank" rel="noreferrer noopener">
              {RECIPE.source}: {new URL(source).host}
            </a>
          )}
          {!cooking && <RecipeActions recipe={recipe} />}
        </div>
        {cooking && <p className="mp-muted">{RECIPE.cookHint}</p>}
      </div>
    </header>
  );
}

function RestoreRecipe({ recipe }: { recipe: Recipe }) {
  const notice = useNotice();
  const restore = useChange("restore_recipe", {
    refreshes: ["get_recipe", "list_recipes"],
    onDone: () => notice({ text: RECIPE.restored(recipe.name) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  return (
    <div className="mp-card mp-recipe-archived mp-no-print">
      <p>{RECIPE.isArchived}</p>
      <Button loading={restore.isPending} onClick={() => restore.mutate({ recipe_id: recipe.recipe_id })}>
        {RECIPE.restore}
      </Button>
    </div>
  );
}

function DeleteRecipe({ recipe }: { recipe: Recipe }) {
  const notice = useNotice();
  const [sure, setSure] = useState(false);
  const remove = useChange("delete_recipe", {
    refreshes: ["list_recipes"],
    onDone: ({ archived }) => {
      notice({ text: archived ? RECIPE.archived(recipe.name) : RECIPE.deleted(recipe.name) });
      goTo("recipes");
    },
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  if (recipe.archived) return null;
  return (
    <div className="mp-recipe-delete mp-no-print">
      {sure ? (
        <>
          <span>{RECIPE.deleteSure}</span>
          <Button
            variant="default"
            className="mp-danger"
            loading={remove.isPending}
            onClick={() => remove.mutate({ recipe_id: recipe.recipe_id })}
          >
            {RECIPE.delete}
          </Button>
          <Button variant="subtle" onClick={() => setSure(false)}>
            {RECIPE.keep}
          </Button>
        </>
      ) : (
        <Button variant="subtle" className="mp-danger" onClick={() => setSure(true)}>
          {RECIPE.delete}
        </Button>
      )}
    </div>
  );
}
