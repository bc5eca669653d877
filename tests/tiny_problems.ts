import { type Problem, problemSchema } from "../f/meal-planner/handlers/meal_planning/solver/problem.ts";
import { seededRandom } from "../f/meal-planner/handlers/meal_planning/solver/seeded_random.ts";

/** Seeded problems of one to three days whose every plan can be tried; about half of them have none. */
export function tinyProblem(seed: number): Problem {
  const random = seededRandom(seed * 101 + 7);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (share: number) => random() < share;
  const names = ["breakfast", "lunch", "snack"];
  const dayCount = 1 + below(3);
  const days = Array.from({ length: dayCount }, () => ({
    slots: Array.from({ length: dayCount === 3 ? 1 + below(2) : below(4) }, () => ({
      name: names[below(names.length)]!,
      ...(chance(0.2) ? { max_minutes: 10 + below(30) } : {}),
    })),
    ...(chance(0.3) ? { max_minutes: 20 + below(60) } : {}),
  }));
  if (chance(0.5)) days.fill(days[0]!);
  const recipes = Array.from({ length: 2 + below(6) }, (_, r) => ({
    id: `recipe-${r}`,
    suits: names.filter(() => chance(0.75)),
    nutrients: {
      energy_kcal: chance(0.1) ? null : 100 + below(600),
      protein_g: below(40),
      ...(chance(0.5) ? { fat_g: below(30) } : {}),
    },
    minutes: 5 + below(30),
    main: chance(0.4) ? null : ["fish", "beans", "beef", "eggs"][below(4)]!,
    max_uses: below(4),
    penalty: chance(0.1) ? -below(3) : below(50) / 10,
  }));
  const manySizes = chance(0.3);
  const people = Array.from({ length: 1 + below(3) }, (_, p) => ({
    id: `person-${p}`,
    goals: ["energy_kcal", "protein_g", "fat_g"]
      .filter(() => chance(0.7))
      .map((nutrient) => ({
        nutrient,
        target: nutrient === "energy_kcal" ? 500 + below(1500) : 20 + below(80),
        tolerance_under: chance(0.3) ? 0 : random() * 0.2,
        tolerance_over: chance(0.3) ? 0 : random() * 0.2,
        weight_under: chance(0.2) ? 0 : random(),
        weight_over: chance(0.2) ? 0 : random(),
      })),
    portions: [0.5, 0.75, 1, 1.25, 1.5, 2]
      .filter((size) => manySizes || size === 0.75 || chance(0.4))
      .map((size) => ({ size, penalty: chance(0.1) ? -0.2 : below(20) / 10 })),
  }));
  const locked =
    chance(0.3) && days[0]!.slots.length > 0
      ? [{ day: 0, slot: 0, recipe_id: recipes[below(recipes.length)]!.id }]
      : [];
  return problemSchema.parse({ days, recipes, people, min_gap_days: below(4), locked });
}

/**
 * Seeded problems of unusual shape, still small enough to try everything: up to 28 days, a slot's name twice on a day, free
 * and huge and negative penalties, weights and tolerances of 0, goals that nobody has, recipes that may never be used, one
 * main ingredient for all, locks that break rules, distances beyond the horizon.
 */
export function oddProblem(seed: number): Problem {
  const random = seededRandom(seed * 211 + 13);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const names = pick([["dinner"], ["lunch", "dinner"], ["breakfast", "lunch", "dinner", "snack"]]);
  const dayCount = chance(0.1) ? pick([6, 7, 28]) : 1 + below(3) + below(2);
  // Four weeks of days that don't affect each other are all that trying everything can judge.
  const isLong = dayCount === 28;
  const mostSlots = dayCount > 4 ? 1 : dayCount > 2 ? 2 : dayCount > 1 ? 3 : 4;
  const recipeCount = 1 + below(dayCount > 4 && !isLong ? 4 : isLong || mostSlots > 2 ? 5 : 8);
  const makeSlot = () => ({ name: pick(names), ...(chance(0.1) ? { max_minutes: below(60) } : {}) });
  const makeDay = () => ({
    slots: Array.from({ length: chance(0.1) ? 0 : 1 + below(mostSlots) }, makeSlot),
    ...(chance(0.15) ? { max_minutes: below(150) } : {}),
  });
  const days = Array.from({ length: dayCount }, makeDay);
  if (chance(0.5)) days.fill(days[0]!);
  const penalties = pick([[0], [0, 1, 2.5], [-4, -1, 0], [-1000, 0, 1e6], [0.1, 0.2, 0.3, 7]]);
  const mains = pick<(string | null)[]>(
    isLong
      ? [[null]]
      : [[null], [null], ["fish"], ["fish", "beans", "beef"], [null, "fish", "beans", "beef", "eggs"]],
  );
  const zero = chance(0.1);
  const grid = chance(0.3);
  const recipes = Array.from({ length: recipeCount }, (_, r) => ({
    id: `recipe-${r}`,
    suits: chance(0.5) ? names : names.filter(() => chance(0.7)),
    nutrients: zero
      ? {}
      : {
          energy_kcal: chance(0.15) ? null : grid ? 250 * below(5) : 50 + below(700),
          ...(chance(0.7) ? { protein_g: grid ? 10 * below(4) : below(60) } : {}),
        },
    minutes: chance(0.2) ? 0 : below(45),
    main: pick(mains),
    max_uses: chance(0.05) ? 0 : pick(dayCount > 4 ? [dayCount, 1000] : [1, 2, 3, 1000]),
    penalty: pick(penalties),
  }));
  const weights = pick([[0], [1], [0, 0.5, 1], [0.001, 100]]);
  const tolerances = pick([[0], [0, 0.05, 0.3], [0.1, 1, 2]]);
  const sizes = pick([[1], [0, 1], [0.5, 1, 1.5, 2, 2.5, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9], [0.01, 20]]);
  const points = pick([[0], [0, 0.3, 1], [-0.5, 0, 0.5], [0, 1000]]);
  const mealsOfDay = Math.max(...days.map((day) => day.slots.length));
  // All sizes of all meals of a day are tried for each menu.
  const fewer = mealsOfDay > 3 ? sizes.slice(0, 2) : mealsOfDay > 2 ? sizes.slice(0, 4) : sizes;
  const people = Array.from({ length: pick([1, 1, 2, 4]) }, (_, p) => ({
    id: `person-${p}`,
    goals: Array.from({ length: below(4) }, () => {
      const nutrient = pick(["energy_kcal", "protein_g", "iron_mg"]);
      return {
        nutrient,
        target: nutrient === "energy_kcal" ? pick([0.001, 250, 1000, 2000]) : 1 + below(100),
        tolerance_under: pick(tolerances),
        tolerance_over: pick(tolerances),
        weight_under: pick(weights),
        weight_over: pick(weights),
      };
    }),
    portions: fewer.map((size) => ({ size, penalty: pick(points) })),
  }));
  const cells = days.flatMap((day, d) => day.slots.map((_, s) => ({ day: d, slot: s })));
  const locked = Array.from({ length: chance(0.2) && cells.length > 0 ? 1 + below(2) : 0 }, () => ({
    ...pick(cells),
    recipe_id: pick(recipes).id,
  }));
  return problemSchema.parse({
    days,
    recipes,
    people,
    min_gap_days: pick(isLong ? [0, 0.5, 1] : [0, 0.5, 1, 1, 2, 2.5, 3, 40]),
    locked,
  });
}

/** Seeded problems with leftovers, small enough to try everything: keeping times, batch days, welcome and unwelcome ones. */
export function leftoverProblem(seed: number): Problem {
  const random = seededRandom(seed * 307 + 29);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  const base = chance(0.5) ? tinyProblem(seed + 5_000) : oddProblem(seed + 5_000);
  // Three days are enough for a cooking, its leftovers and a meal beside them.
  const first = base.days.find((day) => day.slots.length > 0) ?? { slots: [{ name: "dinner" }] };
  const slots = first.slots.slice(0, 2);
  const days = Array.from({ length: pick([2, 3, 3, 4]) }, (_, d) => ({
    ...first,
    slots: d === 3 ? slots.slice(0, 1) : slots,
    ...(chance(0.15) ? { cooks_ahead: false } : {}),
  }));
  const recipes = base.recipes.slice(0, 4).map((recipe) => ({
    ...recipe,
    suits: [...recipe.suits, ...(chance(0.5) ? slots.map(({ name }) => name) : [])],
    keeps_days: chance(0.3) ? 0 : 1 + below(3),
    ...(chance(0.5) ? { leftover_penalty: recipe.penalty - below(30) / 10 } : {}),
  }));
  const people = base.people
    .slice(0, 2)
    .map((person) => ({ ...person, portions: person.portions.slice(0, 3) }));
  const locked = base.locked.filter(
    (lock) =>
      lock.slot < (days[lock.day]?.slots.length ?? 0) && recipes.some(({ id }) => id === lock.recipe_id),
  );
  return problemSchema.parse({
    ...base,
    ...{ days, recipes, people, locked },
    leftovers: {
      most: pick([0, 1, 2, 9]),
      ...(chance(0.3) ? { slots: [slots.at(-1)!.name] } : {}),
      ...(chance(0.3) ? { minutes: below(20) } : {}),
      ...(chance(0.4) ? { most_a_cooking: 2 } : {}),
    },
  });
}

/** Seeded problems with goals of the whole plan, half of them with leftovers, too. */
export function weekGoalProblem(seed: number): Problem {
  const random = seededRandom(seed * 401 + 31);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (share: number) => random() < share;
  const base = leftoverProblem(seed + 9_000);
  const recipes = base.recipes.map((recipe) => ({
    ...recipe,
    nutrients: { ...recipe.nutrients, fish: chance(0.4) ? 1 : 0, cost: below(8) },
  }));
  const goal = (nutrient: string, target: number) => ({
    ...{ nutrient, target },
    tolerance_under: chance(0.5) ? 0 : random() * 0.3,
    tolerance_over: chance(0.5) ? 0 : random() * 0.3,
    weight_under: chance(0.3) ? 0 : random() * (chance(0.3) ? 5 : 0.1),
    weight_over: chance(0.3) ? 0 : random() * (chance(0.3) ? 5 : 0.1),
  });
  const week_goals = [
    goal("fish", 1 + below(3)),
    ...(chance(0.6) ? [goal("cost", 5 + below(20))] : []),
    ...(chance(0.3) ? [goal("energy_kcal", 1_000 + below(3_000))] : []),
  ];
  return problemSchema.parse({ ...base, recipes, week_goals, ...(chance(0.5) ? { leftovers: null } : {}) });
}
