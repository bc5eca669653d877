import { FieldPaths, type FieldValues, Instances, type Membership } from "./event_fields.ts";
import { type Conjunct, parsePattern } from "./pattern_parser.ts";
import { compileAlternatives, type ValueTest } from "./value_matcher.ts";

export type PatternEvent = Readonly<Record<string, unknown>>;

export type CompiledPattern = { matches(event: PatternEvent): boolean };

/**
 * Compiles an EventBridge event pattern with the semantics of aws/event-ruler: all operators, `$or`, and fields
 * under an array matching only together, within one of its elements.
 *
 * @param place What the problems' paths begin with.
 * @throws InvalidInput with code INVALID_EVENT_PATTERN, each problem with its place.
 */
export function compilePattern(pattern: unknown, place?: string): CompiledPattern {
  const conjuncts = parsePattern(pattern, place);
  const paths = new FieldPaths(conjuncts.flatMap((conjunct) => [...conjunct.keys()]));
  const compiled = conjuncts.map((conjunct) => compileConjunct(conjunct, paths.slots));
  const values: FieldValues = [];
  return {
    matches(event) {
      paths.read(event, values);
      for (const conjunct of compiled) if (matchesConjunct(conjunct, values)) return true;
      return false;
    },
  };
}

type FieldTest = { slot: number; test: ValueTest; mayBeAbsent: boolean };

/** In the order of the paths, which decides how `exists: false` sees arrays. */
export type CompiledConjunct = readonly FieldTest[];

export function compileConjunct(conjunct: Conjunct, slots: ReadonlyMap<string, number>): CompiledConjunct {
  return [...conjunct.keys()].sort().map((path) => {
    const matchers = conjunct.get(path)!;
    return {
      slot: slots.get(path)!,
      test: compileAlternatives(matchers),
      mayBeAbsent: matchers.some((matcher) => matcher.kind === "absent"),
    };
  });
}

export function matchesConjunct(fields: CompiledConjunct, values: FieldValues): boolean {
  let inArrays = false;
  for (const field of fields) {
    const value = values[field.slot];
    if (value === undefined) {
      if (!field.mayBeAbsent) return false;
    } else if (value instanceof Instances) {
      inArrays = true;
      if (!field.mayBeAbsent && !value.values.some(field.test)) return false;
    } else if (!field.test(value)) return false;
  }
  return !inArrays || matchesWithin(fields, 0, values, null);
}

/**
 * Whether fields from `at` on match with values that stand in the same elements as those chosen so far. A field
 * that must be absent has no value there: one in another element doesn't count.
 */
function matchesWithin(
  fields: CompiledConjunct,
  at: number,
  values: FieldValues,
  sofar: Membership,
): boolean {
  const field = fields[at];
  if (field === undefined) return true;
  const value = values[field.slot];
  if (!(value instanceof Instances)) return matchesWithin(fields, at + 1, values, sofar);
  let present = false;
  const tried: Membership[] = [];
  for (let index = 0; index < value.values.length; index++) {
    const membership = value.memberships[index]!;
    const joined = join(sofar, membership);
    if (joined === undefined) continue;
    present = true;
    if (tried.includes(membership) || !field.test(value.values[index])) continue;
    if (matchesWithin(fields, at + 1, values, joined)) return true;
    tried.push(membership);
  }
  return field.mayBeAbsent && !present && matchesWithin(fields, at + 1, values, sofar);
}

/** Both memberships together, or undefined where they name different elements of one array. */
function join(sofar: Membership, added: Membership): Membership | undefined {
  let joined = sofar;
  for (let entry = added; entry !== null; entry = entry.outer) {
    const known = find(sofar, entry.array);
    if (known === undefined) joined = { array: entry.array, index: entry.index, outer: joined };
    else if (known !== entry.index) return undefined;
  }
  return joined;
}

function find(membership: Membership, array: readonly unknown[]): number | undefined {
  for (let entry = membership; entry !== null; entry = entry.outer) {
    if (entry.array === array) return entry.index;
  }
  return undefined;
}
