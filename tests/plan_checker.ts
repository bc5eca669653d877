/**
 * Judges a plan by the problem alone: every rule and the objective are computed here from the raw input, with nothing of
 * the planner's own code, so that a mistake there can't hide itself.
 */
type Goal = {
  nutrient: string;
  target: number;
  tolerance_under: number;
  tolerance_over: number;
  weight_under: number;
  weight_over: number;
};
type Slot = { name: string; max_minutes?: number | null | undefined };
export type CheckedProblem = {
  days: {
    slots: Slot[];
    max_minutes?: number | null | undefined;
    cooks_ahead?: boolean | null | undefined;
  }[];
  recipes: {
    id: string;
    suits: string[];
    nutrients: Record<string, number | null | undefined>;
    minutes: number;
    main: string | null;
    max_uses: number;
    penalty: number;
    keeps_days?: number | null | undefined;
    leftover_penalty?: number | null | undefined;
  }[];
  people: {
    id: string;
    goals: Goal[];
    portions: { size: number; penalty: number }[];
  }[];
  min_gap_days: number;
  locked: { day: number; slot: number; recipe_id: string }[];
  week_goals?: Goal[] | null | undefined;
  leftovers?:
    | {
        most: number;
        slots?: string[] | null | undefined;
        minutes?: number | null | undefined;
        most_a_cooking?: number | null | undefined;
      }
    | null
    | undefined;
};
type Place = { day: number; slot: number };
export type CheckedMeal = Place & {
  recipe_id: string;
  portions: Record<string, number>;
  leftover_of?: Place | undefined;
  cooked_portions?: number | undefined;
};

/** Every rule that the meals break, in words; empty for a feasible plan. */
export function brokenRules(problem: CheckedProblem, meals: CheckedMeal[]): string[] {
  const broken: string[] = [];
  const byId = new Map(problem.recipes.map((recipe) => [recipe.id, recipe]));
  for (const [d, day] of problem.days.entries()) {
    let minutes = 0;
    for (const [s, slot] of day.slots.entries()) {
      const here = meals.filter((meal) => meal.day === d && meal.slot === s);
      if (here.length !== 1) broken.push(`day ${d} slot ${s} has ${here.length} meals`);
      const recipe = byId.get(here[0]?.recipe_id ?? "");
      if (!recipe) {
        broken.push(`day ${d} slot ${s} has no known recipe`);
        continue;
      }
      if (!recipe.suits.includes(slot.name)) broken.push(`${recipe.id} doesn't suit ${slot.name}`);
      const taken = here[0]?.leftover_of ? (problem.leftovers?.minutes ?? 0) : recipe.minutes;
      if (slot.max_minutes != null && taken > slot.max_minutes) broken.push(`${recipe.id} takes too long`);
      minutes += taken;
      for (const person of problem.people) {
        const size = here[0]?.portions[person.id];
        if (!person.portions.some((portion) => portion.size === size)) {
          broken.push(`day ${d} slot ${s}: ${person.id} can't have ${size}`);
        }
      }
    }
    if (day.max_minutes != null && minutes > day.max_minutes + 1e-9)
      broken.push(`day ${d} takes ${minutes} minutes`);
  }
  for (const meal of meals) {
    if (!problem.days[meal.day]?.slots[meal.slot])
      broken.push(`there is no day ${meal.day} slot ${meal.slot}`);
  }
  for (const recipe of problem.recipes) {
    const cooked = meals.filter((meal) => meal.recipe_id === recipe.id && !meal.leftover_of);
    const days = cooked.map((meal) => meal.day);
    if (days.length > recipe.max_uses) broken.push(`${recipe.id} is used ${days.length} times`);
    forPairs(days, (a, b) => {
      if (a === b || Math.abs(a - b) < problem.min_gap_days)
        broken.push(`${recipe.id} on days ${a} and ${b}`);
    });
  }
  for (const main of new Set(problem.recipes.map((recipe) => recipe.main))) {
    if (main === null) continue;
    const sharing = meals.filter((meal) => byId.get(meal.recipe_id)?.main === main);
    forPairs(sharing, (a, b) => {
      const isAgain = a.recipe_id === b.recipe_id && (a.leftover_of || b.leftover_of);
      if (Math.abs(a.day - b.day) <= 1 && !isAgain) broken.push(`${main} on days ${a.day} and ${b.day}`);
    });
  }
  for (const lock of problem.locked) {
    const meal = meals.find(({ day, slot }) => day === lock.day && slot === lock.slot);
    if (meal?.recipe_id !== lock.recipe_id || meal.leftover_of)
      broken.push(`lock on day ${lock.day} slot ${lock.slot} is ignored`);
  }
  return [...broken, ...brokenLeftovers(problem, meals)];
}

function brokenLeftovers(problem: CheckedProblem, meals: CheckedMeal[]): string[] {
  const broken: string[] = [];
  const leftovers = meals.filter((meal) => meal.leftover_of);
  const { most = 0, slots, most_a_cooking } = problem.leftovers ?? {};
  if (leftovers.length > most) broken.push(`${leftovers.length} meals are leftovers`);
  for (const meal of leftovers) {
    const { day, slot } = meal.leftover_of!;
    const source = meals.find((other) => other.day === day && other.slot === slot);
    const recipe = problem.recipes.find(({ id }) => id === meal.recipe_id)!;
    const what = `the leftovers of ${meal.recipe_id} on day ${meal.day}`;
    if (source?.recipe_id !== meal.recipe_id || source.leftover_of) broken.push(`${what} weren't cooked`);
    if (day >= meal.day || meal.day - day > (recipe.keeps_days ?? 0)) broken.push(`${what} don't keep`);
    if (problem.days[day]?.cooks_ahead === false) broken.push(`${what} are of a day without cooking ahead`);
    if (slots && !slots.includes(problem.days[meal.day]!.slots[meal.slot]!.name))
      broken.push(`${what} aren't welcome there`);
  }
  forPairs(meals, (a, b) => {
    if (a.day === b.day && a.recipe_id === b.recipe_id) broken.push(`${a.recipe_id} twice on day ${a.day}`);
  });
  for (const meal of meals) {
    const later = leftovers.filter(
      ({ leftover_of: of }) => of?.day === meal.day && of.slot === meal.slot && !meal.leftover_of,
    );
    if (later.length > (most_a_cooking ?? 1)) broken.push(`${meal.recipe_id} is eaten again too often`);
    const eaten = [meal, ...later].flatMap(({ portions }) => Object.values(portions));
    const needed = later.length > 0 ? eaten.reduce((sum, size) => sum + size, 0) : undefined;
    if (needed !== undefined && Math.abs((meal.cooked_portions ?? 0) - needed) > 1e-9)
      broken.push(
        `${meal.recipe_id} on day ${meal.day} is cooked for ${meal.cooked_portions}, not ${needed}`,
      );
    if (needed === undefined && meal.cooked_portions !== undefined)
      broken.push(`${meal.recipe_id} on day ${meal.day} is cooked for nobody`);
  }
  return broken;
}

/** The objective by its definition: the mean over days of people's mean points plus the recipes' penalties. */
export function objectiveOf(problem: CheckedProblem, meals: CheckedMeal[]): number {
  let total = 0;
  for (let d = 0; d < problem.days.length; d++)
    total += dayPoints(
      problem,
      meals.filter((meal) => meal.day === d),
    );
  return total / problem.days.length + weekPoints(problem, meals);
}

/** What the goals of the whole plan add: all meals count as portions of size 1. */
function weekPoints(problem: CheckedProblem, meals: CheckedMeal[]): number {
  return (problem.week_goals ?? []).reduce((sum, goal) => {
    const recipes = meals.map((meal) => problem.recipes.find(({ id }) => id === meal.recipe_id)!);
    const x = recipes.reduce((all, recipe) => all + (recipe.nutrients[goal.nutrient] ?? 0), 0);
    const over = goal.weight_over * 100 * Math.max(0, x / goal.target - 1 - goal.tolerance_over);
    const under = goal.weight_under * 100 * Math.max(0, 1 - goal.tolerance_under - x / goal.target);
    return sum + over + under;
  }, 0);
}

export function dayPoints(problem: CheckedProblem, meals: CheckedMeal[]): number {
  const byId = new Map(problem.recipes.map((recipe) => [recipe.id, recipe]));
  let people = 0;
  for (const person of problem.people) {
    for (const goal of person.goals) {
      let x = 0;
      for (const meal of meals)
        x += meal.portions[person.id]! * (byId.get(meal.recipe_id)!.nutrients[goal.nutrient] ?? 0);
      people += goal.weight_over * 100 * Math.max(0, x / goal.target - 1 - goal.tolerance_over);
      people += goal.weight_under * 100 * Math.max(0, 1 - goal.tolerance_under - x / goal.target);
    }
    for (const meal of meals) {
      people += person.portions.find((portion) => portion.size === meal.portions[person.id])!.penalty;
    }
  }
  const penalties = meals.map((meal) => {
    const { penalty, leftover_penalty } = byId.get(meal.recipe_id)!;
    return meal.leftover_of ? (leftover_penalty ?? penalty) : penalty;
  });
  return people / problem.people.length + penalties.reduce((sum, points) => sum + points, 0);
}

function forPairs<T>(list: T[], visit: (a: T, b: T) => void): void {
  for (let i = 0; i < list.length; i++) for (let j = 0; j < i; j++) visit(list[j]!, list[i]!);
}

/**
 * The best objective by trying everything, or null where no plan keeps the rules; for tiny problems only. A week is left
 * as soon as it breaks a rule between its days or can't become the best any more.
 */
export function bruteForce(problem: CheckedProblem): number | null {
  const menusOfDay = problem.days.map((_, d) => allMenus(problem, d).sort((a, b) => a.points - b.points));
  const leastAfter = problem.days.map((_, d) =>
    menusOfDay.slice(d + 1).reduce((sum, menus) => sum + (menus[0]?.points ?? 0), 0),
  );
  let best: number | null = null;
  const visit = (d: number, meals: CheckedMeal[], spent: number): void => {
    if (d === problem.days.length) {
      const whole = spent + problem.days.length * weekPoints(problem, meals);
      if (brokenRules(problem, meals).length === 0 && (best === null || whole < best)) best = whole;
      return;
    }
    for (const menu of menusOfDay[d]!) {
      const least = spent + menu.points + leastAfter[d]!;
      // What is better by a rounding alone isn't looked for: where all weeks cost the same there are too many.
      if (best !== null && least >= best - 1e-9 * Math.max(1, Math.abs(best))) break;
      for (const week of weeksWith(problem, d, meals, menu.meals)) visit(d + 1, week, spent + menu.points);
    }
  };
  visit(0, [], 0);
  return best === null ? null : best / problem.days.length;
}

/** The days before with one more, for each way to say where its leftovers are from; none where it breaks a rule. */
function weeksWith(
  problem: CheckedProblem,
  last: number,
  before: CheckedMeal[],
  today: CheckedMeal[],
): CheckedMeal[][] {
  const days = problem.days.map((day, d) => (d <= last ? day : { ...day, slots: [] }));
  const sources = today.map((meal) =>
    meal.leftover_of
      ? before.filter((other) => other.recipe_id === meal.recipe_id && !other.leftover_of)
      : [null],
  );
  return product(sources).flatMap((chosen) => {
    const week = before.map((meal) => ({ ...meal }));
    today.forEach((meal, n) => {
      const source = week.find((other) => other.day === chosen[n]?.day && other.slot === chosen[n]?.slot);
      week.push({ ...meal, ...(source ? { leftover_of: { day: source.day, slot: source.slot } } : {}) });
      if (source) source.cooked_portions = (source.cooked_portions ?? eatenOf(source)) + eatenOf(meal);
    });
    const soFar = {
      ...problem,
      days,
      locked: problem.locked.filter((lock) => days[lock.day]!.slots.length > 0),
    };
    return brokenRules(soFar, week).length === 0 ? [week] : [];
  });
}

function eatenOf(meal: CheckedMeal): number {
  return Object.values(meal.portions).reduce((sum, size) => sum + size, 0);
}

const SOMEWHERE: Place = { day: -1, slot: -1 };

/** Every menu of a day that keeps the day's own rules, with the best sizes. Where leftovers are from is still open. */
function allMenus(problem: CheckedProblem, d: number): { meals: CheckedMeal[]; points: number }[] {
  const slots = problem.days[d]!.slots;
  const ways = problem.leftovers && d > 0 ? [undefined, SOMEWHERE] : [undefined];
  const fitting = slots.map((slot, s) => {
    const lock = problem.locked.find((entry) => entry.day === d && entry.slot === s);
    return problem.recipes
      .filter((recipe) => recipe.suits.includes(slot.name) && (!lock || lock.recipe_id === recipe.id))
      .flatMap((recipe) => ways.map((leftover_of) => ({ id: recipe.id, leftover_of })));
  });
  return product(fitting).flatMap((menu) => {
    if (new Set(menu.map(({ id }) => id)).size < menu.length) return [];
    const meals = menu.map(
      ({ id, leftover_of }, slot): CheckedMeal => ({
        ...{ day: d, slot, recipe_id: id, portions: {} },
        ...(leftover_of ? { leftover_of } : {}),
      }),
    );
    // Given the recipes, people don't affect each other: each one's sizes are tried alone.
    for (const person of problem.people) {
      const alone = { ...problem, people: [person] };
      let best = Number.POSITIVE_INFINITY;
      let chosen: number[] = [];
      for (const sizes of product(meals.map(() => person.portions.map((portion) => portion.size)))) {
        const tried = meals.map((meal, s) => ({ ...meal, portions: { [person.id]: sizes[s]! } }));
        const points = dayPoints(alone, tried);
        if (points < best) {
          best = points;
          chosen = sizes;
        }
      }
      meals.forEach((meal, s) => {
        meal.portions[person.id] = chosen[s]!;
      });
    }
    return [{ meals, points: dayPoints(problem, meals) }];
  });
}

function product<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>(
    (all, list) => all.flatMap((start) => list.map((value) => [...start, value])),
    [[]],
  );
}
