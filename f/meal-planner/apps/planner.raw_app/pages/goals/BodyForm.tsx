import { Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { numberIn } from "../../format/number_in.ts";
import type { Args } from "../../runnables/runnables.ts";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import type { Person } from "./GoalsPage.tsx";

const SEXES = ["female", "male"] as const;
const ACTIVITIES = ["sedentary", "light", "moderate", "active", "very_active"] as const;

/** What a proposal needs to know of a person. All else of the person stays as it is. */
export function BodyForm({ person }: { person: Person }) {
  const [body, setBody] = useState({
    sex: person.sex ?? "female",
    birth_year: String(person.birth_year ?? ""),
    height_cm: String(person.height_cm ?? ""),
    weight_kg: String(person.weight_kg ?? ""),
    activity: person.activity ?? "light",
  });
  const save = useChange("set_person", { refreshes: ["get_household", "propose_goals"] });
  const field = (name: keyof typeof body) => ({
    value: body[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setBody({ ...body, [name]: event.currentTarget.value }),
  });
  const { name, diet, allergens, excluded_foods, disliked_foods, portion_sizes, version } = person;
  const send = () =>
    save.mutate({
      ...{ name, diet, excluded_foods, disliked_foods, portion_sizes, version },
      allergens: allergens as NonNullable<Args<"set_person">["allergens"]>,
      sex: body.sex as (typeof SEXES)[number],
      activity: body.activity as (typeof ACTIVITIES)[number],
      birth_year: numberIn(body.birth_year),
      height_cm: numberIn(body.height_cm),
      weight_kg: numberIn(body.weight_kg),
    });
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className="mp-muted">{GOAL_EDITOR.body}</p>
      <NativeSelect
        label={GOAL_EDITOR.sex}
        data={SEXES.map((value) => ({ value, label: GOAL_EDITOR.sexes[value] }))}
        {...field("sex")}
      />
      <TextInput label={GOAL_EDITOR.birthYear} inputMode="numeric" required {...field("birth_year")} />
      <TextInput label={GOAL_EDITOR.height} inputMode="decimal" required {...field("height_cm")} />
      <TextInput label={GOAL_EDITOR.weight} inputMode="decimal" required {...field("weight_kg")} />
      <NativeSelect
        label={GOAL_EDITOR.activity}
        data={ACTIVITIES.map((value) => ({ value, label: GOAL_EDITOR.activities[value] }))}
        {...field("activity")}
      />
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
