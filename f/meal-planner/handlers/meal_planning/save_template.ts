import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { templateOfPlan } from "./copy_plan.ts";
import { writeTemplate } from "./plan_template.ts";

export const saveTemplateInput = z.strictObject({
  plan_id: z.uuid(),
  name: plainText(80),
  household_id: z.uuid().optional(),
});

/** Keeps a plan's meals without their dates under a name, in place of the template that had it. */
export async function saveTemplate(
  tx: Tx,
  input: z.output<typeof saveTemplateInput>,
): Promise<{ name: string; days: number; meals: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  const template = await templateOfPlan(tx, household, input.plan_id);
  await writeTemplate(tx, household, input.name, template);
  return { name: input.name, days: template.days, meals: template.meals.length };
}
