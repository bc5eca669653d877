import type { Database, Tx } from "../../database/connection.ts";
import type { PublishingTarget } from "../../households/publishing_settings.ts";

/** A plan as it is published: the version that the content was made from. */
export type PublishedPlan = {
  plan_id: string;
  household_id: string;
  version: number;
  start_date: string;
  days: number;
  /** Its shopping list, where it has one. */
  list_id: string | null;
};

/** What a publication did in one place. */
export type PutCounts = { created: number; updated: number; removed: number; unchanged: number };

export type Put = {
  counts: PutCounts;
  content: unknown;
  /** What could not be published and doesn't keep the rest from it, in words. */
  left_out?: string[];
};

/**
 * A place where plans are published. Content is JSON that the place alone reads: it is kept with the saga and with the
 * publication.
 */
export type PublishingPlace = {
  readonly target: PublishingTarget;
  /** What the plan as it is now asks for. `before`: what is there by our doing, null where nothing is. */
  compose(tx: Tx, plan: PublishedPlan, before: unknown): Promise<unknown>;
  /**
   * Makes what is there what is wanted (null: nothing of the plan), by looking first: safe to repeat, and after a try of which
   * nobody knows what it did. `last`: what is there by our doing, or may be. Answers the content as it is there now, with
   * the ids that it has got.
   *
   * @throws As the place fails; `details.effect` is `unknown` where something may have been written.
   */
  put(
    database: Database,
    plan: PublishedPlan,
    wanted: unknown,
    last: unknown,
    signal: AbortSignal,
  ): Promise<Put>;
};
