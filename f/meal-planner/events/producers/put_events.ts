import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { isObject } from "./pattern_parser.ts";
import { type EntryError, hasRequiredFields, readEntry } from "./put_events_entry.ts";
import { writeEvents } from "./write_events.ts";
import type { PendingEvent } from "./write_statements.ts";

export type PutEventsAnswer = { FailedEntryCount: number; Entries: ({ EventId: string } | EntryError)[] };

const MAX_ENTRIES = 10;
const MAX_ENTRIES_OF_A_BATCH = 1000;
const MAX_BYTES = 1024 * 1024;
const BYTES_OF_TIME = 14;

export const putEventsInput = z.strictObject({
  entries: z.array(z.unknown()).describe("1 to 10 entries as EventBridge's PutEvents takes them."),
  batch: z
    .boolean()
    .default(false)
    .describe("Beyond EventBridge: take up to 1,000 entries in one call, each 1 MB in all. Default false."),
});

/**
 * PutEvents with EventBridge's limits: each entry is judged by itself, a bad one fails alone with a code and a
 * message. Written in the caller's transaction, if there is one; answers in the order of the entries.
 *
 * @throws InvalidInput where the call fails as a whole: no entry or more than 10 (1,000 in a batch), more than 1 MB
 *   in all (of one entry in a batch), or not a single entry with Source, DetailType and Detail.
 */
export async function putEvents(
  db: Queryable,
  entries: readonly unknown[],
  options: { batch?: boolean } = {},
): Promise<PutEventsAnswer> {
  checkCall(entries, options.batch ?? false);
  const read = entries.map(readEntry);
  const ids = await writeEvents(db, read.filter(isPending));
  let written = 0;
  const Entries = read.map((one) => (isPending(one) ? { EventId: ids[written++]! } : one));
  return { FailedEntryCount: read.length - written, Entries };
}

function isPending(read: PendingEvent | EntryError): read is PendingEvent {
  return !("ErrorCode" in read);
}

function checkCall(entries: readonly unknown[], batch: boolean): void {
  const most = batch ? MAX_ENTRIES_OF_A_BATCH : MAX_ENTRIES;
  if (entries.length < 1 || entries.length > most) {
    fail(`must have 1 to ${most} entries, not ${entries.length}; split the call`);
  }
  const sizes = entries.map(sizeOf);
  const size = batch ? Math.max(...sizes) : sizes.reduce((sum, one) => sum + one, 0);
  if (size > MAX_BYTES)
    fail(`must be at most ${MAX_BYTES} bytes, not ${size}; send less, or a reference to it`);
  if (!entries.some(hasRequiredFields))
    fail("must have at least one entry with Source, DetailType and Detail");
}

function fail(message: string): never {
  throw new InvalidInput([{ path: "entries", message }]);
}

/** EventBridge's size of an entry: the bytes of its texts, and 14 for a Time. */
function sizeOf(entry: unknown): number {
  if (!isObject(entry)) return 0;
  const bytes = (value: unknown) => {
    if (value === undefined || value === null) return 0;
    return Buffer.byteLength(typeof value === "string" ? value : JSON.stringify(value));
  };
  const resources = Array.isArray(entry.Resources) ? entry.Resources : [];
  return [entry.Source, entry.DetailType, entry.Detail, ...resources].reduce<number>(
    (sum, value) => sum + bytes(value),
    entry.Time === undefined || entry.Time === null ? 0 : BYTES_OF_TIME,
  );
}
