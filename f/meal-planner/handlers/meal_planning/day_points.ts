import { portionPenalty } from "./plan_problem.ts";
import type { Problem } from "./solver/problem.ts";

export type PlannerRecipe = Problem["recipes"][number];
export type PlannerPerson = Problem["people"][number];

/** A recipe on a plate: portions by person id, none for who isn't named. */
export type Serving = { recipe: PlannerRecipe; portions: Readonly<Record<string, number>> };

/** A day's points by where they come from; their sum is what the day adds to the sum that the objective is the mean of. */
export type DayPoints = {
  total: number;
  goals: { person_id: string; nutrient: string; points: number }[];
  portions: number;
  recipes: number;
};

/** Points of one day's servings by the objective of the planner's problem. A nutrient that isn't known counts as 0. */
export function dayPoints(people: readonly PlannerPerson[], servings: readonly Serving[]): DayPoints {
  const goals = people.flatMap((person) =>
    person.goals.map((goal) => {
      const eaten = servings.reduce(
        (sum, { recipe, portions }) =>
          sum + (portions[person.id] ?? 0) * (recipe.nutrients[goal.nutrient] ?? 0),
        0,
      );
      return {
        person_id: person.id,
        nutrient: goal.nutrient,
        points: goalPoints(goal, eaten) / people.length,
      };
    }),
  );
  const portions = people.reduce(
    (sum, person) =>
      sum +
      servings.reduce((own, serving) => own + sizePoints(person, serving.portions[person.id] ?? 0), 0) /
        people.length,
    0,
  );
  const recipes = servings.reduce((sum, { recipe }) => sum + recipe.penalty, 0);
  return {
    total: goals.reduce((sum, goal) => sum + goal.points, 0) + portions + recipes,
    goals,
    portions,
    recipes,
  };
}

/** What a person has eaten on the day from all else, for each of their goals. */
export type Rest = readonly { person: PlannerPerson; eaten: Float64Array }[];

export function restOfDay(people: readonly PlannerPerson[], servings: readonly Serving[]): Rest {
  return people.map((person) => ({
    person,
    eaten: Float64Array.from(person.goals, (goal) =>
      servings.reduce(
        (sum, { recipe, portions }) =>
          sum + (portions[person.id] ?? 0) * (recipe.nutrients[goal.nutrient] ?? 0),
        0,
      ),
    ),
  }));
}

export type BestServing = { portions: Record<string, number>; points: number; sizesTried: number };

/**
 * The best sizes of one more recipe on a day whose other servings stay as they are. People don't affect each other, so
 * each one's sizes are tried alone and the answer is exact. `points` is the day's without the other servings' penalties.
 */
export function bestServing(rest: Rest, recipe: PlannerRecipe): BestServing {
  const portions: Record<string, number> = {};
  let points = recipe.penalty;
  let sizesTried = 0;
  for (const { person, eaten } of rest) {
    let best = Number.POSITIVE_INFINITY;
    for (const { size, penalty } of person.portions) {
      let own = penalty;
      for (let g = 0; g < person.goals.length; g++) {
        const goal = person.goals[g]!;
        own += goalPoints(goal, eaten[g]! + size * (recipe.nutrients[goal.nutrient] ?? 0));
      }
      sizesTried++;
      if (own >= best) continue;
      best = own;
      portions[person.id] = size;
    }
    points += best / rest.length;
  }
  return { portions, points, sizesTried };
}

function goalPoints(goal: PlannerPerson["goals"][number], eaten: number): number {
  const share = eaten / goal.target;
  return (
    goal.weight_over * 100 * Math.max(0, share - 1 - goal.tolerance_over) +
    goal.weight_under * 100 * Math.max(0, 1 - goal.tolerance_under - share)
  );
}

/** A size that isn't one of the person's any more still costs what it did. */
function sizePoints(person: PlannerPerson, size: number): number {
  return person.portions.find((portion) => portion.size === size)?.penalty ?? portionPenalty(size);
}
