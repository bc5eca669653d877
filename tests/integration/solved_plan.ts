import type { Database } from "../../f/meal-planner/database/connection.ts";
import { newId } from "../../f/meal-planner/database/new_id.ts";
import { emit } from "../../f/meal-planner/events/producers/emit.ts";
import type { DetailOf } from "../../f/meal-planner/events/schemas/catalogue.ts";
import type { GeneratedPlan } from "../../f/meal-planner/handlers/meal_planning/generate_plan.ts";

/** All that generating a plan has written, to be written again. */
export type SolvedPlan = {
  answer: GeneratedPlan;
  plan: object;
  meals: object[];
  detail: DetailOf<"MealPlanGenerated">;
};

/** Of a plan that nobody has changed since. */
export async function readSolved(database: Database, answer: GeneratedPlan): Promise<SolvedPlan> {
  const { rows } = await database.query<Omit<SolvedPlan, "answer">>(
    `select to_jsonb(plan) as plan,
       (select jsonb_agg(to_jsonb(meal)) from meal_planner.plan_meals meal where meal.plan_id = plan.plan_id) as meals,
       (select event.detail::jsonb - 'metadata' from meal_planner.events event
        where event.detail_type = 'MealPlanGenerated' and event.detail ->> 'plan_id' = plan.plan_id::text) as detail
     from meal_planner.meal_plans plan where plan.plan_id = $1::uuid`,
    [answer.plan_id],
  );
  return { answer, ...rows[0]! };
}

/** The same plan with another id, in place of those of its start that nobody has taken up. */
export async function writeSolved(database: Database, solved: SolvedPlan): Promise<GeneratedPlan> {
  const plan_id = newId();
  await database.transaction(async (tx) => {
    await tx.query(
      `update meal_planner.meal_plans set state = 'cancelled'
       where start_date = $1::date and state = 'generated' and version = 1`,
      [solved.answer.start_date],
    );
    await tx.query(
      `with plan as (
         insert into meal_planner.meal_plans
         select (jsonb_populate_record(null::meal_planner.meal_plans,
           $1::jsonb || jsonb_build_object('created_at', now(), 'updated_at', now()))).*
       )
       insert into meal_planner.plan_meals
       select * from jsonb_populate_recordset(null::meal_planner.plan_meals, $2::jsonb)`,
      [
        JSON.stringify({ ...solved.plan, plan_id }),
        JSON.stringify(solved.meals.map((meal) => ({ ...meal, plan_id }))),
      ],
    );
    await emit(tx, [{ type: "MealPlanGenerated", detail: { ...solved.detail, plan_id } }]);
  });
  return { ...solved.answer, plan_id };
}
