import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { Conflict, MealPlannerError, NotFound, reportError } from "../../database/errors.ts";
import { newId } from "../../database/new_id.ts";
import { plainText } from "../../database/plain_text.ts";
import { type Household, resolveHousehold } from "../../households/household.ts";
import { findPerson, type Person } from "../../households/person.ts";
import { hadNoEffect } from "../../http/http_failure.ts";
import { forgetAccount, keepAccount } from "./connection_store.ts";
import { fatsecretApplication, fatsecretResource } from "./fatsecret_account.ts";
import { fetchAccessToken, fetchRequestToken } from "./oauth_tokens.ts";
import { readSecret, writeSecret } from "./secret_variables.ts";

const START = "Begin again with f/meal-planner/handlers/fatsecret/connect_start/script.";

/** As long as somebody may take to sign in over there. */
const ALLOWED_SECONDS = 900;

const person = plainText(80).describe("The person's name or id.");

export const connectStartInput = z.strictObject({
  person,
  callback_url: z
    .url({ protocol: /^https?$/, message: "Must be an http(s) address." })
    .max(500)
    .optional()
    .describe("Where FatSecret sends the person afterwards; left out, it shows a number to be typed."),
  household_id: z.uuid().optional(),
  fatsecret: fatsecretResource.optional().describe("The application; left out, the workspace's own."),
});

export const connectCompleteInput = z.strictObject({
  connection_id: z.uuid().describe("What connect_start gave."),
  verifier: plainText(200).describe("The number that FatSecret shows, or oauth_verifier of its callback."),
  fatsecret: fatsecretResource.optional().describe("The application; left out, the workspace's own."),
});

export const disconnectInput = z.strictObject({ person, household_id: z.uuid().optional() });

const pending = z.object({ connection_id: z.uuid(), token: z.string(), token_secret: z.string() });

const pendingVariable = (personId: string) => `f/meal-planner/external/fatsecret_request_${personId}`;

export type ConnectionStarted = { connection_id: string; authorize_url: string; expires_at: string };

/**
 * Begins to connect a person's FatSecret account: they open the address, sign in and allow it within 15 minutes. A
 * second start makes the first one's void.
 *
 * @throws Unauthorized where the application's keys are wrong.
 */
export async function connectStart(
  database: Database,
  input: z.output<typeof connectStartInput>,
): Promise<ConnectionStarted> {
  const application = await fatsecretApplication(input.fatsecret);
  const [household, who] = await database.transaction(async (tx) => {
    const home = await resolveHousehold(tx, input.household_id);
    return [home, await findPerson(tx, home, input.person)] as const;
  });
  const connection_id = newId();
  const callback = input.callback_url ? withConnection(input.callback_url, connection_id) : "oob";
  const { token, tokenSecret } = await fetchRequestToken(database, application, callback);
  const kept = JSON.stringify({ connection_id, token, token_secret: tokenSecret });
  await writeSecret(pendingVariable(who.person_id), kept, `FatSecret connection of ${who.name} under way`);
  const { rows } = await database.query<{ expires_at: string }>(
    `insert into meal_planner.fatsecret_requests (connection_id, household_id, person_id, expires_at)
     values ($1::uuid, $2::uuid, $3::uuid, now() + make_interval(secs => $4::float8))
     on conflict (person_id) do update set connection_id = excluded.connection_id,
       expires_at = excluded.expires_at, used_at = null
     returning to_json(expires_at) #>> '{}' as expires_at`,
    [connection_id, household.household_id, who.person_id, ALLOWED_SECONDS],
  );
  const authorize_url = `${application.addresses.auth.replace(/\/+$/, "")}/oauth/authorize?oauth_token=${encodeURIComponent(token)}`;
  return { connection_id, authorize_url, expires_at: rows[0]!.expires_at };
}

function withConnection(callback: string, connectionId: string): string {
  const url = new URL(callback);
  url.searchParams.set("connection_id", connectionId);
  return url.href;
}

/**
 * Ends what connect_start began, with the number that FatSecret gave the person. The account is theirs alone from then
 * on, its token in a secret variable of theirs. A wrong number may be corrected until the time is over.
 *
 * @throws NotFound for no such connection; Conflict where it is used, too late, or the account is another person's;
 *   Unauthorized where FatSecret refuses the number.
 */
export async function connectComplete(
  database: Database,
  input: z.output<typeof connectCompleteInput>,
): Promise<{ person_id: string; name: string; connected: true }> {
  const application = await fatsecretApplication(input.fatsecret);
  const { household, who } = await takeRequest(database, input.connection_id);
  const variable = pendingVariable(who.person_id);
  const request = pending.safeParse(parseJson(await readSecret(variable)));
  if (request.data?.connection_id !== input.connection_id) {
    throw new Conflict(
      `What connect_start kept in the secret variable ${variable} isn't there any more. ${START}`,
    );
  }
  const { token, token_secret } = request.data;
  const requested = { token, tokenSecret: token_secret };
  const account = await fetchAccessToken(database, application, requested, input.verifier).catch(
    async (error: unknown) => {
      if (!hadNoEffect(error)) throw lostAnswer(error);
      await giveBack(database, input.connection_id);
      throw error;
    },
  );
  await keepAccount(database, household, who, account);
  await writeSecret(variable, "", "FatSecret connection, done");
  return { person_id: who.person_id, name: who.name, connected: true };
}

/** Forgets a person's account. What is in either diary stays. */
export async function disconnect(
  database: Database,
  input: z.output<typeof disconnectInput>,
): Promise<{ person_id: string; disconnected: boolean; advice: string }> {
  const who = await database.transaction(async (tx) =>
    findPerson(tx, await resolveHousehold(tx, input.household_id), input.person),
  );
  const disconnected = await forgetAccount(database, who);
  const advice =
    "To withdraw the token itself, remove the application in the account's settings at fatsecret.com.";
  return { person_id: who.person_id, disconnected, advice };
}

async function takeRequest(
  database: Database,
  connectionId: string,
): Promise<{ household: Household; who: Person }> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.query<{
      household_id: string;
      person_id: string;
      was: "open" | "used" | "late";
    }>(
      `with before as (
         select *, case when used_at is not null then 'used' when expires_at <= now() then 'late' else 'open' end as was
         from meal_planner.fatsecret_requests where connection_id = $1::uuid for update
       ), taken as (
         update meal_planner.fatsecret_requests r set used_at = now() from before b
         where r.connection_id = b.connection_id and b.was = 'open'
       )
       select household_id, person_id, was from before`,
      [connectionId],
    );
    const request = rows[0];
    if (!request) throw new NotFound("connection under way", connectionId, START);
    if (request.was === "used") throw new Conflict(`This connection was used already. ${START}`);
    if (request.was === "late") throw new Conflict(`The 15 minutes for this connection are over. ${START}`);
    const household = await resolveHousehold(tx, request.household_id);
    return { household, who: await findPerson(tx, household, request.person_id) };
  });
}

async function giveBack(database: Database, connectionId: string): Promise<void> {
  await database.query(
    "update meal_planner.fatsecret_requests set used_at = null where connection_id = $1::uuid",
    [connectionId],
  );
}

/** The number counts once, and whether it was counted isn't known. */
function lostAnswer(error: unknown): MealPlannerError {
  const { message } = reportError(error);
  const details = error instanceof MealPlannerError ? error.details : undefined;
  return new MealPlannerError(
    "UPSTREAM_UNAVAILABLE",
    false,
    `${message} FatSecret takes the number once. ${START}`,
    {
      details,
      cause: error,
    },
  );
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return undefined; // not written by us; told as missing
  }
}
