import { Button } from "@mantine/core";
import React, { useEffect, useState } from "react";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { MEAL, slotName } from "../../texts/week.ts";
import { AgainChoices } from "./AgainChoices.tsx";
import type { ChangePlan } from "./change_plan.ts";
import { MealActions } from "./MealActions.tsx";
import { MoveChoices } from "./MoveChoices.tsx";
import { PortionsEditor } from "./PortionsEditor.tsx";
import { type Cell, cellsOf, type Meal, type Place, type Plan, placeKey } from "./plan_of_week.ts";
import { AddChoices, SwapChoices } from "./RecipeChoices.tsx";
import { WhyMeal } from "./WhyMeal.tsx";

export type People = Answer<"get_household">["people"];
export type MealView = "actions" | "swap" | "move" | "again" | "portions" | "why";

type Props = {
  plan: Plan;
  people: People;
  today: string;
  /** The place that is looked at, or none. */
  place: Place | null;
  onClose: () => void;
  change: ChangePlan;
};

/** What can be done with a meal, or with an empty place. */
export function MealSheet({ plan, people, today, place, onClose, change }: Props) {
  const format = useFormat();
  const [view, setView] = useState<MealView>("actions");
  // What it shows stays while it slides out.
  const [last, setLast] = useState(place);
  useEffect(() => {
    if (!place) return;
    setLast(place);
    setView("actions");
  }, [place]);
  const cell = last && cellsOf(plan, last.date).find((other) => other.position === last.position);
  if (!cell) return null;
  const day = format.weekday(cell.date);
  return (
    <Sheet opened={place !== null} onClose={onClose} title={titleOf(cell, view, day)}>
      {view !== "actions" && (
        <Button
          variant="subtle"
          size="sm"
          className="mp-sheet-back"
          leftSection={<Icon name="left" size={16} />}
          onClick={() => setView("actions")}
        >
          {MEAL.back}
        </Button>
      )}
      {cell.meal ? (
        <MealViewOf
          key={`${placeKey(cell)} ${view}`}
          {...{ plan, people, today, view, onView: setView, onClose, change }}
          cell={cell}
          meal={cell.meal}
        />
      ) : (
        <AddChoices plan={plan} cell={cell} today={today} change={change} onClose={onClose} />
      )}
    </Sheet>
  );
}

function titleOf(cell: Cell, view: MealView, day: string): string {
  const slot = slotName(cell.slot);
  if (!cell.meal) return MEAL.addTitle(slot, day);
  const { name } = cell.meal;
  switch (view) {
    case "actions":
      return name;
    case "swap":
      return MEAL.swapTitle(slot, day);
    case "move":
      return MEAL.moveTitle(name);
    case "again":
      return MEAL.againTitle(name);
    case "portions":
      return MEAL.portionsTitle(name);
    case "why":
      return MEAL.whyTitle(name);
  }
}

function MealViewOf({
  view,
  ...props
}: {
  plan: Plan;
  people: People;
  today: string;
  view: MealView;
  onView: (view: MealView) => void;
  onClose: () => void;
  change: ChangePlan;
  cell: Cell;
  meal: Meal;
}) {
  switch (view) {
    case "actions":
      return <MealActions {...props} />;
    case "swap":
      return <SwapChoices {...props} />;
    case "move":
      return <MoveChoices {...props} />;
    case "again":
      return <AgainChoices {...props} />;
    case "portions":
      return <PortionsEditor {...props} />;
    case "why":
      return <WhyMeal {...props} />;
  }
}
