import type { Tx } from "../../database/connection.ts";
import type { PlannedMeal } from "./plan.ts";

/** A meal without its place, as the history keeps it. */
export type CellMeal = Pick<
  PlannedMeal,
  "slot" | "recipe_id" | "portions" | "locked" | "mark" | "eaten_out" | "leftover_of"
>;

/** What a change did to one place of a plan; null where there is no meal. */
export type CellChange = { date: string; position: number; before: CellMeal | null; after: CellMeal | null };

/** What somebody did, where it tells of their taste: a machine's change doesn't. */
export type ChangeCause = "swap" | "add" | "remove";

export type PlanChange = { version: number; reason: string; at: Date; cells: CellChange[] };

export async function recordChange(
  tx: Tx,
  planId: string,
  change: {
    version: number;
    reason: string;
    cells: readonly CellChange[];
    cause?: ChangeCause;
    undid_from?: number;
  },
): Promise<void> {
  await tx.query(
    `insert into meal_planner.plan_changes (plan_id, version, reason, cells, undid_from, cause)
     values ($1::uuid, $2::integer, $3::text, $4::jsonb, $5::integer, $6::text)`,
    [
      ...[planId, change.version, change.reason, JSON.stringify(change.cells)],
      ...[change.undid_from ?? null, change.cause ?? null],
    ],
  );
}

/** What happened to a plan after the version that somebody saw, in order. */
export async function changesSince(tx: Tx, planId: string, version: number): Promise<PlanChange[]> {
  const { rows } = await tx.query<PlanChange>(
    `select version, reason, at, cells from meal_planner.plan_changes
     where plan_id = $1::uuid and version > $2::integer order by version`,
    [planId, version],
  );
  return rows;
}

/** The last changes of meals that weren't taken back yet, the latest first. An undoing is none. */
export async function lastChanges(tx: Tx, planId: string, count: number): Promise<PlanChange[]> {
  const { rows } = await tx.query<PlanChange>(
    `select version, reason, at, cells from meal_planner.plan_changes
     where plan_id = $1::uuid and undid_from is null and undone_by is null and cells <> '[]'::jsonb
     order by version desc limit $2::integer`,
    [planId, count],
  );
  return rows;
}

export async function markUndone(
  tx: Tx,
  planId: string,
  versions: readonly number[],
  undoneBy: number,
): Promise<void> {
  await tx.query(
    `update meal_planner.plan_changes set undone_by = $3::integer
     where plan_id = $1::uuid and version = any ($2::integer[])`,
    [planId, versions, undoneBy],
  );
}

/** One change that does the opposite of several; `changes` come the latest first. */
export function reverseOf(changes: readonly Pick<PlanChange, "cells">[]): CellChange[] {
  const reversed = new Map<string, CellChange>();
  for (const { cells } of changes) {
    for (const { date, position, before, after } of cells) {
      const key = `${date} ${position}`;
      const later = reversed.get(key);
      reversed.set(key, { date, position, before: later ? later.before : after, after: before });
    }
  }
  return [...reversed.values()];
}
