import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { listPeople } from "../../households/person.ts";
import { readStated, takeBackStated } from "./stated_tastes.ts";
import { type Preference, pointsOf, preferencesFrom, TASTE_KINDS, type Tastes, tastesFrom } from "./taste.ts";
import { readEvidence } from "./taste_evidence.ts";
import { evidenceInWords } from "./taste_words.ts";

export const preferencesInput = z.strictObject({ household_id: z.uuid().optional() });

export const forgetPreferenceInput = z.strictObject({
  kind: z.enum(TASTE_KINDS),
  subject: plainText(300),
  household_id: z.uuid().optional(),
});

export const learnPreferencesInput = z.strictObject({
  on: z.boolean(),
  household_id: z.uuid().optional(),
});

export type LearnedPreference = Preference & {
  /** The person's name; null for the household's. */
  person: string | null;
  /** Points of the plan's objective that each use gains by it; below 0, loses. */
  points: number;
  why: string;
};
export type LearnedPreferences = { learning: boolean; preferences: LearnedPreference[] };

/** What is known of a household's tastes: what it said, then what was learned, the strongest first, and from what. */
export async function listPreferences(
  tx: Tx,
  input: z.output<typeof preferencesInput>,
): Promise<LearnedPreferences> {
  const household = await resolveHousehold(tx, input.household_id);
  const people = await listPeople(tx, household);
  const preferences = (await knownTastes(tx, household)).map((preference): LearnedPreference => {
    const person = people.find(({ person_id }) => person_id === preference.person_id)?.name ?? null;
    const points = pointsOf(preference, people.length);
    return { ...preference, person, points, why: evidenceInWords(preference.evidence) };
  });
  return { learning: await isLearning(tx, household), preferences };
}

/** What the planner goes by. */
export async function readTastes(tx: Tx, household: Household, people: number): Promise<Tastes> {
  return tastesFrom(await knownTastes(tx, household), people);
}

async function knownTastes(tx: Tx, household: Household): Promise<Preference[]> {
  const evidence = await readEvidence(tx, household, await householdToday(tx, household));
  return preferencesFrom(evidence, await readStated(tx, household));
}

/**
 * Forgets what was said and learned of one recipe, main ingredient or cuisine so far; what is done from now on counts again.
 *
 * @throws NotFound where nothing is known of it.
 */
export async function forgetPreference(
  tx: Tx,
  input: z.output<typeof forgetPreferenceInput>,
): Promise<{ kind: string; subject: string; forgotten: number }> {
  const household = await resolveHousehold(tx, input.household_id);
  const evidence = await readEvidence(tx, household, await householdToday(tx, household));
  const subject = input.kind === "recipe" ? input.subject : input.subject.toLowerCase();
  const known = evidence.filter((piece) => piece.kind === input.kind && piece.subject === subject);
  const said = input.kind === "recipe" ? await takeBackStated(tx, household, subject) : 0;
  if (known.length === 0 && said === 0) {
    throw new NotFound(
      "preference",
      `for the ${input.kind} ${input.subject}`,
      "See what is known with f/meal-planner/handlers/meal_planning/preferences/script.",
    );
  }
  await tx.query(
    `insert into meal_planner.forgotten_tastes (household_id, kind, subject) values ($1::uuid, $2::text, $3::text)
     on conflict (household_id, kind, subject) do update set forgotten_at = now()`,
    [household.household_id, input.kind, subject],
  );
  return { kind: input.kind, subject, forgotten: known.reduce((sum, { count }) => sum + count, said) };
}

/** Switches the learning of tastes on or off. Off, nothing that was learned counts; on again, it does. */
export async function learnPreferences(
  tx: Tx,
  input: z.output<typeof learnPreferencesInput>,
): Promise<{ learning: boolean }> {
  const household = await resolveHousehold(tx, input.household_id);
  await tx.query(
    "update meal_planner.households set learns_tastes = $2::boolean where household_id = $1::uuid",
    [household.household_id, input.on],
  );
  return { learning: input.on };
}

async function isLearning(tx: Tx, household: Household): Promise<boolean> {
  const { rows } = await tx.query<{ learns_tastes: boolean }>(
    "select learns_tastes from meal_planner.households where household_id = $1::uuid",
    [household.household_id],
  );
  return rows[0]?.learns_tastes ?? false;
}
