import { z } from "zod";
import { count } from "./detail_fields.ts";
import { defineEvent } from "./event_definition.ts";

const code = z.string().min(1).max(100).describe("The error's code, such as UPSTREAM_UNAVAILABLE.");

const circuit = {
  name: z.string().min(1).describe("The circuit: one for each dependency."),
  generation: z.int().min(0).describe("Grows with every change of state."),
};
const exampleCircuit = { name: "fatsecret", generation: 4 };

const saga = {
  saga_id: z.guid(),
  definition: z.string().min(1),
  version: z.int().min(1).describe("The version of the definition that the saga is pinned to."),
};
const exampleSaga = {
  saga_id: "0192f5a0-0000-7000-8000-000000000008",
  definition: "publish_plan",
  version: 1,
};

export const operationsEvents = [
  defineEvent({
    type: "EventDeadLettered",
    source: "meal-planner.dlq",
    version: 1,
    description: "A delivery was given up after its last try, and waits for someone to look at it.",
    usedBy: ["alert_operator"],
    detail: () =>
      z.strictObject({
        dead_letter_id: z.guid(),
        event_id: z.guid().nullable().describe("The event that wasn't delivered; null where a job failed."),
        detail_type: z.string().min(1).nullable(),
        rule: z.string().min(1).nullable(),
        target: z.string().min(1),
        code,
        attempts: count,
      }),
    example: {
      dead_letter_id: "0192f5a0-0000-7000-8000-000000000009",
      event_id: "0192f5a0-0000-7000-8000-00000000000a",
      detail_type: "MealPlanActivated",
      rule: "shopping-list-for-active-plan",
      target: "create_shopping_list",
      code: "UPSTREAM_UNAVAILABLE",
      attempts: 6,
    },
  }),
  defineEvent({
    type: "CircuitOpened",
    source: "meal-planner.circuit_breaker",
    version: 1,
    description: "Calls to a dependency are refused for a while, because too many failed or were slow.",
    usedBy: ["alert_operator"],
    detail: () =>
      z.strictObject({
        ...circuit,
        reason: z.string().min(1).describe("failure_rate, slow_call_rate, half_open_failure or forced."),
        open_seconds: z.number().min(0).nullable().describe("How long it stays open; null where forced."),
      }),
    example: { ...exampleCircuit, reason: "failure_rate", open_seconds: 60 },
  }),
  defineEvent({
    type: "CircuitClosed",
    source: "meal-planner.circuit_breaker",
    version: 1,
    description: "Calls to a dependency are let through again.",
    usedBy: ["alert_operator"],
    detail: () => z.strictObject({ ...circuit, reason: z.string().min(1).describe("recovered or forced.") }),
    example: { ...exampleCircuit, generation: 6, reason: "recovered" },
  }),
  defineEvent({
    type: "SagaCompleted",
    source: "meal-planner.saga",
    version: 1,
    description: "Every step of a saga succeeded.",
    usedBy: ["patterns/saga/status"],
    detail: () => z.strictObject(saga),
    example: exampleSaga,
  }),
  defineEvent({
    type: "SagaCompensated",
    source: "meal-planner.saga",
    version: 1,
    description: "A step failed and everything before it was undone.",
    usedBy: ["alert_operator"],
    detail: () =>
      z.strictObject({ ...saga, step: z.string().min(1).describe("The step that failed."), code }),
    example: { ...exampleSaga, step: "upload_diary", code: "UPSTREAM_REJECTED" },
  }),
  defineEvent({
    type: "SagaStuck",
    source: "meal-planner.saga",
    version: 1,
    description: "A compensation failed for good; an operator has to resolve the saga.",
    usedBy: ["alert_operator"],
    detail: () =>
      z.strictObject({ ...saga, step: z.string().min(1).describe("The step that can't go on."), code }),
    example: { ...exampleSaga, step: "publish_to_tandoor", code: "UNAUTHORIZED" },
  }),
] as const;
