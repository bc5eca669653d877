import { describe, expect, test } from "vitest";
import { readFailure } from "../../f/meal-planner/apps/planner.raw_app/adapters/windmill_failure.ts";
import { createFormat } from "../../f/meal-planner/apps/planner.raw_app/format/create_format.ts";
import { readRoute } from "../../f/meal-planner/apps/planner.raw_app/shell/route.ts";
import { linkTo } from "../../f/meal-planner/apps/planner.raw_app/shell/router.ts";

describe("a script's error that comes by Windmill, as text only", () => {
  test.each([
    ["Conflict: This plan is at version 3, not 2. Read it again.\n    at move (…)", "CONFLICT"],
    ["NotFound: There is no plan yet.", "NOT_FOUND"],
    ["Error: InvalidInput: items[0].line: Say how much.", "INVALID_INPUT"],
    ["TimedOut: It took too long.", "TIMEOUT"],
    ["Infeasible: No recipe suits dinner.", "INFEASIBLE"],
    ["nobody knows", "INTERNAL"],
  ])("%s", (text, code) => {
    expect(readFailure(text).code).toBe(code);
  });

  test("keeps the words that say what to do, without the stack", () => {
    const text = "Conflict: This plan has changed. Read it again with get_plan.\n    at requireVersion (…)";
    expect(readFailure(text).message).toBe("This plan has changed. Read it again with get_plan.");
  });
});

describe("numbers, dates and measures", () => {
  const metric = createFormat("en-GB", "metric");
  const us = createFormat("en-US", "us");
  const german = createFormat("de-DE", "metric");

  test("are written as the person's locale and units have them", () => {
    expect([metric.mass(1250), us.mass(1250), german.mass(1250)]).toEqual(["1.25 kg", "2.76 lb", "1,25 kg"]);
    expect([metric.mass(40), us.mass(40)]).toEqual(["40 g", "1.4 oz"]);
    expect([metric.volume(500), us.volume(500), us.volume(30)]).toEqual(["500 ml", "2.11 cups", "1 fl oz"]);
    expect([metric.dayAndMonth("2026-12-01"), us.dayAndMonth("2026-12-01")]).toEqual(["1 Dec", "Dec 1"]);
    expect(german.number(1234.5)).toBe("1.234,5");
  });

  test("are the same day wherever the device is: a date has no time zone", () => {
    expect(metric.longDay("2026-11-30")).toBe("Monday 30 November");
  });

  test("say portions in quarters, as one serves them", () => {
    expect([0.25, 0.5, 1, 1.5, 1.75, 2, 1.1].map(metric.portions)).toEqual([
      ...["¼", "½", "1", "1½", "1¾", "2", "1.1"],
    ]);
  });

  test("never show an unknown nutrient as 0", () => {
    expect([metric.nutrient("iron_mg", null), metric.nutrient("iron_mg", 0)]).toEqual(["–", "0 mg"]);
  });
});

describe("where one is", () => {
  test("is read from what comes after the hash, the week by default", () => {
    expect(readRoute("")).toEqual({ page: "week", rest: [] });
    expect(readRoute("#/week/2026-11-30")).toEqual({ page: "week", rest: ["2026-11-30"] });
    expect(readRoute("#/shared/%zz")).toEqual({ page: "shared", rest: ["%zz"] });
  });

  test("comes back from the link that leads there, whatever it is made of", () => {
    const rest = ["a/b", "ü #?", "%41"];
    expect(readRoute(linkTo("recipes", ...rest))).toEqual({ page: "recipes", rest });
  });
});
