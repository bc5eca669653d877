import { z } from "zod";
import { inTransaction, type Postgresql, type Tx } from "../../database/connection.ts";
import { parseInput } from "../../database/parse_input.ts";
import { findEvent } from "../producers/archived_event.ts";
import { findDefinition } from "../schemas/catalogue.ts";
import { type EventEnvelope, envelopeSchema, eventIdSchema } from "../schemas/envelope.ts";
import { type Consumer, react } from "./consumer.ts";

const inputSchema = z.object({
  event: z
    .union([z.strictObject({ id: eventIdSchema }), envelopeSchema])
    .describe("An event's envelope, or {id} of an event in the archive."),
});

/**
 * Runs a consumer by hand on one event, in a transaction of its own. The doors of consumers call this. It runs
 * whether or not the event was delivered before.
 *
 * @throws InvalidInput where the event is none, its detail doesn't fit, or the consumer doesn't take its type.
 * @throws NotFound where only an id is given and the archive doesn't have it.
 */
export async function runConsumer(
  db: Postgresql | undefined,
  consumer: Consumer,
  given: unknown,
): Promise<{ consumer: string; event_id: string }> {
  const { event } = parseInput(inputSchema, { event: given });
  return inTransaction(db, async (tx) => {
    const envelope = await completeEvent(tx, event);
    await react(tx, consumer, envelope);
    return { consumer: consumer.name, event_id: envelope.id };
  });
}

async function completeEvent(tx: Tx, event: { id: string } | EventEnvelope): Promise<EventEnvelope> {
  if (!("source" in event)) return findEvent(tx, event.id);
  const definition = findDefinition(event["detail-type"]);
  const { metadata, ...detail } = event.detail;
  if (definition && isCurrent(metadata, definition.version)) {
    parseInput(z.object({ event: z.object({ detail: definition.detail }) }), { event: { detail } });
  }
  return event;
}

// An older version is checked by its upcasts' tests, not by the schema of the current one.
function isCurrent(metadata: unknown, version: number): boolean {
  const written = (metadata as { schema_version?: unknown } | undefined)?.schema_version;
  return written === undefined || written === version;
}
