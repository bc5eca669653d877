import { z } from "zod";

// A diary of people who are alive, and their plans: a year beyond is a slip.
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2199-12-31";

/** A date as it comes in, YYYY-MM-DD. */
export const calendarDay = z.iso
  .date({ message: "Not a date. Write YYYY-MM-DD, a day that the calendar has." })
  .refine((date) => date >= FIRST_DAY && date <= LAST_DAY, {
    message: `Not from ${FIRST_DAY} to ${LAST_DAY}. Is the year right?`,
  });

const DAY_MS = 86_400_000;

/** The calendar date `days` after another; both are without a time, so no time zone comes into it. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days from one to another, both included; none where `to` is before `from`. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = dayAfter(day, 1)) days.push(day);
  return days;
}

export type Period = "day" | "week" | "month";

/** The first and last day of the day, week (from Monday; ISO 8601) or month that a date lies in. */
export function periodAround(period: Period, date: string): { from: string; to: string } {
  switch (period) {
    case "day":
      return { from: date, to: date };
    case "week": {
      const sinceMonday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
      const from = dayAfter(date, -sinceMonday);
      return { from, to: dayAfter(from, 6) };
    }
    case "month": {
      const from = `${date.slice(0, 7)}-01`;
      const next = `${dayAfter(from, 31).slice(0, 7)}-01`;
      return { from, to: dayAfter(next, -1) };
    }
  }
}
