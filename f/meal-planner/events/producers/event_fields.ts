/** Which element of which array a value stands in, innermost first; null where no array is on its path. */
export type Membership = { array: readonly unknown[]; index: number; outer: Membership } | null;

/** Several values of one path, or one inside of an array. */
export class Instances {
  readonly values: unknown[] = [];
  readonly memberships: Membership[] = [];
}

/**
 * What one event has at each wanted path. Undefined: nothing. An `Instances`: values in or from arrays. Anything
 * else: the one value there.
 */
export type FieldValues = unknown[];

type Node = { slot: number; children: { key: string; node: Node }[] };

/**
 * The paths that some patterns look at, as a tree, so that an event is walked once and only where it matters.
 * A dotted name in an event is a path too (`{"a.b": 1}` is `{"a": {"b": 1}}`), as in aws/event-ruler.
 */
export class FieldPaths {
  private readonly root: Node = { slot: -1, children: [] };
  readonly slots = new Map<string, number>();

  constructor(paths: Iterable<string>) {
    for (const path of [...new Set(paths)].sort()) this.add(path);
  }

  private add(path: string): void {
    const slot = this.slots.size;
    this.slots.set(path, slot);
    const steps = path.split(".");
    const chain = [this.root];
    for (const step of steps) chain.push(childOf(chain[chain.length - 1]!, step));
    chain[chain.length - 1]!.slot = slot;
    // From each node on the way, the rest of the way may also be one dotted name.
    for (let from = 0; from < steps.length; from++) {
      for (let to = from + 2; to <= steps.length; to++) {
        const key = steps.slice(from, to).join(".");
        const children = chain[from]!.children;
        if (!children.some((child) => child.key === key)) children.push({ key, node: chain[to]! });
      }
    }
  }

  /** Walks the event into `into`, which the caller may use again for the next event. */
  read(event: Readonly<Record<string, unknown>>, into: FieldValues): FieldValues {
    into.length = this.slots.size;
    into.fill(undefined);
    readObject(this.root, event, null, into);
    return into;
  }
}

function childOf(parent: Node, key: string): Node {
  const known = parent.children.find((child) => child.key === key);
  if (known) return known.node;
  const node: Node = { slot: -1, children: [] };
  parent.children.push({ key, node });
  return node;
}

function readObject(
  parent: Node,
  object: Readonly<Record<string, unknown>>,
  membership: Membership,
  into: FieldValues,
): void {
  for (const { key, node } of parent.children) {
    const value = object[key];
    if (value === undefined || (typeof value === "function" && !Object.hasOwn(object, key))) continue;
    readValue(node, value, membership, into);
  }
}

function readValue(node: Node, value: unknown, membership: Membership, into: FieldValues): void {
  if (typeof value !== "object" || value === null) {
    if (node.slot >= 0) put(node.slot, value, membership, into);
  } else if (Array.isArray(value)) {
    readArray(node, value, membership, into);
  } else if (node.children.length > 0) {
    readObject(node, value as Record<string, unknown>, membership, into);
  }
}

function readArray(node: Node, array: readonly unknown[], membership: Membership, into: FieldValues): void {
  for (let index = 0; index < array.length; index++) {
    const element = array[index];
    // A plain value belongs to no element: two values of one list may satisfy two fields' tests.
    const isPlain = typeof element !== "object" || element === null;
    readValue(node, element, isPlain ? membership : { array, index, outer: membership }, into);
  }
}

function put(slot: number, value: unknown, membership: Membership, into: FieldValues): void {
  const known = into[slot];
  if (known === undefined && membership === null) {
    into[slot] = value;
    return;
  }
  let instances: Instances;
  if (known instanceof Instances) {
    instances = known;
  } else {
    instances = new Instances();
    into[slot] = instances;
    if (known !== undefined) {
      instances.values.push(known);
      instances.memberships.push(null);
    }
  }
  instances.values.push(value);
  instances.memberships.push(membership);
}
