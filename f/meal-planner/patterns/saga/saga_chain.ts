import { type Chain, currentChain } from "../../events/producers/chain_scope.ts";
import { correlationOf, type EventEnvelope } from "../../events/schemas/envelope.ts";

/** The event that a saga reacts to, for the chain of its own events. */
export type SagaCause = Pick<EventEnvelope, "id" | "detail">;

/**
 * The chain that a saga's events belong to: of the event that it reacts to, else of whoever starts it, such as a flow's run.
 * It is kept with the saga, for whoever carries it on later does so in a run of their own.
 */
export function chainOfStart(cause: SagaCause | undefined): Chain {
  if (cause) return chainOf(cause, correlationOf(cause).correlationId);
  return { ...currentChain(), causationId: null };
}

/** Of a saga from before the correlation id was kept, and without a cause: its own id. */
export function chainOfSaga(saga: {
  id: string;
  cause: SagaCause | null;
  correlation_id: string | null;
}): Chain {
  const { id, cause, correlation_id } = saga;
  return chainOf(cause, correlation_id ?? (cause ? correlationOf(cause).correlationId : id));
}

function chainOf(cause: SagaCause | null, correlationId: string): Chain {
  return { correlationId, causationId: cause?.id ?? null };
}
