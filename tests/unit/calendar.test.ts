import { addDays, format, nextMonday, parseISO } from "date-fns";
import fc from "fast-check";
import { expect, test } from "vitest";
import { comingMonday, dateAfter, daysApart } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";

const date = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2120-12-31"), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

test("dates are counted on as a library of dates counts them, over leap days and ends of years", () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -800, max: 800 }), (from, days) => {
      expect(dateAfter(from, days)).toBe(format(addDays(parseISO(from), days), "yyyy-MM-dd"));
      expect(daysApart(from, dateAfter(from, days))).toBe(Math.abs(days));
      expect(comingMonday(from)).toBe(format(nextMonday(parseISO(from)), "yyyy-MM-dd"));
    }),
  );
});
