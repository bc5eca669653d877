import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { SETTINGS } from "../../texts/settings.ts";
import { BodyFields, useBody } from "../goals/BodyFields.tsx";
import { zoneOptions } from "./zone_options.ts";

type Person = Answer<"get_household">["people"][number];
type Allergen = keyof typeof SETTINGS.allergenNames;
type Diet = keyof typeof SETTINGS.diets;

const ALLERGENS = Object.keys(SETTINGS.allergenNames) as Allergen[];
const DIETS = Object.keys(SETTINGS.diets) as Diet[];

const foodsIn = (text: string) =>
  text
    .split(/[,;\n]/)
    .map((food) => food.trim())
    .filter((food) => food !== "");

/** A new person, or a known one: all that plans and proposals go by. A name stays, because it says who is meant. */
export function PersonForm({ person, onDone }: { person: Person | null; onDone: () => void }) {
  const notice = useNotice();
  const [name, setName] = useState(person?.name ?? "");
  const [diet, setDiet] = useState<Diet>(person?.diet ?? "omnivore");
  const [allergens, setAllergens] = useState(new Set(person?.allergens));
  const [excluded, setExcluded] = useState(person?.excluded_foods.join(", ") ?? "");
  const [disliked, setDisliked] = useState(person?.disliked_foods.join(", ") ?? "");
  const [zone, setZone] = useState(person?.time_zone ?? "");
  const body = useBody(person);
  const save = useChange("set_person", {
    refreshes: ["get_household", "get_plan", "propose_goals"],
    onDone: (saved) => {
      notice({ text: SETTINGS.savedPerson(saved.name) });
      onDone();
    },
  });
  const wanted = (): Args<"set_person"> => ({
    ...{ name: name.trim(), diet, ...body.values },
    allergens: ALLERGENS.filter((allergen) => allergens.has(allergen)),
    excluded_foods: foodsIn(excluded),
    disliked_foods: foodsIn(disliked),
    time_zone: zone || null,
    ...(person ? { portion_sizes: person.portion_sizes, version: person.version } : {}),
  });
  const toggle = (allergen: Allergen, on: boolean) => {
    const next = new Set(allergens);
    if (on) next.add(allergen);
    else next.delete(allergen);
    setAllergens(next);
  };
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(wanted());
      }}
    >
      {!person && (
        <TextInput
          label={SETTINGS.personName}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={SETTINGS.diet}
        value={diet}
        data={DIETS.map((value) => ({ value, label: SETTINGS.diets[value] }))}
        onChange={(event) => setDiet(event.currentTarget.value as Diet)}
      />
      <fieldset className="mp-field mp-settings-allergens">
        <legend>{SETTINGS.allergens}</legend>
        {ALLERGENS.map((allergen) => (
          <Checkbox
            key={allergen}
            size="md"
            className="mp-option"
            label={SETTINGS.allergenNames[allergen]}
            checked={allergens.has(allergen)}
            onChange={(event) => toggle(allergen, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      <TextInput
        label={SETTINGS.excluded}
        placeholder={SETTINGS.foodsHint}
        value={excluded}
        onChange={(event) => setExcluded(event.currentTarget.value)}
      />
      <TextInput
        label={SETTINGS.disliked}
        placeholder={SETTINGS.foodsHint}
        value={disliked}
        onChange={(event) => setDisliked(event.currentTarget.value)}
      />
      <NativeSelect
        label={SETTINGS.personZone}
        description={SETTINGS.personZoneHint}
        value={zone}
        data={[{ value: "", label: SETTINGS.householdZone }, ...zoneOptions(person?.time_zone)]}
        onChange={(event) => setZone(event.currentTarget.value)}
      />
      <details>
        <summary>{SETTINGS.body}</summary>
        <div className="mp-import-form">
          <BodyFields body={body} unsaid={SETTINGS.unsaid} />
        </div>
      </details>
      {save.error && (
        <p role="alert" className="mp-warning">
          {save.error.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {SETTINGS.save}
      </Button>
    </form>
  );
}
