import type { Tx } from "../../database/connection.ts";
import type { PlanLife } from "./plan_life.ts";

export type ProposedSwap = {
  date: string;
  position: number;
  slot: string;
  was: { recipe_id: string; name: string };
  recipe_id: string;
  name: string;
  portions: Record<string, number>;
  reason: string;
  /** Points of the plan's objective, the swaps before it being made. */
  objective_difference: number;
};

/** What is wrong with a plan now, in words, and swaps that would repair it, to be made in their order. */
export type Repair = {
  problems: string[];
  swaps: ProposedSwap[];
  objective_before: number;
  objective_after: number;
};

export type Proposal = Repair & { plan_version: number; made_at: Date };

export async function readProposal(tx: Tx, planId: string): Promise<Proposal | null> {
  const { rows } = await tx.query<{ proposal: Repair; plan_version: number; made_at: Date }>(
    "select proposal, plan_version, made_at from meal_planner.plan_proposals where plan_id = $1::uuid",
    [planId],
  );
  const row = rows[0];
  return row ? { ...row.proposal, plan_version: row.plan_version, made_at: row.made_at } : null;
}

/** Keeps the one proposal of a plan, or takes it away. The same one again changes nothing, not even its time. */
export async function writeProposal(
  tx: Tx,
  planId: string,
  version: number,
  repair: Repair | null,
): Promise<void> {
  if (repair === null) {
    await tx.query("delete from meal_planner.plan_proposals where plan_id = $1::uuid", [planId]);
    return;
  }
  await tx.query(
    `insert into meal_planner.plan_proposals as p (plan_id, plan_version, proposal)
     values ($1::uuid, $2::integer, $3::jsonb)
     on conflict (plan_id) do update
       set plan_version = excluded.plan_version, proposal = excluded.proposal, made_at = now()
     where (p.plan_version, p.proposal) is distinct from (excluded.plan_version, excluded.proposal)`,
    [planId, version, JSON.stringify(repair)],
  );
}

/** A plan that only moved on keeps its proposal; one that is over needs none. */
export async function carryProposal(tx: Tx, planId: string, version: number, life: PlanLife): Promise<void> {
  if (life.state === "done" || life.state === "cancelled") return writeProposal(tx, planId, version, null);
  await tx.query(
    "update meal_planner.plan_proposals set plan_version = $2::integer where plan_id = $1::uuid",
    [planId, version],
  );
}
