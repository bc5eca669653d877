import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { type Household, householdToday, resolveHousehold } from "../../households/household.ts";
import { findPerson, type Person } from "../../households/person.ts";
import { type AccountLease, withAccountLease } from "./account_lease.ts";
import { accountOf } from "./connection_store.ts";
import { type FatsecretApplication, fatsecretApplication, fatsecretResource } from "./fatsecret_account.ts";
import { type FatsecretClient, withFatsecretAccount } from "./fatsecret_client.ts";

/** What every door to a person's account takes. */
export const accountFields = {
  person: plainText(80).describe("The person's name or id."),
  household_id: z.uuid().optional().describe("Left out, the default household."),
  fatsecret: fatsecretResource.optional().describe("The application; left out, the workspace's own."),
};

export type AccountFields = z.output<z.ZodObject<typeof accountFields>>;

/** A person's account, held by this worker alone. */
export type PersonAccount = {
  database: Database;
  application: FatsecretApplication;
  household: Household;
  person: Person;
  /** Today in the household's time zone. */
  today: string;
  client: FatsecretClient;
  lease: AccountLease;
};

/**
 * Opens a person's account for some work, which no other worker does at the same time.
 *
 * @throws NotFound for nobody of that name; Unauthorized where nothing is connected; InProgress where another run is at it.
 */
export async function withPersonAccount<T>(
  database: Database,
  input: AccountFields,
  work: (account: PersonAccount) => Promise<T>,
): Promise<T> {
  const application = await fatsecretApplication(input.fatsecret);
  const { household, person, today } = await database.transaction(async (tx) => {
    const home = await resolveHousehold(tx, input.household_id);
    return {
      household: home,
      person: await findPerson(tx, home, input.person),
      today: await householdToday(tx, home),
    };
  });
  const token = await accountOf(database, application, household, person);
  return withAccountLease(database, person.person_id, (lease) =>
    withFatsecretAccount(database, application, token, (client) =>
      work({ database, application, household, person, today, client, lease }),
    ),
  );
}
