import { z } from "zod";
import { count, EXAMPLE_HOUSEHOLD, EXAMPLE_PLAN, householdId, planId, version } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const source = "meal-planner.publishing";

const plan = { household_id: householdId, plan_id: planId, version };
const examplePlan = { household_id: EXAMPLE_HOUSEHOLD, plan_id: EXAMPLE_PLAN, version: 2 };

export const publishingEvents = [
  defineEvent({
    type: "PlanPublishingRequested",
    source,
    version: 1,
    description:
      "A plan that the household publishes by itself was activated, changed or cancelled, or its shopping list changed.",
    usedBy: ["publish_plan"],
    detail: () =>
      z.strictObject({
        ...plan,
        because: z.string().min(1).describe("The type of the event that asked for it."),
      }),
    example: { ...examplePlan, because: "MealPlanActivated" },
  }),
  defineEvent({
    type: "PlanPublished",
    source,
    version: 1,
    description:
      "What is published of a plan was written or taken back; nothing is told where all was as it should be.",
    usedBy: ["apps/planner"],
    detail: () =>
      z.strictObject({
        ...plan,
        saga_id: z.guid().describe("The publication; patterns/saga/status shows its course."),
        targets: z.array(z.string().min(1)).describe("Where: tandoor_meal_plan, tandoor_shopping …"),
        created: count,
        updated: count,
        removed: count,
        unchanged: count,
      }),
    example: {
      ...examplePlan,
      saga_id: "0192f5a0-0000-7000-8000-000000000008",
      targets: ["tandoor_meal_plan", "tandoor_shopping"],
      created: 2,
      updated: 1,
      removed: 0,
      unchanged: 60,
    },
  }),
] as const;
