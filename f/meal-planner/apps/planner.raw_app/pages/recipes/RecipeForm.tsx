import { Button, Checkbox, Textarea, TextInput } from "@mantine/core";
import React from "react";
import type { ApiError } from "../../api.ts";
import { IMPORT, RECIPE_FORM } from "../../texts/recipes.ts";
import { slotName } from "../../texts/week.ts";
import { MEALS, type RecipeDraft } from "./recipe_draft.ts";

/** A recipe as a cook writes it: lines, and what else is known of it. */
export function RecipeForm({
  draft,
  onChange,
  onSave,
  saving,
  error,
  whole = false,
}: {
  draft: RecipeDraft;
  onChange: (draft: RecipeDraft) => void;
  onSave: () => void;
  saving: boolean;
  error: ApiError | null;
  /** Whether all its fields are open from the start. */
  whole?: boolean;
}) {
  const field = (name: Exclude<keyof RecipeDraft, "suits">) => ({
    value: draft[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <TextInput label={IMPORT.name} required maxLength={200} {...field("name")} />
      <TextInput label={IMPORT.servings} inputMode="decimal" required {...field("servings")} />
      <Textarea
        label={IMPORT.ingredients}
        placeholder={IMPORT.ingredientsHint}
        rows={8}
        required
        {...field("ingredients")}
      />
      <Textarea label={IMPORT.steps} rows={8} {...field("steps")} />
      <details open={whole}>
        <summary>{RECIPE_FORM.more}</summary>
        <div className="mp-import-form">
          <div className="mp-form-pair">
            <TextInput label={RECIPE_FORM.prep} inputMode="numeric" {...field("prep")} />
            <TextInput label={RECIPE_FORM.cook} inputMode="numeric" {...field("cook")} />
            <TextInput label={RECIPE_FORM.keeps} inputMode="numeric" {...field("keeps")} />
            <TextInput label={RECIPE_FORM.cuisine} maxLength={60} {...field("cuisine")} />
          </div>
          <fieldset className="mp-field mp-form-pair">
            <legend>{RECIPE_FORM.suits}</legend>
            {MEALS.map((meal) => (
              <Checkbox
                key={meal}
                size="md"
                className="mp-option"
                label={slotName(meal)}
                checked={draft.suits.includes(meal)}
                onChange={(event) =>
                  onChange({
                    ...draft,
                    suits: event.currentTarget.checked
                      ? [...draft.suits, meal]
                      : draft.suits.filter((other) => other !== meal),
                  })
                }
              />
            ))}
          </fieldset>
          <TextInput label={RECIPE_FORM.tags} placeholder={RECIPE_FORM.tagsHint} {...field("tags")} />
          <Textarea label={RECIPE_FORM.description} rows={3} {...field("description")} />
          <TextInput label={RECIPE_FORM.picture} type="url" inputMode="url" {...field("picture")} />
          <TextInput label={RECIPE_FORM.source} type="url" inputMode="url" {...field("source")} />
        </div>
      </details>
      {error && (
        <p role="alert" className="mp-warning">
          {error.message}
        </p>
      )}
      <Button type="submit" loading={saving}>
        {IMPORT.save}
      </Button>
    </form>
  );
}
