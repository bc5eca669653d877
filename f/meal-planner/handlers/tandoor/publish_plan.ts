import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { newId } from "../../database/new_id.ts";
import { emit } from "../../events/producers/emit.ts";
import { notePublication } from "../meal_planning/plan_publications.ts";
import type { PutCounts } from "../meal_planning/publishing_place.ts";
import { withTurn } from "../meal_planning/publishing_turn.ts";
import { composePublication, type PublishContent } from "../shopping_list/compose_publication.ts";
import { tandoorAccount, tandoorResource } from "./tandoor_account.ts";
import { tandoorMealPlanPlace, tandoorShoppingPlace } from "./tandoor_places.ts";

export const publishPlanInput = z.strictObject({
  plan_id: z.uuid().describe("The plan: followed, or cancelled after it was published."),
  meal_plan: z.boolean().default(true).describe("Whether its meals become entries of Tandoor's meal plan."),
  shopping: z.boolean().default(true).describe("Whether its shopping list becomes entries of Tandoor's."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
  tandoor: tandoorResource.optional().describe("Left out, the workspace's own."),
});

export type PublishedToTandoor = {
  plan_id: string;
  version: number;
  /** Null where it isn't touched: not asked for, or the plan is done. */
  meal_plan: PutCounts | null;
  shopping: PutCounts | null;
};

/**
 * Publishes a followed plan to Tandoor, brings what is there up to date, or takes a cancelled one back. Looks first: a second
 * run writes nothing, and one that was cut off is finished by the next. What was written before a failure stays until then;
 * the saga publish_plan undoes it instead.
 *
 * TandoorExportCompleted is emitted where something was written.
 *
 * @throws NotFound; Conflict where nobody follows the plan yet; InProgress where it is being published already; as
 *   Tandoor fails.
 */
export async function publishPlan(
  database: Database,
  input: z.output<typeof publishPlanInput>,
): Promise<PublishedToTandoor> {
  const account = await tandoorAccount(input.tandoor);
  const places = [tandoorMealPlanPlace(async () => account), tandoorShoppingPlace(async () => account)];
  const chosen = { tandoor_meal_plan: input.meal_plan, tandoor_shopping: input.shopping };
  return withTurn(database, input.plan_id, async (signal) => {
    const content = await database.transaction((tx) => composePublication(tx, places, chosen, input));
    const { plan, wanted, before } = content;
    const done: Partial<Record<string, PutCounts>> = {};
    for (const { target, put } of places) {
      if (!(target in wanted)) continue;
      const answer = await put(database, plan, wanted[target], before[target] ?? null, signal);
      await database.transaction((tx) => notePublication(tx, plan, target, answer.content));
      done[target] = answer.counts;
    }
    await tell(database, content, Object.values(done));
    const { plan_id, version } = plan;
    const { tandoor_meal_plan: meal_plan = null, tandoor_shopping: shopping = null } = done;
    return { plan_id, version, meal_plan, shopping };
  });
}

async function tell(
  database: Database,
  { plan }: PublishContent,
  done: readonly (PutCounts | undefined)[],
): Promise<void> {
  const sum = (key: keyof PutCounts) => done.reduce((total, counts) => total + (counts?.[key] ?? 0), 0);
  const [created, removed] = [sum("created"), sum("removed")];
  const updated = sum("updated") + removed;
  if (created + updated === 0) return;
  const counts = { created, updated, unchanged: sum("unchanged"), failed: 0 };
  const detail = { household_id: plan.household_id, run_id: newId(), ...counts };
  await database.transaction((tx) => emit(tx, [{ type: "TandoorExportCompleted", detail }]));
}
