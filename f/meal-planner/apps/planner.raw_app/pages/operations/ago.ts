import { useMemo } from "react";
import { useSettings } from "../../format/settings.tsx";

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** Times and spans as an operator reads them: "2 min. ago", "3 s". */
export type Ago = {
  ago(time: string): string;
  span(seconds: number): string;
  /** How much later than the start, "+1.25 s". */
  after(start: string, time: string): string;
};

export function createAgo(locale: string | undefined): Ago {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  const unit = (name: string, value: number, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    }).format(value);
  const span = (seconds: number) => {
    if (seconds < 1) return unit("millisecond", Math.round(seconds * 1000));
    if (seconds < 60) return unit("second", seconds, seconds < 10 ? 1 : 0);
    const [name, size] = largest(seconds);
    return unit(name, seconds / size, 1);
  };
  return {
    span,
    ago: (time) => {
      const seconds = (Date.now() - Date.parse(time)) / 1000;
      const [name, size] = largest(Math.abs(seconds));
      return relative.format(-Math.round(seconds / size), name);
    },
    after: (start, time) => `+${span(Math.max(0, (Date.parse(time) - Date.parse(start)) / 1000))}`,
  };
}

function largest(seconds: number): [Intl.RelativeTimeFormatUnit, number] {
  return STEPS.find(([, size]) => seconds >= size) ?? ["second", 1];
}

export function useAgo(): Ago {
  const { locale } = useSettings();
  return useMemo(() => createAgo(locale ?? undefined), [locale]);
}
