import type { KeyboardCoordinateGetter } from "@dnd-kit/core";
import { dateAfter, placeKey, placeOf } from "./plan_of_week.ts";

const STEPS: Record<string, { days: number; places: number }> = {
  ArrowLeft: { days: -1, places: 0 },
  ArrowRight: { days: 1, places: 0 },
  ArrowUp: { days: 0, places: -1 },
  ArrowDown: { days: 0, places: 1 },
};

/** Where an arrow key takes a picked-up meal: left and right to the next day, up and down to the next place of the day. */
export const nextPlace: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = STEPS[event.code];
  if (!step) return undefined;
  event.preventDefault();
  const from = placeOf(String(context.over?.id ?? context.active?.id ?? ""));
  const to = placeKey({
    date: dateAfter(from.date, step.days),
    position: from.position + step.places,
  });
  const rect = context.droppableRects.get(to);
  return rect ? { x: rect.left, y: rect.top } : currentCoordinates;
};
