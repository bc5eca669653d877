import type { Database } from "../../database/connection.ts";
import type { OutcomeCount } from "./tally.ts";

const FLUSH_MS = 2000;

/**
 * Adds up how deliveries end, and writes the sums now and then: a row for each delivery would cost more than the
 * delivery. What a killed dispatcher hadn't written is missing from the rates, and from nothing else.
 */
export class DeliveryCounts {
  private readonly sums = new Map<string, OutcomeCount>();
  private flushedAt = performance.now();

  constructor(private readonly database: Database) {}

  async add(counts: readonly OutcomeCount[]): Promise<void> {
    for (const count of counts) {
      const key = JSON.stringify([count.rule, count.target, count.outcome, count.code]);
      const known = this.sums.get(key);
      if (known) known.count += count.count;
      else this.sums.set(key, { ...count });
    }
    if (performance.now() - this.flushedAt > FLUSH_MS) await this.flush();
  }

  async flush(): Promise<void> {
    const counts = [...this.sums.values()];
    this.sums.clear();
    this.flushedAt = performance.now();
    if (counts.length === 0) return;
    await this.database.query(
      `insert into meal_planner.delivery_counts as d (minute, rule, target, outcome, code, count)
       select date_trunc('minute', statement_timestamp()), c.* from (
         select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
           as c(rule, target, outcome, code, count) order by rule, target, outcome, code) c
       on conflict (minute, rule, target, outcome, code) do update set count = d.count + excluded.count`,
      [
        counts.map((count) => count.rule),
        counts.map((count) => count.target),
        counts.map((count) => count.outcome),
        counts.map((count) => count.code),
        counts.map((count) => count.count),
      ],
    );
  }
}
