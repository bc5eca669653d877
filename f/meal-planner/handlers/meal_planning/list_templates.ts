import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { resolveHousehold } from "../../households/household.ts";
import { type TemplateSummary, templates } from "./plan_template.ts";

export const listTemplatesInput = z.strictObject({ household_id: z.uuid().optional() });

/** The weeks that were kept as templates, to be used again with copy_plan. */
export async function listTemplates(
  tx: Tx,
  input: z.output<typeof listTemplatesInput>,
): Promise<{ templates: TemplateSummary[] }> {
  return { templates: await templates(tx, await resolveHousehold(tx, input.household_id)) };
}
