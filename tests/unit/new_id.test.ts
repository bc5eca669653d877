import { decodeTime, uuidToULID } from "ulid";
import { expect, test } from "vitest";
import { z } from "zod";
import { newId } from "../../f/meal-planner/database/new_id.ts";

test("an id is a uuid that, read as a ULID, tells when it was made", () => {
  const before = Date.now();
  const id = newId();
  const made = decodeTime(uuidToULID(id));
  expect(z.uuidv7().safeParse(id).success).toBe(true);
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThanOrEqual(Date.now());
});

test("100,000 ids of one process differ, and sort by when they were made", () => {
  const ids = Array.from({ length: 100_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  const milliseconds = ids.map((id) => decodeTime(uuidToULID(id)));
  expect(milliseconds).toEqual([...milliseconds].sort((a, b) => a - b));
});
