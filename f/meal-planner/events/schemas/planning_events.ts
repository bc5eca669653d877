import { z } from "zod";
import {
  calendarDate,
  EXAMPLE_HOUSEHOLD,
  EXAMPLE_PLAN,
  householdId,
  planId,
  version,
} from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.planning";

const plan = {
  household_id: householdId,
  plan_id: planId,
  version,
  start_date: calendarDate,
  days: z.int().min(1).max(366),
};

const examplePlan = {
  household_id: EXAMPLE_HOUSEHOLD,
  plan_id: EXAMPLE_PLAN,
  version: 1,
  start_date: "2026-01-05",
  days: 7,
};

export const planningEvents = [
  defineEvent({
    type: "MealPlanCreated",
    source,
    version: 1,
    description: "An empty plan was made, to be filled by hand.",
    usedBy: ["handlers/meal_planning/list_plans"],
    detail: () => z.strictObject(plan),
    example: examplePlan,
  }),
  defineEvent({
    type: "MealPlanGenerated",
    source,
    version: 1,
    description: "The planner composed a plan. `gap` says how near to the best possible it is proven to be.",
    usedBy: ["workflows/weekly_plan"],
    detail: () =>
      z.strictObject({
        ...plan,
        objective: z.number(),
        lower_bound: z.number(),
        gap: z.number().describe("(objective - lower_bound) / objective."),
        status: z.string().min(1).describe("optimal, within_gap or feasible."),
      }),
    example: { ...examplePlan, objective: 12.4, lower_bound: 12.3, gap: 0.008, status: "within_gap" },
  }),
  defineEvent({
    type: "MealPlanUpdated",
    source,
    version: 1,
    description: "Meals of a plan were added, swapped or removed.",
    usedBy: ["update_shopping_list", "request_publishing"],
    detail: () =>
      z.strictObject({
        household_id: householdId,
        plan_id: planId,
        version,
        reason: z.string().min(1),
        meals: z.array(z.strictObject({ date: calendarDate, slot: z.string().min(1) })),
      }),
    example: {
      household_id: EXAMPLE_HOUSEHOLD,
      plan_id: EXAMPLE_PLAN,
      version: 2,
      reason: "meal swapped",
      meals: [{ date: "2026-01-06", slot: "dinner" }],
    },
  }),
  defineEvent({
    type: "MealPlanActivated",
    source,
    version: 1,
    description: "A plan became the one that the household follows.",
    usedBy: ["create_shopping_list", "request_publishing"],
    detail: () => z.strictObject(plan),
    example: examplePlan,
  }),
] as const;
