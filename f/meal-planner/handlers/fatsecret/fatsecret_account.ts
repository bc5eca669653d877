import { createHash } from "node:crypto";
import { z } from "zod";
import { Unauthorized } from "../../database/errors.ts";

/** Windmill's resource `fatsecret`. A parameter of this type becomes a resource picker in Windmill's forms. */
export type Fatsecret = {
  consumer_key: string;
  consumer_secret: string;
  client_id?: string;
  client_secret?: string;
  access_token?: string;
  access_token_secret?: string;
  url?: string;
  auth_url?: string;
  token_url?: string;
  calls_per_minute?: number;
  calls_per_day?: number;
};

const secret = z.string().trim().max(500).optional();
const address = z.string().trim().max(500).optional();
const calls = z.int().min(1).max(10_000_000).optional();

export const fatsecretResource = z.looseObject({
  consumer_key: z.string().trim().min(1).max(500),
  consumer_secret: z.string().trim().min(1).max(500),
  client_id: secret,
  client_secret: secret,
  access_token: secret,
  access_token_secret: secret,
  url: address,
  auth_url: address,
  token_url: address,
  calls_per_minute: calls,
  calls_per_day: calls,
});

/** Where the workspace keeps its own application. */
export const FATSECRET_RESOURCE = "f/meal-planner/external/fatsecret";

// By connectors' experience: a free application has about 5,000 calls a day, of which a few are left for other programs,
// and 400 ms between calls are borne.
const CALLS_A_DAY = 4800;
const CALLS_A_MINUTE = 150;

/** A token of an account, with its secret. */
export type FatsecretToken = { token: string; tokenSecret: string };

/** An application of FatSecret's platform, and where its parts are. */
export type FatsecretApplication = {
  /** Names it without showing its key. */
  name: string;
  consumerKey: string;
  consumerSecret: string;
  /** For OAuth 2.0, where the application has it; catalogue calls are signed by OAuth 1.0 otherwise. */
  client: { id: string; secret: string } | null;
  /** That of the resource itself, for whoever has connected no account of their own. */
  ownToken: FatsecretToken | null;
  addresses: { api: string; auth: string; token: string };
  callsPerMinute: number;
  callsPerDay: number;
};

/**
 * The application to use: the given resource, or the workspace's own.
 *
 * @throws Unauthorized where there is none.
 */
export async function fatsecretApplication(
  given: z.output<typeof fatsecretResource> | undefined,
): Promise<FatsecretApplication> {
  const resource = given ?? (await workspaceResource());
  const { consumer_key, client_id, client_secret, access_token, access_token_secret } = resource;
  return {
    name: digestOf(consumer_key),
    consumerKey: consumer_key,
    consumerSecret: resource.consumer_secret,
    client: client_secret ? { id: client_id || consumer_key, secret: client_secret } : null,
    ownToken:
      access_token && access_token_secret ? { token: access_token, tokenSecret: access_token_secret } : null,
    addresses: {
      api: resource.url || "https://platform.fatsecret.com",
      auth: resource.auth_url || "https://authentication.fatsecret.com",
      token: resource.token_url || "https://oauth.fatsecret.com",
    },
    callsPerMinute: resource.calls_per_minute ?? CALLS_A_MINUTE,
    callsPerDay: resource.calls_per_day ?? CALLS_A_DAY,
  };
}

/** Tells keys and tokens apart without showing them. */
export function digestOf(secretText: string): string {
  return createHash("sha256").update(secretText).digest("hex").slice(0, 16);
}

async function workspaceResource(): Promise<z.output<typeof fatsecretResource>> {
  // Loaded only here: a script that is handed its resource doesn't pay for Windmill's client.
  const { getResource } = await import("windmill-client");
  let reason = "it has no consumer_key or consumer_secret";
  const found = await getResource(FATSECRET_RESOURCE).catch((error: unknown) => {
    reason = error instanceof Error ? error.message : String(error);
    return undefined;
  });
  const parsed = fatsecretResource.safeParse(found);
  if (parsed.success) return parsed.data;
  throw new Unauthorized(
    `There is no application for FatSecret: the resource ${FATSECRET_RESOURCE} gives none (${reason}). Register one at platform.fatsecret.com and fill it in (RESOURCE_DEFINITIONS.md).`,
  );
}
