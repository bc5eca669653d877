import { z } from "zod";
import type { Database, Tx } from "../../database/connection.ts";
import { Conflict, Unauthorized } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import type { Person } from "../../households/person.ts";
import { digestOf, type FatsecretApplication, type FatsecretToken } from "./fatsecret_account.ts";
import { readSecret, writeSecret } from "./secret_variables.ts";

const CONNECT = "f/meal-planner/handlers/fatsecret/connect_start/script";

const keptToken = z.object({ token: z.string().min(1), token_secret: z.string().min(1) });

/** Where a person's token is kept: one variable, so that token and secret are never of two accounts. */
function tokenVariable(personId: string): string {
  return `f/meal-planner/external/fatsecret_account_${personId}`;
}

type Connection = { account: string; variable: string | null };

/**
 * Ties an account to a person, in place of the one that they had.
 *
 * @throws Conflict where the account is another person's: what they eat must not end in one diary.
 */
async function tie(tx: Tx, household: Household, person: Person, connection: Connection): Promise<void> {
  // Connecting is rare; two at once take turns, so that what is looked at holds until it is written.
  await tx.query("lock table meal_planner.fatsecret_connections in share row exclusive mode");
  const { rows: others } = await tx.query<{ name: string }>(
    `select p.name from meal_planner.fatsecret_connections c join meal_planner.people p using (person_id)
     where c.account = $1::text and c.person_id <> $2::uuid`,
    [connection.account, person.person_id],
  );
  if (others[0]) {
    throw new Conflict(
      `This FatSecret account is connected to ${others[0].name}. Sign in at FatSecret as ${person.name} and connect that account with ${CONNECT}.`,
    );
  }
  const { rows: before } = await tx.query<{ account: string }>(
    "select account from meal_planner.fatsecret_connections where person_id = $1::uuid",
    [person.person_id],
  );
  if (before[0]?.account !== connection.account) await forgetIds(tx, person);
  await tx.query(
    `insert into meal_planner.fatsecret_connections as c (person_id, household_id, account, variable)
     values ($1::uuid, $2::uuid, $3::text, $4::text)
     on conflict (person_id) do update set account = excluded.account, variable = excluded.variable,
       connected_at = now()`,
    [person.person_id, household.household_id, connection.account, connection.variable],
  );
}

/**
 * Forgets what stands where in an account. By a new token it may be another account, in which none of it is: taken for
 * deleted, it would be deleted here. In the same account all is found again by looking.
 */
async function forgetIds(tx: Tx, person: Person): Promise<void> {
  await tx.query("delete from meal_planner.fatsecret_entries where person_id = $1::uuid", [person.person_id]);
  await tx.query("delete from meal_planner.fatsecret_lists where person_id = $1::uuid", [person.person_id]);
  await tx.query("delete from meal_planner.fatsecret_runs where person_id = $1::uuid and state = 'running'", [
    person.person_id,
  ]);
}

/** Connects a person: ties the account to them and keeps its token in their secret variable. */
export async function keepAccount(
  database: Database,
  household: Household,
  person: Person,
  { token, tokenSecret }: FatsecretToken,
): Promise<void> {
  const variable = tokenVariable(person.person_id);
  await database.transaction((tx) => tie(tx, household, person, { account: digestOf(token), variable }));
  const kept = JSON.stringify({ token, token_secret: tokenSecret });
  await writeSecret(variable, kept, `FatSecret token of ${person.name}; connect_complete renews it`);
}

/** Forgets a person's account; false where there was none. */
export async function forgetAccount(database: Database, person: Person): Promise<boolean> {
  const { rows } = await database.query<{ variable: string | null }>(
    "delete from meal_planner.fatsecret_connections where person_id = $1::uuid returning variable",
    [person.person_id],
  );
  if (rows[0]?.variable) await writeSecret(rows[0].variable, "", "FatSecret token, taken back");
  return rows.length > 0;
}

/**
 * A person's token: of the account that they have connected, else the resource's own, which is theirs from then on.
 *
 * @throws Unauthorized where they have none; Conflict where the resource's own is another person's.
 */
export async function accountOf(
  database: Database,
  application: FatsecretApplication,
  household: Household,
  person: Person,
): Promise<FatsecretToken> {
  const { rows } = await database.query<Connection>(
    "select account, variable from meal_planner.fatsecret_connections where person_id = $1::uuid",
    [person.person_id],
  );
  const known = rows[0];
  if (known?.variable) return keptIn(known.variable, known.account, person);
  const { ownToken } = application;
  if (!ownToken) throw notConnected(person, "has no FatSecret account connected");
  const account = digestOf(ownToken.token);
  if (known?.account !== account) {
    await database.transaction((tx) => tie(tx, household, person, { account, variable: null }));
  }
  return ownToken;
}

async function keptIn(variable: string, account: string, person: Person): Promise<FatsecretToken> {
  const text = await readSecret(variable);
  const parsed = keptToken.safeParse(parseJson(text));
  if (!parsed.success)
    throw notConnected(person, `is connected, but the secret variable ${variable} is empty`);
  const { token, token_secret } = parsed.data;
  if (digestOf(token) !== account) {
    throw notConnected(
      person,
      `is connected, but the secret variable ${variable} holds another account's token`,
    );
  }
  return { token, tokenSecret: token_secret };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined; // not written by us; told as missing
  }
}

function notConnected(person: Person, what: string): Unauthorized {
  return new Unauthorized(`${person.name} ${what}. Connect one with ${CONNECT}.`);
}
