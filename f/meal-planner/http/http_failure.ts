import {
  Conflict,
  MealPlannerError,
  NotFound,
  RateLimited,
  TimedOut,
  Unauthorized,
  Upstream,
} from "../database/errors.ts";
import type { ReadyRequest } from "./http_request.ts";
import type { HttpAnswer, HttpSystem } from "./http_system.ts";
import type { Redactor } from "./redactor.ts";

/**
 * What a failed call may have done over there: `none` surely nothing; `unknown` perhaps all of it. It is in the
 * error's `details`, for callers that must look before they repeat.
 */
export type Effect = "none" | "unknown";

const SHOWN_OF_ANSWER = 300;

/** Turns what went wrong into the taxonomy. Every message goes through the redactor. */
export class FailureReport {
  constructor(
    private readonly system: HttpSystem,
    private readonly redactor: Redactor,
    private readonly request: Pick<ReadyRequest, "method" | "url">,
  ) {}

  /** No answer: whole or in part. */
  ofSending(thrown: unknown): MealPlannerError {
    if (thrown instanceof MealPlannerError) return thrown;
    const codes = codesOf(thrown);
    const reason = this.redactor.redact(reasonOf(thrown, codes));
    const cause = new Error(reason);
    if (codes.some((code) => NEVER_CONNECTED.has(code))) {
      const message = `${this.what()} can't be reached: ${reason}. Check the address, and that it runs.`;
      return new Upstream("unavailable", message, { details: this.details("none"), cause });
    }
    if (codes.some((code) => /CERT|SELF_SIGNED|ERR_TLS|ERR_SSL|UNABLE_TO_VERIFY/i.test(code))) {
      const message = `${this.what()} has a certificate that isn't trusted: ${reason}. Correct it there, or the address.`;
      return new Upstream("rejected", message, { details: this.details("none"), cause });
    }
    return new Upstream("unavailable", `${this.what()} broke off: ${reason}. It is worth another try.`, {
      details: this.details("unknown"),
      cause,
    });
  }

  ofTime(what: "connect" | "whole", seconds: number): MealPlannerError {
    const details = this.details("unknown");
    return what === "connect"
      ? new TimedOut(`${this.what()} took no connection within ${seconds} s. Check the address.`, { details })
      : new TimedOut(`${this.what()} wasn't done within ${seconds} s. Try again later.`, { details });
  }

  ofSize(maximumBytes: number): MealPlannerError {
    const message = `${this.what()} answered with more than ${maximumBytes} bytes. Ask for less at once.`;
    return new Upstream("rejected", message, { details: this.details("unknown") });
  }

  /** A success by its status that can't be read: often a page of a proxy or a login, gone at the next try. */
  ofContent(answer: HttpAnswer): MealPlannerError {
    const message = `${this.what()} answered ${answer.status} with ${kindOf(answer)} where JSON belongs. Check that the address is the API's.`;
    return new Upstream("unavailable", message, { details: this.details("unknown", answer.status) });
  }

  ofShape(answer: HttpAnswer, problem: string): MealPlannerError {
    const message = `${this.what()} answered in an unknown form: ${problem}. Its version may be another one than this program knows.`;
    return new Upstream("rejected", this.redactor.redact(message), {
      details: this.details("unknown", answer.status),
    });
  }

  ofStatus(answer: HttpAnswer): MealPlannerError {
    const { status, retryAfterSeconds } = answer;
    const message = this.redactor.redact(`${this.what()} answered ${status}${saidIn(answer)}.`);
    const known = (effect: Effect) => ({ details: this.details(effect, status), retryAfterSeconds });
    if (status >= 300 && status < 400) {
      const target = this.redactor.redact(originOf(answer.headers.get("location"), this.request.url));
      return new Upstream("rejected", `${message} It points to ${target}; use that address.`, known("none"));
    }
    switch (status) {
      case 401:
      case 403:
        return new Unauthorized(`${message} ${this.system.credentialsRemedy}`, known("none"));
      case 404:
      case 410:
        return new NotFound(`page of ${this.system.name}`, this.request.url.pathname, message);
      case 408:
      case 504:
        return new TimedOut(`${message} Try again later.`, known("unknown"));
      case 409:
        return new Conflict(`${message} Look at what is there first.`, this.details("none", status));
      case 425:
      case 429:
        return new RateLimited(`${message} Try again later.`, retryAfterSeconds);
      default:
        return status >= 500
          ? new Upstream("unavailable", `${message} Try again later.`, known("unknown"))
          : new Upstream("rejected", `${message} Correct what is sent.`, known("none"));
    }
  }

  private what(): string {
    const { method, url } = this.request;
    return this.redactor.redact(`${this.system.name}: ${method} ${url.origin}${url.pathname}`);
  }

  private details(effect: Effect, status?: number): Record<string, unknown> {
    return { system: this.system.name, effect, ...(status === undefined ? {} : { status }) };
  }
}

/** Whether a failed call surely did nothing over there. */
export function hadNoEffect(error: unknown): boolean {
  const details = error instanceof MealPlannerError ? (error.details as { effect?: Effect } | undefined) : {};
  return details?.effect !== "unknown";
}

// Node's and Bun's words for the same.
const NEVER_CONNECTED = new Set([
  ...["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT"],
  ...["ConnectionRefused", "FailedToOpenSocket"],
]);

function codesOf(thrown: unknown): string[] {
  const codes: string[] = [];
  for (let at = thrown, depth = 0; at && depth < 4; at = (at as { cause?: unknown }).cause, depth++) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string") codes.push(code);
  }
  return codes;
}

function reasonOf(thrown: unknown, codes: readonly string[]): string {
  // What went wrong is in the cause; fetch itself only says that it failed.
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause.message : "";
  const messages = [thrown instanceof Error ? thrown.message : String(thrown), cause].filter(
    (one) => one !== "",
  );
  return codes.length > 0 ? `${messages.join(": ")} (${codes.join(", ")})` : messages.join(": ");
}

function kindOf(answer: HttpAnswer): string {
  if (isHtml(answer)) return "an HTML page";
  return answer.text === "" ? "nothing" : "text that is no JSON";
}

/** What an error's answer says, on one line; of an HTML page its title. */
function saidIn(answer: HttpAnswer): string {
  if (isHtml(answer)) {
    const title = /<title[^>]*>([^<]*)/i.exec(answer.text)?.[1]?.trim();
    return title ? ` with an HTML page "${oneLine(title)}"` : " with an HTML page";
  }
  return answer.text.trim() === "" ? "" : ` and said: ${oneLine(answer.text)}`;
}

function isHtml(answer: HttpAnswer): boolean {
  const type = answer.headers.get("content-type") ?? "";
  return /\bhtml\b/i.test(type) || /^\s*<(?:!doctype|html)/i.test(answer.text);
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, SHOWN_OF_ANSWER);
}

function originOf(location: string | null, base: URL): string {
  if (location === null || !URL.canParse(location, base)) return "nowhere";
  const target = new URL(location, base);
  return `${target.origin}${target.pathname}`;
}
