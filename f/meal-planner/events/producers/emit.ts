import type { Queryable } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { formatPath } from "../../database/parse_input.ts";
import { type DetailOf, type EventType, findDefinition } from "../schemas/catalogue.ts";
import { correlationOf, type EventEnvelope, eventTimeSchema } from "../schemas/envelope.ts";
import { type Chain, currentChain } from "./chain_scope.ts";
import { writeEvents } from "./write_events.ts";
import type { PendingEvent } from "./write_statements.ts";

/** An event to be: its type and what its detail says, without the metadata. */
export type NewEvent = {
  [Type in EventType]: {
    type: Type;
    detail: DetailOf<Type>;
    /** What it is about, as EventBridge's `resources`. Default none. */
    resources?: readonly string[];
    /** When it happened, RFC 3339 in UTC with whole seconds. Default: the database's time of the call. */
    time?: string;
  };
}[EventType];

/**
 * Writes events, and the deliveries that rules ask for, into the caller's transaction: they commit with the change
 * that they tell of, or not at all. Given the database itself they commit at once: for news of no change in it.
 *
 * @param cause The event being reacted to: the new ones carry on its correlation id and name it as their cause.
 *   Without one, they belong to the work that this is a part of (`inChain`), else to the flow run that this is a step of;
 *   outside of both, a call's events share a new id.
 * @returns The new ids, in order.
 * @throws InvalidInput where a detail doesn't fit its schema; nothing is written then.
 */
export async function emit(
  db: Queryable,
  events: readonly NewEvent[],
  cause?: Pick<EventEnvelope, "id" | "detail">,
): Promise<string[]> {
  const chain = cause
    ? { correlationId: correlationOf(cause).correlationId, causationId: cause.id }
    : currentChain();
  return writeEvents(
    db,
    events.map((event) => prepare(event, chain)),
  );
}

function prepare(event: NewEvent, chain: Chain): PendingEvent {
  const definition = findDefinition(event.type);
  if (!definition) {
    throw new InvalidInput([
      { path: "type", message: `${event.type} isn't in the catalogue; register it there` },
    ]);
  }
  const parsed = definition.detail.safeParse(event.detail);
  if (!parsed.success) {
    throw new InvalidInput(
      parsed.error.issues.map(({ path, message }) => ({
        path: formatPath([event.type, "detail", ...path]),
        message,
      })),
    );
  }
  if (event.time !== undefined && !eventTimeSchema.safeParse(event.time).success) {
    throw new InvalidInput([
      { path: `${event.type}.time`, message: "must look like 2026-01-02T16:24:49Z: UTC, whole seconds" },
    ]);
  }
  const metadata = {
    correlation_id: chain.correlationId,
    causation_id: chain.causationId,
    schema_version: definition.version,
  };
  return {
    detailType: definition.type,
    source: definition.source,
    detail: { ...parsed.data, metadata },
    resources: event.resources,
    time: event.time,
    ...chain,
  };
}
