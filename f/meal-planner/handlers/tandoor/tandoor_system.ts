import { type MealPlannerError, Unauthorized } from "../../database/errors.ts";
import type { HttpAnswer, HttpSystem } from "../../http/http_system.ts";
import { NEW_TOKEN } from "./tandoor_account.ts";

export const TANDOOR = "tandoor";

/**
 * Tandoor answers 403 to a token that it doesn't know, as to one without the right, and says which in words: English,
 * because that is asked for with every call.
 */
const NOT_KNOWN =
  /credentials were not provided|invalid token|token (?:has )?(?:expired|is invalid)|not authenticated/i;

export const TANDOOR_SYSTEM: HttpSystem = {
  name: TANDOOR,
  credentialsRemedy:
    "The user or the token may not do this: give the token the scopes read and write, and its user a role in the space that may edit (user or admin).",
  // Tandoor doesn't limit plain reads and writes; this keeps a small server usable for people meanwhile, and lets what
  // one worker is told by Retry-After hold for all.
  limits: [{ calls: 6000, seconds: 60 }],
  patienceSeconds: 60,
  explain,
};

function explain(answer: HttpAnswer): MealPlannerError | undefined {
  if (answer.status !== 401 && answer.status !== 403) return undefined;
  const challenge = answer.headers.get("www-authenticate") ?? "";
  const said = `${answer.text.slice(0, 1000)} ${challenge}`;
  const details = { system: TANDOOR, effect: "none", status: answer.status, credentials: "unknown" };
  if (/\bexpired\b/i.test(said)) {
    return new Unauthorized(`The token for Tandoor has expired. ${NEW_TOKEN}`, { details });
  }
  if (answer.status === 401 || NOT_KNOWN.test(said)) {
    const message = `Tandoor doesn't know the token: it is wrong, was revoked, or has expired. ${NEW_TOKEN}`;
    return new Unauthorized(message, { details });
  }
  return undefined;
}

/** Whether a call was refused because of the token itself, and every other call would be too. */
export function isTokenRefused(error: unknown): boolean {
  const details =
    error instanceof Unauthorized ? (error.details as { credentials?: string } | undefined) : {};
  return details?.credentials === "unknown";
}
