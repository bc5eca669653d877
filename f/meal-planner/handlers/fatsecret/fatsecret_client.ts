import type { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { type Authorize, type HttpClient, withHttpClient } from "../../http/http_client.ts";
import { clientToken } from "./client_credentials.ts";
import { digestOf, type FatsecretApplication, type FatsecretToken } from "./fatsecret_account.ts";
import { fatsecretSystem } from "./fatsecret_system.ts";
import { nextOAuthTimestamp } from "./oauth_timestamp.ts";
import { signRequest } from "./sign_request.ts";

/** Left out where undefined. */
export type MethodParameters = Record<string, string | number | undefined>;

/**
 * Calls FatSecret's methods. All go by POST to the one address that takes every method, so that neither tokens nor what
 * a person ate stand in an address.
 */
export class FatsecretClient {
  constructor(private readonly http: HttpClient) {}

  /** A call that changes nothing, or the same however often it is made: tried again after any passing failure. */
  read<S extends z.ZodType>(method: string, parameters: MethodParameters, answer: S): Promise<z.output<S>> {
    return this.call(method, parameters, answer, true);
  }

  /** A call that adds something each time: tried again only where it surely wasn't done. */
  create<S extends z.ZodType>(method: string, parameters: MethodParameters, answer: S): Promise<z.output<S>> {
    return this.call(method, parameters, answer, false);
  }

  private call<S extends z.ZodType>(
    method: string,
    parameters: MethodParameters,
    answer: S,
    repeatable: boolean,
  ): Promise<z.output<S>> {
    const form = Object.fromEntries(
      Object.entries({ method, format: "json", ...parameters }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    );
    return this.http.call({ method: "POST", path: "/rest/server.api", form, repeatable }, answer);
  }
}

/**
 * A client for the account of a token, signed by OAuth 1.0a; for the work, and closed then. Neither key, secrets nor token
 * are in any message.
 */
export function withFatsecretAccount<T>(
  database: Database,
  application: FatsecretApplication,
  token: FatsecretToken,
  work: (client: FatsecretClient) => Promise<T>,
): Promise<T> {
  // A circuit for each account: one that is refused must not stop the others.
  const account = `${application.name}:${digestOf(token.token)}`;
  return withClient(
    database,
    application,
    { account, token, authorize: signing(database, application, token) },
    work,
  );
}

/** A client for the catalogue, which needs no account: by OAuth 2.0 where the application has it, else signed by OAuth 1.0. */
export function withFatsecretCatalogue<T>(
  database: Database,
  application: FatsecretApplication,
  work: (client: FatsecretClient) => Promise<T>,
): Promise<T> {
  const { client } = application;
  const authorize: Authorize = client
    ? async (request, { renew, redactor }) => {
        const token = await clientToken(database, application, client, renew);
        redactor.add(token);
        return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
      }
    : signing(database, application, null);
  return withClient(
    database,
    application,
    { account: application.name, authorize, renews: client !== null },
    work,
  );
}

function signing(
  database: Database,
  application: FatsecretApplication,
  token: FatsecretToken | null,
): Authorize {
  return async (request) => {
    const timestamp = await nextOAuthTimestamp(database, application.name);
    return signRequest(request, { ...application, ...token, timestamp });
  };
}

type As = { account: string; authorize: Authorize; token?: FatsecretToken; renews?: boolean };

function withClient<T>(
  database: Database,
  application: FatsecretApplication,
  as: As,
  work: (client: FatsecretClient) => Promise<T>,
): Promise<T> {
  const { consumerKey, consumerSecret, client } = application;
  const secrets = [consumerKey, consumerSecret, client?.secret, as.token?.token, as.token?.tokenSecret];
  return withHttpClient(
    database,
    fatsecretSystem(application),
    {
      account: as.account,
      address: application.addresses.api,
      secrets: secrets.filter((secret) => secret !== undefined),
      authorize: as.authorize,
      renews: as.renews,
    },
    (http) => work(new FatsecretClient(http)),
  );
}
