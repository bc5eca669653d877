import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { type InputProblem, InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { emit } from "../../events/producers/emit.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import { type Goal, type GoalPeriod, goalInput, resolveGoals, type StoredGoal } from "./goal.ts";
import { contradictions, weekContradictions } from "./goal_contradictions.ts";
import { goalsFrom, lockPerson, writeGoals } from "./goal_store.ts";

export const setGoalsInput = z
  .strictObject({
    person: plainText(80),
    goals: z
      .array(goalInput)
      .min(1, { message: "Give one goal or more." })
      .max(40, { message: "At most 40 goals at once; a nutrient has one a day and one a week." }),
    valid_from: calendarDay.optional(),
    household_id: z.uuid().optional(),
  })
  .superRefine(({ goals }, context) => {
    goals.forEach((goal, index) => {
      if (goals.findIndex((other) => isSame(other, goal)) === index) return;
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
  /** The nutrients of which a goal is another now. */
  changed: string[];
  /** What became of each goal given, in their order. */
  rows: { nutrient: string; period: GoalPeriod; outcome: "set" | "ended" | "unchanged" }[];
  /** All that hold on that day now. */
  goals: Goal[];
  /** Those of a week that hold then; their targets are a week's. */
  week_goals: Goal[];
};

type NamedGoal = Pick<StoredGoal, "nutrient" | "period">;
/** How a field of the given goal at an index is called to the caller. */
type PathOf = (index: number, field: string) => string;

/**
 * Sets a person's goals from a day on (today where the person is, if not given): all of them or none. Goals for
 * other nutrients stay. NutritionGoalSet commits with it where something changed.
 *
 * @throws InvalidInput where the goals that would hold on that day, or on a later one on which another begins, contradict
 *   each other, or a share of the energy would be left without a goal for the energy.
 */
export async function setGoals(
  tx: Tx,
  input: z.output<typeof setGoalsInput>,
  pathOf: PathOf = (index, field) => `goals[${index}].${field}`,
): Promise<GoalsSet> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const { person_id } = person;
  const valid_from = input.valid_from ?? (await personToday(tx, household, person));
  await lockPerson(tx, person_id);
  const given = input.goals.map((goal) => ({
    ...goal,
    target: goal.target ?? null,
    percent_of_energy: goal.percent_of_energy ?? null,
  }));
  const written = await writeGoals(tx, person_id, valid_from, given);
  const held = await goalsFrom(tx, person_id, valid_from);
  const problems = held.flatMap((on) => problemsOf(on, valid_from, given, pathOf));
  if (problems.length > 0) throw new InvalidInput(problems.slice(0, 3));
  const changed = [...new Set(written.map(({ nutrient }) => nutrient))];
  if (changed.length > 0) {
    const { household_id } = household;
    await emit(tx, [
      { type: "NutritionGoalSet", detail: { household_id, person_id, valid_from, nutrients: changed } },
    ]);
  }
  const rows = given.map((goal) => ({
    ...{ nutrient: goal.nutrient, period: goal.period, outcome: outcomeOf(goal, written) },
  }));
  const [now] = held;
  const [goals, week_goals] = [resolveGoals(now?.days ?? []), resolveGoals(now?.weeks ?? [])];
  return { person_id, valid_from, changed, rows, goals, week_goals };
}

const isSame = (a: NamedGoal, b: NamedGoal) => a.nutrient === b.nutrient && a.period === b.period;

function outcomeOf(goal: StoredGoal, written: readonly NamedGoal[]): "set" | "ended" | "unchanged" {
  if (!written.some((one) => isSame(one, goal))) return "unchanged";
  return goal.target === null && goal.percent_of_energy === null ? "ended" : "set";
}

/** What is wrong with the goals of a day, each at the given goal that has to do with it. */
function problemsOf(
  { date, days, weeks }: Awaited<ReturnType<typeof goalsFrom>>[number],
  validFrom: string,
  given: readonly StoredGoal[],
  pathOf: PathOf,
): InputProblem[] {
  const [daily, weekly] = [resolveGoals(days), resolveGoals(weeks)];
  const found = [...contradictions(daily), ...weekContradictions(daily, weekly), ...sharesOfNothing(days)];
  const when = date === validFrom ? "" : `From ${date} on, with the goals that begin then: `;
  return found.flatMap(({ nutrients, message }) => {
    const index = given.findIndex((goal) => nutrients.includes(goal.nutrient));
    // What none of the given goals has to do with was there before, and isn't theirs to mend.
    if (index < 0) return [];
    const field = given[index]?.percent_of_energy === null ? "target" : "percent_of_energy";
    return [{ path: pathOf(index, field), message: `${when}${message}` }];
  });
}

/** Shares of the energy that no energy goal gives a meaning. */
function sharesOfNothing(days: readonly StoredGoal[]) {
  if (days.some((goal) => goal.nutrient === "energy_kcal" && goal.target !== null)) return [];
  return days.flatMap(({ nutrient, percent_of_energy }) =>
    percent_of_energy === null
      ? []
      : [
          {
            // Its own row where it is given, else the one that ends the energy goal.
            nutrients: [nutrient, "energy_kcal" as const],
            message: `${nutrient} is a share of the energy, which needs a goal for energy_kcal on that day. Set one with it, or give ${nutrient} a target.`,
          },
        ],
  );
}

/** One goal by itself, as a form asks for it. */
export const setGoalInput = goalInput.safeExtend({
  person: plainText(80),
  valid_from: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

/** Sets one goal; see setGoals. */
export async function setGoal(
  tx: Tx,
  { person, valid_from, household_id, ...goal }: z.output<typeof setGoalInput>,
): Promise<GoalsSet> {
  return setGoals(tx, { person, goals: [goal], valid_from, household_id }, (_, field) => field);
}
