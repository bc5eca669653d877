import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Tx } from "../database/connection.ts";
import { Conflict, NotFound } from "../database/errors.ts";
import { newId } from "../database/new_id.ts";
import { emit } from "../events/producers/emit.ts";
import { ALLERGENS, type Origin } from "../foods/food.ts";
import { type Household, timeZone } from "./household.ts";

export const DIETS = ["omnivore", "pescatarian", "vegetarian", "vegan"] as const;
export type Diet = (typeof DIETS)[number];

/** The origins of food that a diet leaves out. */
export const NOT_IN_DIET: Record<Diet, readonly Origin[]> = {
  omnivore: [],
  pescatarian: ["meat"],
  vegetarian: ["meat", "fish", "shellfish"],
  vegan: ["meat", "fish", "shellfish", "dairy", "egg", "honey"],
};

export const ACTIVITIES = ["sedentary", "light", "moderate", "active", "very_active"] as const;

export const SMALLEST_PORTION = 0.25;
export const LARGEST_PORTION = 4;

const foodNames = z.array(z.string().trim().min(1).max(80)).max(100);

export const setPersonInput = z.strictObject({
  household_id: z.uuid().optional(),
  name: z.string().trim().min(1).max(80),
  birth_year: z.int().min(1900).max(2100).nullish(),
  sex: z.enum(["female", "male"]).nullish(),
  height_cm: z.number().min(40).max(260).nullish(),
  weight_kg: z.number().min(2).max(400).nullish(),
  activity: z.enum(ACTIVITIES).nullish(),
  time_zone: timeZone.nullish(),
  diet: z.enum(DIETS).nullish(),
  allergens: z.array(z.enum(ALLERGENS)).nullish(),
  excluded_foods: foodNames.nullish(),
  disliked_foods: foodNames.nullish(),
  portion_sizes: z.array(z.number().min(SMALLEST_PORTION).max(LARGEST_PORTION)).min(1).max(20).nullish(),
  version: z.int().min(1).optional(),
});

export type Person = {
  person_id: string;
  household_id: string;
  name: string;
  birth_year: number | null;
  sex: "female" | "male" | null;
  height_cm: number | null;
  weight_kg: number | null;
  activity: (typeof ACTIVITIES)[number] | null;
  /** Where their days begin and end; null where it is the household's. */
  time_zone: string | null;
  diet: Diet;
  allergens: string[];
  /** Never on this person's plate. */
  excluded_foods: string[];
  /** Rather not: planned only where it's worth it. */
  disliked_foods: string[];
  portion_sizes: number[];
  version: number;
};

const COLUMNS = `person_id, household_id, name, birth_year, sex, height_cm, weight_kg, activity, time_zone, diet,
  allergens, excluded_foods, disliked_foods, portion_sizes, version`;

export async function listPeople(tx: Tx, household: Household): Promise<Person[]> {
  const { rows } = await tx.query<Person>(
    `select ${COLUMNS} from meal_planner.people where household_id = $1::uuid order by created_at, person_id`,
    [household.household_id],
  );
  return rows;
}

/** @throws NotFound where the household has nobody of that id or name. */
export async function findPerson(tx: Tx, household: Household, idOrName: string): Promise<Person> {
  const people = await listPeople(tx, household);
  const person = people.find(
    (p) => p.person_id === idOrName || p.name.toLowerCase() === idOrName.trim().toLowerCase(),
  );
  if (person) return person;
  const known = people.map((p) => `${p.name} (${p.person_id})`).join(", ") || "nobody yet";
  throw new NotFound("person", idOrName, `${household.name} has: ${known}.`);
}

/** What setPerson changes: all but who it is. */
const PROFILE = [
  ...["name", "birth_year", "sex", "height_cm", "weight_kg", "activity", "time_zone", "diet", "allergens"],
  ...["excluded_foods", "disliked_foods", "portion_sizes"],
] as (keyof Profile)[];

/**
 * Adds a person to the household, or changes the one of that name: what is left out stays as it is, so that who only
 * notes a weight takes nobody's allergies off the list. PersonChanged commits with it; where nothing differs, nothing
 * is written and the version stays.
 *
 * @throws Conflict where `version` is given and the stored one is another: nothing is overwritten.
 */
export async function setPerson(
  tx: Tx,
  household: Household,
  input: z.output<typeof setPersonInput>,
): Promise<Person> {
  const before = await lockPersonNamed(tx, household, input.name);
  const profile = profileOf(input, before ?? UNSAID);
  const changed = PROFILE.filter((field) => !isDeepStrictEqual(before?.[field], profile[field]));
  if (before && changed.length === 0) return before;
  const saved = await writePerson(tx, household, profile, input.version);
  const { household_id, person_id, name, version } = saved;
  const kind = version === 1 ? "added" : "changed";
  await emit(tx, [
    { type: "PersonChanged", detail: { household_id, person_id, name, version, kind, changed } },
  ]);
  return saved;
}

type Profile = Omit<Person, "person_id" | "household_id" | "version">;

const UNSAID: Omit<Profile, "name"> = {
  ...{ birth_year: null, sex: null, height_cm: null, weight_kg: null, activity: null, time_zone: null },
  ...{ diet: "omnivore", allergens: [], excluded_foods: [], disliked_foods: [] },
  portion_sizes: [0.5, 0.75, 1, 1.25, 1.5, 2],
};

/** Null takes a fact about the body back; a list is emptied by an empty one. */
function profileOf(input: z.output<typeof setPersonInput>, before: Omit<Profile, "name">): Profile {
  const lower = (foods: readonly string[] | null | undefined) => foods?.map((food) => food.toLowerCase());
  const { portion_sizes: sizes } = input;
  return {
    name: input.name,
    birth_year: told(input.birth_year, before.birth_year),
    sex: told(input.sex, before.sex),
    height_cm: told(input.height_cm, before.height_cm),
    weight_kg: told(input.weight_kg, before.weight_kg),
    activity: told(input.activity, before.activity),
    time_zone: told(input.time_zone, before.time_zone),
    diet: input.diet ?? before.diet,
    allergens: input.allergens ?? before.allergens,
    excluded_foods: lower(input.excluded_foods) ?? before.excluded_foods,
    disliked_foods: lower(input.disliked_foods) ?? before.disliked_foods,
    portion_sizes: sizes ? [...new Set(sizes)].sort((a, b) => a - b) : before.portion_sizes,
  };
}

async function lockPersonNamed(tx: Tx, household: Household, name: string): Promise<Person | undefined> {
  const { rows } = await tx.query<Person>(
    `select ${COLUMNS} from meal_planner.people
     where household_id = $1::uuid and lower(name) = lower($2::text) for update`,
    [household.household_id, name],
  );
  return rows[0];
}

// Of two who add the same person at once, the second changes what the first has added.
async function writePerson(
  tx: Tx,
  household: Household,
  profile: Profile,
  version: number | undefined,
): Promise<Person> {
  const { rows } = await tx.query<Person>(
    `insert into meal_planner.people as p (person_id, household_id, name, birth_year, sex, height_cm, weight_kg,
       activity, diet, allergens, excluded_foods, disliked_foods, portion_sizes, time_zone)
     values ($1::uuid, $2::uuid, $3::text, $4::integer, $5::text, $6::double precision, $7::double precision,
       $8::text, $9::text, $10::text[], $11::text[], $12::text[], $13::double precision[], $15::text)
     on conflict (household_id, lower(name)) do update set
       name = excluded.name, birth_year = excluded.birth_year, sex = excluded.sex, height_cm = excluded.height_cm,
       weight_kg = excluded.weight_kg, activity = excluded.activity, diet = excluded.diet,
       allergens = excluded.allergens, excluded_foods = excluded.excluded_foods,
       disliked_foods = excluded.disliked_foods, portion_sizes = excluded.portion_sizes,
       time_zone = excluded.time_zone, version = p.version + 1
     where $14::integer is null or p.version = $14::integer
     returning ${COLUMNS}`,
    [
      ...[newId(), household.household_id],
      ...[profile.name, profile.birth_year, profile.sex, profile.height_cm, profile.weight_kg],
      ...[profile.activity, profile.diet, profile.allergens, profile.excluded_foods],
      ...[profile.disliked_foods, profile.portion_sizes, version ?? null, profile.time_zone],
    ],
  );
  const saved = rows[0];
  if (!saved) {
    throw new Conflict(
      `${profile.name} was changed by someone else since version ${version}. Read the household again and repeat the change.`,
    );
  }
  return saved;
}

function told<T>(value: T | undefined, known: T): T {
  return value === undefined ? known : value;
}
