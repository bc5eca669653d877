import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { Conflict } from "../../database/errors.ts";
import { resolveHousehold } from "../../households/household.ts";
import { PUBLISHING_TARGETS, type PublishingTarget } from "../../households/publishing_settings.ts";
import { type Publications, readPublications } from "../meal_planning/plan_publications.ts";
import { findPlan } from "../meal_planning/plan_store.ts";
import type { PublishedPlan, PublishingPlace } from "../meal_planning/publishing_place.ts";
import { generateList } from "./generate_list.ts";
import { lockHousehold } from "./list_store.ts";

const planSchema = z.object({
  plan_id: z.string(),
  household_id: z.string(),
  version: z.number(),
  start_date: z.string(),
  days: z.number(),
  list_id: z.string().nullable(),
});

const contents = z.partialRecord(z.enum(PUBLISHING_TARGETS), z.unknown());

/** What a publication goes by from its first step to its last, whatever becomes of the plan meanwhile. */
export const publishContentSchema = z.object({
  plan: planSchema,
  /** The list that this publication has made; null where there was one. */
  made_list: z.object({ list_id: z.string(), version: z.number() }).nullable(),
  /** By place: what is wanted there, null for nothing of the plan. A place that isn't named is left alone. */
  wanted: contents,
  /** By place: what was there by our doing. */
  before: contents,
});
export type PublishContent = z.infer<typeof publishContentSchema>;

/**
 * Works out what a plan asks for in each of the places that are chosen, as it is now: its meals and its shopping list where
 * it is followed, nothing any more where it is cancelled (there also in places where it was published before). A plan that
 * is done stays as it was published.
 *
 * @throws NotFound; Conflict where nobody follows the plan yet.
 */
export async function composePublication(
  tx: Tx,
  places: readonly PublishingPlace[],
  chosen: Readonly<Partial<Record<PublishingTarget, boolean>>>,
  input: { plan_id: string; household_id?: string | undefined },
): Promise<PublishContent> {
  const household = await resolveHousehold(tx, input.household_id);
  // In this order everywhere, so that nobody waits for somebody who waits for them.
  await lockHousehold(tx, household);
  const plan = await findPlan(tx, household, input.plan_id, { lock: true });
  const { plan_id, household_id, version, start_date, days } = plan;
  const before = await readPublications(tx, plan_id);
  const head = { plan_id, household_id, version, start_date, days, list_id: null };
  switch (plan.state) {
    case "active":
      return composeActive(
        tx,
        places.filter(({ target }) => chosen[target]),
        head,
        before,
      );
    case "done":
      return { plan: head, made_list: null, before, wanted: {} };
    case "cancelled": {
      // Also where none is noted, but is chosen: a publication that was given up may have left something.
      const touched = places.map(({ target }) => target).filter((one) => chosen[one] || one in before);
      const wanted = Object.fromEntries(touched.map((target) => [target, null]));
      return { plan: head, made_list: null, before, wanted };
    }
    case "draft":
    case "generated":
    case "approved":
      throw new Conflict("Nobody follows this plan yet, so it isn't published. Activate it first.");
  }
}

async function composeActive(
  tx: Tx,
  places: readonly PublishingPlace[],
  head: PublishedPlan,
  before: Publications,
): Promise<PublishContent> {
  const { plan_id, household_id } = head;
  const list = await generateList(tx, { planId: plan_id, householdId: household_id });
  const plan = { ...head, list_id: list.list_id };
  const wanted: Publications = {};
  for (const { target, compose } of places) wanted[target] = await compose(tx, plan, before[target] ?? null);
  const made_list = list.created ? { list_id: list.list_id, version: list.version } : null;
  return { plan, made_list, wanted, before };
}
