import { Button } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { TASTES } from "../../texts/week.ts";

const SAID = ["liked", "disliked"] as const;

/** What the household says of a recipe; pressed again, it is taken back. */
export function RecipeTaste({ recipeId }: { recipeId: string }) {
  const notify = useNotice();
  const known = useAnswer("preferences", {});
  const say = useChange("state_preference", {
    refreshes: ["preferences"],
    onDone: ({ says }) => notify({ text: TASTES.said[says] }),
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  const kept = known.data?.preferences.find((taste) => taste.subject === recipeId)?.stated ?? null;
  const now = say.isPending ? say.variables.says : kept;
  return (
    <fieldset className="mp-say" aria-label={TASTES.say}>
      {SAID.map((says) => (
        <Button
          key={says}
          size="md"
          variant={now === says ? "filled" : "default"}
          aria-pressed={now === says}
          onClick={() => say.mutate({ recipe_id: recipeId, says: now === says ? "nothing" : says })}
        >
          {TASTES.saying[says]}
        </Button>
      ))}
    </fieldset>
  );
}
