import { NUTRIENT_NAMES, UNITS } from "../texts/nutrients.ts";
import type { Units } from "./settings.tsx";

const GRAMS_PER_OUNCE = 28.349523125;
const GRAMS_PER_POUND = 453.59237;
const ML_PER_FLUID_OUNCE = 29.5735295625;
const ML_PER_CUP = 236.5882365;

/** Numbers, dates and measures as this person reads them. Dates are `YYYY-MM-DD`, days without a time zone. */
export type Format = ReturnType<typeof createFormat>;

export function createFormat(locale: string | undefined, units: Units) {
  const numbers = inDigits((digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }));
  const percents = inDigits(
    (digits) => new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits }),
  );
  const number = (value: number, digits = 1) => numbers(digits).format(value);
  const dates = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(locale, options));
  const day = (options: Intl.DateTimeFormatOptions) => {
    const format = dates({ ...options, timeZone: "UTC" });
    return (date: string) => format().format(new Date(`${date}T00:00:00Z`));
  };
  const range = dates({ day: "numeric", month: "short", timeZone: "UTC" });
  const moment = dates({ dateStyle: "medium", timeStyle: "short" });
  const clock = dates({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  return {
    locale,
    units,
    number,
    percent: (share: number, digits = 0) => percents(digits).format(share),
    weekday: day({ weekday: "long" }),
    shortWeekday: day({ weekday: "short" }),
    dayAndMonth: day({ day: "numeric", month: "short" }),
    longDay: day({ weekday: "long", day: "numeric", month: "long" }),
    days: (from: string, to: string) =>
      range().formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)),
    moment: (time: string) => moment().format(new Date(time)),
    clock: (time: string) => clock().format(new Date(time)),
    mass: (grams: number) => (units === "us" ? pounds(grams, number) : grammes(grams, number)),
    volume: (ml: number) => (units === "us" ? cups(ml, number) : litres(ml, number)),
    portions: (size: number) => fraction(size, number),
    nutrient: (nutrient: string, amount: number | null) =>
      amount === null ? "–" : `${number(amount, amount < 10 ? 1 : 0)} ${UNITS[unitOf(nutrient)]}`,
    nutrientName: (nutrient: string) => NUTRIENT_NAMES[nutrient] ?? nutrient,
  };
}

/** Makes it when it is first asked for: the browser's formats take half a millisecond each to make. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same for each number of digits. */
function inDigits(make: (digits: number) => Intl.NumberFormat): (digits: number) => Intl.NumberFormat {
  const made = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const known = made.get(digits) ?? make(digits);
    made.set(digits, known);
    return known;
  };
}

type Written = (value: number, digits?: number) => string;

function unitOf(nutrient: string): keyof typeof UNITS {
  return nutrient.slice(nutrient.lastIndexOf("_") + 1) as keyof typeof UNITS;
}

function grammes(grams: number, number: Written): string {
  return grams >= 1000 ? `${number(grams / 1000, 2)} kg` : `${number(grams, grams < 10 ? 1 : 0)} g`;
}

function pounds(grams: number, number: Written): string {
  return grams >= GRAMS_PER_POUND
    ? `${number(grams / GRAMS_PER_POUND, 2)} lb`
    : `${number(grams / GRAMS_PER_OUNCE, 1)} oz`;
}

function litres(ml: number, number: Written): string {
  return ml >= 1000 ? `${number(ml / 1000, 2)} l` : `${number(ml, 0)} ml`;
}

function cups(ml: number, number: Written): string {
  return ml >= ML_PER_CUP
    ? `${number(ml / ML_PER_CUP, 2)} cups`
    : `${number(ml / ML_PER_FLUID_OUNCE, 1)} fl oz`;
}

const QUARTERS = ["", "¼", "½", "¾"];

/** 1.5 → "1½"; anything but quarters by number. */
function fraction(size: number, number: Written): string {
  const whole = Math.floor(size);
  const quarter = (size - whole) * 4;
  if (!Number.isInteger(quarter)) return number(size, 2);
  return `${whole > 0 || quarter === 0 ? number(whole) : ""}${QUARTERS[quarter]}`;
}
