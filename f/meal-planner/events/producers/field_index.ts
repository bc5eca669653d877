import { IntervalIndex } from "./interval_index.ts";
import { parseIpAddress } from "./ip_address.ts";
import type { ValueMatcher } from "./value_matcher.ts";

/**
 * Something that a value must have for a matcher to take it, by which the matcher can be found: a key among those
 * of one family (`prefix 3` are the prefixes of three characters), a range of numbers, or only being there.
 */
export type Handle =
  | { kind: "key"; family: string; key: unknown }
  | { kind: "range"; low: number; high: number }
  | { kind: "present" };

/** How a matcher can be found by a value, or undefined where it takes the lack of one. */
export function handleOf(matcher: ValueMatcher): Handle | undefined {
  switch (matcher.kind) {
    case "literal":
      return { kind: "key", family: "value", key: matcher.value };
    case "address":
      return { kind: "key", family: `${ADDRESSES}${matcher.digits.length * 4}`, key: matcher.digits };
    case "prefix":
      return end("prefix", matcher.text);
    case "suffix":
      return end("suffix", matcher.text);
    case "prefix_ignore_case":
      return isAscii(matcher.text) ? end("any-case prefix", matcher.text.toLowerCase()) : { kind: "present" };
    case "suffix_ignore_case":
      return isAscii(matcher.text) ? end("any-case suffix", matcher.text.toLowerCase()) : { kind: "present" };
    case "equals_ignore_case":
      return isAscii(matcher.text)
        ? { kind: "key", family: "any-case", key: matcher.text.toLowerCase() }
        : { kind: "present" };
    case "wildcard": {
      const [first = "", last = ""] = [matcher.pieces[0], matcher.pieces.at(-1)];
      return first.length >= last.length ? end("prefix", first) : end("suffix", last);
    }
    case "cidr":
      return {
        kind: "key",
        family: `${ADDRESSES}${matcher.block.bits}`,
        key: firstBits(matcher.block.digits, matcher.block.bits),
      };
    case "numeric":
      return {
        kind: "range",
        low: matcher.bottom?.value ?? Number.NEGATIVE_INFINITY,
        high: matcher.top?.value ?? Number.POSITIVE_INFINITY,
      };
    case "anything_but":
    case "anything_but_text":
    case "exists":
      return { kind: "present" };
    case "absent":
      return undefined;
  }
}

function end(side: string, text: string): Handle {
  return text === "" ? { kind: "present" } : { kind: "key", family: `${side} ${text.length}`, key: text };
}

/** Beyond ASCII, what matches whatever its case isn't told by one folded form. */
function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

/** The first bits of an address, with the address's own length so that IPv4 and IPv6 don't meet. */
function firstBits(digits: string, bits: number): string {
  const whole = bits >> 2;
  const rest = bits & 3;
  const partial = rest === 0 ? "" : `.${Number.parseInt(digits[whole]!, 16) >> (4 - rest)}`;
  return bits === digits.length * 4 ? digits : `${digits.length}:${digits.slice(0, whole)}${partial}`;
}

type Probe<Item> = { of: (value: unknown) => unknown; items: Map<unknown, Item[]> };

const ADDRESSES = "bits ";

/** What is filed under one path, found by the values that an event has there. */
export class FieldIndex<Item> {
  private readonly families = new Map<string, Map<unknown, Item[]>>();
  private readonly ranges: { low: number; high: number; item: Item }[] = [];
  private readonly present: Item[] = [];
  private readonly probes: Probe<Item>[] = [];
  private readonly blocks: { bits: number; items: Map<unknown, Item[]> }[] = [];
  private intervals: IntervalIndex<Item> | undefined;

  add(handle: Handle, item: Item): void {
    if (handle.kind === "present") this.present.push(item);
    else if (handle.kind === "range") this.ranges.push({ low: handle.low, high: handle.high, item });
    else {
      const family = this.families.get(handle.family) ?? new Map<unknown, Item[]>();
      this.families.set(handle.family, family);
      const items = family.get(handle.key);
      if (items) items.push(item);
      else family.set(handle.key, [item]);
    }
  }

  /** To be called once all is added. */
  seal(): void {
    for (const [family, items] of this.families) {
      if (family.startsWith(ADDRESSES))
        this.blocks.push({ bits: Number(family.slice(ADDRESSES.length)), items });
      else this.probes.push({ of: probeOf(family), items });
    }
    this.intervals = this.ranges.length > 0 ? new IntervalIndex(this.ranges) : undefined;
  }

  /** Visits whatever may take the value, and perhaps what doesn't. */
  forEachCandidate(value: unknown, visit: (item: Item) => void): void {
    for (const { of, items } of this.probes) {
      const key = of(value);
      if (key === undefined) continue;
      const found = items.get(key);
      if (found) for (const item of found) visit(item);
    }
    if (this.blocks.length > 0 && typeof value === "string") this.forEachBlock(value, visit);
    if (this.intervals && typeof value === "number") this.intervals.forEachAt(value, visit);
    for (const item of this.present) visit(item);
  }

  /** The address is read once for blocks of all sizes. */
  private forEachBlock(text: string, visit: (item: Item) => void): void {
    const digits = parseIpAddress(text);
    if (digits === undefined) return;
    for (const { bits, items } of this.blocks) {
      const found = bits <= digits.length * 4 ? items.get(firstBits(digits, bits)) : undefined;
      if (found) for (const item of found) visit(item);
    }
  }
}

/** How a value's key in a family is made. */
function probeOf(family: string): (value: unknown) => unknown {
  const length = Number(/\d+$/.exec(family)?.[0] ?? 0);
  const onText = (of: (text: string) => unknown) => (value: unknown) => {
    return typeof value === "string" && value.length >= length ? of(value) : undefined;
  };
  if (family === "value") return (value) => value;
  if (family === "any-case") return onText((text) => text.toLowerCase());
  if (family.startsWith("prefix")) return onText((text) => text.slice(0, length));
  if (family.startsWith("suffix")) return onText((text) => text.slice(-length));
  if (family.startsWith("any-case prefix")) return onText((text) => text.slice(0, length).toLowerCase());
  return onText((text) => text.slice(-length).toLowerCase());
}
