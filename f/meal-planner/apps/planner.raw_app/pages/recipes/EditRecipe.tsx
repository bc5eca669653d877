import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { RECIPE_FORM } from "../../texts/recipes.ts";
import { RecipeForm } from "./RecipeForm.tsx";
import type { Recipe } from "./RecipeView.tsx";
import { draftOf, recipeOf } from "./recipe_draft.ts";

/** All that is written of a recipe. Whoever saves over somebody else's change is told, and nothing is overwritten. */
export function EditRecipe({
  recipe,
  opened,
  onClose,
}: {
  recipe: Recipe;
  opened: boolean;
  onClose: () => void;
}) {
  const notice = useNotice();
  const [version] = useState(recipe.version);
  const [draft, setDraft] = useState(() => draftOf(recipe));
  // The event does it too, a moment later; whoever changed a line wants to see it now.
  const recalculate = useChange("calculate_nutrition", { refreshes: ["get_recipe", "list_recipes"] });
  const save = useChange("update_recipe", {
    refreshes: ["get_recipe", "list_recipes"],
    onDone: ({ recipe_id, changed }) => {
      notice({ text: RECIPE_FORM.saved });
      if (changed.some((field) => field === "ingredients" || field === "servings")) {
        recalculate.mutate({ recipe_id });
      }
      onClose();
    },
  });
  return (
    <Sheet title={RECIPE_FORM.title} opened={opened} onClose={onClose}>
      <RecipeForm
        whole
        draft={draft}
        onChange={setDraft}
        onSave={() => save.mutate({ recipe_id: recipe.recipe_id, version, ...recipeOf(draft) })}
        saving={save.isPending}
        error={save.error}
      />
    </Sheet>
  );
}
