import { z } from "zod";
import type { Tx } from "../database/connection.ts";
import { InvalidInput, NotFound } from "../database/errors.ts";
import { newId } from "../database/new_id.ts";

export const timeZone = z.string().refine((zone) => isTimeZone(zone), {
  message: "Not a time zone. Use an IANA name such as Europe/Berlin or America/New_York.",
});

export const setHouseholdInput = z.strictObject({
  household_id: z.uuid().optional(),
  name: z.string().trim().min(1).max(120),
  time_zone: timeZone,
});

export type Household = { household_id: string; name: string; time_zone: string };

/** Creates a household, or renames the one that is given. Running it twice with the same id changes nothing more. */
export async function setHousehold(tx: Tx, input: z.output<typeof setHouseholdInput>): Promise<Household> {
  const { rows } = await tx.query<Household>(
    `insert into meal_planner.households (household_id, name, time_zone)
     values ($1::uuid, $2::text, $3::text)
     on conflict (household_id) do update set name = excluded.name, time_zone = excluded.time_zone
     returning household_id, name, time_zone`,
    [input.household_id ?? newId(), input.name, input.time_zone],
  );
  return rows[0]!;
}

/**
 * The household that a call means: the given one, or the only one there is.
 *
 * @throws NotFound where there is none; InvalidInput where there are several and none was named.
 */
export async function resolveHousehold(tx: Tx, householdId?: string | null): Promise<Household> {
  const { rows } = await tx.query<Household>(
    `select household_id, name, time_zone from meal_planner.households
     where $1::uuid is null or household_id = $1::uuid
     order by created_at, household_id limit 11`,
    [householdId ?? null],
  );
  const [only, second] = rows;
  if (!only) {
    throw new NotFound(
      "household",
      householdId ?? "yet",
      householdId
        ? "Look its id up with f/meal-planner/handlers/households/get_household/script."
        : "Create one with f/meal-planner/handlers/households/set_household/script.",
    );
  }
  if (second) {
    const choices = rows.slice(0, 10).map((h) => `${h.household_id} (${h.name})`);
    throw new InvalidInput([
      { path: "household_id", message: `There are several households: name one of ${choices.join(", ")}` },
    ]);
  }
  return only;
}

/** Today in the household's time zone, as `YYYY-MM-DD`, by the database's clock. */
export async function householdToday(tx: Tx, household: Household): Promise<string> {
  const { rows } = await tx.query<{ today: string }>("select (now() at time zone $1::text)::date as today", [
    household.time_zone,
  ]);
  return rows[0]!.today;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false; // Intl says unknown zones by throwing
  }
}
