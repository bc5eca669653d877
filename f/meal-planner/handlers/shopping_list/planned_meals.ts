import type { Tx } from "../../database/connection.ts";
import { Conflict, InvalidInput, NotFound } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import type { ListScope } from "./list_store.ts";
import type { Meal } from "./need.ts";

/** A meal of a plan that is cooked, and how much of its recipe is eaten of it, on its own day and as leftovers later. */
export type PlannedMeal = {
  meal: Meal;
  /** Servings of the recipe, all people together. */
  portions: number;
  cookedAt: Date | null;
};

/**
 * The meals that a list is for: a plan's, a plan's on some days, or on those days those of the active plans. A
 * cancelled plan asks for nothing, and neither does a meal that is skipped.
 */
export async function plannedMeals(tx: Tx, household: Household, scope: ListScope): Promise<PlannedMeal[]> {
  const { rows } = await tx.query<Meal & { portions: number; cooked_at: Date | null }>(
    `select meal.plan_id, meal.date, meal.position, meal.slot, meal.recipe_id, recipe.name as recipe,
       (select coalesce(sum(size::double precision), 0) from jsonb_each_text(meal.portions) as person (id, size))
         + (select coalesce(sum(size::double precision), 0)
            from meal_planner.planned_leftovers again, jsonb_each_text(again.portions) as person (id, size)
            where again.plan_id = meal.plan_id and again.cooked_date = meal.date
              and again.cooked_position = meal.position and again.mark is distinct from 'skipped')
         as portions,
       cooked.cooked_at
     from meal_planner.plan_meals meal
     join meal_planner.meal_plans plan using (plan_id)
     join meal_planner.recipes recipe using (recipe_id)
     left join meal_planner.cooked_meals cooked
       on cooked.plan_id = meal.plan_id and cooked.date = meal.date and cooked.position = meal.position
     where plan.household_id = $1::uuid and meal.mark is distinct from 'skipped'
       and not exists (
         select 1 from meal_planner.planned_leftovers own
         where own.plan_id = meal.plan_id and own.date = meal.date and own.position = meal.position)
       and case when $2::uuid is null then plan.state = 'active'
           else plan.plan_id = $2::uuid and plan.state <> 'cancelled' end
       and ($3::date is null or meal.date >= $3::date) and ($4::date is null or meal.date <= $4::date)
     order by meal.date, meal.position, meal.plan_id`,
    [household.household_id, scope.plan_id, scope.from_date, scope.to_date],
  );
  return rows.map(({ portions, cooked_at, ...meal }) => ({ meal, portions, cookedAt: cooked_at }));
}

/** The days of a scope: the first and the last. */
export type Days = { from: string; to: string };

/**
 * Whether a list may be made for a scope, and for which days.
 *
 * @throws NotFound where the household has no such plan; Conflict where it is cancelled; InvalidInput where the days are
 *   no days, lie outside of the plan, or no plan is active on them.
 */
export async function scopeDays(tx: Tx, household: Household, scope: ListScope): Promise<Days> {
  const { plan_id, from_date, to_date } = scope;
  const { rows } = await tx.query<{ state: string; from: string; to: string }>(
    `select state, greatest(start_date, $3::date) as from,
       least(start_date + days - 1, $4::date) as to
     from meal_planner.meal_plans
     where household_id = $1::uuid
       and case when $2::uuid is null then state = 'active' else plan_id = $2::uuid end
       and ($2::uuid is not null or (start_date <= $4::date and start_date + days > $3::date))
     order by start_date`,
    [household.household_id, plan_id, from_date, to_date],
  );
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last) {
    if (plan_id === null) {
      throw new InvalidInput([
        { path: "from_date", message: "No plan is active on these days. Activate one, or name a plan_id" },
      ]);
    }
    throw new NotFound(
      "plan",
      plan_id,
      "List them with f/meal-planner/handlers/meal_planning/list_plans/script.",
    );
  }
  if (plan_id !== null && first.state === "cancelled") {
    throw new Conflict(`The plan ${plan_id} is cancelled. Make a list for the plan that replaced it.`);
  }
  if (first.from > last.to) {
    throw new InvalidInput([
      { path: "from_date", message: `The plan has no day from ${from_date} to ${to_date}` },
    ]);
  }
  return { from: first.from, to: last.to };
}
