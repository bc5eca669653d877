import { useDraggable, useDroppable } from "@dnd-kit/core";
import React from "react";
import { useFormat } from "../../format/format.ts";
import { Icon, type IconName } from "../../shell/Icon.tsx";
import { slotName, WEEK } from "../../texts/week.ts";
import { type Cell, type Meal, type Place, type Plan, placeKey, type Shown } from "./plan_of_week.ts";

type Props = {
  cell: Cell;
  people: Plan["balance"];
  shown: Shown;
  movable: boolean;
  row: number;
  onOpen: (place: Place) => void;
};

// Buttons are plain ones here: Mantine's reckon their styles each, for a week's hundred parts a tenth of its first view.

/** A place of the week: press it for what can be done, drag its meal to another. */
export function MealCard({ cell, people, shown, movable, row, onOpen }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: placeKey(cell), disabled: !movable && !!cell.meal });
  const classes = ["mp-cell", `mp-slot-${cell.slot}`];
  if (isOver) classes.push("mp-cell-over");
  return (
    <div ref={setNodeRef} className={classes.join(" ")} style={{ gridRow: row }}>
      <span className="mp-cell-slot">{slotName(cell.slot)}</span>
      {cell.meal ? (
        <PlannedMeal
          cell={cell}
          meal={cell.meal}
          people={people}
          shown={shown}
          movable={movable}
          onOpen={onOpen}
        />
      ) : (
        <EmptyPlace cell={cell} onOpen={onOpen} />
      )}
    </div>
  );
}

function PlannedMeal({ cell, meal, people, shown, movable, onOpen }: Omit<Props, "row"> & { meal: Meal }) {
  const format = useFormat();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: placeKey(meal),
    disabled: !movable,
  });
  const { role: _role, tabIndex: _tab, ...described } = attributes;
  const day = format.weekday(meal.date);
  const classes = ["mp-meal", `mp-meal-${meal.mark ?? "planned"}`];
  if (isDragging) classes.push("mp-meal-dragged");
  return (
    <div ref={setNodeRef} className={classes.join(" ")} {...(movable ? pointerOnly(listeners) : {})}>
      <button type="button" className="mp-plain mp-meal-button" onClick={() => onOpen(cell)}>
        <span className="mp-unseen">{WEEK.mealLabel(slotName(cell.slot), day)}</span>
        <span className="mp-meal-name">{meal.name}</span>
        <span className="mp-meal-facts">
          <Portions meal={meal} people={people} shown={shown} />
          {meal.leftover_of && (
            <span className="mp-leftover">
              <Icon name="leftover" size={15} />
              {WEEK.leftover(format.shortWeekday(meal.leftover_of.date))}
            </span>
          )}
          {marksOf(meal).map(({ icon, text }) => (
            <span key={text} className="mp-meal-mark" title={text}>
              <Icon name={icon} size={15} />
              <span className="mp-unseen">{text}</span>
            </span>
          ))}
        </span>
      </button>
      {movable && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="mp-meal-handle mp-no-print"
          aria-label={WEEK.dragHandle(meal.name)}
          {...described}
          onKeyDown={listeners?.onKeyDown as React.KeyboardEventHandler | undefined}
        >
          <Icon name="move" size={16} />
        </button>
      )}
    </div>
  );
}

/** A pointer takes the card wherever it is; the keyboard its handle, as Enter on the card opens it. */
function pointerOnly(listeners: ReturnType<typeof useDraggable>["listeners"]): object {
  const { onKeyDown: _keyboard, ...pointer } = listeners ?? {};
  return pointer;
}

function Portions({ meal, people, shown }: { meal: Meal; people: Plan["balance"]; shown: Shown }) {
  const format = useFormat();
  if (people.length > 1 && shown === "all") {
    const eaters = people.filter(({ person_id }) => (meal.portions[person_id] ?? 0) > 0);
    return (
      <span className="mp-portions">
        {eaters.map(({ person_id, name }) => (
          <span key={person_id}>
            {name} {format.portions(meal.portions[person_id] ?? 0)}
          </span>
        ))}
        <Guests meal={meal} />
      </span>
    );
  }
  const person = people.length === 1 ? people[0]?.person_id : shown;
  const size = (person && meal.portions[person]) || 0;
  return (
    <span className="mp-portions">
      <span>{size > 0 ? WEEK.portions(format.portions(size)) : WEEK.nobody}</span>
      <Guests meal={meal} />
    </span>
  );
}

function Guests({ meal }: { meal: Meal }) {
  const format = useFormat();
  const { guests } = meal.portions;
  return guests === undefined ? null : <span>{WEEK.guests(format.portions(guests))}</span>;
}

function marksOf(meal: Meal): { icon: IconName; text: string }[] {
  return [
    ...(meal.locked ? [{ icon: "lock" as const, text: WEEK.locked }] : []),
    ...(meal.cooked ? [{ icon: "pot" as const, text: WEEK.cooked }] : []),
    ...(meal.mark === "eaten" ? [{ icon: "check" as const, text: WEEK.eaten }] : []),
    ...(meal.eaten_out ? [{ icon: "out" as const, text: WEEK.out }] : []),
    ...(meal.mark === "skipped" && !meal.eaten_out ? [{ icon: "skip" as const, text: WEEK.skipped }] : []),
  ];
}

function EmptyPlace({ cell, onOpen }: { cell: Cell; onOpen: (place: Place) => void }) {
  const format = useFormat();
  return (
    <button type="button" className="mp-plain mp-empty-place" onClick={() => onOpen(cell)}>
      <span className="mp-unseen">{WEEK.emptyPlace(slotName(cell.slot), format.weekday(cell.date))}</span>
      <Icon name="plus" size={18} />
      <span>{WEEK.addMeal}</span>
    </button>
  );
}
