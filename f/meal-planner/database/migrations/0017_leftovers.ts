import type { Migration } from "../migrate.ts";

export const leftovers: Migration = {
  id: 17,
  name: "leftovers",
  sql: `
    -- Meals of a week that may be leftovers of meals cooked before.
    alter table meal_planner.households
      add column leftover_meals integer not null default 0 check (leftover_meals between 0 and 28);

    -- A meal that is eaten from what was cooked so many days before, in that place of that day.
    alter table meal_planner.plan_meals
      add column leftover_days integer check (leftover_days > 0),
      add column leftover_position integer,
      add constraint plan_meals_leftover check ((leftover_days is null) = (leftover_position is null));

    -- The leftovers that there really are: where another recipe is cooked by now, or nothing, a meal is cooked on its own day.
    create view meal_planner.planned_leftovers as
      select meal.plan_id, meal.date, meal.position, meal.mark, meal.portions,
        source.date as cooked_date, source.position as cooked_position
      from meal_planner.plan_meals meal
      join meal_planner.plan_meals source on source.plan_id = meal.plan_id
        and source.date = meal.date - meal.leftover_days and source.position = meal.leftover_position
        and source.recipe_id = meal.recipe_id
      where source.leftover_days is null and source.mark is distinct from 'skipped';
  `,
};
