import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { eventIdSchema } from "../schemas/envelope.ts";

export const showChainInput = z.strictObject({
  correlation_id: eventIdSchema.describe("The chain's correlation id, or the id of any event in it."),
});

type ChainRow = {
  id: string;
  detail_type: string;
  source: string;
  time: string;
  causation_id: string | null;
  owed: { rule: string; target: string; attempts: number; last_error: string | null }[];
  dead_letters: string[];
};

/** An event with what it caused, and what it still owes. */
export type ChainLink = Omit<ChainRow, "causation_id"> & { caused: ChainLink[] };

const MOST = 10_000;

/**
 * A whole chain, cause by cause: its first events, each with the events that reactions to it emitted, and with its
 * open deliveries and dead letters.
 *
 * @throws NotFound where no event of the archive has the id or the correlation id.
 */
export async function showChain(
  db: Queryable,
  correlationId: string,
): Promise<{ correlation_id: string; events: number; chain: ChainLink[] }> {
  const { rows: found } = await db.query<{ correlation_id: string }>(
    `select correlation_id from meal_planner.events where id = $1::uuid
     union all
     (select correlation_id from meal_planner.events where correlation_id = $1::uuid limit 1)`,
    [correlationId],
  );
  const chainId = found[0]?.correlation_id;
  if (chainId === undefined) {
    throw new NotFound(
      "chain",
      correlationId,
      "Retention may have dropped it; query_events lists what there is.",
    );
  }
  const { rows } = await db.query<ChainRow>(
    `select e.id, e.detail_type, e.source,
       to_char(e.time at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as time, e.causation_id,
       array(select d.id from meal_planner.dead_letters d where d.event_id = e.id order by d.id) as dead_letters,
       '[]'::json as owed
     from meal_planner.events e where e.correlation_id = $1::uuid order by e.id limit $2::integer`,
    [chainId, MOST],
  );
  const owed = await readOwed(
    db,
    rows.map((row) => row.id),
  );
  return { correlation_id: chainId, events: rows.length, chain: link(rows, owed) };
}

type Owed = ChainRow["owed"];

async function readOwed(db: Queryable, ids: readonly string[]): Promise<Map<string, Owed>> {
  const { rows } = await db.query<Owed[number] & { event_id: string }>(
    `select event_id, rule, target, attempts, errors->-1->>'message' as last_error
     from meal_planner.deliveries where event_id = any($1::uuid[]) order by seq`,
    [ids],
  );
  const owed = new Map<string, Owed>();
  for (const { event_id, ...delivery } of rows) owed.set(event_id, [...(owed.get(event_id) ?? []), delivery]);
  return owed;
}

/** Ids sort by time, so that a cause stands before its effects. One whose cause isn't here begins a chain. */
function link(rows: readonly ChainRow[], owed: ReadonlyMap<string, Owed>): ChainLink[] {
  const links = new Map<string, ChainLink>();
  const first: ChainLink[] = [];
  for (const { causation_id, ...row } of rows) {
    const one = { ...row, owed: owed.get(row.id) ?? [], caused: [] };
    links.set(row.id, one);
    const cause = causation_id === null ? undefined : links.get(causation_id);
    (cause?.caused ?? first).push(one);
  }
  return first;
}
