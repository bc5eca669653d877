import type { IdempotentOperation } from "./idempotent_operation.ts";

const lastReplayed = new WeakSet<IdempotentOperation>();

/**
 * Whether this process's last call of the operation was a repeat. Then the next one probably is, too, and looks the
 * record up before it asks to be the first: that costs half as much. A guess, good or bad, changes no answer.
 */
export function expectsRepeat(operation: IdempotentOperation): boolean {
  return lastReplayed.has(operation);
}

export function noteOutcome(operation: IdempotentOperation, outcome: "ran" | "replayed"): void {
  if (outcome === "replayed") lastReplayed.add(operation);
  else lastReplayed.delete(operation);
}
