import { z } from "zod";
import type { Database } from "../../database/connection.ts";
import { type MealPlannerError, RateLimited, Unauthorized } from "../../database/errors.ts";
import { type HttpClient, withHttpClient } from "../../http/http_client.ts";
import type { HttpAnswer, HttpSystem } from "../../http/http_system.ts";
import type { RateLimit } from "../../http/rate_budget.ts";
import type { UsdaAccount } from "./usda_account.ts";

/** Under this name its answers are kept. */
export const USDA = "usda";

const REMEDY = "Check the key; a new one is free at https://fdc.nal.usda.gov/api-key-signup.";

/** A key's own: 1,000 calls an hour, and 30 an hour and 50 a day for DEMO_KEY. A few are left for other programs. */
function limitsOf(apiKey: string): RateLimit[] {
  if (apiKey !== "DEMO_KEY") return [{ calls: 950, seconds: 3600 }];
  return [
    { calls: 28, seconds: 3600 },
    { calls: 48, seconds: 86_400 },
  ];
}

/** A key that was used too much is shut out for an hour, and the answer doesn't say so. */
const SHUT_OUT_SECONDS = 3600;

const gatewayError = z.looseObject({
  error: z.looseObject({ code: z.string(), message: z.string().optional() }),
});

/** api.data.gov, which stands before it, answers with codes of its own. */
function explain(answer: HttpAnswer): MealPlannerError | undefined {
  const parsed = gatewayError.safeParse(answer.json);
  if (!parsed.success) return undefined;
  const { code, message = "" } = parsed.data.error;
  if (code === "OVER_RATE_LIMIT") {
    const seconds = answer.retryAfterSeconds ?? SHUT_OUT_SECONDS;
    return new RateLimited(`USDA takes no more calls with this key for now (${message})`, seconds);
  }
  return /^API_KEY_/.test(code)
    ? new Unauthorized(`USDA doesn't take the key: ${code}. ${REMEDY}`)
    : undefined;
}

/** A client for FoodData Central, closed when the work is done. The key goes into every call and into no message. */
export function withUsda<T>(
  database: Database,
  account: UsdaAccount,
  work: (client: HttpClient) => Promise<T>,
): Promise<T> {
  const { apiKey, address, name } = account;
  const system: HttpSystem = {
    name: USDA,
    credentialsRemedy: REMEDY,
    limits: limitsOf(apiKey),
    patienceSeconds: 45,
    explain,
  };
  const authorize = <R extends { url: URL }>(request: R): R => {
    request.url.searchParams.set("api_key", apiKey);
    return request;
  };
  return withHttpClient(
    database,
    system,
    { account: name, address, secrets: apiKey === "DEMO_KEY" ? [] : [apiKey], authorize, budget: "account" },
    work,
  );
}
