const IPV4_SHAPE = /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/;
const IPV6_SHAPE = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/;

/**
 * An IP address literal as hex digits, 8 for IPv4 and 32 for IPv6, or undefined where the text isn't one. An IPv6
 * form of an IPv4 address (`::ffff:a00:1`) is the IPv4 address, as aws/event-ruler has it; the mixed form with
 * dots isn't taken for an address there either.
 */
export function parseIpAddress(text: string): string | undefined {
  if (IPV4_SHAPE.test(text)) return parseIpv4(text);
  if (IPV6_SHAPE.test(text)) return parseIpv6(text);
  return undefined;
}

function parseIpv4(text: string): string | undefined {
  const bytes = text.split(".").map(Number);
  if (bytes.some((byte) => byte > 255)) return undefined;
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function parseIpv6(text: string): string | undefined {
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
