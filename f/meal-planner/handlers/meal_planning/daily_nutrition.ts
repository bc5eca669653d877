import type { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import type { DayOfPerson } from "./day_nutrition.ts";
import { getPlan, type getPlanInput } from "./get_plan.ts";

/** What each person eats on each day of a plan, against their goals. */
export async function dailyNutrition(
  tx: Tx,
  input: z.output<typeof getPlanInput>,
): Promise<{ plan_id: string; daily: DayOfPerson[] }> {
  const { plan_id, daily } = await getPlan(tx, input);
  return { plan_id, daily };
}
