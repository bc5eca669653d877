import { z } from "zod";
import type { Tx } from "../database/connection.ts";
import { emit } from "../events/producers/emit.ts";
import { notePublication } from "../handlers/meal_planning/plan_publications.ts";
import type { PublishingPlace, PutCounts } from "../handlers/meal_planning/publishing_place.ts";
import { giveTurnBack, takeTurn } from "../handlers/meal_planning/publishing_turn.ts";
import {
  composePublication,
  type PublishContent,
  publishContentSchema,
} from "../handlers/shopping_list/compose_publication.ts";
import { withdrawList } from "../handlers/shopping_list/withdraw_list.ts";
import { resolveHousehold } from "../households/household.ts";
import { PUBLISHING_TARGETS, readPublishing } from "../households/publishing_settings.ts";
import { canonicalJson } from "../patterns/idempotency/idempotency_key.ts";
import type { RetryPolicy } from "../patterns/retry/retry_policy.ts";
import {
  defineSaga,
  type SagaDefinition,
  type SagaStep,
  type StepContext,
} from "../patterns/saga/saga_definition.ts";

export const PUBLISH_PLAN = "publish_plan";

/** One publication: of a plan and its list as they are, and which try at that it is, from 0. */
export function publicationKey(asTheyAre: string, tryNumber: number): string {
  return `${asTheyAre}:${tryNumber}`;
}

/** Null for a saga that was started with another key, or with none. */
function tryNumberIn(key: string | null): number | null {
  const number = /^[0-9a-f-]{36}:\d+:\d+:(\d+)$/.exec(key ?? "")?.[1];
  return number === undefined ? null : Number(number);
}

export const publishPlanInput = z.strictObject({
  plan_id: z.uuid().describe("The plan. It is published as it is when the saga comes to it."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
});
type Input = z.infer<typeof publishPlanInput>;

type Settings = { retry?: RetryPolicy; compensationRetry?: RetryPolicy; stepSeconds?: number };

// For the turn: another publication of the plan may be waiting for its system to come back, or for an operator.
const UNTIL_IT_IS_FREE: RetryPolicy = {
  maximum_delay_seconds: 60,
  maximum_retry_attempts: 20_000,
  maximum_event_age_seconds: 7 * 86_400,
};

/**
 * Publishes a plan: its shopping list, and then one place after the other, as the household's settings say. What one place
 * refuses is undone in those before it, in reverse: each gets back what was published there before, or nothing where nothing
 * was.
 */
export function publishPlanSaga(places: readonly PublishingPlace[], settings: Settings = {}): SagaDefinition {
  return defineSaga<Input>({
    name: PUBLISH_PLAN,
    version: 1,
    input: publishPlanInput,
    stages: [
      takeTurnStep(),
      shoppingListStep(places),
      ...places.map((place) => placeStep(place, settings)),
      noteStep(),
    ],
  });
}

function takeTurnStep(): SagaStep<Input> {
  return {
    name: "take_turn",
    retry: UNTIL_IT_IS_FREE,
    action: {
      inside: async (tx, { input, sagaId }) => {
        await takeTurn(tx, input.plan_id, { sagaId });
      },
    },
    compensation: { inside: (tx, { input, sagaId }) => giveTurnBack(tx, input.plan_id, { sagaId }) },
  };
}

function shoppingListStep(places: readonly PublishingPlace[]): SagaStep<Input> {
  return {
    name: "shopping_list",
    action: {
      inside: async (tx, { input, sagaId }) => {
        const { household_id } = await resolveHousehold(tx, input.household_id);
        const content = await composePublication(tx, places, await readPublishing(tx, household_id), input);
        return { ...content, is_first_try: await isFirstTry(tx, sagaId) } satisfies Prepared;
      },
    },
    compensation: {
      inside: async (tx, _, output) => {
        // A worker died in it before the commit, so that there is no list of its making.
        if (output === undefined) return;
        const { plan, made_list } = publishContentSchema.parse(output);
        if (made_list) await withdrawList(tx, { ...made_list, household_id: plan.household_id });
      },
    },
  };
}

/** What a place's step answers: what is there now, or that it isn't to be touched. */
export const placeOutput = z.union([
  z.object({
    counts: z.object({ created: z.int(), updated: z.int(), removed: z.int(), unchanged: z.int() }),
    content: z.unknown(),
    left_out: z.array(z.string()).optional(),
  }),
  z.object({ left_alone: z.literal(true) }),
]);

export type PlaceOutput = z.output<typeof placeOutput>;

function placeStep(place: PublishingPlace, settings: Settings): SagaStep<Input> {
  const { target } = place;
  return {
    name: target,
    retry: settings.retry ?? {},
    ...(settings.compensationRetry ? { compensationRetry: settings.compensationRetry } : {}),
    deadlineSeconds: settings.stepSeconds ?? 300,
    action: {
      outside: async (context): Promise<z.input<typeof placeOutput>> => {
        const { plan, wanted, before, is_first_try } = contentOf(context);
        if (!(target in wanted)) return { left_alone: true };
        // As it was published last: what a tick on the shopping list changes isn't looked for in the calendar.
        if (is_first_try && isSame(wanted[target], before[target]))
          return { counts: NOTHING, content: before[target] };
        return place.put(context.database, plan, wanted[target], before[target] ?? null, context.signal);
      },
    },
    compensation: {
      outside: async (context) => {
        const { plan, wanted, before } = contentOf(context);
        if (!(target in wanted)) return;
        await place.put(context.database, plan, before[target] ?? null, wanted[target], context.signal);
      },
    },
  };
}

const NOTHING: PutCounts = { created: 0, updated: 0, removed: 0, unchanged: 0 };

function isSame(wanted: unknown, before: unknown): boolean {
  return before !== undefined && canonicalJson(wanted) === canonicalJson(before);
}

function noteStep(): SagaStep<Input> {
  return {
    name: "note",
    action: {
      inside: async (tx, context) => {
        const { plan, wanted } = contentOf(context);
        const counts = { ...NOTHING };
        for (const target of PUBLISHING_TARGETS) {
          if (!(target in wanted)) continue;
          const output = placeOutput.parse(context.outputs[target]);
          if ("left_alone" in output) continue;
          await notePublication(tx, plan, target, output.content ?? null);
          for (const key of ["created", "updated", "removed", "unchanged"] as const)
            counts[key] += output.counts[key];
        }
        await giveTurnBack(tx, plan.plan_id, { sagaId: context.sagaId });
        await tell(tx, context.sagaId, plan, wanted, counts);
        return counts;
      },
    },
    // The last step: nothing comes after it that could fail.
    compensation: null,
  };
}

/** Only where something was published or taken back: a look that found all as it should be is no news. */
async function tell(
  tx: Tx,
  sagaId: string,
  plan: PublishContent["plan"],
  wanted: PublishContent["wanted"],
  counts: PutCounts,
): Promise<void> {
  if (counts.created + counts.updated + counts.removed === 0) return;
  const { plan_id, household_id, version } = plan;
  const targets = PUBLISHING_TARGETS.filter((target) => target in wanted);
  const detail = { household_id, plan_id, version, saga_id: sagaId, targets, ...counts };
  await emit(tx, [{ type: "PlanPublished", detail }]);
}

const preparedSchema = publishContentSchema.extend({
  /** Of this version of the plan and its list; another one looks everywhere, whatever was noted. */
  is_first_try: z.boolean(),
});
type Prepared = z.infer<typeof preparedSchema>;

function contentOf(context: StepContext<Input>): Prepared {
  return preparedSchema.parse(context.outputs.shopping_list);
}

async function isFirstTry(tx: Tx, sagaId: string): Promise<boolean> {
  const { rows } = await tx.query<{ idempotency_key: string | null }>(
    "select idempotency_key from meal_planner.sagas where id = $1::uuid",
    [sagaId],
  );
  return tryNumberIn(rows[0]?.idempotency_key ?? null) === 0;
}
