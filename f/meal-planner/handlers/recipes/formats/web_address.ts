const LONGEST_ADDRESS = 2_000;

/** An http(s) address, resolved against a page's where it is relative; undefined for anything else. */
export function webAddress(value: unknown, base?: string): string | undefined {
  if (typeof value !== "string" || value.trim() === "" || value.length > LONGEST_ADDRESS) return undefined;
  const text = value.trim();
  if (!URL.canParse(text, base)) return undefined;
  const address = new URL(text, base);
  return /^https?:$/.test(address.protocol) ? address.href : undefined;
}
