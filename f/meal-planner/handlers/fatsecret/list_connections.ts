import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";

export const listConnectionsInput = z.strictObject({
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

export type ConnectionView = {
  person_id: string;
  name: string;
  connected_at: string;
  /** Whether a run is at the account now. */
  busy: boolean;
  waiting: number;
  dead: number;
  last_sync: {
    state: "running" | "completed";
    scope: string[];
    started_at: string;
    ended_at: string | null;
    counts: { created: number; updated: number; unchanged: number; failed: number };
    problems: { name: string; code: string; message: string }[];
  } | null;
};

/** Who has an account connected, what still waits to be sent, and how the last synchronisation went. No secrets. */
export async function listConnections(
  tx: Tx,
  input: z.output<typeof listConnectionsInput>,
): Promise<{ connections: ConnectionView[] }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<ConnectionView>(
    `select c.person_id, p.name, to_json(c.connected_at) as connected_at,
       coalesce(c.leased_until > clock_timestamp(), false) as busy,
       (select count(*) from meal_planner.fatsecret_entries f where f.person_id = c.person_id and f.state = 'waiting') as waiting,
       (select count(*) from meal_planner.fatsecret_entries f where f.person_id = c.person_id and f.state = 'dead') as dead,
       (select jsonb_build_object('state', r.state, 'scope', r.terms -> 'scope', 'started_at', r.started_at,
          'ended_at', r.ended_at, 'counts', r.counts, 'problems', r.problems)
        from meal_planner.fatsecret_runs r where r.person_id = c.person_id
        order by r.started_at desc limit 1) as last_sync
     from meal_planner.fatsecret_connections c join meal_planner.people p using (person_id)
     where c.household_id = $1::uuid order by p.created_at, c.person_id`,
    [household.household_id],
  );
  return { connections: rows };
}
