import { Checkbox } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { PUBLISHING } from "../../texts/shell.ts";

const CHOICES = ["tandoor_meal_plan", "tandoor_shopping", "fatsecret_saved_meals", "automatic"] as const;

/** Where the household's plans are shown besides here. */
export function PublishingSettings() {
  const notice = useNotice();
  const settings = useAnswer("get_publishing", {});
  const save = useChange("set_publishing", {
    refreshes: ["get_publishing"],
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  if (!settings.data) return null;
  const held = { ...settings.data, ...(save.isPending ? save.variables : {}) };
  return (
    <fieldset className="mp-field">
      <legend>{PUBLISHING.title}</legend>
      {CHOICES.map((choice) => (
        <Checkbox
          key={choice}
          size="md"
          className="mp-option"
          label={PUBLISHING[choice]}
          checked={Boolean(held[choice])}
          onChange={(event) => save.mutate({ [choice]: event.currentTarget.checked })}
        />
      ))}
    </fieldset>
  );
}
