import React, { useState } from "react";
import { MoreActions } from "../../shell/Action.tsx";
import { EXPORT, RECIPE, RECIPE_FORM } from "../../texts/recipes.ts";
import { EditRecipe } from "./EditRecipe.tsx";
import type { Recipe } from "./RecipeView.tsx";
import { useExport } from "./use_export.ts";

// The sheet must be gone before the paper is laid out.
const PRINT_AFTER_MS = 400;

/** What is done with a recipe now and then. */
export function RecipeActions({ recipe }: { recipe: Recipe }) {
  const save = useExport(recipe.name);
  const [editing, setEditing] = useState(false);
  // Each opening begins with the recipe as it is by then.
  const [edits, setEdits] = useState(0);
  return (
    <>
      <MoreActions
        label={RECIPE.more}
        actions={[
          ...(recipe.archived
            ? []
            : [
                {
                  icon: "edit" as const,
                  text: RECIPE_FORM.edit,
                  onClick: () => {
                    setEdits(edits + 1);
                    setEditing(true);
                  },
                },
              ]),
          {
            icon: "print",
            text: RECIPE.print,
            onClick: () => setTimeout(() => window.print(), PRINT_AFTER_MS),
          },
          { icon: "save", text: EXPORT.json, onClick: () => save("json", [recipe.recipe_id]) },
          { icon: "save", text: EXPORT.markdown, onClick: () => save("markdown", [recipe.recipe_id]) },
        ]}
      />
      <EditRecipe key={edits} recipe={recipe} opened={editing} onClose={() => setEditing(false)} />
    </>
  );
}
