import { z } from "zod";

/** Sizes beyond these are a mistake of the caller, and would hold a worker for hours. */
const MAX_DAYS = 366;
const MAX_SLOTS = 12;
const MAX_RECIPES = 1_000_000;

const slotSchema = z.object({
  name: z.string().min(1).describe("What a recipe must suit: breakfast, lunch, dinner, snack …"),
  max_minutes: z.number().nonnegative().nullish().describe("Longest cooking time of this meal, in minutes"),
});

const daySchema = z.object({
  slots: z.array(slotSchema).max(MAX_SLOTS),
  max_minutes: z.number().nonnegative().nullish().describe("Cooking time of the whole day, in minutes"),
  cooks_ahead: z.boolean().nullish().describe("False where nothing cooked on this day is eaten later"),
});

const recipeSchema = z.object({
  id: z.string().min(1),
  suits: z.array(z.string()).describe("Names of the slots that the recipe may fill"),
  nutrients: z
    .record(z.string(), z.number().nonnegative().nullish())
    .describe("Per portion of size 1; a missing or null nutrient counts as 0"),
  minutes: z.number().nonnegative(),
  main: z
    .string()
    .nullable()
    .describe("The main ingredient, which neighbouring days don't share; null for none"),
  max_uses: z.int().nonnegative(),
  penalty: z.number().describe("Points added each time it is used; negative for a bonus"),
  keeps_days: z.int().nonnegative().nullish().describe("Days after cooking on which leftovers may be eaten"),
  leftover_penalty: z.number().nullish().describe("Points of a meal of its leftovers; left out, penalty"),
});

const leftoversSchema = z.object({
  most: z.int().nonnegative().describe("Meals of the plan that may be leftovers"),
  slots: z.array(z.string()).nullish().describe("Slots where leftovers may be eaten; left out, all"),
  minutes: z
    .number()
    .nonnegative()
    .nullish()
    .describe("What warming up takes of a slot's and a day's minutes; 0"),
  most_a_cooking: z.int().positive().nullish().describe("Later meals that one cooking may be for; 1"),
});

const goalSchema = z.object({
  nutrient: z.string().min(1),
  target: z
    .number()
    .positive()
    .describe("Per day. A goal of 0 has no relative deviation: leave it out instead"),
  tolerance_under: z.number().nonnegative().describe("0.05 lets 95 % of the target pass without points"),
  tolerance_over: z.number().nonnegative(),
  weight_under: z.number().nonnegative().describe("Points for each percent below the tolerance"),
  weight_over: z.number().nonnegative(),
});

const personSchema = z.object({
  id: z.string().min(1),
  goals: z.array(goalSchema),
  portions: z
    .array(z.object({ size: z.number().nonnegative(), penalty: z.number() }))
    .min(1)
    .describe("The sizes that this person may eat, each with its points"),
});

const lockSchema = z.object({
  day: z.int().nonnegative().describe("Counts from 0"),
  slot: z.int().nonnegative().describe("Counts from 0 within the day"),
  recipe_id: z.string().min(1),
});

/**
 * What the planner solves: CONTRACTS.md's `problem`. Beyond the shapes it checks that ids are unique and that
 * locks point at a day, a slot and a recipe that exist. Whether a lock *suits* is a matter of feasibility.
 */
export const problemSchema = z
  .object({
    days: z.array(daySchema).min(1).max(MAX_DAYS),
    recipes: z.array(recipeSchema).max(MAX_RECIPES),
    people: z.array(personSchema).min(1),
    min_gap_days: z.number().nonnegative().describe("Two uses of a recipe lie at least this many days apart"),
    locked: z.array(lockSchema).default([]),
    week_goals: z
      .array(goalSchema)
      .nullish()
      .describe("Goals of the whole plan: what all its meals bring, in portions of size 1"),
    leftovers: leftoversSchema.nullish().describe("Left out, every meal is cooked"),
  })
  .superRefine((problem, context) => {
    const report = (path: PropertyKey[], message: string) => {
      context.addIssue({ code: "custom", path, message });
    };
    const recipeIds = new Set<string>();
    problem.recipes.forEach((recipe, i) => {
      if (recipeIds.has(recipe.id)) report(["recipes", i, "id"], `A second recipe "${recipe.id}"`);
      recipeIds.add(recipe.id);
    });
    const personIds = new Set<string>();
    problem.people.forEach((person, i) => {
      if (personIds.has(person.id)) report(["people", i, "id"], `A second person "${person.id}"`);
      personIds.add(person.id);
      const penalties = new Map<number, number>();
      person.portions.forEach(({ size, penalty }, q) => {
        if ((penalties.get(size) ?? penalty) !== penalty) {
          report(["people", i, "portions", q, "size"], `A second size ${size} with another penalty`);
        }
        penalties.set(size, penalty);
      });
    });
    problem.locked.forEach((lock, i) => {
      const day = problem.days[lock.day];
      if (!day) report(["locked", i, "day"], `There are only ${problem.days.length} days, counted from 0`);
      else if (lock.slot >= day.slots.length) {
        report(["locked", i, "slot"], `Day ${lock.day} has only ${day.slots.length} slots, counted from 0`);
      }
      if (!recipeIds.has(lock.recipe_id)) {
        report(["locked", i, "recipe_id"], `There is no recipe "${lock.recipe_id}" in recipes`);
      }
    });
  });

export type Problem = z.infer<typeof problemSchema>;

export const solveInputSchema = z.object({
  problem: problemSchema,
  time_limit_ms: z.number().positive().max(600_000).default(5_000).describe("Kept within 10 %"),
  gap_target: z.number().nonnegative().default(0.005).describe("Stop when the proven gap is at most this"),
  gap_target_points: z
    .number()
    .nonnegative()
    .optional()
    .describe(
      "Where the objective is at most 1 point, stop when at most this many points are left; 4 times gap_target",
    ),
  seed: z.int().nonnegative().default(1),
});

const mealSchema = z.object({
  day: z.int(),
  slot: z.int(),
  recipe_id: z.string(),
  portions: z.record(z.string(), z.number()),
  leftover_of: z.object({ day: z.int(), slot: z.int() }).optional().describe("Where it was cooked"),
  cooked_portions: z
    .number()
    .optional()
    .describe("What is cooked here where leftovers are eaten later: everybody's portions of all these meals"),
});

/** The planner's answer; `objective`, `lower_bound` and `gap` are null where there is no plan. */
export const solutionSchema = z.object({
  status: z.enum(["optimal", "within_gap", "feasible", "infeasible"]),
  meals: z.array(mealSchema),
  objective: z.number().nullable(),
  lower_bound: z.number().nullable(),
  gap: z.number().nullable(),
  elapsed_ms: z.number(),
  conflicts: z.array(z.string()).optional(),
});

export type Solution = z.infer<typeof solutionSchema>;
