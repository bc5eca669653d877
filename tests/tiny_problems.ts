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
