// Grows with every id of this process, so that ids made in the same millisecond keep their order.
let counter = Math.floor(Math.random() * 0x1000000);

const RANDOM_DIGITS = 12;
const pool = new Uint8Array(6 * 512);
let digits = "";
let used = 0;

/**
 * A new id: a UUIDv7 (RFC 9562, 5.7; a ULID in uuid form with the version and variant bits), so that ids sort by
 * the time they were made, and those of one process in the order they were made in.
 */
export function newId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  return formatUuid(time + newIdSuffix());
}

/** The 20 hex digits that follow the 12 of the milliseconds. For ids whose time the database's clock sets. */
export function newIdSuffix(): string {
  counter = (counter + 1) & 0x3ffffff;
  const high = (0x7000 | (counter >> 14)).toString(16);
  const low = (0x8000 | (counter & 0x3fff)).toString(16);
  return high + low + randomDigits();
}

export function formatUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// Drawn in bulk: a draw for each id costs more than all the rest of it.
function randomDigits(): string {
  if (used === digits.length) {
    crypto.getRandomValues(pool);
    digits = Array.from(pool, (byte) => byte.toString(16).padStart(2, "0")).join("");
    used = 0;
  }
  used += RANDOM_DIGITS;
  return digits.slice(used - RANDOM_DIGITS, used);
}
