/**
 * Judges a plan by the problem alone: every rule and the objective are computed here from the raw input, with nothing of
 * the planner's own code, so that a mistake there can't hide itself.
 */
type Slot = { name: string; max_minutes?: number | null | undefined };
export type CheckedProblem = {
  days: { slots: Slot[]; max_minutes?: number | null | undefined }[];
  recipes: {
    id: string;
    suits: string[];
    nutrients: Record<string, number | null | undefined>;
    minutes: number;
    main: string | null;
    max_uses: number;
    penalty: number;
  }[];
  people: {
    id: string;
    goals: {
      nutrient: string;
      target: number;
      tolerance_under: number;
      tolerance_over: number;
      weight_under: number;
      weight_over: number;
    }[];
    portions: { size: number; penalty: number }[];
  }[];
  min_gap_days: number;
  locked: { day: number; slot: number; recipe_id: string }[];
};
export type CheckedMeal = { day: number; slot: number; recipe_id: string; portions: Record<string, number> };

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
      if (slot.max_minutes != null && recipe.minutes > slot.max_minutes)
        broken.push(`${recipe.id} takes too long`);
      minutes += recipe.minutes;
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
    const days = meals.filter((meal) => meal.recipe_id === recipe.id).map((meal) => meal.day);
    if (days.length > recipe.max_uses) broken.push(`${recipe.id} is used ${days.length} times`);
    forPairs(days, (a, b) => {
      if (a === b || Math.abs(a - b) < problem.min_gap_days)
        broken.push(`${recipe.id} on days ${a} and ${b}`);
    });
  }
  for (const main of new Set(problem.recipes.map((recipe) => recipe.main))) {
    if (main === null) continue;
    const days = meals.filter((meal) => byId.get(meal.recipe_id)?.main === main).map((meal) => meal.day);
    forPairs(days, (a, b) => {
      if (Math.abs(a - b) <= 1) broken.push(`${main} on days ${a} and ${b}`);
    });
  }
  for (const lock of problem.locked) {
    const meal = meals.find(({ day, slot }) => day === lock.day && slot === lock.slot);
    if (meal?.recipe_id !== lock.recipe_id)
      broken.push(`lock on day ${lock.day} slot ${lock.slot} is ignored`);
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
  return total / problem.days.length;
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
  return (
    people / problem.people.length + meals.reduce((sum, meal) => sum + byId.get(meal.recipe_id)!.penalty, 0)
  );
}

function forPairs<T>(list: T[], visit: (a: T, b: T) => void): void {
  for (let i = 0; i < list.length; i++) for (let j = 0; j < i; j++) visit(list[j]!, list[i]!);
}

/**
 * The best objective by trying everything, or null where no plan keeps the rules; for tiny problems only. A week is left
 * as soon as it breaks a rule between its days or can't become the best any more.
 */
export function bruteForce(problem: CheckedProblem): number | null {
  const alone = (d: number) => ({
    ...problem,
    days: problem.days.map((day, n) => (n === d ? day : { slots: [] })),
  });
  const menusOfDay = problem.days.map((_, d) => {
    const locked = problem.locked.filter((lock) => lock.day === d);
    const menus = allMenus(problem, d).filter(
      ({ meals }) => brokenRules({ ...alone(d), locked }, meals).length === 0,
    );
    return menus.sort((a, b) => a.points - b.points);
  });
  const leastAfter = problem.days.map((_, d) =>
    menusOfDay.slice(d + 1).reduce((sum, menus) => sum + (menus[0]?.points ?? 0), 0),
  );
  let best: number | null = null;
  const visit = (d: number, meals: CheckedMeal[], spent: number): void => {
    if (d === problem.days.length) {
      if (brokenRules(problem, meals).length === 0 && (best === null || spent < best)) best = spent;
      return;
    }
    for (const menu of menusOfDay[d]!) {
      const least = spent + menu.points + leastAfter[d]!;
      // The rounding of long sums may not cut the best week off.
      if (best !== null && least > best + 1e-7 * Math.max(1, Math.abs(best))) break;
      if (clashes(problem, meals, menu.meals)) continue;
      visit(d + 1, [...meals, ...menu.meals], spent + menu.points);
    }
  };
  visit(0, [], 0);
  return best === null ? null : best / problem.days.length;
}

/** Whether a day's meals break a rule together with those of the days before; each is known to keep those of its own day. */
function clashes(problem: CheckedProblem, before: CheckedMeal[], today: CheckedMeal[]): boolean {
  return today.some((meal) => {
    const recipe = problem.recipes.find(({ id }) => id === meal.recipe_id)!;
    const uses = before.filter((other) => other.recipe_id === meal.recipe_id);
    if (uses.length + 1 > recipe.max_uses) return true;
    if (uses.some((other) => meal.day - other.day < problem.min_gap_days)) return true;
    return before.some(
      (other) =>
        meal.day - other.day === 1 &&
        recipe.main !== null &&
        problem.recipes.find(({ id }) => id === other.recipe_id)!.main === recipe.main,
    );
  });
}

function allMenus(problem: CheckedProblem, d: number): { meals: CheckedMeal[]; points: number }[] {
  let menus: { id: string; slot: number }[][] = [[]];
  problem.days[d]!.slots.forEach((slot, s) => {
    const lock = problem.locked.find((entry) => entry.day === d && entry.slot === s);
    const fitting = problem.recipes.filter(
      (recipe) => recipe.suits.includes(slot.name) && (!lock || lock.recipe_id === recipe.id),
    );
    menus = menus.flatMap((menu) => fitting.map((recipe) => [...menu, { id: recipe.id, slot: s }]));
  });
  return menus.map((menu) => {
    const meals = menu.map(({ id, slot }) => ({
      day: d,
      slot,
      recipe_id: id,
      portions: {} as Record<string, number>,
    }));
    // Given the recipes, people don't affect each other: each one's sizes are tried alone.
    for (const person of problem.people) {
      const alone = { ...problem, people: [person], recipes: problem.recipes };
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
    return { meals, points: dayPoints(problem, meals) };
  });
}

function product(lists: number[][]): number[][] {
  return lists.reduce<number[][]>(
    (all, list) => all.flatMap((start) => list.map((value) => [...start, value])),
    [[]],
  );
}
