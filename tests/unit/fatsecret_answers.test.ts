import { describe, expect, test } from "vitest";
import { z } from "zod";
import { explainAnswer } from "../../f/meal-planner/handlers/fatsecret/answer_error.ts";
import {
  createdId,
  done,
  id,
  listIn,
  number,
  numberOrNull,
  text,
} from "../../f/meal-planner/handlers/fatsecret/answer_values.ts";
import { dateInt, dateOf, monthsBetween } from "../../f/meal-planner/handlers/fatsecret/calendar_day.ts";
import { mealName, mealOfSlot } from "../../f/meal-planner/handlers/fatsecret/meal_name.ts";

describe("an answer's list", () => {
  const foods = listIn("foods", "food", z.looseObject({ food_id: id, calories: number }));
  const one = { food_id: "7", calories: "12.5" };
  const read = { food_id: "7", calories: 12.5 };

  test.each([
    ["an array", { foods: { food: [one, one] } }, [read, read]],
    ["its only element", { foods: { food: one } }, [read]],
    ["an array of one", { foods: { food: [one] } }, [read]],
    ["numbers as numbers", { foods: { food: { food_id: 7, calories: 12.5 } } }, [read]],
    ["the list without its middle", { foods: [one] }, [read]],
    ["null for none", { foods: { food: null } }, []],
    ["an empty text for none", { foods: "" }, []],
    ["an empty object for none", { foods: {} }, []],
    ["a list that is missing", { foods: { max_results: "20" } }, []],
    ["a container that is null", { foods: null }, []],
    ["an answer with nothing at all", {}, []],
    ["no answer", null, []],
    ["an empty array", { foods: { food: [] } }, []],
  ])("is read from %s", (_, answer, expected) => expect(foods.parse(answer)).toEqual(expected));

  test.each([
    ["an element that isn't one", { foods: { food: ["x"] } }],
    ["an id that isn't one", { foods: { food: { food_id: "../7", calories: "1" } } }],
    ["a number that isn't one", { foods: { food: { food_id: "7", calories: "many" } } }],
    ["a number that is missing", { foods: { food: { food_id: "7" } } }],
  ])("is refused for %s", (_, answer) => expect(foods.safeParse(answer).success).toBe(false));

  test("keeps fields that nobody asked for", () => {
    expect(foods.parse({ foods: { food: { ...one, new_field: "x" } } })).toEqual([
      { ...read, new_field: "x" },
    ]);
  });
});

test.each([
  ["wrapped", { saved_meal_id: { value: "1111111" } }],
  ["bare", { saved_meal_id: "1111111" }],
  ["a number", { saved_meal_id: 1_111_111 }],
])("a new id is read %s", (_, answer) => expect(createdId("saved_meal_id").parse(answer)).toBe("1111111"));

test("a new id that is missing is an error, not an empty one", () => {
  expect(createdId("saved_meal_id").safeParse({ saved_meal_id: "" }).success).toBe(false);
  expect(createdId("saved_meal_id").safeParse(null).success).toBe(false);
});

test("success is 1, wrapped or bare", () => {
  for (const one of [{ value: "1" }, "1", 1, true]) expect(done.parse({ success: one })).toBe(true);
  for (const other of [{ value: "0" }, 0, null, "", "no"])
    expect(done.safeParse({ success: other }).success).toBe(false);
  expect(done.safeParse({}).success).toBe(false);
});

test("nothing is no number and an empty text, in all its forms", () => {
  for (const nothing of [null, undefined, "", " ", {}]) {
    expect(numberOrNull.parse(nothing)).toBeNull();
    expect(text.parse(nothing)).toBe("");
  }
  expect([numberOrNull.parse("0"), numberOrNull.parse({ value: "1.5" })]).toEqual([0, 1.5]);
});

test("a date is its number of days, whatever the machine's time zone", () => {
  expect(dateInt("2026-08-27")).toBe(20_692);
  expect([dateOf(20_692), dateOf(0), dateInt("1970-01-01")]).toEqual(["2026-08-27", "1970-01-01", 0]);
  expect(monthsBetween("2026-01-30", "2026-03-01")).toEqual(["2026-01-30", "2026-02-01", "2026-03-01"]);
});

test("a meal is read in any spelling, and one that isn't known is other", () => {
  expect(
    ["Breakfast", "LUNCH", "dinner", "Other", "Elevenses", ""].map((name) => mealName.parse(name)),
  ).toEqual([...["breakfast", "lunch", "dinner", "other", "other", "other"]]);
  expect(["Dinner", "snack", null].map(mealOfSlot)).toEqual(["dinner", "other", "other"]);
});

describe("an error", () => {
  const explain = (body: unknown, status = 200, said = JSON.stringify(body)) =>
    explainAnswer({ status, headers: new Headers(), text: said, json: body, retryAfterSeconds: undefined });
  const error = (code: unknown, message = "words of theirs") => explain({ error: { code, message } });

  test.each([
    [1, "UPSTREAM_UNAVAILABLE", true, "unknown"],
    [2, "UPSTREAM_REJECTED", false, "none"],
    [3, "UPSTREAM_REJECTED", false, "none"],
    [4, "UPSTREAM_REJECTED", false, "none"],
    [5, "UNAUTHORIZED", false, "none"],
    [6, "UPSTREAM_UNAVAILABLE", true, "none"],
    [7, "UPSTREAM_UNAVAILABLE", true, "none"],
    [8, "UNAUTHORIZED", false, "none"],
    [9, "UNAUTHORIZED", false, "none"],
    [10, "UPSTREAM_REJECTED", false, "none"],
    [11, "RATE_LIMITED", true, undefined],
    [12, "RATE_LIMITED", true, undefined],
    [13, "UNAUTHORIZED", false, "none"],
    [14, "UNAUTHORIZED", false, "none"],
    [21, "UNAUTHORIZED", false, "none"],
    [24, "UPSTREAM_REJECTED", false, "none"],
    [101, "UPSTREAM_REJECTED", false, "none"],
    [106, "NOT_FOUND", false, "none"],
    [108, "UPSTREAM_REJECTED", false, "none"],
    [205, "UPSTREAM_REJECTED", false, "none"],
    [211, "UPSTREAM_REJECTED", false, "none"],
    [999, "UPSTREAM_REJECTED", false, "none"],
  ])("of code %i is %s", (code, taxonomy, retryable, effect) => {
    for (const form of [code, String(code)]) {
      expect(error(form)).toMatchObject({
        code: taxonomy,
        retryable,
        message: expect.stringContaining("words of theirs"),
      });
      expect((error(form)?.details as { effect?: string } | undefined)?.effect).toBe(effect);
    }
  });

  test.each([
    [5, /consumer_key.*platform\.fatsecret\.com/],
    [6, /clock/],
    [8, /consumer_secret.*connect_start/],
    [9, /expired or was withdrawn.*connect_start/],
    [14, /client_id.*scope/],
    [21, /address.*allowed/],
  ])("of code %i says what to do", (code, remedy) => expect(error(code)?.message).toMatch(remedy));

  test("is found in XML too, and nothing else is taken for one", () => {
    const xml =
      '<?xml version="1.0"?><error xmlns="x"><code>8</code><message>Invalid signature</message></error>';
    expect(explain(undefined, 200, xml)).toMatchObject({ code: "UNAUTHORIZED" });
    for (const good of [{ foods: {} }, { error: null }, { error: "invalid_client" }, null, [], "error"]) {
      expect(explain(good)).toBeUndefined();
    }
  });
});
