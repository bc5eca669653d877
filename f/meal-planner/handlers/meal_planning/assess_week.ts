import { datesFrom } from "./calendar.ts";
import type { PlannedMeal } from "./plan.ts";
import { isSettled } from "./plan_place.ts";
import type { ProposedSwap, Repair } from "./plan_proposal.ts";
import { type Replacement, rankReplacements } from "./replacements.ts";
import { type Week, weekObjective } from "./week.ts";

/*
 * Points of one day that a swap must spare to be proposed: about one goal of weight 1 missed by 5 percent. Less isn't worth
 * asking the household, and a plan that was solved to within half a percent never offers it by itself.
 */
const WORTH_ASKING = 5;
const MOST_SWAPS = 10;

/**
 * What is wrong with the meals to come, and swaps that repair it: meals that may not be eaten (any more) first, locked or
 * not, then those that make a day much worse for everyone's goals than another would. Null where nothing is wrong. It
 * looks only at how things are, so asking again gives the same answer.
 */
export function assessWeek(week: Week, today: string): Repair | null {
  const dates = datesFrom(week.plan.start_date, week.plan.days);
  const problems: string[] = [];
  const swaps: ProposedSwap[] = [];
  let now = week;
  const swap = (meal: PlannedMeal, best: Replacement, reason: string) => {
    swaps.push({
      ...{ date: meal.date, position: meal.position, slot: meal.slot, reason },
      was: { recipe_id: meal.recipe_id, name: week.names.get(meal.recipe_id) ?? "" },
      ...{ recipe_id: best.recipe_id, name: week.names.get(best.recipe_id) ?? "", portions: best.portions },
      objective_difference: best.objective_difference,
    });
    now = replaceMeal(now, meal, best);
  };
  for (const meal of toCome(week, today)) {
    const reason = mayNotBe(week, meal);
    if (!reason) continue;
    const name = `${week.names.get(meal.recipe_id) ?? "The recipe"} (${meal.slot} on ${meal.date})`;
    const [best] = rankReplacements(now, meal, { count: 1, except: meal.recipe_id }).best;
    problems.push(`${name} can't stay: ${reason}${best ? "" : "; nothing else may be there, so remove it"}.`);
    if (best) swap(meal, best, reason);
  }
  const poor = week.plan.state === "draft" ? [] : worthwhileSwaps(now, today, MOST_SWAPS - swaps.length);
  for (const { meal, best } of poor) {
    const spared = (-best.objective_difference * week.plan.days).toFixed(0);
    const reason = `${week.names.get(best.recipe_id)} would bring the day nearer to everyone's goals`;
    const was = `${week.names.get(meal.recipe_id)} (${meal.slot} on ${meal.date})`;
    problems.push(`${was} costs ${spared} points more than need be: ${reason}.`);
    swap(meal, best, reason);
  }
  if (problems.length === 0) return null;
  return {
    problems,
    swaps,
    objective_before: weekObjective(week, dates),
    objective_after: weekObjective(now, dates),
  };
}

function toCome(week: Week, today: string): PlannedMeal[] {
  return week.meals.filter((meal) => meal.date >= today && !isSettled(meal));
}

/** Why a planned meal may not be eaten as it is, or undefined. */
function mayNotBe(week: Week, meal: PlannedMeal): string | undefined {
  const candidate = week.candidates.get(meal.recipe_id);
  if (!candidate) {
    if (week.pending.has(meal.recipe_id)) return undefined;
    const out = week.leftOut.find((recipe) => recipe.recipe_id === meal.recipe_id);
    return out?.reason ?? "the recipe was deleted";
  }
  const suits: readonly string[] = candidate.suits;
  if (meal.locked || suits.includes(meal.slot)) return undefined;
  return `it suits ${suits.join(" and ")} now, not ${meal.slot}`;
}

/** The best swap of all, then the best with that one made, and so on, while they are worth asking about. */
function worthwhileSwaps(
  week: Week,
  today: string,
  most: number,
): { meal: PlannedMeal; best: Replacement }[] {
  const found: { meal: PlannedMeal; best: Replacement }[] = [];
  let now = week;
  while (found.length < most) {
    const options = toCome(now, today)
      .filter((meal) => !meal.locked && !mayNotBe(now, meal))
      .filter((meal) => !found.some((made) => samePlace(made.meal, meal)))
      .flatMap((meal) => {
        const [best] = rankReplacements(now, meal, { count: 1, except: meal.recipe_id }).best;
        return best && best.objective_difference * week.plan.days < -WORTH_ASKING ? [{ meal, best }] : [];
      })
      .sort((a, b) => a.best.objective_difference - b.best.objective_difference);
    const [first] = options;
    if (!first) break;
    found.push(first);
    now = replaceMeal(now, first.meal, first.best);
  }
  return found;
}

function samePlace(a: PlannedMeal, b: PlannedMeal): boolean {
  return a.date === b.date && a.position === b.position;
}

function replaceMeal(week: Week, meal: PlannedMeal, { recipe_id, portions }: Replacement): Week {
  const meals = week.meals.map((other) =>
    samePlace(other, meal) ? { ...other, recipe_id, portions } : other,
  );
  return { ...week, meals };
}
