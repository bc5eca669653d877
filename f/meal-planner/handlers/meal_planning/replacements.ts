import { bestServing, dayPoints, restOfDay } from "./day_points.ts";
import { placeObjection } from "./place_rules.ts";
import { type Place, servingsOf, type Week, weekGoalsBeside } from "./week.ts";

/** A recipe that could be in a place, with everyone's best portions beside the rest of the day. */
export type Replacement = {
  recipe_id: string;
  portions: Record<string, number>;
  /** Points of the whole day with it. */
  day_points: number;
  /** What it does to the plan's objective (mean over its days): below 0 is better. */
  objective_difference: number;
};

export type Ranking = {
  /** The best first; equal ones by id. */
  best: Replacement[];
  /** Recipes that may be there, and the portions that were tried for them: the cost of the ranking. */
  allowed: number;
  sizes_tried: number;
  /** Recipes that suit the slot but break a rule beside the plan's other meals. */
  refused: number;
  /** Allowed ones that are better than what is there. */
  better: number;
};

/**
 * Ranks what could be in one place of a plan by the plan's objective, its week's goals included, everything else staying as it is. Exact: every
 * recipe that may be there is tried with every size of every person.
 */
export function rankReplacements(
  week: Week,
  place: Place & { slot: string },
  options: { count: number; except?: string },
): Ranking {
  const others = servingsOf(week, place.date, place);
  const { people } = week.problem;
  const rest = restOfDay(people, others);
  const weekGoals = weekGoalsBeside(week, place);
  const now = dayPoints(people, servingsOf(week, place.date)).total + weekGoals.now;
  // What the other servings cost by themselves is the same for all.
  const { recipes, portions } = dayPoints(people, others);
  const ranking: Ranking = { best: [], allowed: 0, sizes_tried: 0, refused: 0, better: 0 };
  const found: Replacement[] = [];
  for (const recipe of week.problem.recipes) {
    if (recipe.id === options.except || !recipe.suits.includes(place.slot)) continue;
    if (placeObjection(week, recipe.id, place)) {
      ranking.refused++;
      continue;
    }
    const serving = bestServing(rest, recipe);
    const day = serving.points + recipes + portions;
    const points = day + weekGoals.withRecipe(recipe);
    ranking.allowed++;
    ranking.sizes_tried += serving.sizesTried;
    if (points < now - 1e-9) ranking.better++;
    found.push({
      recipe_id: recipe.id,
      portions: serving.portions,
      day_points: day,
      objective_difference: (points - now) / week.plan.days,
    });
  }
  found.sort(
    (a, b) => a.objective_difference - b.objective_difference || (a.recipe_id < b.recipe_id ? -1 : 1),
  );
  return { ...ranking, best: found.slice(0, options.count) };
}
