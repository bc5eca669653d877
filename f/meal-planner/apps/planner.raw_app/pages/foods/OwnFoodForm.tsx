import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useSettings } from "../../format/settings.tsx";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { OWN_FOOD } from "../../texts/foods.ts";
import { NUTRIENT_NAMES } from "../../texts/nutrients.ts";
import { SETTINGS } from "../../texts/settings.ts";
import { AISLE_NAMES } from "../../texts/shopping.ts";
import {
  draftOf,
  FIGURES,
  type FoodDraft,
  foodWanted,
  type OwnFood,
  problemsByField,
} from "./own_food_draft.ts";

const ENERGY = "energy_kcal";

/** A packaged food by its label. What can't be right of it is said at its field, by the script that keeps it. */
export function OwnFoodForm({
  food,
  name = "",
  onDone,
}: {
  /** The one to change; null for a new one. */
  food: OwnFood | null;
  name?: string;
  onDone: (saved: Answer<"set_food">) => void;
}) {
  const notice = useNotice();
  const { units } = useSettings();
  const [draft, setDraft] = useState(() => draftOf(food, name, units === "us" ? "us" : "eu"));
  const change = (part: Partial<FoodDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useChange("set_food", {
    refreshes: ["list_own_foods", "search_foods", "match_foods", "get_recipe", "list_recipes"],
    onDone: (saved) => {
      notice({ text: OWN_FOOD.saved(saved.name) });
      onDone(saved);
    },
  });
  const problems = problemsByField(save.error?.details);
  const shown = new Set<string>([
    "name",
    "aliases",
    "per_grams",
    "per_ml",
    ...FIGURES,
    "salt_g",
    "sodium_mg",
  ]);
  const elsewhere = save.error && !Object.keys(problems).some((path) => shown.has(path));
  const text = (field: "name" | "aliases" | "amount" | "portionUnit" | "portionGrams") => ({
    value: draft[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [field]: event.currentTarget.value }),
  });
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(foodWanted(draft, food));
      }}
    >
      {food === null && (
        <TextInput label={OWN_FOOD.name} required maxLength={120} error={problems.name} {...text("name")} />
      )}
      <div className="mp-form-pair">
        <TextInput
          label={OWN_FOOD.figuresFor}
          inputMode="decimal"
          required
          error={problems.per_grams ?? problems.per_ml}
          {...text("amount")}
        />
        <NativeSelect
          aria-label={OWN_FOOD.figuresFor}
          value={draft.basis}
          data={Object.entries(OWN_FOOD.bases).map(([value, label]) => ({ value, label }))}
          onChange={(event) => change({ basis: event.currentTarget.value as FoodDraft["basis"] })}
        />
      </div>
      <NativeSelect
        label={OWN_FOOD.label}
        value={draft.label}
        data={Object.entries(OWN_FOOD.labels).map(([value, label]) => ({ value, label }))}
        onChange={(event) => change({ label: event.currentTarget.value as FoodDraft["label"] })}
      />
      <LabelFigures draft={draft} problems={problems} onChange={change} />
      {(problems[ENERGY] || draft.asLabelled) && (
        <Checkbox
          size="md"
          className="mp-option"
          label={OWN_FOOD.asLabelled}
          checked={draft.asLabelled}
          onChange={(event) => change({ asLabelled: event.currentTarget.checked })}
        />
      )}
      <div className="mp-form-pair">
        <TextInput label={OWN_FOOD.portion} placeholder={OWN_FOOD.portionHint} {...text("portionUnit")} />
        <TextInput label={OWN_FOOD.portionGrams} inputMode="decimal" {...text("portionGrams")} />
      </div>
      <details>
        <summary>{OWN_FOOD.more}</summary>
        <div className="mp-import-form">
          <Contents draft={draft} onChange={change} />
          <TextInput
            label={OWN_FOOD.aliases}
            placeholder={OWN_FOOD.aliasesHint}
            error={problems.aliases}
            {...text("aliases")}
          />
        </div>
      </details>
      {elsewhere && (
        <p role="alert" className="mp-warning">
          {save.error?.message}
        </p>
      )}
      <Button type="submit" loading={save.isPending}>
        {OWN_FOOD.save}
      </Button>
    </form>
  );
}

type PartProps = { draft: FoodDraft; onChange: (part: Partial<FoodDraft>) => void };

function LabelFigures({ draft, problems, onChange }: PartProps & { problems: Record<string, string> }) {
  const salt = draft.label === "eu" ? ("salt_g" as const) : ("sodium_mg" as const);
  return (
    <fieldset className="mp-field mp-food-figures">
      <legend>{OWN_FOOD.figures}</legend>
      <p className="mp-muted mp-hint">{OWN_FOOD.figuresHint}</p>
      {[...FIGURES, salt].map((figure) => (
        <TextInput
          key={figure}
          label={OWN_FOOD.unit(
            figure === "salt_g" ? OWN_FOOD.salt : (NUTRIENT_NAMES[figure] ?? figure),
            figure.split("_").at(-1) ?? "",
          )}
          inputMode="decimal"
          value={draft.figures[figure] ?? ""}
          error={problems[figure]}
          onChange={(event) =>
            onChange({ figures: { ...draft.figures, [figure]: event.currentTarget.value } })
          }
        />
      ))}
    </fieldset>
  );
}

function Contents({ draft, onChange }: PartProps) {
  const { allergens, origins } = draft;
  const box = (name: string, label: string, chosen: readonly string[], set: (next: string[]) => void) => (
    <Checkbox
      key={name}
      size="md"
      className="mp-option"
      label={label}
      checked={chosen.includes(name)}
      onChange={(event) =>
        set(event.currentTarget.checked ? [...chosen, name] : chosen.filter((other) => other !== name))
      }
    />
  );
  return (
    <>
      <Checkbox
        size="md"
        className="mp-option"
        label={OWN_FOOD.allergensKnown}
        description={OWN_FOOD.allergensUnknown}
        checked={allergens !== null}
        onChange={(event) => onChange({ allergens: event.currentTarget.checked ? [] : null })}
      />
      {allergens !== null && (
        <fieldset className="mp-field mp-settings-allergens">
          <legend>{OWN_FOOD.allergensKnown}</legend>
          {Object.entries(SETTINGS.allergenNames).map(([name, label]) =>
            box(name, label, allergens, (next) => onChange({ allergens: next })),
          )}
        </fieldset>
      )}
      <fieldset className="mp-field mp-settings-allergens">
        <legend>{OWN_FOOD.origins}</legend>
        {Object.entries(OWN_FOOD.originNames).map(([name, label]) =>
          box(name, label, origins, (next) => onChange({ origins: next })),
        )}
      </fieldset>
      <p className="mp-muted mp-hint">{OWN_FOOD.originsHint}</p>
      <NativeSelect
        label={OWN_FOOD.aisle}
        value={draft.aisle}
        data={[
          { value: "", label: OWN_FOOD.noAisle },
          ...Object.entries(AISLE_NAMES).map(([value, label]) => ({ value, label })),
        ]}
        onChange={(event) => onChange({ aisle: event.currentTarget.value })}
      />
    </>
  );
}
