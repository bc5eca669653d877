import { NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { bodyMeasures } from "../../format/body_measures.ts";
import { numberIn } from "../../format/number_in.ts";
import { useSettings } from "../../format/settings.tsx";
import type { Args } from "../../runnables/runnables.ts";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import type { Person } from "./GoalsPage.tsx";

const SEXES = ["female", "male"] as const;
const ACTIVITIES = ["sedentary", "light", "moderate", "active", "very_active"] as const;

type Body = Pick<Args<"set_person">, "sex" | "birth_year" | "height_cm" | "weight_kg" | "activity">;
type Texts = Record<keyof Body, string>;
type BodyInUse = { texts: Texts; set: (name: keyof Body, text: string) => void; values: Body };

/** A body as a form holds it, in the reader's units. What isn't touched is sent as it was, without being rounded. */
export function useBody(person: Person | null, usual: Partial<Texts> = {}): BodyInUse {
  const measures = bodyMeasures(useSettings().units);
  const shown = (value: number | null | undefined, of: (value: number) => number) =>
    value === null || value === undefined ? "" : String(of(value));
  const before: Texts = {
    sex: person?.sex ?? "",
    birth_year: shown(person?.birth_year, (year) => year),
    height_cm: shown(person?.height_cm, measures.heightShown),
    weight_kg: shown(person?.weight_kg, measures.weightShown),
    activity: person?.activity ?? "",
  };
  const [texts, setTexts] = useState({ ...before, ...(person?.sex ? {} : usual) });
  const number = (name: "birth_year" | "height_cm" | "weight_kg", of: (value: number) => number) => {
    if (texts[name].trim() === "") return null;
    return texts[name] === before[name] ? person?.[name] : of(numberIn(texts[name]));
  };
  return {
    texts,
    set: (name, text) => setTexts({ ...texts, [name]: text }),
    values: {
      sex: (texts.sex || null) as Body["sex"],
      activity: (texts.activity || null) as Body["activity"],
      birth_year: number("birth_year", (year) => year),
      height_cm: number("height_cm", measures.centimetres),
      weight_kg: number("weight_kg", measures.kilograms),
    },
  };
}

/** With `unsaid`, nothing of it needs to be said. */
export function BodyFields({ body, unsaid }: { body: BodyInUse; unsaid?: string }) {
  const { heightUnit, weightUnit } = bodyMeasures(useSettings().units);
  const required = unsaid === undefined;
  const none = required ? [] : [{ value: "", label: unsaid }];
  const field = (name: keyof Body) => ({
    required,
    value: body.texts[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      body.set(name, event.currentTarget.value),
  });
  return (
    <>
      <NativeSelect
        label={GOAL_EDITOR.sex}
        data={[...none, ...SEXES.map((value) => ({ value, label: GOAL_EDITOR.sexes[value] }))]}
        {...field("sex")}
      />
      <TextInput label={GOAL_EDITOR.birthYear} inputMode="numeric" {...field("birth_year")} />
      <TextInput label={GOAL_EDITOR.height(heightUnit)} inputMode="decimal" {...field("height_cm")} />
      <TextInput label={GOAL_EDITOR.weight(weightUnit)} inputMode="decimal" {...field("weight_kg")} />
      <NativeSelect
        label={GOAL_EDITOR.activity}
        data={[...none, ...ACTIVITIES.map((value) => ({ value, label: GOAL_EDITOR.activities[value] }))]}
        {...field("activity")}
      />
    </>
  );
}
