import { Button, Textarea, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { numberIn } from "../../format/number_in.ts";
import { useNotice } from "../../shell/notices.tsx";
import { goTo } from "../../shell/router.ts";
import { IMPORT } from "../../texts/recipes.ts";

const EMPTY = { name: "", servings: "2", ingredients: "", steps: "" };

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A recipe written by hand: lines as a cook writes them. */
export function WriteRecipe({ onDone }: { onDone: () => void }) {
  const notice = useNotice();
  const [draft, setDraft] = useState(EMPTY);
  const create = useChange("create_recipe", {
    refreshes: ["list_recipes"],
    onDone: ({ recipe_id }, { name }) => {
      notice({ text: IMPORT.created(name) });
      onDone();
      goTo("recipes", recipe_id);
    },
  });
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({
          name: draft.name,
          servings: numberIn(draft.servings),
          ingredients: linesOf(draft.ingredients),
          steps: linesOf(draft.steps),
        });
      }}
    >
      <TextInput label={IMPORT.name} required {...field("name")} />
      <TextInput label={IMPORT.servings} inputMode="decimal" required {...field("servings")} />
      <Textarea
        label={IMPORT.ingredients}
        placeholder={IMPORT.ingredientsHint}
        rows={7}
        required
        {...field("ingredients")}
      />
      <Textarea label={IMPORT.steps} rows={6} {...field("steps")} />
      {create.error && (
        <p role="alert" className="mp-warning">
          {create.error.message}
        </p>
      )}
      <Button type="submit" loading={create.isPending}>
        {IMPORT.save}
      </Button>
    </form>
  );
}
