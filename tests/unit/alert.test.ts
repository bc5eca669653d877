import { expect, test } from "vitest";
import { decideAlerts, wordAlerts } from "../../f/meal-planner/patterns/alerts/alert.ts";

const since = "2026-03-01T12:00:00Z";
const trouble = (subject: string, count: number, is_settling = false) => ({
  kind: "dead_letters" as const,
  subject,
  count,
  since,
  is_settling,
});
const told = (subject: string, count: number, told_seconds_ago: number) => ({
  kind: "dead_letters" as const,
  subject,
  count,
  told_seconds_ago,
});
const news = (...given: Parameters<typeof decideAlerts>) =>
  decideAlerts(...given).map((a) => `${a.news} ${a.subject}`);

test("a new group is told at once, one that grows only after the quiet period", () => {
  expect(news([trouble("a", 1)], [], 60)).toEqual(["raised a"]);
  expect(news([trouble("a", 9)], [told("a", 1, 59)], 60)).toEqual([]);
  expect(news([trouble("a", 9)], [told("a", 1, 60)], 60)).toEqual(["grown a"]);
  expect(news([trouble("a", 1)], [told("a", 1, 999)], 60)).toEqual([]);
});

test("a group that is gone has recovered; one that is settling is no news either way", () => {
  expect(news([], [told("a", 1, 0)], 60)).toEqual(["recovered a"]);
  expect(news([trouble("a", 0, true)], [told("a", 1, 999)], 60)).toEqual([]);
});

test("a message has one line a group", () => {
  const alerts = decideAlerts([trouble("export (TIMEOUT)", 2)], [told("b", 1, 0)], 60);
  expect(wordAlerts(alerts)).toBe(
    `New: 2 dead letters for export (TIMEOUT), since ${since}\nRecovered: dead letters, b`,
  );
});
