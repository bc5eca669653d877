import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { withHttpClient } from "../../http/http_client.ts";
import type { FatsecretApplication, FatsecretToken } from "./fatsecret_account.ts";
import { fatsecretSystem } from "./fatsecret_system.ts";
import { nextOAuthTimestamp } from "./oauth_timestamp.ts";
import { signRequest } from "./sign_request.ts";

const tokenAnswer = z.looseObject({ oauth_token: z.string().min(1), oauth_token_secret: z.string().min(1) });

/** Temporary credentials (RFC 5849, section 2.1). Without a callback it is `oob`: FatSecret shows the verifier. */
export function fetchRequestToken(
  database: Database,
  application: FatsecretApplication,
  callback: string,
): Promise<FatsecretToken> {
  const form = { oauth_callback: callback };
  return fetchToken(database, application, { path: "/oauth/request_token", form, repeatable: true }, null);
}

/** The account's token (RFC 5849, section 2.3). The verifier counts once: a lost answer isn't asked for again. */
export function fetchAccessToken(
  database: Database,
  application: FatsecretApplication,
  request: FatsecretToken,
  verifier: string,
): Promise<FatsecretToken> {
  const form = { oauth_verifier: verifier };
  return fetchToken(database, application, { path: "/oauth/access_token", form, repeatable: false }, request);
}

async function fetchToken(
  database: Database,
  application: FatsecretApplication,
  call: { path: string; form: Record<string, string>; repeatable: boolean },
  token: FatsecretToken | null,
): Promise<FatsecretToken> {
  const { consumerKey, consumerSecret } = application;
  const secrets = [consumerKey, consumerSecret, token?.token ?? "", token?.tokenSecret ?? ""];
  if (call.form.oauth_verifier) secrets.push(call.form.oauth_verifier);
  return withHttpClient(
    database,
    fatsecretSystem(application),
    {
      account: application.name,
      address: application.addresses.auth,
      secrets,
      authorize: async (request) => {
        const timestamp = await nextOAuthTimestamp(database, application.name);
        return signRequest(request, { ...application, ...token, timestamp });
      },
    },
    async (http) => {
      const answer = await http.call({ method: "POST", ...call, answers: "form" }, tokenAnswer);
      return { token: answer.oauth_token, tokenSecret: answer.oauth_token_secret };
    },
  );
}
