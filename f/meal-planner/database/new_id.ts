import { ulid, ulidToUUID } from "ulid";

/** A new id: a ULID in uuid form, so that ids sort by the time they were made (millisecond precision). */
export function newId(): string {
  return ulidToUUID(ulid()).toLowerCase();
}
