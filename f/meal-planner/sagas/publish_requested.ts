import { z } from "zod";
import type { Database } from "../database/connection.ts";
import { parseInput } from "../database/parse_input.ts";
import { findEvent } from "../events/producers/archived_event.ts";
import { envelopeSchema, eventIdSchema } from "../events/schemas/envelope.ts";
import type { SagaRegistry } from "../patterns/saga/saga_definition.ts";
import { describePublication, type Publication } from "./describe_publication.ts";
import { startPublishing } from "./start_publishing.ts";

export const publishRequestedInput = z.strictObject({
  event: z.union([z.strictObject({ id: eventIdSchema }), envelopeSchema]),
  idempotency_key: z.string().max(1000).optional(),
});

const wanted = z.object({
  event: z.object({
    "detail-type": z.literal("PlanPublishingRequested", {
      error: "Only PlanPublishingRequested asks for a publication.",
    }),
    detail: z.object({ household_id: z.guid(), plan_id: z.guid() }),
  }),
});

/**
 * Publishes the plan that an event asks for, as the plan is now: of several requests that come while it is being changed,
 * the first does it and the others find it done.
 *
 * @throws InvalidInput where the event is none of PlanPublishingRequested; NotFound where only an id is given and the
 *   archive doesn't have it.
 */
export async function publishRequested(
  database: Database,
  registry: SagaRegistry,
  request: z.output<typeof publishRequestedInput>,
): Promise<Publication> {
  const given = request.event;
  const event = "source" in given ? given : await findEvent(database, given.id);
  const { plan_id, household_id } = parseInput(wanted, { event }).event.detail;
  const start = { plan_id, household_id, again: false, cause: event };
  return describePublication(await startPublishing(database, registry, start));
}
