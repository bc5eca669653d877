import { DAYS_OF, goalBand } from "../nutrition/goal.ts";
import { dayPoints, type PlannerPerson, type PlannerRecipe } from "./day_points.ts";
import type { Eater } from "./plan_problem.ts";
import type { Problem, Solution } from "./solver/problem.ts";

/** A goal that a week misses by so much that a person should hear of it. */
export type MissedGoal = {
  person_id: string;
  nutrient: string;
  target: number;
  /** Mean over the days. */
  mean: number;
  days_missed: number;
  /** The plan's objective would be lower by at least this without the goal. */
  points: number;
  told: string;
};

/** Missed by this share of the target beyond its tolerance, on the average day. */
const WORTH_TELLING = 0.05;

/** The goals that a solved week is poor in, of its days and of the week, the dearest first. */
export function missedGoals(
  problem: Problem,
  meals: Solution["meals"],
  eaters: readonly Eater[],
): MissedGoal[] {
  const recipes = new Map(problem.recipes.map((recipe) => [recipe.id, recipe]));
  const days = problem.days.map((_, day) =>
    meals.flatMap(({ day: on, recipe_id, portions }) => {
      const recipe = recipes.get(recipe_id);
      return on === day && recipe ? [{ recipe, portions }] : [];
    }),
  );
  const points = days.map((servings) => dayPoints(problem.people, servings).goals);
  let index = -1;
  const ofDays = problem.people.flatMap((person) =>
    person.goals.flatMap((goal): MissedGoal[] => {
      index++;
      const eaten = days.map((servings) => amountOf(person, goal.nutrient, servings));
      const off = eaten.map((amount) => shareOff(goal, amount));
      const mean = sum(off) / days.length;
      if (mean < WORTH_TELLING) return [];
      const missed = {
        ...{ person_id: person.id, nutrient: goal.nutrient, target: goal.target },
        mean: tenths(sum(eaten) / days.length),
        days_missed: off.filter((share) => share > 1e-9).length,
        points: sum(points.map((goals) => goals[index]?.points ?? 0)) / days.length,
      };
      return [{ ...missed, told: inWords(missed, days.length, eaters) }];
    }),
  );
  const ofWeek = eaters.flatMap((eater) => missedOfWeek(eater, eaters.length, problem.people, days));
  return [...ofDays, ...ofWeek].sort((a, b) => b.points - a.points);
}

/** Goals for a week, by the portions that are planned: `target` and `mean` are a day's, for they stand beside days'. */
function missedOfWeek(
  eater: Eater,
  people: number,
  planned: readonly PlannerPerson[],
  days: readonly (readonly { recipe: PlannerRecipe; portions: Readonly<Record<string, number>> }[])[],
): MissedGoal[] {
  const person = planned.find(({ id }) => id === eater.person_id);
  if (!person) return [];
  return eater.week_goals.flatMap((goal): MissedGoal[] => {
    const target = goal.target / DAYS_OF.week;
    const mean = sum(days.map((servings) => amountOf(person, goal.nutrient, servings))) / days.length;
    const { least, most } = goalBand({ ...goal, target });
    const off = Math.max(0, least - mean, mean - most) / target;
    if (off < WORTH_TELLING) return [];
    const told = `${eater.name}'s ${goal.nutrient} comes to ${tenths(mean * DAYS_OF.week)} a week, for a goal of ${tenths(goal.target)}. More recipes that help it would make the week better.`;
    return [
      {
        ...{
          person_id: eater.person_id,
          nutrient: goal.nutrient,
          target: tenths(target),
          mean: tenths(mean),
        },
        ...{ days_missed: days.length, points: (goal.weight * 100 * off) / people, told },
      },
    ];
  });
}

function amountOf(
  person: PlannerPerson,
  nutrient: string,
  servings: readonly { recipe: PlannerRecipe; portions: Readonly<Record<string, number>> }[],
): number {
  return sum(
    servings.map(({ recipe, portions }) => (portions[person.id] ?? 0) * (recipe.nutrients[nutrient] ?? 0)),
  );
}

/** How far beyond its tolerance a goal is missed, as a share of the target; 0 on the side that doesn't count. */
function shareOff(goal: PlannerPerson["goals"][number], amount: number): number {
  const share = amount / goal.target;
  const over = goal.weight_over > 0 ? share - 1 - goal.tolerance_over : 0;
  const under = goal.weight_under > 0 ? 1 - goal.tolerance_under - share : 0;
  return Math.max(0, over, under);
}

function inWords(missed: Omit<MissedGoal, "told">, days: number, eaters: readonly Eater[]): string {
  const name = eaters.find((eater) => eater.person_id === missed.person_id)?.name ?? "Somebody";
  return `${name}'s ${missed.nutrient} is ${missed.mean} a day on average, for a goal of ${missed.target}, and missed on ${missed.days_missed} of ${days} days. Without that goal the week would be at least ${missed.points.toFixed(1)} points better; more recipes that help it would too.`;
}

const tenths = (value: number) => Math.round(value * 10) / 10;

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
