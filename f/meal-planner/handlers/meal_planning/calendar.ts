import { addDays, format, nextMonday, parseISO } from "date-fns";

const CALENDAR_DATE = "yyyy-MM-dd";

/** The date `days` after a calendar date, without the machine's time zone getting in the way. */
export function dateAfter(date: string, days: number): string {
  return format(addDays(parseISO(date), days), CALENDAR_DATE);
}

/** The Monday that the coming week begins with: the next one, never today. */
export function comingMonday(today: string): string {
  return format(nextMonday(parseISO(today)), CALENDAR_DATE);
}

export function datesFrom(start: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) => dateAfter(start, index));
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Days between two calendar dates, whichever comes first. */
export function daysApart(a: string, b: string): number {
  // Dates alone are read as UTC, where every day has 24 hours.
  return Math.abs(Date.parse(a) - Date.parse(b)) / MILLISECONDS_A_DAY;
}
