import type { Database, Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { type Consumer, react } from "../consumers/consumer.ts";
import { findConsumer } from "../consumers/registry.ts";
import { type RuleSet, ruleSetOf, type StoredTarget } from "../producers/rule_set.ts";
import { holdInline, holdLimited, takeInline, takeLimited } from "./claim_inline.ts";
import { type DeliveryRow, eventOf, requireTarget, type TakenRow } from "./delivery.ts";
import { type Failure, recordFailure } from "./delivery_failure.ts";
import { type DeliveryEnd, type Tally, tally } from "./tally.ts";
import { withinTime } from "./time_limit.ts";

export type InlineOptions = {
  /** Those of targets with `max_concurrency`, or all the others. */
  lane: "free" | "limited";
  consumers: readonly Consumer[];
  batchSize: number;
  /** A dispatcher that stands still for so long loses its batch: the server ends its transaction. */
  leaseSeconds: number;
};

/**
 * Claims a batch of inline deliveries, lets the consumers react, and ends the deliveries, all in one transaction:
 * the effect and the end of a delivery commit together or not at all. The lock of the transaction is the lease: a
 * dispatcher that dies lets go at once, one that hangs is cut off by the server after `leaseSeconds` without a
 * statement, and neither can complete anything after that.
 *
 * Where one fails, the batch is undone and run again with a savepoint for each delivery: the bad one fails alone.
 */
export async function deliverInline(database: Database, options: InlineOptions): Promise<Tally> {
  let claimed = 0;
  try {
    return await database.transaction(async (tx) => {
      claimed = 0;
      const rows = await (options.lane === "free" ? takeInline : takeLimited)(tx, options);
      claimed = rows.length;
      const rules = await rulesOf(tx, rows);
      for (const row of rows) await deliver(tx, row, rules?.findTarget(row.rule, row.target), options);
      return tally(rows.map((row) => ({ row, outcome: "delivered" })));
    });
  } catch (error) {
    // Nothing was claimed: it's the database that failed.
    if (claimed === 0) throw error;
    return database.transaction((tx) => deliverCarefully(tx, options));
  }
}

async function deliverCarefully(tx: Tx, options: InlineOptions): Promise<Tally> {
  const rows = await (options.lane === "free" ? holdInline : holdLimited)(tx, options);
  const rules = await rulesOf(tx, rows);
  const outcomes: DeliveryEnd[] = [];
  const blocked = new Set<string>();
  const done: string[] = [];
  for (const row of rows) {
    const key =
      row.ordering_key === null ? undefined : JSON.stringify([row.rule, row.target, row.ordering_key]);
    if (key !== undefined && blocked.has(key)) continue;
    const failure = await tryOne(tx, row, rules?.findTarget(row.rule, row.target), options);
    if (!failure) {
      done.push(row.place);
      outcomes.push({ row, outcome: "delivered" });
      continue;
    }
    const outcome = await recordFailure(tx, failure);
    // What is given up is out of the way of its key; what waits for a retry is not.
    if (key !== undefined && outcome === "retried") blocked.add(key);
    outcomes.push({ row, outcome, error: failure.error });
  }
  await tx.query("delete from meal_planner.deliveries where ctid = any($1::tid[])", [done]);
  return tally(outcomes);
}

async function tryOne(
  tx: Tx,
  row: DeliveryRow,
  target: StoredTarget | undefined,
  options: InlineOptions,
): Promise<Failure | undefined> {
  const started = performance.now();
  await tx.query("savepoint delivery");
  try {
    await deliver(tx, row, target, options);
    // What is checked only at the commit would otherwise fail the whole batch.
    await tx.query("set constraints all immediate");
    await tx.query("release savepoint delivery");
    return undefined;
  } catch (error) {
    await tx.query("rollback to savepoint delivery");
    return { row, target, error, durationMs: performance.now() - started };
  }
}

async function deliver(
  tx: Tx,
  row: TakenRow,
  found: StoredTarget | undefined,
  options: InlineOptions,
): Promise<void> {
  const target = requireTarget(row, found);
  const name = String(target.consumer ?? target.id);
  const consumer = findConsumer(name, options.consumers);
  if (!consumer) throw new NotFound("inline consumer", name, "Register it, or correct the rule's target.");
  const event = eventOf(row);
  if (target.timeout_seconds === undefined) return react(tx, consumer, event);
  const subject = `The inline consumer ${name}`;
  await withinTime(tx, Number(target.timeout_seconds), subject, (limited) => react(limited, consumer, event));
}

async function rulesOf(tx: Tx, rows: readonly TakenRow[]): Promise<RuleSet | undefined> {
  return rows[0] && ruleSetOf(tx, rows[0].version);
}
