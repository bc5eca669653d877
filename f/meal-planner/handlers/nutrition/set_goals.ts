import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type InputProblem, InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { findPerson } from "../../households/person.ts";
import { contradictions, type Goal, goalInput, type StoredGoal } from "./goal.ts";
import { goalsOn, lockPerson, writeGoals } from "./goal_store.ts";

export const setGoalsInput = z
  .strictObject({
    person: plainText(80),
    goals: z.array(goalInput).min(1).max(40),
    valid_from: z.iso.date().optional(),
    household_id: z.uuid().optional(),
  })
  .superRefine(({ goals }, context) => {
    goals.forEach((goal, index) => {
      if (goals.findIndex((other) => other.nutrient === goal.nutrient) === index) return;
      context.addIssue({
        code: "custom",
        path: ["goals", index, "nutrient"],
        message: `${goal.nutrient} is there twice. Keep one.`,
      });
    });
  });

export type GoalsSet = {
  person_id: string;
  valid_from: string;
  changed: string[];
  /** What became of each goal given, in their order. */
  rows: { nutrient: string; outcome: "set" | "ended" | "unchanged" }[];
  /** All that hold on that day now. */
  goals: Goal[];
};

/**
 * Sets a person's daily goals from a day on (today in the household's time zone, if not given): all of them or
 * none. Goals for other nutrients stay. NutritionGoalSet commits with it where something changed.
 *
 * @throws InvalidInput where the goals that would then hold contradict each other.
 */
export async function setGoals(tx: Tx, input: z.output<typeof setGoalsInput>): Promise<GoalsSet> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const { person_id } = person;
  const valid_from = input.valid_from ?? (await householdToday(tx, household));
  await lockPerson(tx, person_id);
  const given = input.goals.map((goal) => ({
    ...goal,
    target: goal.target ?? null,
    percent_of_energy: goal.percent_of_energy ?? null,
  }));
  const changed = await writeGoals(tx, person_id, valid_from, given);
  const goals = (await goalsOn(tx, [person_id], valid_from)).get(person_id) ?? [];
  const problems = [...contradictions(goals), ...sharesOfNothing(given, goals)];
  if (problems.length > 0) throw new InvalidInput(problems);
  if (changed.length > 0) {
    const { household_id } = household;
    await emit(tx, [
      { type: "NutritionGoalSet", detail: { household_id, person_id, valid_from, nutrients: changed } },
    ]);
  }
  const rows = given.map((goal) => ({ nutrient: goal.nutrient, outcome: outcomeOf(goal, changed) }));
  return { person_id, valid_from, changed, rows, goals };
}

function outcomeOf(goal: StoredGoal, changed: readonly string[]): "set" | "ended" | "unchanged" {
  if (!changed.includes(goal.nutrient)) return "unchanged";
  return goal.target === null && goal.percent_of_energy === null ? "ended" : "set";
}

/** Shares of the energy that no energy goal gives a meaning. */
function sharesOfNothing(given: readonly StoredGoal[], goals: readonly Goal[]): InputProblem[] {
  if (goals.some((goal) => goal.nutrient === "energy_kcal")) return [];
  return given.flatMap((goal, index) =>
    goal.percent_of_energy === null
      ? []
      : [
          {
            path: `goals[${index}].percent_of_energy`,
            message: "A share of the energy needs a goal for energy_kcal on that day. Set one with it.",
          },
        ],
  );
}

/** One goal by itself, as a form asks for it. */
export const setGoalInput = goalInput
  .safeExtend({
    person: plainText(80),
    valid_from: z.iso.date().optional(),
    household_id: z.uuid().optional(),
  })
  .transform(({ person, valid_from, household_id, ...goal }) => ({
    ...{ person, valid_from, household_id },
    goals: [goal],
  }));
