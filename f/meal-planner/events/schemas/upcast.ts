import { Inconsistent } from "../../database/errors.ts";
import { findDefinition } from "./catalogue.ts";
import { type EventEnvelope, isOwnSource, metadataSchema } from "./envelope.ts";
import type { Detail, EventDefinition } from "./event_definition.ts";

/**
 * Brings an archived event of ours to its type's current version, one step a version; anything else is returned as
 * it is. The archive keeps what was written: this happens on reading.
 *
 * @throws Inconsistent where the event is newer than this code, or a step is missing from the catalogue.
 */
export function upcast(
  event: EventEnvelope,
  find: (type: string) => EventDefinition | undefined = findDefinition,
): EventEnvelope {
  const definition = isOwnSource(event.source) ? find(event["detail-type"]) : undefined;
  if (!definition) return event;
  const written = (event.detail.metadata as { schema_version?: unknown } | null | undefined)?.schema_version;
  if (written === definition.version) return event;
  const metadata = metadataSchema.safeParse(event.detail.metadata);
  if (!metadata.success) return event;
  const { metadata: _, ...detail } = event.detail;
  return {
    ...event,
    detail: {
      ...upcastDetail(definition, detail, metadata.data.schema_version),
      metadata: { ...metadata.data, schema_version: definition.version },
    },
  };
}

/** A detail of version `from` as one of the definition's current version. */
export function upcastDetail(definition: EventDefinition, detail: Detail, from: number): Detail {
  if (from > definition.version) {
    throw new Inconsistent(
      `A ${definition.type} of version ${from} is newer than this code, which knows ${definition.version}. Deploy the newer code.`,
    );
  }
  let current = detail;
  for (let version = from; version < definition.version; version++) {
    const step = definition.upcasts?.[version];
    if (!step) {
      throw new Inconsistent(
        `The catalogue can't bring ${definition.type} from version ${version} to ${version + 1}. Add the upcast.`,
      );
    }
    current = step.upcast(current);
  }
  return current;
}
