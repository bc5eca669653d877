import { reportError } from "../../database/errors.ts";

export type DeliveryOutcome = "delivered" | "retried" | "dead_lettered";

/** How many deliveries of one target ended in one way. */
export type OutcomeCount = {
  rule: string;
  target: string;
  outcome: DeliveryOutcome;
  code: string;
  count: number;
};

/** What came of a round. `claimed` counts what was found due, whatever came of it. */
export type Tally = {
  claimed: number;
  delivered: number;
  retried: number;
  dead_lettered: number;
  counts: OutcomeCount[];
};

export const NOTHING: Tally = { claimed: 0, delivered: 0, retried: 0, dead_lettered: 0, counts: [] };

export type DeliveryEnd = {
  row: { rule: string; target: string };
  outcome: DeliveryOutcome;
  error?: unknown;
};

export function tally(outcomes: readonly DeliveryEnd[]): Tally {
  const counts = new Map<string, OutcomeCount>();
  const sums = { delivered: 0, retried: 0, dead_lettered: 0 };
  for (const { row, outcome, error } of outcomes) {
    const code = error === undefined ? "" : reportError(error).code;
    sums[outcome]++;
    const key = `${row.rule}\n${row.target}\n${outcome}\n${code}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { rule: row.rule, target: row.target, outcome, code, count: 1 });
  }
  return { claimed: outcomes.length, ...sums, counts: [...counts.values()] };
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, one) => ({
      claimed: sum.claimed + one.claimed,
      delivered: sum.delivered + one.delivered,
      retried: sum.retried + one.retried,
      dead_lettered: sum.dead_lettered + one.dead_lettered,
      counts: [...sum.counts, ...one.counts],
    }),
    NOTHING,
  );
}
