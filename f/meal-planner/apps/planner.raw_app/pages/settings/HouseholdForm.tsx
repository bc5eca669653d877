import { Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useId, useMemo, useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { SETTINGS } from "../../texts/settings.ts";
import { zoneOptions } from "./zone_options.ts";

type Household = Answer<"get_household">;

export function HouseholdForm({ household }: { household: Household }) {
  const format = useFormat();
  const notice = useNotice();
  const title = useId();
  const { household_id } = household;
  const before = { name: household.name, time_zone: household.time_zone, currency: household.currency ?? "" };
  const [fields, setFields] = useState(before);
  const save = useChange("set_household", {
    refreshes: ["get_household", "get_plan", "list_plans"],
    onDone: () => notice({ text: SETTINGS.saved }),
  });
  const field = (name: keyof typeof fields) => ({
    value: fields[name],
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      setFields({ ...fields, [name]: event.currentTarget.value }),
  });
  const zones = useMemo(() => zoneOptions(before.time_zone), [before.time_zone]);
  const currencies = useMemo(() => currencyOptions(format.locale), [format.locale]);
  const { currency, ...named } = fields;
  return (
    <form
      className="mp-card mp-settings-form"
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ household_id, ...named, ...(currency ? { currency } : {}) });
      }}
    >
      <h2 id={title}>{SETTINGS.household}</h2>
      <TextInput label={SETTINGS.name} required maxLength={120} {...field("name")} />
      <NativeSelect
        label={SETTINGS.timeZone}
        description={SETTINGS.timeZoneHint}
        data={zones}
        {...field("time_zone")}
      />
      <NativeSelect
        label={SETTINGS.currency}
        description={SETTINGS.currencyHint}
        // Once there is one it can be another, but not none: prices were written in it.
        data={[...(before.currency ? [] : [{ value: "", label: SETTINGS.noCurrency }]), ...currencies]}
        {...field("currency")}
      />
      {save.error && (
        <p role="alert" className="mp-warning">
          {save.error.message}
        </p>
      )}
      <Button
        type="submit"
        loading={save.isPending}
        disabled={JSON.stringify(fields) === JSON.stringify(before)}
      >
        {SETTINGS.save}
      </Button>
    </form>
  );
}

/** By name, as the reader's language has them. */
function currencyOptions(locale: string | undefined): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale ? [locale] : [], { type: "currency" });
  return Intl.supportedValuesOf("currency")
    .map((code) => ({ value: code, label: `${names.of(code) ?? code} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}
