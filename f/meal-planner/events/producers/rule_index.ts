import { FieldPaths, type FieldValues, Instances } from "./event_fields.ts";
import {
  type CompiledConjunct,
  compileConjunct,
  matchesConjunct,
  type PatternEvent,
} from "./event_pattern.ts";
import { FieldIndex, type Handle, handleOf } from "./field_index.ts";
import { type Conjunct, parsePattern } from "./pattern_parser.ts";

type Entry = { rule: number; conjunct: CompiledConjunct };

/**
 * Many patterns at once. Each conjunct is filed under one of its fields, the one by whose values the fewest others
 * are found; an event then only meets the conjuncts that its own values lead to. What has no such field is tried
 * on every event. So the cost of an event grows with what it may match, not with the number of rules.
 */
export class RuleIndex<Value> {
  private readonly values: Value[];
  private readonly paths: FieldPaths;
  private readonly byPath = new Map<string, { slot: number; index: FieldIndex<Entry> }>();
  private readonly always: Entry[] = [];
  private readonly fields: FieldValues = [];

  constructor(rules: readonly { pattern: unknown; value: Value }[]) {
    this.values = rules.map((rule) => rule.value);
    const parsed = rules.map((rule) => parsePattern(rule.pattern));
    this.paths = new FieldPaths(parsed.flat().flatMap((conjunct) => [...conjunct.keys()]));
    const crowd = new Crowd(parsed.flat());
    for (const [rule, conjuncts] of parsed.entries()) {
      for (const conjunct of conjuncts) this.file(rule, conjunct, crowd);
    }
    for (const { index } of this.byPath.values()) index.seal();
  }

  private file(rule: number, conjunct: Conjunct, crowd: Crowd): void {
    const entry = { rule, conjunct: compileConjunct(conjunct, this.paths.slots) };
    const place = crowd.quietestPlace(conjunct);
    if (!place) {
      this.always.push(entry);
      return;
    }
    const known = this.byPath.get(place.path);
    const { slot, index } = known ?? {
      slot: this.paths.slots.get(place.path)!,
      index: new FieldIndex<Entry>(),
    };
    if (!known) this.byPath.set(place.path, { slot, index });
    for (const handle of place.handles) index.add(handle, entry);
  }

  looksAt(path: string): boolean {
    return this.paths.slots.has(path);
  }

  /** The values of all rules that match, in the order in which they were given, each once. */
  match(event: PatternEvent): Value[] {
    const fields = this.paths.read(event, this.fields);
    const found = new Set<number>();
    const visit = ({ rule, conjunct }: Entry) => {
      if (!found.has(rule) && matchesConjunct(conjunct, fields)) found.add(rule);
    };
    for (const entry of this.always) visit(entry);
    for (const { slot, index } of this.byPath.values()) {
      const value = fields[slot];
      if (value === undefined) continue;
      if (!(value instanceof Instances)) index.forEachCandidate(value, visit);
      else for (const one of new Set(value.values)) index.forEachCandidate(one, visit);
    }
    if (found.size === 0) return [];
    return [...found].sort((a, b) => a - b).map((rule) => this.values[rule]!);
  }
}

type Place = { path: string; handles: Handle[] };

/** How many conjuncts share each handle: those would all be met by an event that has it. */
class Crowd {
  private readonly counts = new Map<string, number>();

  constructor(conjuncts: readonly Conjunct[]) {
    for (const conjunct of conjuncts) {
      for (const place of placesOf(conjunct)) {
        for (const handle of place.handles) {
          const key = nameOf(place.path, handle);
          this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
        }
      }
    }
  }

  quietestPlace(conjunct: Conjunct): Place | undefined {
    let best: Place | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const place of placesOf(conjunct)) {
      const met = Math.max(...place.handles.map((handle) => this.met(place.path, handle)));
      if (met < fewest) [best, fewest] = [place, met];
    }
    return best;
  }

  private met(path: string, handle: Handle): number {
    const count = this.counts.get(nameOf(path, handle))!;
    // Of many ranges over one field an event's value lies in some: a guess between one and all.
    return handle.kind === "range" ? Math.sqrt(count) : count;
  }
}

/** A conjunct's fields that must have a value for it to match, with what leads from a value to it. */
function placesOf(conjunct: Conjunct): Place[] {
  return [...conjunct].flatMap(([path, matchers]) => {
    const handles = matchers.map(handleOf);
    return handles.every((handle) => handle !== undefined) ? [{ path, handles }] : [];
  });
}

function nameOf(path: string, handle: Handle): string {
  if (handle.kind !== "key") return `${path} ${handle.kind}`;
  return `${path} ${handle.family} ${typeof handle.key} ${handle.key}`;
}
