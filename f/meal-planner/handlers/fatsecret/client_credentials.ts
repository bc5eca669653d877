import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { withHttpClient } from "../../http/http_client.ts";
import { digestOf, type FatsecretApplication } from "./fatsecret_account.ts";
import { fatsecretSystem } from "./fatsecret_system.ts";
import { readSecret, writeSecret } from "./secret_variables.ts";

/** Where the workspace's scripts share the token. */
export const TOKEN_VARIABLE = "f/meal-planner/external/fatsecret_oauth2_token";

// A call that is under way when a token ends would be refused.
const RENEWED_BEFORE_MS = 60_000;

const tokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().max(31_536_000).default(86_400),
});

const keptToken = z.object({ application: z.string(), token: z.string(), ends_at: z.iso.datetime() });
type KeptToken = z.output<typeof keptToken>;

const inThisProcess = new Map<string, KeptToken>();

/**
 * A token for catalogue calls (OAuth 2.0, client credentials): the one that is kept while it lasts for another minute,
 * else a new one. With `renew` always a new one.
 *
 * @throws Unauthorized where the client's id or secret is wrong.
 */
export async function clientToken(
  database: Database,
  application: FatsecretApplication,
  client: { id: string; secret: string },
  renew: boolean,
): Promise<string> {
  const key = digestOf(`${application.addresses.token} ${client.id} ${client.secret}`);
  if (!renew) {
    const kept = inThisProcess.get(key) ?? (await keptInWorkspace());
    if (kept?.application === key && lasts(kept)) return kept.token;
  }
  const fresh = await fetchToken(database, application, client, key);
  inThisProcess.set(key, fresh);
  // What can't be shared is fetched again by the next script, no more.
  await writeSecret(
    TOKEN_VARIABLE,
    JSON.stringify(fresh),
    "FatSecret's OAuth 2.0 token, renewed by itself",
  ).catch(() => undefined);
  return fresh.token;
}

function lasts(kept: KeptToken): boolean {
  return Date.parse(kept.ends_at) - RENEWED_BEFORE_MS > Date.now();
}

async function keptInWorkspace(): Promise<KeptToken | undefined> {
  const text = await readSecret(TOKEN_VARIABLE).catch(() => undefined);
  try {
    return keptToken.safeParse(JSON.parse(text ?? "null")).data;
  } catch {
    return undefined; // somebody wrote something else there; a new token replaces it
  }
}

async function fetchToken(
  database: Database,
  application: FatsecretApplication,
  client: { id: string; secret: string },
  key: string,
): Promise<KeptToken> {
  const basic = Buffer.from(`${client.id}:${client.secret}`).toString("base64");
  const account = {
    account: application.name,
    address: application.addresses.token,
    secrets: [client.secret, basic],
  };
  return withHttpClient(database, fatsecretSystem(application), account, async (http) => {
    const answer = await http.call(
      {
        method: "POST",
        path: "/connect/token",
        headers: { authorization: `Basic ${basic}` },
        form: { grant_type: "client_credentials", scope: "basic" },
        repeatable: true,
      },
      tokenAnswer,
    );
    const ends_at = new Date(Date.now() + answer.expires_in * 1000).toISOString();
    return { application: key, token: answer.access_token, ends_at };
  });
}
