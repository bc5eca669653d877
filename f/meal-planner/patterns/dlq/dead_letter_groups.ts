import { z } from "zod";
import type { Queryable } from "../../database/connection.ts";
import { adviseOn, type Classification } from "./classify_error.ts";
import type { DeadLetterFilter } from "./dead_letter_filter.ts";

export const listGroupsInput = z.strictObject({
  limit: z.int().min(1).max(500).default(100).describe("At most so many groups. Default 100."),
});

/** Waiting dead letters of one cause. */
export type DeadLetterGroup = {
  kind: "event" | "job";
  /** Null of a job, which no rule has sent. */
  rule: string | null;
  target: string;
  code: string;
  classification: Classification;
  waiting: number;
  /** Of them, those that were sent off before and died again. */
  died_again: number;
  first_died_at: string;
  last_died_at: string;
  detail_types: string[];
  /** What the last one said. */
  message: string;
  advice: string;
  /** Means just these, for redrive and discard. */
  filter: DeadLetterFilter;
};

/** What waits in the dead-letter queue by where it was going and why it died, the largest groups first. */
export async function deadLetterGroups(
  db: Queryable,
  input: z.output<typeof listGroupsInput>,
): Promise<{ groups: DeadLetterGroup[]; waiting: number; discarded: number; redriven: number }> {
  const { rows } = await db.query<Omit<DeadLetterGroup, "advice" | "filter">>(
    `select d.kind, nullif(d.rule, '') as rule, d.target_id as target, d.error_code as code, d.classification, count(*) as waiting,
       count(*) filter (where d.redrive_count > 0) as died_again,
       to_json(min(d.first_died_at)) as first_died_at, to_json(max(d.died_at)) as last_died_at,
       coalesce(array_agg(distinct d.detail_type) filter (where d.detail_type is not null), '{}') as detail_types,
       (array_agg(d.error_message order by d.died_at desc, d.id desc))[1] as message
     from meal_planner.dead_letters d where d.status = 'waiting'
     group by d.kind, d.rule, d.target_id, d.error_code, d.classification
     order by count(*) desc, max(d.died_at) desc limit $1::integer`,
    [input.limit],
  );
  const { rows: counts } = await db.query<{ waiting: number; discarded: number; redriven: number }>(
    `select count(*) filter (where status = 'waiting') as waiting,
       count(*) filter (where status = 'discarded') as discarded,
       count(*) filter (where status = 'redriven') as redriven
     from meal_planner.dead_letters`,
  );
  return {
    groups: rows.map((group) => {
      const { kind, rule, target, code, classification } = group;
      const filter = { kind, target, code, classification, ...(rule === null ? {} : { rule }) };
      return { ...group, advice: adviseOn(classification), filter };
    }),
    ...counts[0]!,
  };
}
