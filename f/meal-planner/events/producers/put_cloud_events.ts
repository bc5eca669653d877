import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { cloudEventEntry } from "../schemas/cloud_event.ts";
import { type PutEventsAnswer, putEvents } from "./put_events.ts";

export const putCloudEventsInput = z.strictObject({
  events: z.array(z.unknown()).min(1).max(1000).describe("1 to 1,000 CloudEvents 1.0 in structured JSON."),
});

/**
 * Puts CloudEvents on the bus, each judged by itself as an entry of PutEvents is.
 *
 * @throws InvalidInput where one isn't a CloudEvent; nothing is written then.
 */
export async function putCloudEvents(db: Queryable, events: readonly unknown[]): Promise<PutEventsAnswer> {
  return putEvents(db, events.map(cloudEventEntry), { batch: true });
}
