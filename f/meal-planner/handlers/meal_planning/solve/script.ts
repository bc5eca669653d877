import { parseInput } from "../../../database/parse_input.ts";
import { solveInputSchema } from "../solver/problem.ts";
import { solveGiven } from "../solver/solve.ts";

/**
 * The best plan for a problem given outright, with a proven lower bound. Needs no database.
 * docs/planning/the_best_week.md tells every field, the objective and its units.
 */
export async function main(
  problem: {
    days: { slots: { name: string; max_minutes?: number }[]; max_minutes?: number; cooks_ahead?: boolean }[];
    recipes: {
      id: string;
      suits: string[];
      nutrients: object;
      minutes: number;
      main: string | null;
      max_uses: number;
      penalty: number;
      keeps_days?: number | null;
      leftover_penalty?: number | null;
    }[];
    people: {
      id: string;
      goals: {
        nutrient: string;
        target: number;
        tolerance_under: number;
        tolerance_over: number;
        weight_under: number;
        weight_over: number;
      }[];
      portions: { size: number; penalty: number }[];
    }[];
    min_gap_days: number;
    locked: { day: number; slot: number; recipe_id: string }[];
    leftovers?: object | null;
    week_goals?: object[] | null;
  },
  time_limit_ms?: number,
  gap_target?: number,
  seed?: number,
  gap_target_points?: number,
) {
  const given = { problem, time_limit_ms, gap_target, gap_target_points, seed };
  return solveGiven(parseInput(solveInputSchema, given));
}
