import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { ActionIcon } from "@mantine/core";
import React, { useMemo, useState } from "react";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { DAY, DRAG, slotName } from "../../texts/week.ts";
import type { ChangePlan } from "./change_plan.ts";
import { DayFigures } from "./DayFigures.tsx";
import { nextPlace } from "./drag_keys.ts";
import { MealCard } from "./MealCard.tsx";
import { moveMeal } from "./move_meal.ts";
import {
  type Cell,
  cellsOf,
  datesOf,
  isChangeable,
  isOver,
  type Meal,
  type Place,
  type Plan,
  placeKey,
  placeOf,
  type Shown,
} from "./plan_of_week.ts";

type Props = {
  plan: Plan;
  shown: Shown;
  today: string;
  onOpen: (place: Place) => void;
  onDay: (date: string) => void;
  change: ChangePlan;
};

/** Days side by side on a desk, one below the other on a phone. */
export function WeekGrid({ plan, shown, today, onOpen, onDay, change }: Props) {
  const format = useFormat();
  const [dragged, setDragged] = useState<Meal | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A short touch opens, a swipe scrolls, a long one takes the meal along.
    useSensor(TouchSensor, { activationConstraint: { delay: 280, tolerance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: nextPlace }),
  );
  const mealAt = (key: string) => plan.meals.find((meal) => placeKey(meal) === key);
  const announcements = useAnnouncements(plan);

  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const meal = mealAt(String(active.id));
    if (!meal || !over || over.id === active.id) return;
    moveMeal(change, meal, placeOf(String(over.id)), format.weekday);
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={(args) => {
        const hits = pointerWithin(args);
        return hits.length > 0 ? hits : rectIntersection(args);
      }}
      accessibility={{ announcements, screenReaderInstructions: { draggable: DRAG.how } }}
      onDragStart={({ active }) => setDragged(mealAt(String(active.id)) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <div className="mp-week" style={gridOf(plan)}>
        {datesOf(plan).map((date) => (
          <DayColumn key={date} {...{ plan, date, shown, today, onOpen, onDay }} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && <div className="mp-meal mp-meal-carried">{dragged.name}</div>}
      </DragOverlay>
    </DndContext>
  );
}

function DayColumn({ plan, date, shown, today, onOpen, onDay }: Omit<Props, "change"> & { date: string }) {
  const format = useFormat();
  const cells = cellsOf(plan, date);
  const classes = ["mp-day"];
  if (date === today) classes.push("mp-day-today");
  if (date < today) classes.push("mp-day-passed");
  return (
    <section className={classes.join(" ")} aria-label={format.longDay(date)}>
      <h2 className="mp-day-name">
        <span className="mp-day-weekday">{format.shortWeekday(date)}</span>
        <span className="mp-day-long">{format.weekday(date)}</span>
        <span className="mp-day-date">{format.dayAndMonth(date)}</span>
        {plan.balance.length > 1 && !isOver(plan) && date >= today && (
          <ActionIcon
            className="mp-day-who mp-no-print"
            variant="subtle"
            aria-label={DAY.open(format.longDay(date))}
            onClick={() => onDay(date)}
          >
            <Icon name="people" size={18} />
          </ActionIcon>
        )}
      </h2>
      {cells.map((cell, index) => (
        <MealCard
          key={placeKey(cell)}
          cell={cell}
          people={plan.balance}
          shown={shown}
          movable={isMovable(plan, cell, today)}
          row={index + 2}
          onOpen={onOpen}
        />
      ))}
      <div className="mp-day-figures">
        <DayFigures days={plan.daily.filter((day) => day.date === date)} shown={shown} />
      </div>
    </section>
  );
}

function isMovable(plan: Plan, { meal, date }: Cell, today: string): boolean {
  return meal ? isChangeable(plan, meal, today) : !isOver(plan) && date >= today;
}

function gridOf(plan: Plan): React.CSSProperties {
  const most = Math.max(plan.slots.length, ...datesOf(plan).map((date) => cellsOf(plan, date).length));
  return { "--mp-days": Math.min(plan.days, 7), "--mp-places": most } as React.CSSProperties;
}

function useAnnouncements(plan: Plan): Announcements {
  const format = useFormat();
  return useMemo(() => {
    const nameOf = (id: string | number) =>
      plan.meals.find((meal) => placeKey(meal) === String(id))?.name ?? "";
    const where = (id: string | number): [string, string] => {
      const place = placeOf(String(id));
      const cell = cellsOf(plan, place.date).find(({ position }) => position === place.position);
      return [slotName(cell?.slot ?? ""), format.weekday(place.date)];
    };
    return {
      onDragStart: ({ active }) => DRAG.start(nameOf(active.id)),
      // Over its own place nothing is to be said beside that it was picked up.
      onDragOver: ({ active, over }) =>
        over && over.id !== active.id ? DRAG.over(...where(over.id)) : undefined,
      onDragEnd: ({ active, over }) =>
        over ? DRAG.end(nameOf(active.id), ...where(over.id)) : DRAG.cancel(nameOf(active.id)),
      onDragCancel: ({ active }) => DRAG.cancel(nameOf(active.id)),
    };
  }, [plan, format]);
}
