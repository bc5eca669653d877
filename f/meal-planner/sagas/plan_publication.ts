import { z } from "zod";
import type { Tx } from "../database/connection.ts";
import { NotFound } from "../database/errors.ts";
import { resolveHousehold } from "../households/household.ts";
import {
  PUBLISHING_TARGETS,
  type PublishingTarget,
  readPublishing,
} from "../households/publishing_settings.ts";
import type { SagaAnswer } from "../patterns/saga/saga_calls.ts";
import { PUBLISH_PLAN } from "./publish_plan_saga.ts";

export const planPublicationInput = z.strictObject({
  plan_id: z.uuid().describe("The plan."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

export type PlanPublication = {
  plan_id: string;
  version: number;
  /** Where the household wants its plans shown, besides here. */
  chosen: PublishingTarget[];
  /** What is there by our doing, and of which version of the plan. */
  published: { target: PublishingTarget; plan_version: number; published_at: Date }[];
  /** The last publishing, whatever became of it; null where there was none. */
  last: { saga_id: string; state: SagaAnswer["state"]; at: Date } | null;
};

/** Where a plan is published, as of which version, and how the last publishing stands. @throws NotFound */
export async function planPublication(
  tx: Tx,
  { plan_id, household_id }: z.output<typeof planPublicationInput>,
): Promise<PlanPublication> {
  const household = await resolveHousehold(tx, household_id);
  const { rows: plans } = await tx.query<{ version: number }>(
    "select version from meal_planner.meal_plans where plan_id = $1::uuid and household_id = $2::uuid",
    [plan_id, household.household_id],
  );
  if (!plans[0]) {
    throw new NotFound(
      "plan",
      plan_id,
      "List them with f/meal-planner/handlers/meal_planning/list_plans/script.",
    );
  }
  const settings = await readPublishing(tx, household.household_id);
  const { rows: published } = await tx.query<PlanPublication["published"][number]>(
    `select target, plan_version, published_at from meal_planner.plan_publications
     where plan_id = $1::uuid order by target`,
    [plan_id],
  );
  const { rows: sagas } = await tx.query<NonNullable<PlanPublication["last"]>>(
    `select id as saga_id, kind as state, coalesce(ended_at, created_at) as at from meal_planner.sagas
     where definition = $1::text and starts_with(idempotency_key, $2::text || ':')
     order by created_at desc limit 1`,
    [PUBLISH_PLAN, plan_id],
  );
  const chosen = PUBLISHING_TARGETS.filter((target) => settings[target]);
  return { plan_id, version: plans[0].version, chosen, published, last: sagas[0] ?? null };
}
