import { z } from "zod";
import { number } from "./answer_values.ts";

const DAY_MS = 86_400_000;

/** FatSecret's number of a calendar date: its days since 1970-01-01. */
export function dateInt(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The calendar date of a number of days since 1970-01-01. */
export function dateOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** A day of an answer, as a calendar date. */
export const calendarDay = number.pipe(z.int().min(0).max(1_000_000)).transform(dateOf);

/** All dates from one to another, both included. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let day = dateInt(from); day <= dateInt(to); day++) dates.push(dateOf(day));
  return dates;
}

/** One date of each month that the dates touch: the first of the range, then the first of each month after it. */
export function monthsBetween(from: string, to: string): string[] {
  const starts = datesBetween(from, to).filter((date) => date.endsWith("-01") && date !== from);
  return from > to ? [] : [from, ...starts];
}
