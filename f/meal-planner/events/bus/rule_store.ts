import { z } from "zod";
import type { Queryable, Tx } from "../../database/connection.ts";
import { Conflict, NotFound } from "../../database/errors.ts";
import { BUILT_IN_RULES } from "../producers/built_in_rules.ts";
import { type StoredTarget, storedForm } from "../producers/rule_set.ts";
import { checkPattern, type RuleInput, refuseUnknownConsumers } from "./rule.ts";

export type ListedRule = {
  name: string;
  description: string;
  event_pattern: unknown;
  enabled: boolean;
  built_in: boolean;
  targets: StoredTarget[];
};

// From the rules rather than from the registry, which brings all that consumers import. Every consumer has a rule.
const CONSUMERS = [...new Set(BUILT_IN_RULES.flatMap((rule) => rule.consumers))].map((name) => ({ name }));

/**
 * Puts a rule: new, or in place of the one of that name with all of its targets. Emits that begin after the commit obey it.
 *
 * @throws InvalidInput (code INVALID_EVENT_PATTERN) where the pattern is none, or a target isn't known.
 * @throws Conflict where the name is a built-in rule's.
 */
export async function putRule(
  tx: Tx,
  rule: RuleInput,
  consumers: readonly { name: string }[] = CONSUMERS,
): Promise<{ name: string; created: boolean }> {
  if (isBuiltIn(rule.name)) {
    throw new Conflict(
      `${rule.name} is a built-in rule. Put yours under another name; set_rule_enabled switches this one off.`,
    );
  }
  checkPattern(rule.event_pattern);
  refuseUnknownConsumers(
    rule,
    consumers.map((consumer) => consumer.name),
  );
  await markChanged(tx);
  const { rows } = await tx.query<{ created: boolean }>(
    `insert into meal_planner.rules as r (name, description, event_pattern, enabled)
     values ($1::text, $2::text, $3::json, $4::boolean)
     on conflict (name) do update set description = excluded.description,
       event_pattern = excluded.event_pattern, enabled = excluded.enabled, updated_at = now()
     returning xmax = 0 as created`,
    [rule.name, rule.description, JSON.stringify(rule.event_pattern), rule.enabled],
  );
  await tx.query("delete from meal_planner.targets where rule = $1::text", [rule.name]);
  await tx.query(
    `insert into meal_planner.targets (rule, id, position, spec)
     select $1::text, t.spec->>'id', t.position, t.spec
     from json_array_elements($2::json) with ordinality as t(spec, position)`,
    [rule.name, JSON.stringify(rule.targets)],
  );
  return { name: rule.name, created: rows[0]!.created };
}

/** All rules, the built-in ones first, in one form. */
export async function listRules(
  db: Queryable,
  filter: { name_prefix?: string | undefined } = {},
): Promise<{ rules: ListedRule[] }> {
  const { rows: disabled } = await db.query<{ name: string }>(
    "select name from meal_planner.disabled_built_in_rules",
  );
  const { rows } = await db.query<Omit<ListedRule, "built_in">>(
    `select r.name, r.description, r.event_pattern, r.enabled,
       coalesce((select json_agg(t.spec order by t.position) from meal_planner.targets t where t.rule = r.name), '[]'::json) as targets
     from meal_planner.rules r order by r.name`,
  );
  const builtIn = BUILT_IN_RULES.map((rule) => ({
    ...storedForm(rule, !disabled.some((one) => one.name === rule.name)),
    description: rule.description,
    built_in: true,
  }));
  const rules = [...builtIn, ...rows.map((rule) => ({ ...rule, built_in: false }))];
  return { rules: rules.filter((rule) => rule.name.startsWith(filter.name_prefix ?? "")) };
}

/**
 * Deletes a user's rule. What it owes already becomes dead letters when its turn comes: its targets are gone.
 *
 * @throws NotFound, or Conflict for a built-in rule.
 */
export async function deleteRule(tx: Tx, name: string): Promise<{ name: string; deleted: true }> {
  if (isBuiltIn(name)) {
    throw new Conflict(`${name} is a built-in rule and can't be deleted. set_rule_enabled switches it off.`);
  }
  await markChanged(tx);
  const { rowCount } = await tx.query("delete from meal_planner.rules where name = $1::text", [name]);
  if (rowCount === 0) throw new NotFound("rule", name, "list_rules shows the rules.");
  return { name, deleted: true };
}

/** Switches a rule of either kind on or off. @throws NotFound */
export async function setRuleEnabled(
  tx: Tx,
  name: string,
  enabled: boolean,
): Promise<{ name: string; enabled: boolean }> {
  await markChanged(tx);
  if (isBuiltIn(name)) {
    await tx.query(
      enabled
        ? "delete from meal_planner.disabled_built_in_rules where name = $1::text"
        : "insert into meal_planner.disabled_built_in_rules (name) values ($1::text) on conflict do nothing",
      [name],
    );
    return { name, enabled };
  }
  const { rowCount } = await tx.query(
    "update meal_planner.rules set enabled = $2::boolean, updated_at = now() where name = $1::text",
    [name, enabled],
  );
  if (rowCount === 0) throw new NotFound("rule", name, "list_rules shows the rules.");
  return { name, enabled };
}

/** Before the change, so that two changes at once take turns and neither is cached without the other. */
async function markChanged(tx: Tx): Promise<void> {
  await tx.query("update meal_planner.rule_set set version = gen_random_uuid()");
}

function isBuiltIn(name: string): boolean {
  return BUILT_IN_RULES.some((rule) => rule.name === name);
}

const ruleName = z.string().min(1).max(64).describe("The rule's name.");

export const listRulesInput = z.strictObject({
  name_prefix: z.string().max(64).optional().describe("Only rules whose name begins so."),
});
export const deleteRuleInput = z.strictObject({ name: ruleName });
export const setRuleEnabledInput = z.strictObject({
  name: ruleName,
  enabled: z.boolean().describe("Whether the rule matches events."),
});
