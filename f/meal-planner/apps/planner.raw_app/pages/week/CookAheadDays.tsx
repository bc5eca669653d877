import { Checkbox } from "@mantine/core";
import React from "react";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { WISHES } from "../../texts/week.ts";

type Weekday = NonNullable<Answer<"planning_wishes">["cook_ahead_on"]>[number];

/** Each with a date that is one, for its name in the reader's language. */
const WEEKDAYS: readonly { id: Weekday; date: string }[] = [
  { id: "monday", date: "2026-03-02" },
  { id: "tuesday", date: "2026-03-03" },
  { id: "wednesday", date: "2026-03-04" },
  { id: "thursday", date: "2026-03-05" },
  { id: "friday", date: "2026-03-06" },
  { id: "saturday", date: "2026-03-07" },
  { id: "sunday", date: "2026-03-08" },
];

/** The days on which they cook for later; null where any is one. */
export function CookAheadDays({
  kept,
  onChange,
}: {
  kept: readonly Weekday[] | null;
  onChange: (days: Weekday[] | null) => void;
}) {
  const format = useFormat();
  const chosen = kept ?? WEEKDAYS.map(({ id }) => id);
  const turn = (day: Weekday, on: boolean) => {
    const days = WEEKDAYS.map(({ id }) => id).filter((id) => (id === day ? on : chosen.includes(id)));
    onChange(days.length === WEEKDAYS.length ? null : days);
  };
  return (
    <fieldset className="mp-cook-days">
      <legend>{WISHES.cookAhead}</legend>
      {WEEKDAYS.map(({ id, date }) => (
        <Checkbox
          key={id}
          size="md"
          className="mp-option"
          label={format.weekday(date)}
          checked={chosen.includes(id)}
          onChange={({ currentTarget }) => turn(id, currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
