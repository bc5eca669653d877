import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import type { ReportedConflict } from "./run_report.ts";

export const listConflictsInput = z.strictObject({
  state: z.enum(["open", "decided", "settled", "all"]).default("open").describe("Which conflicts."),
  limit: z.int().min(1).max(200).default(50).describe("At most so many."),
  household_id: z.uuid().optional().describe("Whose; left out, the default household's."),
});

export type StoredConflict = {
  conflict_id: string;
  state: "open" | "decided" | "settled";
  kind: ReportedConflict["kind"];
  recipe_name: string;
  recipe_id: string;
  tandoor_id: number | null;
  /** Where that recipe is in Tandoor; null where it is gone. */
  tandoor_url: string | null;
  fields: ReportedConflict["fields"];
  kept: "ours" | "theirs" | "both" | null;
  /** The policy that decided, or `person`. */
  decided_by: string | null;
  found_at: string;
  settled_at: string | null;
};

/** Conflicts with Tandoor, the latest first. `kept` says what became of each. */
export async function listConflicts(
  tx: Tx,
  input: z.output<typeof listConflictsInput>,
): Promise<{ conflicts: StoredConflict[]; total: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<StoredConflict & { total: number }>(
    `select c.conflict_id, c.state, c.kind, c.recipe_name, c.recipe_id, c.tandoor_id,
       case when c.kind <> 'deleted_there' then k.address || '/recipe/' || c.tandoor_id end as tandoor_url,
       c.fields, c.kept, c.decided_by, c.found_at, c.settled_at, count(*) over () as total
     from meal_planner.tandoor_conflicts c
     join meal_planner.tandoor_connections k on k.connection_id = c.connection_id
     where k.household_id = $1::uuid and ($2::text = 'all' or c.state = $2::text)
     order by c.found_at desc, c.conflict_id desc limit $3::integer`,
    [household.household_id, input.state, input.limit],
  );
  return { conflicts: rows.map(({ total: _, ...conflict }) => conflict), total: rows[0]?.total ?? 0 };
}
