import { Button } from "@mantine/core";
import React from "react";
import { useChange } from "../../data/use_answer.ts";
import type { Args } from "../../runnables/runnables.ts";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import { BodyFields, useBody } from "./BodyFields.tsx";
import type { Person } from "./GoalsPage.tsx";

const USUAL = { sex: "female", activity: "light" };

/** What a proposal needs to know of a person. All else of the person stays as it is. */
export function BodyForm({ person }: { person: Person }) {
  const body = useBody(person, USUAL);
  const save = useChange("set_person", { refreshes: ["get_household", "propose_goals"] });
  const { name, diet, allergens, excluded_foods, disliked_foods, portion_sizes, version } = person;
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          ...{ name, diet, excluded_foods, disliked_foods, portion_sizes, version, ...body.values },
          allergens: allergens as NonNullable<Args<"set_person">["allergens"]>,
        });
      }}
    >
      <p className="mp-muted">{GOAL_EDITOR.body}</p>
      <BodyFields body={body} />
      {save.error && (
        <p role="alert" className="mp-warning">
          {save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {GOAL_EDITOR.saveBody}
      </Button>
    </form>
  );
}
