import type { Queryable } from "../../database/connection.ts";
import { BUILT_IN_RULES, type BuiltInRule } from "./built_in_rules.ts";
import type { PatternEvent } from "./event_pattern.ts";
import { type JsonPath, parseJsonPath, readJsonPath } from "./json_path.ts";
import { RuleIndex } from "./rule_index.ts";

/** A target as it is stored. What emit doesn't use is for the bus to read when it delivers. */
export type StoredTarget = {
  id: string;
  type: "inline" | "script" | "flow" | "http";
  ordering_key?: string;
  max_concurrency?: number;
  [setting: string]: unknown;
};

export type StoredRule = { name: string; event_pattern: unknown; enabled: boolean; targets: StoredTarget[] };

/** A delivery that an event owes. */
export type Owed = {
  rule: string;
  target: string;
  inline: boolean;
  limited: boolean;
  orderingKey: string | null;
};

type Wanted = Omit<Owed, "orderingKey"> & { orderingPath: JsonPath | undefined };

/** The version of a database to which nobody has added a rule. */
export const NO_USER_RULES = "00000000-0000-0000-0000-000000000000";

/** The rules that one version of a database's rule set holds, ready for matching. */
export class RuleSet {
  private readonly index: RuleIndex<readonly Wanted[]>;
  private readonly targets = new Map<string, Map<string, StoredTarget>>();
  /** Whether a rule looks at what only the database's clock can say: the time, or the id made from it. */
  readonly needsClock: boolean;

  constructor(
    readonly version: string,
    userRules: readonly StoredRule[],
    disabled: readonly string[] = [],
    builtIn: readonly BuiltInRule[] = BUILT_IN_RULES,
  ) {
    const rules = [...builtIn.map((rule) => storedForm(rule, !disabled.includes(rule.name))), ...userRules];
    for (const rule of rules) {
      this.targets.set(rule.name, new Map(rule.targets.map((target) => [target.id, target])));
    }
    const enabled = rules.filter((rule) => rule.enabled);
    this.index = new RuleIndex(
      enabled.map((rule) => ({ pattern: rule.event_pattern, value: wantedBy(rule) })),
    );
    this.needsClock = ["time", "id"].some((path) => this.index.looksAt(path));
  }

  /** A target's settings, also of a rule that has been disabled since: what it owes is still delivered. */
  findTarget(rule: string, target: string): StoredTarget | undefined {
    return this.targets.get(rule)?.get(target);
  }

  match(event: PatternEvent): Owed[] {
    return this.index.match(event).flatMap((wanted) =>
      wanted.map(({ orderingPath, ...delivery }) => ({
        ...delivery,
        orderingKey: orderingPath ? orderingKeyOf(readJsonPath(orderingPath, event)) : null,
      })),
    );
  }
}

/** A built-in rule in the form that users' rules are stored in. */
export function storedForm(rule: BuiltInRule, enabled: boolean): StoredRule {
  const order = rule.ordering_key === undefined ? {} : { ordering_key: rule.ordering_key };
  const targets = [
    ...rule.consumers.map((id) => ({ id, type: "inline" as const, consumer: id, ...order })),
    ...(rule.scripts ?? []).map(({ id, path }) => ({ id, type: "script" as const, path, ...order })),
  ];
  return { name: rule.name, event_pattern: rule.pattern, enabled, targets };
}

function wantedBy(rule: StoredRule): Wanted[] {
  return rule.targets.map((target) => ({
    rule: rule.name,
    target: target.id,
    inline: target.type === "inline",
    limited: target.max_concurrency !== undefined,
    orderingPath: target.ordering_key === undefined ? undefined : parseJsonPath(target.ordering_key),
  }));
}

/** An event without the key isn't ordered. */
export function orderingKeyOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

// By version, which names one state of one database. A process works with one or a few databases.
const MAX_CACHED = 8;
const cached = new Map<string, RuleSet>();
let latest = NO_USER_RULES;

function known(version: string): RuleSet | undefined {
  // Made when first wanted: a script that matches nothing doesn't wait for it.
  if (version === NO_USER_RULES && !cached.has(version)) cached.set(version, new RuleSet(version, []));
  return cached.get(version);
}

/** The rules last seen: the best guess at a database's present ones. Emit checks the guess as it writes. */
export function presumedRuleSet(): RuleSet {
  return known(latest)!;
}

/** The rules of the given version: from the cache, or read from the database (then perhaps a newer version). */
export async function ruleSetOf(db: Queryable, version: string): Promise<RuleSet> {
  const ruleSet = known(version) ?? (await loadRuleSet(db));
  cached.delete(ruleSet.version);
  cached.set(ruleSet.version, ruleSet);
  latest = ruleSet.version;
  const oldest = cached.keys().next().value;
  if (cached.size > MAX_CACHED && oldest !== undefined) cached.delete(oldest);
  return ruleSet;
}

async function loadRuleSet(db: Queryable): Promise<RuleSet> {
  // One statement, so that the rules are those of the version.
  const { rows } = await db.query<{ version: string; rules: StoredRule[]; disabled: string[] }>(
    `select version,
       coalesce((select json_agg(json_build_object('name', r.name, 'event_pattern', r.event_pattern, 'enabled', r.enabled, 'targets',
           (select coalesce(json_agg(t.spec order by t.position), '[]'::json) from meal_planner.targets t where t.rule = r.name))
           order by r.name)
         from meal_planner.rules r), '[]'::json) as rules,
       array(select name from meal_planner.disabled_built_in_rules order by name) as disabled
     from meal_planner.rule_set`,
  );
  const { version, rules, disabled } = rows[0]!;
  return known(version) ?? new RuleSet(version, rules, disabled);
}
