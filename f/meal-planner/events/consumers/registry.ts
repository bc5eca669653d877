import type { Consumer } from "./consumer.ts";

/** Every inline consumer, by the name that rules use. */
export const CONSUMERS: readonly Consumer[] = [];

export function findConsumer(name: string, consumers: readonly Consumer[] = CONSUMERS): Consumer | undefined {
  return consumers.find((consumer) => consumer.name === name);
}
