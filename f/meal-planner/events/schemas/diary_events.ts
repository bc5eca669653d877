import { z } from "zod";
import { calendarDate, EXAMPLE_HOUSEHOLD, EXAMPLE_PERSON, householdId, personId } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

export const diaryEvents = [
  defineEvent({
    type: "DiaryEntryLogged",
    source: "meal-planner.diary",
    version: 1,
    description: "Something was eaten: logged by hand, from the plan, or read from FatSecret.",
    usedBy: ["handlers/nutrition/get_progress"],
    detail: z.strictObject({
      household_id: householdId,
      person_id: personId,
      entry_id: z.guid(),
      date: calendarDate,
      energy_kcal: z.number().min(0).nullable(),
      origin: z.string().min(1).describe("Where it came from, such as manual, plan or fatsecret."),
    }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      person_id: EXAMPLE_PERSON,
      entry_id: "0192f5a0-0000-7000-8000-000000000006",
      date: "2026-01-05",
      energy_kcal: 320,
      origin: "manual",
    },
  }),
] as const;
