const FORMATS = new Map<string, Intl.DateTimeFormat>();

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = FORMATS.get(zone);
  if (!format) {
    const number = "2-digit";
    format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone: zone, hourCycle: "h23", year: "numeric" },
      ...{ month: number, day: number, hour: number, minute: number, second: number },
    });
    FORMATS.set(zone, format);
  }
  return format;
}

/** What a clock on the wall of a time zone shows at an instant, as milliseconds since 1970 as if that were UTC. */
export function wallTime(instant: number, zone: string): number {
  const shown = new Map(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => shown.get(name) ?? 0;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function zoneOffset(instant: number, zone: string): number {
  return wallTime(instant, zone) - Math.floor(instant / SECOND_MS) * SECOND_MS;
}

/**
 * The first instant after `from`, up to and with `to`, at which the zone's clocks are put forward or back; undefined
 * where they aren't. Of two changes within a day (no zone has them) only what remains of both is seen.
 */
export function nextClockChange(from: number, to: number, zone: string): number | undefined {
  const before = zoneOffset(from, zone);
  let same = from;
  while (same < to) {
    const ahead = Math.min(same + DAY_MS, to);
    if (zoneOffset(ahead, zone) !== before) return bisect(same, ahead, zone, before);
    same = ahead;
  }
  return undefined;
}

function bisect(from: number, to: number, zone: string, before: number): number {
  let same = Math.floor(from / SECOND_MS);
  let changed = Math.ceil(to / SECOND_MS);
  while (changed - same > 1) {
    const middle = Math.floor((same + changed) / 2);
    if (zoneOffset(middle * SECOND_MS, zone) === before) same = middle;
    else changed = middle;
  }
  return changed * SECOND_MS;
}
