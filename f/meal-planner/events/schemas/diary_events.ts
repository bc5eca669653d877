import { z } from "zod";
import {
  calendarDate,
  EXAMPLE_HOUSEHOLD,
  EXAMPLE_PERSON,
  EXAMPLE_PLAN,
  householdId,
  personId,
  planId,
  version,
} from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.diary";

const entry = {
  household_id: householdId,
  person_id: personId,
  entry_id: z.guid(),
  date: calendarDate,
  energy_kcal: z.number().min(0).nullable(),
  origin: z.string().min(1).describe("Where it came from, such as manual, plan or fatsecret."),
};

const meal = {
  slot: z.string().min(1).nullable().describe("The meal of the day, where it was said."),
  planned_meal: z
    .strictObject({ plan_id: planId, date: calendarDate, position: z.int().min(0) })
    .nullable()
    .describe("The planned meal that was eaten; null where it is none, or isn't known to be one."),
};

const exampleEntry = {
  household_id: EXAMPLE_HOUSEHOLD,
  person_id: EXAMPLE_PERSON,
  entry_id: "0192f5a0-0000-7000-8000-000000000006",
  date: "2026-01-05",
  energy_kcal: 320,
  origin: "manual",
};

export const diaryEvents = [
  defineEvent({
    type: "DiaryEntryLogged",
    source,
    version: 2,
    description: "Something was eaten: logged by hand, from the plan, or read from FatSecret.",
    usedBy: ["handlers/nutrition/get_progress"],
    detail: () => z.strictObject({ ...entry, version, ...meal }),
    example: {
      ...exampleEntry,
      origin: "plan",
      version: 1,
      slot: "lunch",
      planned_meal: { plan_id: EXAMPLE_PLAN, date: "2026-01-05", position: 1 },
    },
    upcasts: {
      // An entry begins at version 1. Which meal it was wasn't told then: the diary knows.
      1: {
        upcast: (detail) => ({ ...detail, version: 1, slot: null, planned_meal: null }),
        example: exampleEntry,
      },
    },
  }),
  defineEvent({
    type: "DiaryEntryChanged",
    source,
    version: 1,
    description: "An entry of the diary was corrected: its amount, its day, its meal or what was eaten.",
    usedBy: ["handlers/nutrition/get_progress"],
    detail: () =>
      z.strictObject({
        ...entry,
        version,
        ...meal,
        previous_date: calendarDate.describe("The day that it was on before; the same where it stayed."),
        changed: z.array(z.string().min(1)).min(1).describe("Names of the changed fields, such as portion."),
      }),
    example: {
      ...exampleEntry,
      version: 2,
      slot: "snack",
      planned_meal: null,
      previous_date: "2026-01-05",
      changed: ["grams", "nutrients"],
    },
  }),
  defineEvent({
    type: "DiaryEntryDeleted",
    source,
    version: 1,
    description: "An entry was taken out of the diary: it wasn't eaten after all.",
    usedBy: ["handlers/nutrition/get_progress"],
    detail: () => z.strictObject({ ...entry, version, ...meal }),
    example: { ...exampleEntry, version: 2, slot: null, planned_meal: null },
  }),
] as const;
