import type { Queryable } from "../../database/connection.ts";

/** What is wrong now and needs a person: one entry a group, however many messages it is about. */
export type Trouble = {
  kind: "dead_letters" | "stuck_saga" | "open_circuit";
  /** What it is about: target and code, definition and code, or the circuit. */
  subject: string;
  count: number;
  since: string;
  /** Mended so far, but not yet known to go well: no news either way. */
  is_settling: boolean;
};

/** Dead letters by (target, code), stuck sagas by (definition, step, code), circuits that aren't closed. */
export async function findTroubles(db: Queryable): Promise<Trouble[]> {
  const { rows } = await db.query<Trouble>(
    `select 'dead_letters' as kind, d.target_id || ' (' || d.error_code || ')' as subject,
       count(*) filter (where d.status = 'waiting') as count, to_json(min(d.died_at)) as since,
       count(*) filter (where d.status = 'waiting') = 0 as is_settling
     from meal_planner.dead_letters d
     where d.status = 'waiting' or (d.status = 'redriven' and exists (
       select from meal_planner.deliveries o
       where o.event_id = d.event_id and o.rule = d.rule and o.target = d.target_id))
     group by d.target_id, d.error_code
     union all
     select 'stuck_saga', s.definition || ' at ' || (s.state->>'step') || ' (' || (s.state->>'code') || ')',
       count(*), to_json(min(s.ended_at)), false
     from meal_planner.sagas s where s.state->>'kind' = 'stuck'
     group by s.definition, s.state->>'step', s.state->>'code'
     union all
     select 'open_circuit', c.name, 1, to_json(to_timestamp(c.since_ms / 1000)), c.state->>'kind' = 'half_open'
     from meal_planner.circuits c where c.state->>'kind' in ('open', 'forced_open', 'half_open')`,
  );
  return rows;
}
