import { z } from "zod";
import { NotFound } from "../../database/errors.ts";
import { diaryEvents } from "./diary_events.ts";
import { type EventEnvelope, metadataSchema } from "./envelope.ts";
import type { EventDefinition } from "./event_definition.ts";
import { foodEvents } from "./food_events.ts";
import { householdEvents } from "./household_events.ts";
import { nutritionEvents } from "./nutrition_events.ts";
import { operationsEvents } from "./operations_events.ts";
import { planningEvents } from "./planning_events.ts";
import { publishingEvents } from "./publishing_events.ts";
import { recipeEvents } from "./recipe_events.ts";
import { shoppingEvents } from "./shopping_events.ts";
import { syncEvents } from "./sync_events.ts";

/** Every event type of our own, in the order in which a week goes through them. */
export const EVENT_DEFINITIONS = [
  ...recipeEvents,
  ...foodEvents,
  ...householdEvents,
  ...nutritionEvents,
  ...planningEvents,
  ...shoppingEvents,
  ...diaryEvents,
  ...publishingEvents,
  ...syncEvents,
  ...operationsEvents,
] as const;

type Definition = (typeof EVENT_DEFINITIONS)[number];

export type EventType = Definition["type"];

/** What an event's detail says, without the metadata. */
export type DetailOf<Type extends EventType> = z.infer<Extract<Definition, { type: Type }>["detail"]>;

/** An envelope whose detail is known by its type, as a consumer gets it. */
export type TypedEvent<Type extends EventType = EventType> = {
  [T in Type]: Omit<EventEnvelope, "detail" | "detail-type"> & {
    "detail-type": T;
    detail: DetailOf<T> & { metadata: z.infer<typeof metadataSchema> };
  };
}[Type];

const BY_TYPE: ReadonlyMap<string, EventDefinition> = new Map(
  EVENT_DEFINITIONS.map((definition) => [definition.type, definition as EventDefinition]),
);

export const EVENT_TYPES: readonly EventType[] = EVENT_DEFINITIONS.map((definition) => definition.type);

export function findDefinition(type: string): EventDefinition | undefined {
  return BY_TYPE.get(type);
}

export type CatalogueEntry = {
  type: string;
  source: string;
  version: number;
  description: string;
  used_by: string[];
  json_schema: Record<string, unknown>;
  example: Record<string, unknown>;
};

export const catalogueInput = z.strictObject({
  type: z.string().min(1).optional().describe("Only this event type, such as RecipeCreated."),
});

/**
 * The catalogue as plain data: for each type the JSON Schema (2020-12) of its detail with the metadata, and an example.
 *
 * @throws NotFound where `type` is given and isn't registered.
 */
export function describeCatalogue(type?: string): { events: CatalogueEntry[] } {
  const wanted = EVENT_DEFINITIONS.filter((definition) => type === undefined || definition.type === type);
  if (wanted.length === 0) {
    throw new NotFound("event type", String(type), `Known are ${EVENT_TYPES.join(", ")}.`);
  }
  return { events: wanted.map(describe) };
}

function describe(definition: EventDefinition): CatalogueEntry {
  const schema = z.toJSONSchema(definition.detail, { io: "input" });
  // Emit adds the metadata, so that it is allowed but never asked for.
  const properties = { ...schema.properties, metadata: z.toJSONSchema(metadataSchema, { io: "input" }) };
  return {
    type: definition.type,
    source: definition.source,
    version: definition.version,
    description: definition.description,
    used_by: [...definition.usedBy],
    json_schema: { ...schema, properties },
    example: definition.example as Record<string, unknown>,
  };
}
