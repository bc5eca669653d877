const IPV6_SHAPE = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/** Two hex digits for each value of a byte. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * An IP address literal as hex digits, 8 for IPv4 and 32 for IPv6, or undefined where the text isn't one. An IPv6
 * form of an IPv4 address (`::ffff:a00:1`) is the IPv4 address, as aws/event-ruler has it; the mixed form with
 * dots isn't taken for an address there either.
 */
export function parseIpAddress(text: string): string | undefined {
  if (!mayBeAddress(text)) return undefined;
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

/** Every text of every event that a rule on addresses looks at comes here: most are told by their first character. */
function mayBeAddress(text: string): boolean {
  const first = text.charCodeAt(0);
  const isDigit = first >= 48 && first <= 58; // ":" follows "9"
  return isDigit || (first >= 97 && first <= 102) || (first >= 65 && first <= 70);
}

function parseIpv4(text: string): string | undefined {
  let digits = "";
  let byte = -1;
  let parts = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 46;
    if (code === 46) {
      if (byte < 0 || ++parts > 4) return undefined;
      digits += HEX[byte];
      byte = -1;
    } else if (code >= 48 && code <= 57) {
      byte = Math.max(byte, 0) * 10 + code - 48;
      if (byte > 255) return undefined;
    } else return undefined;
  }
  return parts === 4 ? digits : undefined;
}

function parseIpv6(text: string): string | undefined {
  if (!IPV6_SHAPE.test(text)) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = [...head, ...tail];
  if (given.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  const missing = 8 - given.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...tail];
  const digits = groups
    .map((group) => group.padStart(4, "0"))
    .join("")
    .toLowerCase();
  return digits.startsWith("00000000000000000000ffff") ? digits.slice(24) : digits;
}

/** A block of addresses: those whose first `bits` bits are those of `digits` (hex, 8 or 32 of them). */
export type AddressBlock = { digits: string; bits: number };

/** Reads `10.0.0.0/8` or `2001:db8::/32`; a text says what is wrong. Host bits may be set, they are ignored. */
export function parseAddressBlock(text: string): AddressBlock | string {
  const [address, mask, ...rest] = text.replace(/\/+$/, "").split("/");
  if (address === undefined || mask === undefined || rest.length > 0)
    return "must have one '/', as in 10.0.0.0/8";
  if (!/^[+-]?\d+$/.test(mask)) return "must end with the number of mask bits, as in 10.0.0.0/8";
  const digits = parseIpAddress(address);
  if (digits === undefined) return "must begin with an IPv4 or IPv6 address";
  const bits = Number(mask);
  const maximum = digits.length === 8 ? 31 : 127;
  if (bits < 0 || bits > maximum)
    return `must have 0 to ${maximum} mask bits; write a single address as a literal`;
  return { digits, bits };
}

export function isInBlock(digits: string, block: AddressBlock): boolean {
  if (digits.length !== block.digits.length) return false;
  const whole = block.bits >> 2;
  if (!digits.startsWith(block.digits.slice(0, whole))) return false;
  const shift = 4 - (block.bits & 3);
  if (shift === 4) return true;
  return Number.parseInt(digits[whole]!, 16) >> shift === Number.parseInt(block.digits[whole]!, 16) >> shift;
}
