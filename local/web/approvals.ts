import { z } from "zod";
import type { Database } from "../../f/meal-planner/database/connection.ts";
import { plainText } from "../../f/meal-planner/database/plain_text.ts";
import { decideFlow, flowStore, resumeFlow } from "../flows/flow_runner.ts";
import type { JobContext } from "../jobs/job_context.ts";

export type Approval = {
  run_id: string;
  flow: string;
  step: string;
  /** Not decided by then, it counts as refused. */
  until: string;
  /** The result of the step that waits: what is decided on. */
  shown: unknown;
};

/** What waits for somebody's decision, the latest first. */
export async function listApprovals(database: Database, context: JobContext): Promise<Approval[]> {
  await flowStore(context); // makes the tables where no flow has run yet
  const { rows } = await database.query<Approval>(
    `select r.id as run_id, r.path as flow, w.step, to_json(w.until) #>> '{}' as until, w.shown
     from meal_planner_local.flow_waits w join meal_planner_local.flow_runs r on r.id = w.run_id
     where not w.ended and r.status = 'running' and w.until > clock_timestamp()
       and not exists (select from meal_planner_local.flow_decisions d where d.run_id = w.run_id and d.step = w.step)
     order by r.created_at desc, w.step limit 20`,
  );
  return rows;
}

export const decisionInput = z.strictObject({
  run_id: z.uuid(),
  step: z.string().min(1).max(500),
  approved: z.boolean(),
  note: plainText(1000).optional(),
});

/**
 * Records a decision on a flow that waits. The process that runs the flow goes on with it; where that one has ended, this
 * one takes the flow up.
 *
 * @throws NotFound for an unknown run; Conflict where its step doesn't wait (any more).
 */
export async function decide(
  { run_id, step, approved, note }: z.infer<typeof decisionInput>,
  context: JobContext,
): Promise<{ recorded: true }> {
  const decision = { approved, approver: "the page", payload: note === undefined ? {} : { note } };
  await decideFlow(run_id, decision, context, step);
  // Not waited for: the rest of the flow may take a while. Refused where another process has the run.
  resumeFlow(run_id, context).catch((error: unknown) => context.log(`Flow ${run_id}: ${error}`));
  return { recorded: true };
}
