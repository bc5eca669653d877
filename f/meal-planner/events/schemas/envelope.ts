import { z } from "zod";

/** Events of our own have a source that begins so; only registered types are taken from such a source. */
export const OWN_SOURCE_PREFIX = "meal-planner.";

/** What EventBridge calls the account and region; both are fixed for a self-hosted bus. */
export const ACCOUNT = "meal-planner";
export const REGION = "local";

/** RFC 3339 in UTC with whole seconds, as EventBridge delivers it: `2026-01-02T16:24:49Z`. */
export const eventTimeSchema = z.iso.datetime({ precision: 0 });

/** A uuid of any version: ours are ULIDs in uuid form, which carry no version bits. */
export const eventIdSchema = z.guid();

/**
 * What ties an event to its chain. `correlation_id` is the same for a whole chain (a flow's run's id where it began in
 * one, unless the caller gave another), `causation_id` is the event that this one reacts to.
 */
export const metadataSchema = z.object({
  correlation_id: eventIdSchema,
  causation_id: eventIdSchema.nullable(),
  schema_version: z.int().min(1),
});
export type EventMetadata = z.infer<typeof metadataSchema>;

/** EventBridge's envelope of a delivered event. `detail` of an event of ours always has `metadata`. */
export const envelopeSchema = z.object({
  version: z.literal("0"),
  id: eventIdSchema,
  "detail-type": z.string().min(1).max(128),
  source: z.string().min(1).max(256),
  account: z.string(),
  time: eventTimeSchema,
  region: z.string(),
  resources: z.array(z.string()),
  detail: z.record(z.string(), z.unknown()),
  "replay-name": z.string().min(1).max(64).optional(),
});
export type EventEnvelope = z.infer<typeof envelopeSchema>;

/** Cuts a moment down to the whole second that envelopes carry. */
export function formatEventTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

export function isOwnSource(source: string): boolean {
  return source.startsWith(OWN_SOURCE_PREFIX);
}

/** The chain that an event stands in. A foreign event without metadata begins a chain of its own. */
export function correlationOf(event: Pick<EventEnvelope, "id" | "detail">): {
  correlationId: string;
  causationId: string | null;
} {
  const metadata = event.detail.metadata as Partial<EventMetadata> | null | undefined;
  const known = (id: unknown) => eventIdSchema.safeParse(id).success;
  return {
    correlationId: known(metadata?.correlation_id) ? metadata!.correlation_id! : event.id,
    causationId: known(metadata?.causation_id) ? metadata!.causation_id! : null,
  };
}
