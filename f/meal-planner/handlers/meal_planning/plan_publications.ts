import type { Tx } from "../../database/connection.ts";
import type { PublishingTarget } from "../../households/publishing_settings.ts";

/** What is of a plan in a place by our doing, as that place's room wrote it. */
export type Publications = Partial<Record<PublishingTarget, unknown>>;

export async function readPublications(tx: Tx, planId: string): Promise<Publications> {
  const { rows } = await tx.query<{ target: PublishingTarget; content: unknown }>(
    "select target, content from meal_planner.plan_publications where plan_id = $1::uuid",
    [planId],
  );
  return Object.fromEntries(rows.map(({ target, content }) => [target, content]));
}

/** What the household's other plans have in one place. */
export async function readPublicationsOfOthers(
  tx: Tx,
  plan: { plan_id: string; household_id: string },
  target: PublishingTarget,
): Promise<unknown[]> {
  const { rows } = await tx.query<{ content: unknown }>(
    `select content from meal_planner.plan_publications
     where household_id = $1::uuid and target = $2::text and plan_id <> $3::uuid`,
    [plan.household_id, target, plan.plan_id],
  );
  return rows.map((row) => row.content);
}

/** Notes what is there from now on; null where it was taken back. */
export async function notePublication(
  tx: Tx,
  plan: { plan_id: string; household_id: string; version: number },
  target: PublishingTarget,
  content: unknown,
): Promise<void> {
  if (content === null) {
    await tx.query(
      "delete from meal_planner.plan_publications where plan_id = $1::uuid and target = $2::text",
      [plan.plan_id, target],
    );
    return;
  }
  await tx.query(
    `insert into meal_planner.plan_publications (plan_id, target, household_id, plan_version, content)
     values ($1::uuid, $2::text, $3::uuid, $4::integer, $5::jsonb)
     on conflict (plan_id, target) do update set plan_version = excluded.plan_version,
       content = excluded.content, published_at = now()`,
    [plan.plan_id, target, plan.household_id, plan.version, JSON.stringify(content)],
  );
}
