import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { type EventType, findDefinition, type TypedEvent } from "../schemas/catalogue.ts";
import type { EventEnvelope } from "../schemas/envelope.ts";
import { upcast } from "../schemas/upcast.ts";

/**
 * A reaction inside Postgres. What it writes and the end of the delivery are one transaction, so that its effect
 * happens exactly once. It must have no effect outside of `tx`; a target of type script is for those.
 */
export type Consumer = {
  readonly name: string;
  readonly eventTypes: readonly EventType[];
  react(tx: Tx, event: EventEnvelope): Promise<unknown>;
};

/** Types `react` by the event types that it takes: each event comes with its current version's detail. */
export function defineConsumer<const Type extends EventType>(consumer: {
  name: string;
  eventTypes: readonly Type[];
  react(tx: Tx, event: TypedEvent<Type>): Promise<unknown>;
}): Consumer {
  const { name, eventTypes } = consumer;
  return { name, eventTypes, react: (tx, event) => consumer.react(tx, event as TypedEvent<Type>) };
}

/**
 * Lets a consumer react to one event, brought up to its current version.
 *
 * @throws InvalidInput where the event isn't of a type that the consumer takes, or only has the name of one.
 */
export async function react(tx: Tx, consumer: Consumer, event: EventEnvelope): Promise<void> {
  const type = event["detail-type"];
  const isOurs = findDefinition(type)?.source === event.source;
  if (!isOurs || !consumer.eventTypes.some((known) => known === type)) {
    throw new InvalidInput([
      {
        path: "event.detail-type",
        message: `${consumer.name} takes ${consumer.eventTypes.join(", ")}, not ${type} from ${event.source}; correct the rule's pattern`,
      },
    ]);
  }
  await consumer.react(tx, upcast(event));
}
