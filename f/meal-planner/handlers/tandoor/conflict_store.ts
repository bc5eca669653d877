import type { Queryable, Tx } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import type { ReportedConflict } from "./run_report.ts";

export type ConflictState = "open" | "decided" | "settled";

/** A conflict that isn't settled: open, or decided by someone and not carried out yet. */
export type Unsettled = { conflict_id: string; link_id: string; kept: "ours" | "theirs" | null };

export async function unsettledConflicts(
  db: Queryable,
  linkIds: readonly string[],
): Promise<Map<string, Unsettled>> {
  const { rows } = await db.query<Unsettled>(
    `select conflict_id, link_id, kept from meal_planner.tandoor_conflicts
     where link_id = any ($1::uuid[]) and state <> 'settled'`,
    [linkIds],
  );
  return new Map(rows.map((row) => [row.link_id, row]));
}

/** Keeps a conflict: as open where nobody has decided, else as settled. One that is open is brought up to date. */
export async function keepConflict(
  tx: Tx,
  connectionId: string,
  linkId: string,
  conflict: ReportedConflict,
  decidedBy: string,
): Promise<void> {
  const isOpen = conflict.kept === null;
  if (!isOpen && (await settleConflict(tx, linkId, conflict.kept, decidedBy))) return;
  await tx.query(
    `insert into meal_planner.tandoor_conflicts (conflict_id, connection_id, link_id, recipe_name, kind, fields, state,
       kept, decided_by, recipe_id, tandoor_id, settled_at)
     values ($1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::jsonb, $7::text, $8::text, $9::text, $10::uuid,
       $11::integer, case when $7::text = 'settled' then now() end)
     on conflict (link_id) where state <> 'settled' do update set recipe_name = excluded.recipe_name,
       kind = excluded.kind, fields = excluded.fields`,
    [
      newId(),
      connectionId,
      linkId,
      conflict.name,
      conflict.kind,
      JSON.stringify(conflict.fields),
      isOpen ? "open" : "settled",
      conflict.kept,
      isOpen ? null : decidedBy,
      conflict.recipe_id,
      conflict.tandoor_id,
    ],
  );
}

/**
 * Closes a link's conflict, whether someone decided it or both sides came to agree by themselves. False where it has
 * none.
 */
export async function settleConflict(
  tx: Tx,
  linkId: string,
  kept: string | null,
  by: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update meal_planner.tandoor_conflicts set state = 'settled', settled_at = now(),
       kept = coalesce(kept, $2::text), decided_by = coalesce(decided_by, $3::text)
     where link_id = $1::uuid and state <> 'settled'`,
    [linkId, kept, by],
  );
  return rowCount > 0;
}
