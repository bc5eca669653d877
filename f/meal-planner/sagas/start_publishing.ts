import { z } from "zod";
import type { Database, Tx } from "../database/connection.ts";
import { NotFound } from "../database/errors.ts";
import { resolveHousehold } from "../households/household.ts";
import type { RunOptions } from "../patterns/saga/run_saga.ts";
import { type SagaAnswer, startSaga } from "../patterns/saga/saga_calls.ts";
import type { SagaCause } from "../patterns/saga/saga_chain.ts";
import type { SagaRegistry } from "../patterns/saga/saga_definition.ts";
import { describePublication, type Publication } from "./describe_publication.ts";
import { PUBLISH_PLAN, publicationKey } from "./publish_plan_saga.ts";

export const startPublishingInput = z.strictObject({
  plan_id: z.uuid().describe("The plan to publish, or to take back where it is cancelled."),
  again: z
    .boolean()
    .default(false)
    .describe(
      "Look at it once more although it is published as it is now: what people took away there comes back.",
    ),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});

/**
 * Starts the saga publish_plan for a plan as it is now: of any number of starts for one version of the plan and of its
 * shopping list, one saga comes. One that was undone is no publication; the next start is another try.
 *
 * @throws NotFound where the household has no such plan.
 */
export async function startPublishing(
  database: Database,
  registry: SagaRegistry,
  request: z.output<typeof startPublishingInput> & { cause?: SagaCause },
  options: RunOptions = {},
): Promise<SagaAnswer> {
  const { plan_id, again, cause } = request;
  const { household_id, idempotency_key } = await database.transaction(async (tx) => {
    const household = await resolveHousehold(tx, request.household_id);
    // A list that isn't there yet counts as the one that the saga makes: who asks after that asks for the same.
    const { rows } = await tx.query<{ key: string }>(
      `select plan.plan_id || ':' || plan.version || ':' || coalesce(list.version, 1) as key
       from meal_planner.meal_plans plan
       left join lateral (
         select list.version from meal_planner.shopping_lists list
         where list.plan_id = plan.plan_id and list.from_date is null
         order by (list.state = 'open') desc, list.created_at desc limit 1
       ) list on true
       where plan.plan_id = $1::uuid and plan.household_id = $2::uuid`,
      [plan_id, household.household_id],
    );
    if (!rows[0]) {
      const remedy = "List them with f/meal-planner/handlers/meal_planning/list_plans/script.";
      throw new NotFound("plan", plan_id, remedy);
    }
    const { key } = rows[0];
    const number = await tryNumber(tx, key, again);
    return { household_id: household.household_id, idempotency_key: publicationKey(key, number) };
  });
  const input = { plan_id, household_id };
  const start = { definition: PUBLISH_PLAN, input, idempotency_key, ...(cause ? { cause } : {}) };
  return startSaga(database, registry, start, options);
}

/** The same, answered for people. */
export async function publishNow(
  database: Database,
  registry: SagaRegistry,
  request: z.output<typeof startPublishingInput>,
): Promise<Publication> {
  return describePublication(await startPublishing(database, registry, request));
}

const UNDONE = ["compensated", "resolved"];

/**
 * Which try at this version it is: the last one, or the next where that has ended undone, or at all where it is to be looked
 * at again. 0 is the one that goes by what was noted of the last publication.
 */
async function tryNumber(tx: Tx, key: string, again: boolean): Promise<number> {
  const { rows } = await tx.query<{ number: number; kind: string }>(
    `select split_part(idempotency_key, ':', 4)::integer as number, kind from meal_planner.sagas
     where definition = $1::text and starts_with(idempotency_key, $2::text || ':')
     order by number desc limit 1`,
    [PUBLISH_PLAN, key],
  );
  const last = rows[0];
  if (!last) return again ? 1 : 0;
  const isOver = again ? [...UNDONE, "completed"] : UNDONE;
  return isOver.includes(last.kind) ? last.number + 1 : last.number;
}
