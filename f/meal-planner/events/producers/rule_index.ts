import { FieldPaths, type FieldValues, Instances } from "./event_fields.ts";
import {
  type CompiledConjunct,
  compileConjunct,
  matchesConjunct,
  type PatternEvent,
} from "./event_pattern.ts";
import { type Conjunct, parsePattern } from "./pattern_parser.ts";
import type { ValueMatcher } from "./value_matcher.ts";

type Entry = { rule: number; conjunct: CompiledConjunct };

/** The conjuncts that ask a certain value of one field. */
type Bucket = { slot: number; byValue: Map<unknown, Entry[]> };

/**
 * Many patterns at once. Each conjunct is filed under one field for which it lists plain values, the field by
 * which it shares its place with the fewest others; an event then only meets the conjuncts filed under its own
 * values. A conjunct without such a field is tried on every event.
 */
export class RuleIndex<Value> {
  private readonly values: Value[];
  private readonly paths: FieldPaths;
  private readonly buckets: Bucket[];
  private readonly always: Entry[];
  private readonly fields: FieldValues = [];

  constructor(rules: readonly { pattern: unknown; value: Value }[]) {
    this.values = rules.map((rule) => rule.value);
    const parsed = rules.map((rule) => parsePattern(rule.pattern));
    this.paths = new FieldPaths(parsed.flat().flatMap((conjunct) => [...conjunct.keys()]));
    const filed = file(parsed, this.paths.slots);
    this.buckets = filed.buckets;
    this.always = filed.always;
  }

  looksAt(path: string): boolean {
    return this.paths.slots.has(path);
  }

  /** The values of all rules that match, in the order in which they were given, each once. */
  match(event: PatternEvent): Value[] {
    const fields = this.paths.read(event, this.fields);
    const found = new Set<number>();
    collect(this.always, fields, found);
    for (const { slot, byValue } of this.buckets) {
      const value = fields[slot];
      if (value === undefined) continue;
      for (const one of value instanceof Instances ? new Set(value.values) : [value]) {
        const entries = byValue.get(one);
        if (entries) collect(entries, fields, found);
      }
    }
    if (found.size === 0) return [];
    return [...found].sort((a, b) => a - b).map((rule) => this.values[rule]!);
  }
}

function collect(entries: readonly Entry[], fields: FieldValues, found: Set<number>): void {
  for (const { rule, conjunct } of entries) {
    if (!found.has(rule) && matchesConjunct(conjunct, fields)) found.add(rule);
  }
}

function file(parsed: readonly (readonly Conjunct[])[], slots: ReadonlyMap<string, number>) {
  const crowd = countValues(parsed.flat());
  const byPath = new Map<string, Bucket>();
  const always: Entry[] = [];
  for (const [rule, conjuncts] of parsed.entries()) {
    for (const conjunct of conjuncts) {
      const entry = { rule, conjunct: compileConjunct(conjunct, slots) };
      const path = leastCrowded(conjunct, crowd);
      if (path === undefined) {
        always.push(entry);
        continue;
      }
      const bucket = byPath.get(path) ?? { slot: slots.get(path)!, byValue: new Map<unknown, Entry[]>() };
      byPath.set(path, bucket);
      for (const value of new Set(plainValues(conjunct.get(path)!))) {
        const entries = bucket.byValue.get(value);
        if (entries) entries.push(entry);
        else bucket.byValue.set(value, [entry]);
      }
    }
  }
  return { buckets: [...byPath.values()], always };
}

/** The values that a field may have, where they can be listed; undefined where they can't. */
function plainValues(matchers: readonly ValueMatcher[]): unknown[] | undefined {
  const values: unknown[] = [];
  for (const matcher of matchers) {
    if (matcher.kind !== "literal") return undefined;
    values.push(matcher.value);
  }
  return values;
}

type Crowd = ReadonlyMap<string, ReadonlyMap<unknown, number>>;

function countValues(conjuncts: readonly Conjunct[]): Crowd {
  const counts = new Map<string, Map<unknown, number>>();
  for (const conjunct of conjuncts) {
    for (const [path, matchers] of conjunct) {
      const ofPath = counts.get(path) ?? new Map<unknown, number>();
      counts.set(path, ofPath);
      for (const value of new Set(plainValues(matchers))) ofPath.set(value, (ofPath.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function leastCrowded(conjunct: Conjunct, crowd: Crowd): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [path, matchers] of conjunct) {
    const values = plainValues(matchers);
    if (values === undefined) continue;
    const neighbours = Math.max(...values.map((value) => crowd.get(path)!.get(value)!));
    if (neighbours < fewest) [best, fewest] = [path, neighbours];
  }
  return best;
}
