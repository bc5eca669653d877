import type { Database } from "../../f/meal-planner/database/connection.ts";
import { comingMonday } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";
import { currentPlan } from "../../f/meal-planner/handlers/meal_planning/plan_store.ts";
import { type Household, householdToday } from "../../f/meal-planner/households/household.ts";
import { closeFlows, errorIn, FLOWS, runFlow } from "../flows/flow_runner.ts";
import { openJobContext } from "../jobs/job_context.ts";
import { JobFailed } from "./job_failed.ts";
import type { Progress } from "./progress.ts";

/** A household's week, by its first day. */
export type Week = { household: Household; start_date: string };

const FLOW = "f/meal-planner/workflows/weekly_meal_plan";

/**
 * Plans the household's coming week through the flow that Windmill runs, step by step as jobs of their own. Where
 * the week is planned already, nothing is done; a run that was killed is done again, and its leftovers cancelled.
 */
export async function planWeek(
  database: Database,
  household: Household,
  progress: Progress,
  signal: AbortSignal,
): Promise<Week> {
  const start_date = await database.transaction(async (tx) =>
    comingMonday(await householdToday(tx, household)),
  );
  await progress.step(
    "Plan the coming week",
    async (note) => {
      const planned = await database.transaction((tx) => currentPlan(tx, household, start_date));
      if (planned?.state === "active") return "planned already";
      await runWeeklyFlow(database, { household_id: household.household_id, start_date }, note, signal);
      return "generated, activated, shopping list made";
    },
    (outcome) => `from ${start_date}: ${outcome}`,
  );
  return { household, start_date };
}

async function runWeeklyFlow(
  database: Database,
  week: { household_id: string; start_date: string },
  note: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  // What the jobs print is for who looks for a failure; else its latest line is shown as the progress that it is.
  const printed: Uint8Array[] = [];
  const onOutput = (chunk: Uint8Array) => {
    printed.push(chunk);
    const line = new TextDecoder().decode(chunk).trim().split("\n").at(-1);
    if (line) note(line);
  };
  const context = openJobContext({ database: async () => database.resource, onOutput, ...FLOWS });
  try {
    const { success, result, error } = await runFlow(FLOW, { ...week, approval: false }, context, {
      signal,
      onEvent: (event) => {
        if (event.kind === "step_started") note(event.summary ?? event.step);
      },
    });
    if (success) return;
    for (const chunk of printed) process.stderr.write(chunk);
    throw new JobFailed(FLOW, error ?? errorIn(result));
  } finally {
    await context.close();
    await closeFlows(context);
  }
}
