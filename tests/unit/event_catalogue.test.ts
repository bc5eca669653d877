import { describe, expect, test } from "vitest";
import { z } from "zod";
import { main as catalogue } from "../../f/meal-planner/events/schemas/catalogue/script.ts";
import { EVENT_DEFINITIONS, EVENT_TYPES } from "../../f/meal-planner/events/schemas/catalogue.ts";
import type { EventEnvelope } from "../../f/meal-planner/events/schemas/envelope.ts";
import { defineEvent, type EventDefinition } from "../../f/meal-planner/events/schemas/event_definition.ts";
import { upcast } from "../../f/meal-planner/events/schemas/upcast.ts";

const NEEDED = `RecipeCreated RecipeUpdated RecipeDeleted RecipeImported NutritionCalculated NutritionGoalSet
  NutritionGoalMet NutritionGoalMissed MealPlanCreated MealPlanGenerated MealPlanUpdated MealPlanActivated
  ShoppingListCreated ShoppingListUpdated ShoppingListCompleted DiaryEntryLogged DiaryEntryChanged
  DiaryEntryDeleted PersonChanged HouseholdChanged FatSecretSyncStarted
  FatSecretSyncCompleted TandoorImportStarted TandoorImportCompleted TandoorExportCompleted EventDeadLettered
  CircuitOpened CircuitClosed SagaCompleted SagaCompensated SagaStuck`.split(/\s+/);

test("the catalogue has every type of the design, each once", () => {
  expect([...EVENT_TYPES].sort()).toEqual([...new Set([...EVENT_TYPES, ...NEEDED])].sort());
});

const definitions: readonly EventDefinition[] = EVENT_DEFINITIONS;

describe.each(definitions.map((definition) => [definition.type, definition] as const))(
  "%s",
  (_, definition) => {
    test("has a valid example, and refuses a field that it doesn't know", () => {
      expect(definition.detail.safeParse(definition.example)).toMatchObject({ success: true });
      expect(definition.detail.safeParse({ ...Object(definition.example), surprise: 1 }).success).toBe(false);
    });

    test("comes from a source of ours, says what it is, and who uses it", () => {
      expect(definition.source).toMatch(/^meal-planner\.[a-z_]+$/);
      expect(definition.description.length).toBeGreaterThan(10);
      expect(definition.usedBy.length).toBeGreaterThan(0);
    });

    test("has an upcast from every older version, each ending in a valid detail", () => {
      const older = Array.from({ length: definition.version - 1 }, (_, at) => at + 1);
      expect(Object.keys(definition.upcasts ?? {}).map(Number)).toEqual(older);
      for (const version of older) {
        const event = eventOf(definition, definition.upcasts![version]!.example, version);
        const { metadata, ...detail } = upcast(event).detail;
        expect(definition.detail.safeParse(detail)).toMatchObject({ success: true });
        expect(metadata).toMatchObject({ schema_version: definition.version });
      }
    });
  },
);

test("the script gives JSON Schema and an example for one type", async () => {
  const { events } = await catalogue("RecipeCreated");
  expect(events).toMatchObject([
    {
      type: "RecipeCreated",
      source: "meal-planner.recipes",
      version: 1,
      json_schema: {
        type: "object",
        additionalProperties: false,
        properties: { name: { type: "string" }, metadata: { type: "object" } },
        required: ["household_id", "recipe_id", "version", "name"],
      },
      example: { name: "Lentil soup" },
    },
  ]);
});

test("the script refuses a type that isn't there, and names those that are", async () => {
  await expect(catalogue("RecipeEaten")).rejects.toMatchObject({
    code: "NOT_FOUND",
    message: expect.stringContaining("RecipeCreated"),
  });
});

// One step is all that types of ours have needed: a made-up one shows that several are taken in order.
const changedTwice = defineEvent({
  type: "Changed",
  source: "meal-planner.tests",
  version: 3,
  description: "A type in its third version.",
  usedBy: ["this test"],
  detail: z.strictObject({ grams: z.number(), unit: z.literal("gram") }),
  example: { grams: 1, unit: "gram" },
  upcasts: {
    1: { upcast: ({ kilos }) => ({ grams: Number(kilos) * 1000 }), example: { kilos: 2 } },
    2: { upcast: (detail) => ({ ...detail, unit: "gram" }), example: { grams: 5 } },
  },
});

function eventOf(
  definition: EventDefinition,
  detail: Record<string, unknown>,
  version: number,
): EventEnvelope {
  const id = "0192f5a0-0000-7000-8000-000000000001";
  return {
    version: "0",
    id,
    "detail-type": definition.type,
    source: definition.source,
    account: "a",
    region: "r",
    time: "2026-01-02T03:04:05Z",
    resources: [],
    detail: { ...detail, metadata: { correlation_id: id, causation_id: null, schema_version: version } },
  };
}

test("an event of an older version is brought up to date step by step", () => {
  const read = (detail: Record<string, unknown>, version: number) =>
    upcast(eventOf(changedTwice, detail, version), () => changedTwice).detail;
  expect(read({ kilos: 2 }, 1)).toMatchObject({ grams: 2000, unit: "gram", metadata: { schema_version: 3 } });
  expect(read({ grams: 5 }, 2)).toMatchObject({ grams: 5, unit: "gram" });
  expect(read({ grams: 7, unit: "gram" }, 3)).toMatchObject({ grams: 7, unit: "gram" });
});

test("an entry logged before its meal was told is read with what is known of it", () => {
  const definition = definitions.find(({ type }) => type === "DiaryEntryLogged")!;
  const { detail } = upcast(eventOf(definition, definition.upcasts![1]!.example, 1));
  expect(detail).toMatchObject({
    version: 1,
    slot: null,
    planned_meal: null,
    metadata: { schema_version: 2 },
  });
});

test("an event that is newer than the code is refused rather than misread", () => {
  expect(() => upcast(eventOf(changedTwice, {}, 4), () => changedTwice)).toThrow(/newer than this code/);
});
