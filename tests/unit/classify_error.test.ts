import { expect, test } from "vitest";
import { adviseOn, classifyError, codeByName } from "../../f/meal-planner/patterns/dlq/classify_error.ts";

test("a dead letter's kind follows from its error code, and an unknown code is a defect", () => {
  expect(
    ["TIMEOUT", "INVALID_INPUT", "NOT_FOUND", "UNAUTHORIZED", "ODD", "toString"].map(classifyError),
  ).toEqual(["transient", "invalid", "missing", "unauthorized", "defect", "defect"]);
});

test("the advice for an expired login is to renew it", () => {
  expect(adviseOn(classifyError("UNAUTHORIZED"))).toContain("Renew the credentials");
});

test("an error without a code has one by its name where an approval ended it, and is internal otherwise", () => {
  const codes = ["SuspendedDisapproved", "SuspendedTimedOut", "TypeError", "toString", undefined].map(
    codeByName,
  );
  expect(codes).toEqual(["DISAPPROVED", "UNANSWERED", "INTERNAL", "INTERNAL", "INTERNAL"]);
  expect(codes.map(classifyError)).toEqual(["declined", "declined", "defect", "defect", "defect"]);
});
