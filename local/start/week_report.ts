import { format, parseISO } from "date-fns";
import type { Database, Tx } from "../../f/meal-planner/database/connection.ts";
import { NotFound } from "../../f/meal-planner/database/errors.ts";
import { dateAfter } from "../../f/meal-planner/handlers/meal_planning/calendar.ts";
import { getPlan, type PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import { getList } from "../../f/meal-planner/handlers/shopping_list/get_list.ts";
import type { Week } from "./plan_step.ts";
import { shoppingText } from "./shopping_text.ts";
import { leftOutReport, planSummary, weekTable } from "./week_table.ts";

/** A week and its shopping list, as text for a terminal. */
export async function weekReport(database: Database, week: Week): Promise<string> {
  const { title, table, shopping } = await readWeek(database, week);
  return [title, table, shopping].join("\n\n");
}

/** The same in its parts. */
export async function readWeek(
  database: Database,
  { household, start_date }: Week,
): Promise<{ title: string; table: string; shopping: string }> {
  const { household_id } = household;
  const plan = await database.transaction((tx) => getPlan(tx, { household_id, start_date }));
  const list = await database.transaction(async (tx) =>
    getList(tx, { listId: await listOfPlan(tx, plan.plan_id), householdId: household_id }),
  );
  const title = weekTitle(plan);
  const notes = plan.generation?.unmet.map((wish) => `Note: ${wish}`) ?? [];
  const leftOut = leftOutReport(plan);
  const why = leftOut.length > 0 ? ["Left out:", ...leftOut] : [];
  const table = [weekTable(plan), [planSummary(plan), ...notes, ...why].join("\n")].join("\n\n");
  return { title, table, shopping: shoppingText(list) };
}

async function listOfPlan(tx: Tx, planId: string): Promise<string> {
  const { rows } = await tx.query<{ list_id: string }>(
    "select list_id from meal_planner.shopping_lists where plan_id = $1::uuid order by created_at desc limit 1",
    [planId],
  );
  if (rows[0]) return rows[0].list_id;
  throw new NotFound(
    "shopping list for plan",
    planId,
    "Make it with handlers/shopping_list/generate_list/script.",
  );
}

function weekTitle(plan: PlanView): string {
  const day = (date: string) => format(parseISO(date), "EEEE d MMMM");
  return `The week from ${day(plan.start_date)} to ${day(dateAfter(plan.start_date, plan.days - 1))}`;
}
