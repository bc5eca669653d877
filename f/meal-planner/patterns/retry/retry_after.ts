const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// The three forms of HTTP-date that RFC 9110, 5.6.7 has a recipient accept. `Date.parse` isn't used: engines
// differ on the two old ones, and it also takes text that is no HTTP-date at all.
const DATE_FORMS = [
  /^\w{3}, (?<day>\d{2}) (?<month>\w{3}) (?<year>\d{4}) (?<hms>\d{2}:\d{2}:\d{2}) GMT$/,
  /^\w{6,9}, (?<day>\d{2})-(?<month>\w{3})-(?<year>\d{2}) (?<hms>\d{2}:\d{2}:\d{2}) GMT$/,
  /^\w{3} (?<month>\w{3}) (?<day>[ \d]\d) (?<hms>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/,
];

/**
 * Seconds to wait by a Retry-After header (RFC 9110, 10.2.3), in either form: a number of seconds or an HTTP-date.
 * A date in the past is 0. Text that is neither is undefined: a server's slip must not stop a retry.
 */
export function parseRetryAfter(header: string | number | null | undefined, now: Date): number | undefined {
  if (header === null || header === undefined) return undefined;
  if (typeof header === "number") return Number.isFinite(header) && header >= 0 ? header : undefined;
  const text = header.trim();
  if (/^\d{1,10}(\.\d+)?$/.test(text)) return Number(text);
  const date = parseHttpDate(text, now);
  return date === undefined ? undefined : Math.max(0, (date.getTime() - now.getTime()) / 1000);
}

function parseHttpDate(text: string, now: Date): Date | undefined {
  for (const form of DATE_FORMS) {
    const parts = form.exec(text)?.groups;
    if (!parts) continue;
    const month = MONTHS.indexOf(parts.month ?? "");
    const [hour = 0, minute = 0, second = 0] = (parts.hms ?? "").split(":").map(Number);
    const day = Number(parts.day);
    const year = fullYear(parts.year ?? "", now);
    const date = new Date(Date.UTC(year, month, day, hour, minute, second));
    const isReal = month >= 0 && date.getUTCDate() === day && hour < 24 && minute < 60 && second <= 60;
    return isReal ? date : undefined;
  }
  return undefined;
}

/** A two-digit year that looks more than 50 years ahead is the most recent past year with those digits. */
function fullYear(digits: string, now: Date): number {
  if (digits.length === 4) return Number(digits);
  const century = Math.floor(now.getUTCFullYear() / 100) * 100;
  const year = century + Number(digits);
  return year > now.getUTCFullYear() + 50 ? year - 100 : year;
}
