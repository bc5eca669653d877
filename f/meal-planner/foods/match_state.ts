import type { FoodState } from "./food.ts";
import type { FoodQuery } from "./food_query.ts";

/** What it costs that a record's state isn't the one that the line says. `named` = the name itself says the state. */
export function stateCost(query: FoodQuery, state: FoodState | null, named: boolean): number {
  const wanted = query.state;
  // "Cooked chickpeas" are the cooked record where there is one, whatever else is called so.
  if (wanted !== null && query.stateSaid && wanted === state) return 0;
  if (wanted === null || (named && query.stateSaid && wanted !== "canned"))
    return DEFAULT_STATE_COST[state ?? "fresh"] ?? 0;
  if (wanted === state) return 0;
  const cost = STATE_COSTS[wanted]?.[state ?? "other"] ?? 0.1;
  return query.stateSaid ? cost : cost * 0.3;
}

const DEFAULT_STATE_COST: Partial<Record<FoodState, number>> = {
  canned: 0.06,
  cooked: 0.08,
  frozen: 0.04,
  dried: 0.02,
};

const STATE_COSTS: Partial<Record<FoodState, Partial<Record<FoodState | "other", number>>>> = {
  fresh: {
    dried: 0.35,
    canned: 0.3,
    cooked: 0.25,
    frozen: 0.12,
    powder: 0.35,
    other: 0.02,
    cured: 0.02,
    liquid: 0,
    prepared: 0.05,
  },
  dried: {
    fresh: 0.3,
    canned: 0.35,
    cooked: 0.35,
    frozen: 0.35,
    powder: 0.05,
    other: 0.03,
    liquid: 0.05,
    prepared: 0.1,
  },
  canned: {
    fresh: 0.25,
    cooked: 0.12,
    dried: 0.45,
    frozen: 0.25,
    other: 0.05,
    liquid: 0.03,
    prepared: 0.05,
    cured: 0.05,
  },
  frozen: { fresh: 0.08, cooked: 0.2, canned: 0.25, dried: 0.4, other: 0.03, prepared: 0.05 },
  cooked: { fresh: 0.2, canned: 0.1, dried: 0.35, frozen: 0.25, other: 0.08, prepared: 0.03, cured: 0.05 },
};
