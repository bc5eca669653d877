import type { Database } from "../../database/connection.ts";
import type { DeliveryRow } from "./delivery.ts";

/**
 * Prolongs the leases of what is under way, three times within each, until `stop`. A heartbeat that fails is no
 * failure of the work: at worst the lease ends and another dispatcher takes over, which the token then shows.
 */
export function keepLeases(
  database: Database,
  rows: readonly DeliveryRow[],
  leaseSeconds: number,
): { done(row: DeliveryRow): void; stop(): void } {
  const held = new Set(rows);
  const beat = () => {
    const tokens = [...held].map((row) => row.lease_token);
    const seqs = [...held].map((row) => row.seq);
    database
      .query(
        `update meal_planner.deliveries d
         set due_at = clock_timestamp() + $3::double precision * interval '1 second'
         from unnest($1::bigint[], $2::uuid[]) as h(seq, token)
         where d.seq = h.seq and d.due_at > '-infinity' and d.lease_token = h.token`,
        [seqs, tokens, leaseSeconds],
      )
      .catch(() => undefined);
  };
  const timer = setInterval(beat, (leaseSeconds * 1000) / 3);
  return { done: (row) => held.delete(row), stop: () => clearInterval(timer) };
}
