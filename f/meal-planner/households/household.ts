import { z } from "zod";
import type { Tx } from "../database/connection.ts";
import { NotFound } from "../database/errors.ts";
import { newId } from "../database/new_id.ts";
import { emit } from "../events/producers/emit.ts";

export const timeZone = z.string().refine((zone) => isTimeZone(zone), {
  message: "Not a time zone. Use an IANA name such as Europe/Berlin or America/New_York.",
});

export const setHouseholdInput = z.strictObject({
  household_id: z.uuid().optional(),
  name: z.string().trim().min(1).max(120),
  time_zone: timeZone,
  make_default: z.boolean().default(false),
  leftover_meals: z.int().min(0).max(28).optional(),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .refine(isCurrency, { message: "Not a currency. Use its three letters, such as EUR, GBP or USD." })
    .optional(),
});

export type Household = {
  household_id: string;
  name: string;
  time_zone: string;
  is_default: boolean;
  /** What its prices are in, by ISO 4217; null where nobody has said. */
  currency: string | null;
};

const COLUMNS = "household_id, name, time_zone, is_default, currency";

/**
 * Creates a household, or changes the one that is given. The first one is the default: the one that a call means
 * which names none. Running it twice with the same id changes nothing more. HouseholdChanged commits with it where
 * something changed.
 */
export async function setHousehold(tx: Tx, input: z.output<typeof setHouseholdInput>): Promise<Household> {
  // Of two first households made at once, one must become the default and the other not.
  await tx.query("lock table meal_planner.households in share row exclusive mode");
  if (input.make_default) {
    await tx.query("update meal_planner.households set is_default = false where is_default");
  }
  const before = input.household_id && (await findHousehold(tx, input.household_id));
  const { rows } = await tx.query<Household>(
    `insert into meal_planner.households as h (household_id, name, time_zone, is_default, currency)
     values ($1::uuid, $2::text, $3::text,
       $4::boolean or not exists (select 1 from meal_planner.households where is_default), $5::text)
     on conflict (household_id) do update set name = excluded.name, time_zone = excluded.time_zone,
       is_default = h.is_default or excluded.is_default, currency = coalesce(excluded.currency, h.currency)
     returning ${COLUMNS}`,
    [input.household_id ?? newId(), input.name, input.time_zone, input.make_default, input.currency ?? null],
  );
  const saved = rows[0]!;
  if (input.leftover_meals !== undefined) {
    await tx.query(
      "update meal_planner.households set leftover_meals = $2::integer where household_id = $1::uuid",
      [saved.household_id, input.leftover_meals],
    );
  }
  const { household_id, name } = saved;
  const changed = TOLD.filter((field) => !before || before[field] !== saved[field]);
  if (changed.length > 0) {
    const kind = before ? "changed" : "added";
    await emit(tx, [{ type: "HouseholdChanged", detail: { household_id, name, kind, changed } }]);
  }
  return saved;
}

/** What others build on. Which household is the default only says what a call means. */
const TOLD = ["name", "time_zone"] as const;

async function findHousehold(tx: Tx, householdId: string): Promise<Household | undefined> {
  const { rows } = await tx.query<Household>(
    `select ${COLUMNS} from meal_planner.households where household_id = $1::uuid`,
    [householdId],
  );
  return rows[0];
}

/**
 * The household that a call means: the given one, or the default one.
 *
 * @throws NotFound where there is no such household, or none at all.
 */
export async function resolveHousehold(tx: Tx, householdId?: string | null): Promise<Household> {
  const { rows } = await tx.query<Household>(
    `select ${COLUMNS} from meal_planner.households
     where case when $1::uuid is null then is_default else household_id = $1::uuid end`,
    [householdId ?? null],
  );
  if (rows[0]) return rows[0];
  throw new NotFound(
    "household",
    householdId ?? "yet",
    householdId
      ? "Leave household_id out for the default one."
      : "Create one with f/meal-planner/handlers/households/set_household/script.",
  );
}

/** How many meals of a week the household likes to eat from what was cooked before. */
export async function leftoverMeals(tx: Tx, household: Household): Promise<number> {
  const { rows } = await tx.query<{ leftover_meals: number }>(
    "select leftover_meals from meal_planner.households where household_id = $1::uuid",
    [household.household_id],
  );
  return rows[0]?.leftover_meals ?? 0;
}

/** Today in the household's time zone, as `YYYY-MM-DD`, by the database's clock. */
export async function householdToday(tx: Tx, household: Household): Promise<string> {
  const { rows } = await tx.query<{ today: string }>("select (now() at time zone $1::text)::date as today", [
    household.time_zone,
  ]);
  return rows[0]!.today;
}

function isTimeZone(zone: string): boolean {
  // Intl takes "+01:00" too, which Postgres reads the other way round.
  if (!/^[a-z]/i.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false; // Intl says unknown zones by throwing
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}
