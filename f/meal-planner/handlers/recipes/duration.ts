const PART =
  /(\d+(?:[.,]\d+)?)\s*(?:(?:-|–|~|to)\s*(\d+(?:[.,]\d+)?)\s*)?(h|hr|hrs|hours?|m|min|mins|minutes?|d|days?)\b/gi;
const MINUTES_IN: Record<string, number> = { m: 1, h: 60, d: 1440 };
const ISO =
  /^P(?:\d+Y)?(?:\d+M)?(?:([\d.,]+)W)?(?:([\d.,]+)D)?(?:T(?:([\d.,]+)H)?(?:([\d.,]+)M)?(?:([\d.,]+)S)?)?$/i;

/** Minutes of `1 hr 25 min`, `15-20 min` (the middle), `PT1H25M`, or a number of minutes; null where it says none. */
export function parseMinutes(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
  if (typeof value !== "string") return null;
  const iso = ISO.exec(value.trim());
  if (iso && value.trim().length > 2) {
    const [weeks, days, hours, minutes, seconds] = iso
      .slice(1)
      .map((part) => Number((part ?? "0").replace(",", ".")));
    const whole = ((weeks ?? 0) * 7 + (days ?? 0)) * 1440 + (hours ?? 0) * 60;
    const found = Math.round(whole + (minutes ?? 0) + (seconds ?? 0) / 60);
    return Number.isFinite(found) ? found : null;
  }
  // Before it begins, or a duration that isn't well-formed: no part of it is taken for the whole.
  if (/^\s*[-−]|^\s*P[T\d-]/.test(value)) return null;
  let minutes: number | null = null;
  for (const [, low, high, unit] of value.slice(0, 200).matchAll(PART)) {
    const from = Number(low?.replace(",", "."));
    const to = high === undefined ? from : Number(high.replace(",", "."));
    minutes = (minutes ?? 0) + ((from + to) / 2) * (MINUTES_IN[unit?.[0]?.toLowerCase() ?? "m"] ?? 1);
  }
  return minutes === null ? null : Math.round(minutes);
}
