import { Cron } from "croner";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CronTime } from "../../local/schedules/cron_time.ts";

const times = (pattern: string, zone: string, from: string, count: number): string[] => {
  const cron = new CronTime(pattern, zone);
  const found: string[] = [];
  for (let at = new Date(from); found.length < count; ) {
    at = cron.after(at);
    found.push(at.toISOString().slice(0, 16));
  }
  return found;
};

describe("a schedule's times", () => {
  test("are those of its zone, in summer and in winter", () => {
    expect(times("0 0 8 * * 6", "Europe/Berlin", "2026-10-20T00:00:00Z", 2)).toEqual([
      "2026-10-24T06:00",
      "2026-10-31T07:00",
    ]);
    expect(times("0 15 */6 * * *", "Etc/UTC", "2026-12-31T17:00:00Z", 3)).toEqual([
      "2026-12-31T18:15",
      "2027-01-01T00:15",
      "2027-01-01T06:15",
    ]);
  });

  test("that the clocks skip come once they have been put forward, and those shown twice come once", () => {
    expect(times("0 30 2 * * *", "Europe/Berlin", "2026-03-28T00:00:00Z", 3)).toEqual([
      "2026-03-28T01:30",
      "2026-03-29T01:00",
      "2026-03-30T00:30",
    ]);
    expect(times("0 30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2)).toEqual([
      "2026-10-25T00:30",
      "2026-10-26T01:30",
    ]);
  });

  test("of a pattern of many come whenever it matches, also twice in the hour that comes twice", () => {
    expect(times("0 0,30 * * * *", "Europe/Berlin", "2026-10-24T23:59:00Z", 5)).toEqual([
      "2026-10-25T00:00",
      "2026-10-25T00:30",
      "2026-10-25T01:00",
      "2026-10-25T01:30",
      "2026-10-25T02:00",
    ]);
    expect(times("0 30 2,3 * * *", "Europe/Berlin", "2026-03-28T23:00:00Z", 1)).toEqual(["2026-03-29T01:30"]);
  });

  test.each(["* * * * *", "0 0 0 30 2 *", "0 61 * * * *", "now and then", ""])("%j is refused", (pattern) => {
    expect(() => new CronTime(pattern, "Etc/UTC")).toThrow(/schedule: /);
  });

  test("in a zone that there isn't are refused", () => {
    expect(() => new CronTime("0 0 8 * * *", "Europe/Bielefeld")).toThrow(/timezone: .*Europe\/Berlin/);
  });
});

// Both halves of the year's changes, a change by half an hour, one at midnight, and zones without any.
const CHANGES = [
  ["Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z"],
  ["America/New_York", "2026-03-08T07:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
  ["America/Havana", "2026-03-08T05:00:00Z"],
  ["Asia/Kathmandu", "2026-06-01T00:00:00Z"],
  ["Etc/UTC", "2026-03-29T01:00:00Z"],
] as const;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type Field = { text: string; values: Set<number> };
const among = (values: number[]): Field => ({ text: values.join(","), values: new Set(values) });
const upTo = (most: number) => Array.from({ length: most }, (_, index) => index);

function field(most: number, common: number[]): fc.Arbitrary<Field> {
  const one = fc.oneof(fc.constantFrom(...common), fc.nat(most - 1));
  return fc.oneof(
    one.map((value) => among([value])),
    fc.uniqueArray(one, { minLength: 2, maxLength: 3 }).map(among),
    fc.constant({ text: "*", values: new Set(upTo(most)) }),
    fc.constantFrom(2, 3, 5, 20).map((step) => ({
      text: `*/${step}`,
      values: new Set(upTo(most).filter((value) => value % step === 0)),
    })),
  );
}

describe("laws of a schedule's times", () => {
  const clock = fc.record({ minute: field(60, [0, 30]), hour: field(24, [0, 1, 2, 3]) });

  test("around the clocks' changes, they are those that going through every minute finds", () => {
    fc.assert(
      fc.property(
        clock,
        fc.constantFrom(...CHANGES),
        fc.integer({ min: -400, max: 200 }),
        (fields, [zone, change], early) => {
          const from = Date.parse(change) + early * MINUTE;
          const until = from + 9 * HOUR;
          const cron = new CronTime(`0 ${fields.minute.text} ${fields.hour.text} * * *`, zone);
          const found: number[] = [];
          for (let at = cron.after(new Date(from)); at.getTime() <= until; at = cron.after(at))
            found.push(at.getTime());
          expect(found).toEqual(everyMinute(fields, zone, from, until));
        },
      ),
      { numRuns: 60 },
    );
  });

  test("in a zone that leaves its clocks alone, they are croner's own", () => {
    const day = fc.oneof(fc.constant("*"), fc.constantFrom("1", "15", "L", "28-31"));
    const weekday = fc.oneof(fc.constant("*"), fc.constantFrom("1", "MON-FRI", "0", "7", "6#1"));
    fc.assert(
      fc.property(
        clock,
        day,
        weekday,
        fc.date({ min: new Date("2025-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
        (fields, dayOfMonth, dayOfWeek, from) => {
          const pattern = `7 ${fields.minute.text} ${fields.hour.text} ${dayOfMonth} * ${dayOfWeek}`;
          const theirs = new Cron(pattern, { timezone: "Etc/UTC", paused: true }).nextRuns(3, from);
          expect(times(pattern, "Etc/UTC", from.toISOString(), 3)).toEqual(
            theirs.map((at) => at.toISOString().slice(0, 16)),
          );
        },
      ),
      { numRuns: 80 },
    );
  });
});

/** The same by force: every minute that there is, by what the clocks show; a fixed one by the clocks' minutes in order. */
function everyMinute(
  fields: { minute: Field; hour: Field },
  zone: string,
  from: number,
  until: number,
): number[] {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const shown = (at: number) => format.format(at); // "29/03/2026, 03:00"
  const matches = (text: string) =>
    fields.hour.values.has(Number(text.slice(-5, -3))) && fields.minute.values.has(Number(text.slice(-2)));
  const isFixed = /^\d+$/.test(fields.hour.text) && /^\d+$/.test(fields.minute.text);
  const found: number[] = [];
  const seen = new Set<string>();
  const start = Math.floor(from / MINUTE) * MINUTE;
  for (let at = start - 4 * HOUR; at <= until; at += MINUTE) {
    const text = shown(at);
    const again = seen.has(text);
    seen.add(text);
    const due = isFixed ? (matches(text) && !again) || skippedUpTo(at).some(matches) : matches(text);
    if (due && at > from) found.push(at);
  }
  return found;

  /** What the clocks would have shown since the minute before, had they not been put forward. */
  function skippedUpTo(at: number): string[] {
    const minute = (text: string) => Number(text.slice(-5, -3)) * 60 + Number(text.slice(-2));
    const before = minute(shown(at - MINUTE));
    const ahead = (minute(shown(at)) - before + 24 * 60) % (24 * 60);
    if (ahead <= 1 || ahead > 120) return [];
    return upTo(ahead - 1).map((more) => {
      const total = (before + 1 + more) % (24 * 60);
      const two = (value: number) => String(value).padStart(2, "0");
      return `${two(Math.floor(total / 60))}:${two(total % 60)}`;
    });
  }
}
