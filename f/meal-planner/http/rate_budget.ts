/** At most so many calls in any span of so many seconds. */
export type RateLimit = { calls: number; seconds: number };

/** Calls by slot of time, for each limit by its seconds; stored as JSON. */
export type BudgetState = { windows: Record<string, Record<string, number>>; blocked_until_ms: number };

export const FULL_BUDGET: BudgetState = { windows: {}, blocked_until_ms: 0 };

// A slot is counted as long as any of its calls may count: with 60, a full budget is given back at most a 60th late.
const SLOTS = 60;

export type Taking = { kind: "taken"; state: BudgetState } | { kind: "wait"; seconds: number };

/**
 * Takes one call from a budget, or says how long to wait. In no span of a limit's length are more calls than it
 * allows taken, wherever the span begins. Pure: the database's clock comes in as `nowMs` (epoch milliseconds).
 */
export function takeCall(state: BudgetState, limits: readonly RateLimit[], nowMs: number): Taking {
  let waitMs = Math.max(0, state.blocked_until_ms - nowMs);
  const windows: BudgetState["windows"] = {};
  for (const limit of limits) {
    const slotMs = (limit.seconds * 1000) / SLOTS;
    const slot = Math.floor(nowMs / slotMs);
    const counted = Object.entries(state.windows[limit.seconds] ?? {})
      .map(([at, calls]) => ({ at: Number(at), calls }))
      .filter(({ at }) => at >= slot - SLOTS)
      .sort((a, b) => a.at - b.at);
    const freeMs = msUntilFree(counted, limit.calls, slotMs, nowMs);
    waitMs = Math.max(waitMs, freeMs);
    const window = Object.fromEntries(counted.map(({ at, calls }) => [at, calls]));
    windows[limit.seconds] = { ...window, [slot]: (window[slot] ?? 0) + 1 };
  }
  if (waitMs > 0) return { kind: "wait", seconds: Math.ceil(waitMs) / 1000 };
  return { kind: "taken", state: { ...state, windows } };
}

function msUntilFree(
  counted: readonly { at: number; calls: number }[],
  calls: number,
  slotMs: number,
  nowMs: number,
): number {
  let sum = counted.reduce((total, slot) => total + slot.calls, 0);
  let freeAtMs = nowMs;
  for (const slot of counted) {
    if (sum < calls) break;
    sum -= slot.calls;
    freeAtMs = (slot.at + SLOTS + 1) * slotMs;
  }
  return freeAtMs - nowMs;
}

/** The system itself said for how long it wants no calls. An earlier, longer word stands. */
export function blockCalls(state: BudgetState, seconds: number, nowMs: number): BudgetState {
  return { ...state, blocked_until_ms: Math.max(state.blocked_until_ms, nowMs + seconds * 1000) };
}
