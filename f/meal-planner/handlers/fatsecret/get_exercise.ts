import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { getExerciseEntries } from "./diary_calls.ts";
import { accountFields, withPersonAccount } from "./person_account.ts";
import { ATTRIBUTION } from "./sync_foods.ts";

export const getExerciseInput = z.strictObject({
  ...accountFields,
  date: z.iso.date().optional().describe("Left out, today in the household's time zone."),
});

/** `usual` is what the person does on such days, where they haven't said anything of this one. */
export type ExerciseDay = {
  date: string;
  entries: {
    exercise_id: string;
    name: string;
    minutes: number;
    energy_kcal: number | null;
    usual: boolean;
  }[];
  energy_kcal: number | null;
  attribution: string;
};

/** A day's exercise as FatSecret has it: all of its 24 hours, sleep and rest included. Nothing of it is kept. */
export async function getExercise(
  database: Database,
  input: z.output<typeof getExerciseInput>,
): Promise<ExerciseDay> {
  return withPersonAccount(database, input, async ({ client, today }) => {
    const date = input.date ?? today;
    const entries = (await getExerciseEntries(client, date)).map((entry) => ({
      ...{ exercise_id: entry.exercise_id, name: entry.exercise_name, minutes: entry.minutes },
      ...{ energy_kcal: entry.calories ?? null, usual: entry.is_template_value === 1 },
    }));
    const figures = entries.map((entry) => entry.energy_kcal);
    const energy_kcal = figures.includes(null)
      ? null
      : figures.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return { date, entries, energy_kcal, attribution: ATTRIBUTION };
  });
}
