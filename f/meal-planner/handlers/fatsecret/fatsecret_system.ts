import { type MealPlannerError, Unauthorized } from "../../database/errors.ts";
import type { HttpAnswer, HttpSystem } from "../../http/http_system.ts";
import { explainAnswer } from "./answer_error.ts";
import { FATSECRET_RESOURCE, type FatsecretApplication } from "./fatsecret_account.ts";

/** Under this name its calls are counted and its answers kept. */
export const FATSECRET = "fatsecret";

const REMEDY = `Check the keys in ${FATSECRET_RESOURCE}, and that this machine's address is among the application's allowed ones.`;

/** What is known of FatSecret. All of a workspace's calls share one budget: its limits are the application's. */
export function fatsecretSystem(application: FatsecretApplication): HttpSystem {
  return {
    name: FATSECRET,
    credentialsRemedy: REMEDY,
    limits: [
      // Spread over the minute: a burst that uses it up would have the next call wait for longer than it may.
      { calls: Math.max(1, Math.round(application.callsPerMinute / 6)), seconds: 10 },
      { calls: application.callsPerDay, seconds: 86_400 },
    ],
    // Less than the time for which the requests are used up: whoever must wait so long is told at once.
    patienceSeconds: 45,
    explain,
  };
}

/** Its errors, mostly within a status of 200; those of OAuth 2.0 have a word in place of a code. */
function explain(answer: HttpAnswer): MealPlannerError | undefined {
  const error = explainAnswer(answer);
  if (error) return error;
  const { error: word } = (answer.json ?? {}) as { error?: unknown };
  if (typeof word !== "string" || answer.status < 400 || answer.status >= 500) return undefined;
  return new Unauthorized(
    `FatSecret refuses OAuth 2.0 (${word}): check client_id and client_secret. ${REMEDY}`,
    {
      details: { system: FATSECRET, effect: "none" },
    },
  );
}
