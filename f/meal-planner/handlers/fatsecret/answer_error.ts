import { MealPlannerError, RateLimited, Unauthorized, Upstream } from "../../database/errors.ts";
import type { HttpAnswer } from "../../http/http_system.ts";

const APPLICATION =
  "Check consumer_key and consumer_secret of f/meal-planner/external/fatsecret against platform.fatsecret.com.";
const CONNECT = "Connect the account again with f/meal-planner/handlers/fatsecret/connect_start/script.";
const OURS = "This program sends something that FatSecret no longer takes; look for a newer version of it.";
const CLOCK = "Check that the clock of the database's server is right.";
const ALLOWED = "Add this machine's address to the application's allowed ones on platform.fatsecret.com.";
const CLIENT =
  "Check client_id and client_secret of f/meal-planner/external/fatsecret, and that the application has the scope of this call.";

/** How long nobody calls where the application has used up its requests and FatSecret doesn't say for how long. */
const USED_UP_SECONDS = 60;

type Kind = "credentials" | "again" | "uncertain" | "used_up" | "too_fast" | "missing" | "rejected";
type Meaning = { kind: Kind; means: string; remedy: string };

const meaning = (kind: Kind, means: string, remedy: string): Meaning => ({ kind, means, remedy });

/**
 * What FatSecret's error codes mean. 6 and 7 come before anything is done: a request signed anew is another one. 13 and
 * 14 are said to mean an ended token by some and a missing scope by others: the token is renewed once, and where that
 * doesn't help both are told. Codes that aren't here are refused without another try.
 */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  1: meaning("uncertain", "an unknown error over there", "Try again later."),
  2: meaning("rejected", "a missing OAuth parameter", OURS),
  3: meaning("rejected", "an unsupported OAuth parameter", OURS),
  4: meaning("rejected", "an invalid signature method", OURS),
  5: meaning("credentials", "an unknown consumer key", APPLICATION),
  6: meaning("again", "an invalid or expired timestamp", CLOCK),
  7: meaning("again", "an invalid or used nonce", "Try again."),
  8: meaning("credentials", "an invalid signature", `A secret is wrong. ${APPLICATION} ${CONNECT}`),
  9: meaning("credentials", "an access token that is wrong, expired or was withdrawn", CONNECT),
  10: meaning("rejected", "an unknown method", OURS),
  11: meaning("used_up", "the application's requests are used up", "Try again later."),
  12: meaning("too_fast", "the account does too many things at once", "Try again later."),
  13: meaning("credentials", "an OAuth 2.0 token that is invalid", CLIENT),
  14: meaning("credentials", "an OAuth 2.0 token that has ended or lacks the scope", CLIENT),
  21: meaning("credentials", "a call from an address that isn't allowed", ALLOWED),
  101: meaning("rejected", "a missing parameter", OURS),
  106: meaning("missing", "an id that isn't there", "It may have been deleted over there."),
  107: meaning("rejected", "a value out of its range", "Correct the value."),
  108: meaning("rejected", "a value of another type", OURS),
  205: meaning("rejected", "a weight of a day too far ahead", "Correct the date."),
  206: meaning("rejected", "a weight of a day before the last one", "FatSecret takes later days only."),
};

export type AnswerError = { code: number; message: string };

/** The error that an answer carries, whatever its status: as JSON, its code a text or a number, or as XML. */
export function errorIn(answer: Pick<HttpAnswer, "json" | "text">): AnswerError | undefined {
  const { error } = (answer.json ?? {}) as { error?: unknown };
  if (typeof error === "object" && error !== null) {
    const { code, message } = error as { code?: unknown; message?: unknown };
    const number = code === undefined || code === "" ? Number.NaN : Number(code);
    if (Number.isInteger(number)) return { code: number, message: String(message ?? "") };
  }
  const xml = /<error\b[^>]*>[\s\S]*?<code>\s*(\d+)\s*<\/code>(?:[\s\S]*?<message>([\s\S]*?)<\/message>)?/i;
  const found = answer.json === undefined ? xml.exec(answer.text) : null;
  return found ? { code: Number(found[1]), message: found[2]?.trim() ?? "" } : undefined;
}

/** Puts an answer's error into the taxonomy; undefined where it carries none. */
export function explainAnswer(answer: HttpAnswer): MealPlannerError | undefined {
  const error = errorIn(answer);
  return error && fatsecretError(error, answer.retryAfterSeconds);
}

/**
 * Whether FatSecret has nothing of that id (any more). A page that isn't there, of a wrong address, is NOT_FOUND too, and
 * isn't this.
 */
export function isGone(error: unknown): boolean {
  return fatsecretCode(error) === 106;
}

/** FatSecret's own code of an error. */
export function fatsecretCode(error: unknown): number | undefined {
  const details = error instanceof MealPlannerError ? error.details : undefined;
  return (details as { fatsecret_code?: number } | undefined)?.fatsecret_code;
}

/** `details.fatsecret_code` keeps FatSecret's own code. */
export function fatsecretError(error: AnswerError, retryAfterSeconds?: number): MealPlannerError {
  const { kind, means, remedy } =
    MEANINGS[error.code] ?? meaning("rejected", "something that isn't known here", "Nothing was done.");
  const message = `FatSecret refused the call by code ${error.code}, ${means} (${error.message}). ${remedy}`;
  const details = {
    system: "fatsecret",
    effect: kind === "uncertain" ? "unknown" : "none",
    fatsecret_code: error.code,
  };
  switch (kind) {
    case "credentials":
      return new Unauthorized(message, { details });
    case "again":
    case "uncertain":
      return new Upstream("unavailable", message, { details });
    case "used_up":
      return new RateLimited(message, retryAfterSeconds ?? USED_UP_SECONDS);
    case "too_fast":
      return new RateLimited(message, retryAfterSeconds);
    case "missing":
      return new MealPlannerError("NOT_FOUND", false, message, { details });
    case "rejected":
      return new Upstream("rejected", message, { details });
  }
}
