import React from "react";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { goTo } from "../../shell/router.ts";
import { IMPORT } from "../../texts/recipes.ts";
import { RecipeForm } from "./RecipeForm.tsx";
import { EMPTY_DRAFT, type RecipeDraft, recipeOf } from "./recipe_draft.ts";

/** A recipe written by hand. Its draft is the sheet's: one that is closed by mistake loses nothing. */
export function WriteRecipe({
  draft,
  onChange,
  onDone,
}: {
  draft: RecipeDraft;
  onChange: (draft: RecipeDraft) => void;
  onDone: () => void;
}) {
  const notice = useNotice();
  const create = useChange("create_recipe", {
    refreshes: ["list_recipes"],
    onDone: ({ recipe_id }, { name }) => {
      notice({ text: IMPORT.created(name) });
      onChange(EMPTY_DRAFT);
      onDone();
      goTo("recipes", recipe_id);
    },
  });
  return (
    <RecipeForm
      draft={draft}
      onChange={onChange}
      onSave={() => create.mutate(recipeOf(draft))}
      saving={create.isPending}
      error={create.error}
    />
  );
}
