import { z } from "zod";
import type { Queryable, Tx } from "../database/connection.ts";
import { resolveHousehold } from "./household.ts";

/** Where a plan can be published. */
export const PUBLISHING_TARGETS = ["tandoor_meal_plan", "tandoor_shopping", "fatsecret_saved_meals"] as const;
export type PublishingTarget = (typeof PUBLISHING_TARGETS)[number];

export const setPublishingInput = z.strictObject({
  household_id: z.uuid().optional(),
  automatic: z.boolean().optional(),
  tandoor_meal_plan: z.boolean().optional(),
  tandoor_shopping: z.boolean().optional(),
  fatsecret_saved_meals: z.boolean().optional(),
  tandoor_resource: z
    .string()
    .regex(/^([ufg](\/[\w-]+){2,})?$/, "Must be a resource's path, such as f/meal-planner/external/tandoor.")
    .optional(),
});

export type PublishingSettings = {
  automatic: boolean;
  /** Path of the resource of the household's Tandoor; null for the workspace's. */
  tandoor_resource: string | null;
} & Record<PublishingTarget, boolean>;

const COLUMNS = "automatic, tandoor_meal_plan, tandoor_shopping, fatsecret_saved_meals, tandoor_resource";

/**
 * Says where a household's plans are published, and whether by themselves; what is left out stays as it is. Nothing is
 * published before somebody has said so here: it writes into people's other accounts.
 *
 * @throws NotFound where there is no such household.
 */
export async function setPublishing(
  tx: Tx,
  input: z.output<typeof setPublishingInput>,
): Promise<{ household_id: string } & PublishingSettings> {
  const { household_id } = await resolveHousehold(tx, input.household_id);
  const { rows } = await tx.query<PublishingSettings>(
    `insert into meal_planner.publishing_settings as stored (household_id, ${COLUMNS})
     values ($1::uuid, coalesce($2::boolean, true), coalesce($3::boolean, false), coalesce($4::boolean, false),
       coalesce($5::boolean, false), nullif($6::text, ''))
     on conflict (household_id) do update set automatic = coalesce($2::boolean, stored.automatic),
       tandoor_meal_plan = coalesce($3::boolean, stored.tandoor_meal_plan),
       tandoor_shopping = coalesce($4::boolean, stored.tandoor_shopping),
       fatsecret_saved_meals = coalesce($5::boolean, stored.fatsecret_saved_meals),
       tandoor_resource = nullif(coalesce($6::text, stored.tandoor_resource), ''), updated_at = now()
     returning ${COLUMNS}`,
    [
      household_id,
      input.automatic ?? null,
      input.tandoor_meal_plan ?? null,
      input.tandoor_shopping ?? null,
      input.fatsecret_saved_meals ?? null,
      input.tandoor_resource ?? null,
    ],
  );
  return { household_id, ...rows[0]! };
}

export const getPublishingInput = z.strictObject({ household_id: z.uuid().optional() });

/**
 * What holds of a household's publishing; reading it says nothing for the household.
 *
 * @throws NotFound where there is no such household.
 */
export async function getPublishing(
  tx: Tx,
  input: z.output<typeof getPublishingInput>,
): Promise<{ household_id: string } & PublishingSettings> {
  const { household_id } = await resolveHousehold(tx, input.household_id);
  return { household_id, ...(await readPublishing(tx, household_id)) };
}

/** Nothing anywhere, where nobody has said anything. */
export async function readPublishing(db: Queryable, householdId: string): Promise<PublishingSettings> {
  const { rows } = await db.query<PublishingSettings>(
    `select ${COLUMNS} from meal_planner.publishing_settings where household_id = $1::uuid`,
    [householdId],
  );
  const nothing = { tandoor_meal_plan: false, tandoor_shopping: false, fatsecret_saved_meals: false };
  return rows[0] ?? { automatic: false, tandoor_resource: null, ...nothing };
}
