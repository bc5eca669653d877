import { SegmentedControl } from "@mantine/core";
import React from "react";
import { WEEK } from "../../texts/week.ts";
import type { Plan, Shown } from "./plan_of_week.ts";

/** Whose portions and figures are shown. One person needs no choice. */
export function ShownPeople({
  people,
  shown,
  onShow,
}: {
  people: Plan["balance"];
  shown: Shown;
  onShow: (shown: Shown) => void;
}) {
  if (people.length < 2) return null;
  return (
    <SegmentedControl
      className="mp-shown mp-no-print"
      aria-label={WEEK.showFor}
      size="md"
      value={shown}
      onChange={onShow}
      data={[
        { value: "all", label: WEEK.everyone },
        ...people.map(({ person_id, name }) => ({ value: person_id, label: name })),
      ]}
    />
  );
}
