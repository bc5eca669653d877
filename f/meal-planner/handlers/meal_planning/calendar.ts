// By hand rather than by a library of dates: three sums, and every script of planning would pay for it at its start.
const MILLISECONDS_A_DAY = 86_400_000;
const DAYS_A_WEEK = 7;

/** The date `days` after a calendar date. Dates alone are read as UTC, where every day has 24 hours. */
export function dateAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * MILLISECONDS_A_DAY).toISOString().slice(0, "2026-01-01".length);
}

export const WEEKDAYS = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[new Date(Date.parse(date)).getUTCDay()]!;
}

/** The Monday that the coming week begins with: the next one, never today. */
export function comingMonday(today: string): string {
  const sinceSunday = new Date(Date.parse(today)).getUTCDay();
  return dateAfter(today, (DAYS_A_WEEK + 1 - sinceSunday) % DAYS_A_WEEK || DAYS_A_WEEK);
}

export function datesFrom(start: string, days: number): string[] {
  return Array.from({ length: days }, (_, index) => dateAfter(start, index));
}

/** Days between two calendar dates, whichever comes first. */
export function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / MILLISECONDS_A_DAY;
}
