import { daysApart } from "./calendar.ts";
import { minutesAllowed } from "./time_limits.ts";
import { type Place, plannedRecipe, type Week } from "./week.ts";

/**
 * Why a candidate can't be in a place beside the plan's other meals, in words, or undefined: it doesn't suit, comes too
 * often or too soon, or its main ingredient is near already. The rules are those that the plan was made by.
 */
export function placeObjection(
  week: Week,
  recipeId: string,
  place: Place & { slot: string },
): string | undefined {
  const recipe = week.recipes.get(recipeId);
  if (!recipe) return "it isn't one of the recipes that can be planned";
  if (!recipe.suits.includes(place.slot)) {
    return `it suits ${recipe.suits.join(" and ")}, not ${place.slot}`;
  }
  const allowed = minutesAllowed(week.wishes.time?.limits ?? [], place.date, place.slot);
  if (allowed !== null && recipe.minutes > allowed) {
    return `it takes ${recipe.minutes} minutes, and ${place.slot} on ${place.date} may take ${allowed}`;
  }
  const others = week.meals.filter(
    (meal) => meal.mark !== "skipped" && (meal.date !== place.date || meal.position !== place.position),
  );
  const uses = others.filter((meal) => meal.recipe_id === recipeId);
  if (uses.length >= recipe.max_uses) {
    const dates = uses.map((meal) => meal.date).join(", ");
    return `it is planned on ${dates} already, and may come ${times(recipe.max_uses)} in this plan`;
  }
  const gapDays = Math.max(1, week.problem.min_gap_days);
  const near = uses.find((meal) => daysApart(meal.date, place.date) < gapDays);
  if (near) return `it is planned on ${near.date}, less than ${gapDays} days away`;
  if (recipe.main === null) return undefined;
  const alike = others.find(
    (meal) =>
      plannedRecipe(week, meal.recipe_id).main === recipe.main && daysApart(meal.date, place.date) <= 1,
  );
  return alike && `${recipe.main} is the main ingredient of the ${alike.slot} on ${alike.date} too`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
