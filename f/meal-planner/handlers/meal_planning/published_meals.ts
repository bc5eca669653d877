import type { Tx } from "../../database/connection.ts";
import { GUESTS } from "./guests.ts";

/** A meal of a plan as others get to see it. */
export type PublishedMeal = {
  /** `YYYY-MM-DD`, a day in the household's time zone. */
  date: string;
  /** The place in the day, from 0. */
  position: number;
  slot: string;
  recipe_id: string;
  recipe: string;
  /** Servings of the recipe, all people and guests together. */
  servings: number;
  /** Those of the household's people, by name, so that the text made of them is the same each time. */
  portions: { person_id: string; name: string; size: number }[];
  /** Servings for guests, all together: in nobody's diary or saved meals. */
  guests: number;
};

/** The meals of a plan that are eaten, in order: without those that are skipped. */
export async function publishedMeals(tx: Tx, planId: string): Promise<PublishedMeal[]> {
  const { rows } = await tx.query<PublishedMeal>(
    `select meal.date, meal.position, meal.slot, meal.recipe_id, recipe.name as recipe,
       coalesce(sum(portion.size::double precision), 0) as servings,
       coalesce((meal.portions ->> $2::text)::double precision, 0) as guests,
       coalesce(jsonb_agg(jsonb_build_object('person_id', portion.person_id, 'name', person.name,
         'size', portion.size::double precision) order by person.name, portion.person_id)
         filter (where person.person_id is not null), '[]') as portions
     from meal_planner.plan_meals meal
     join meal_planner.recipes recipe using (recipe_id)
     left join lateral jsonb_each_text(meal.portions) as portion (person_id, size) on true
     -- Guests' portions stand under a word that is no id.
     left join meal_planner.people person
       on person.person_id = case when portion.person_id <> $2::text then portion.person_id::uuid end
     where meal.plan_id = $1::uuid and meal.mark is distinct from 'skipped'
     group by meal.plan_id, meal.date, meal.position, recipe.recipe_id
     order by meal.date, meal.position`,
    [planId, GUESTS],
  );
  return rows;
}
