import type { Database, Tx } from "../database/connection.ts";
import { type BudgetState, blockCalls, FULL_BUDGET, type RateLimit, takeCall } from "./rate_budget.ts";

/**
 * Takes one call from a budget that all workers share; 0, or the seconds to wait before asking again. Together they
 * never go over a limit: the budget's row is locked while one takes, and the database's clock counts.
 */
export async function takeSharedCall(
  database: Database,
  name: string,
  limits: readonly RateLimit[],
): Promise<number> {
  return database.transaction(async (tx) => {
    const { state, nowMs } = await lockBudget(tx, name);
    const taking = takeCall(state, limits, nowMs);
    if (taking.kind === "wait") return taking.seconds;
    await writeBudget(tx, name, taking.state);
    return 0;
  });
}

/** Lets no worker call for so many seconds. */
export async function blockSharedCalls(database: Database, name: string, seconds: number): Promise<void> {
  await database.transaction(async (tx) => {
    const { state, nowMs } = await lockBudget(tx, name);
    await writeBudget(tx, name, blockCalls(state, seconds, nowMs));
  });
}

async function lockBudget(tx: Tx, name: string): Promise<{ state: BudgetState; nowMs: number }> {
  const { rows } = await tx.query<{ state: BudgetState; now_ms: number }>(
    `insert into meal_planner.http_budgets as b (name, state) values ($1::text, $2::jsonb)
     on conflict (name) do update set name = b.name
     returning state, extract(epoch from clock_timestamp())::float8 * 1000 as now_ms`,
    [name, JSON.stringify(FULL_BUDGET)],
  );
  return { state: rows[0]?.state ?? FULL_BUDGET, nowMs: rows[0]?.now_ms ?? Date.now() };
}

async function writeBudget(tx: Tx, name: string, state: BudgetState): Promise<void> {
  await tx.query("update meal_planner.http_budgets set state = $2::jsonb where name = $1::text", [
    name,
    JSON.stringify(state),
  ]);
}
