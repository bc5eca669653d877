import type { Tx } from "../../database/connection.ts";
import type { EventEnvelope } from "../schemas/envelope.ts";
import { parseJsonPath, readJsonPath } from "./json_path.ts";
import { orderingKeyOf, presumedRuleSet, ruleSetOf, type StoredTarget } from "./rule_set.ts";

/** A delivery to be made again. `handOut`: the event as it is given here, not as the archive has it. */
export type Redelivery = { event: EventEnvelope; rule: string; target: string; handOut: boolean };

/**
 * Makes deliveries anew, in the caller's transaction: no tries so far, due at once, for the target as it is now.
 *
 * @returns For each, whether its target is still there. Where it isn't, nothing is made.
 */
export async function redeliver(tx: Tx, wanted: readonly Redelivery[]): Promise<boolean[]> {
  const { rows } = await tx.query<{ version: string }>("select version from meal_planner.rule_set");
  const rules = await ruleSetOf(tx, rows[0]?.version ?? presumedRuleSet().version);
  const found = wanted.map((delivery) => ({
    delivery,
    target: rules.findTarget(delivery.rule, delivery.target),
  }));
  const made = found.flatMap(({ delivery, target }) => (target ? [{ ...delivery, to: target }] : []));
  await tx.query(
    `insert into meal_planner.deliveries (event_id, rule, target, inline, limited, ordering_key, envelope)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::boolean[], $5::boolean[], $6::text[], $7::json[])`,
    [
      made.map(({ event }) => event.id),
      made.map(({ rule }) => rule),
      made.map(({ target }) => target),
      made.map(({ to }) => to.type === "inline"),
      made.map(({ to }) => to.max_concurrency !== undefined),
      made.map(({ event, to }) => orderOf(event, to)),
      made.map(({ event, handOut }) => (handOut ? JSON.stringify(event) : null)),
    ],
  );
  return found.map(({ target }) => target !== undefined);
}

function orderOf(event: EventEnvelope, target: StoredTarget): string | null {
  const path = target.ordering_key === undefined ? undefined : parseJsonPath(target.ordering_key);
  return path ? orderingKeyOf(readJsonPath(path, event)) : null;
}
