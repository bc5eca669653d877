import type { z } from "zod";
import type { Database } from "../database/connection.ts";
import { RateLimited, reportError } from "../database/errors.ts";
import { formatPath } from "../database/parse_input.ts";
import { CircuitBreaker } from "../patterns/circuit_breaker/circuit_breaker.ts";
import { calculateDelay } from "../patterns/retry/calculate_delay.ts";
import { FailureReport, hadNoEffect } from "./http_failure.ts";
import {
  type HttpRequest,
  isRepeatable,
  parseAddress,
  type ReadyRequest,
  readyRequest,
} from "./http_request.ts";
import { HTTP_DEFAULTS, type HttpAnswer, type HttpSystem } from "./http_system.ts";
import { blockSharedCalls, takeSharedCall } from "./rate_budget_store.ts";
import { Redactor } from "./redactor.ts";
import { sendOnce } from "./send_once.ts";

/**
 * Puts credentials into a request, anew for every try. `renew` is true after they were refused once: fetch new ones
 * then. What must not be shown goes to `redactor`.
 */
export type Authorize = (
  request: ReadyRequest,
  how: { renew: boolean; redactor: Redactor },
) => ReadyRequest | Promise<ReadyRequest>;

export type HttpAccount = {
  /** Whose account, without a secret in it: circuits are told apart by it. */
  account: string;
  /** Where the system is, such as https://tandoor.example.org */
  address: string;
  /** Never shown in a message. */
  secrets?: readonly string[];
  authorize?: Authorize;
  /** Whether `authorize` can get new credentials where the old ones are refused. Default no. */
  renews?: boolean;
  /** Which calls share the system's limits: those of the system, or of this account only. Default the system's. */
  budget?: "system" | "account";
};

/**
 * The one way of calling outside systems: time-outs, retries, a circuit for each system and account, a budget of calls
 * that all workers share, a limit on what is read, and errors in the taxonomy without secrets.
 *
 * A call that isn't repeatable is tried again only where the failed try surely had no effect. Keep a client for as long
 * as the work lasts and close it then.
 */
export class HttpClient {
  readonly redactor: Redactor;
  private readonly address: URL;
  private readonly breaker: CircuitBreaker;
  private readonly system: HttpSystem & typeof HTTP_DEFAULTS;
  private readonly budget: string;

  /** @throws InvalidInput where the address is none. */
  constructor(
    private readonly database: Database,
    system: HttpSystem,
    private readonly account: HttpAccount,
  ) {
    this.system = { ...HTTP_DEFAULTS, ...system } as HttpSystem & typeof HTTP_DEFAULTS;
    this.redactor = new Redactor(account.secrets);
    this.address = parseAddress(system.name, account.address);
    const whole = `${system.name}:${account.account}`;
    this.budget = account.budget === "account" ? whole : system.name;
    this.breaker = new CircuitBreaker(database, whole, { ...HTTP_DEFAULTS.circuit, ...system.circuit });
  }

  /**
   * Makes a call and gives its answer's JSON by `schema`; use loose objects there, so that fields that it doesn't know
   * are kept. An answer without a body is null to the schema.
   *
   * @throws CircuitOpen, RateLimited, Unauthorized, NotFound, Conflict, TimedOut or Upstream, with
   *   `details.effect` = `unknown` where it may have been done over there all the same.
   */
  async call<S extends z.ZodType>(request: HttpRequest, schema: S): Promise<z.output<S>> {
    const startMs = performance.now();
    const elapsed = () => (performance.now() - startMs) / 1000;
    let renew = false;
    const failuresByCode = new Map<string, number>();
    for (let attempt = 1; ; attempt++) {
      await this.waitForBudget(elapsed);
      try {
        return await this.breaker.run(() => this.tryOnce(request, schema, renew));
      } catch (error) {
        const report = reportError(error);
        const again = failuresByCode.get(report.code) ?? 0;
        failuresByCode.set(report.code, again + 1);
        if (!isRepeatable(request) && !hadNoEffect(error)) throw error;
        if (report.code === "UNAUTHORIZED" && !this.account.renews) throw error;
        const decision = calculateDelay({
          attempt,
          attempts_with_code: again + 1,
          error_code: report.code,
          policy: {
            ...HTTP_DEFAULTS.retry,
            ...this.system.retry,
            maximum_event_age_seconds: this.system.patienceSeconds,
          },
          retry_after: report.retry_after_seconds,
          elapsed_seconds: elapsed(),
        });
        if (!decision.retry) throw error;
        renew = decision.renew_credentials ?? false;
        await pause(decision.delay_seconds);
      }
    }
  }

  /** Sends what its circuit has counted. */
  async close(): Promise<void> {
    await this.breaker.flush();
  }

  private async tryOnce<S extends z.ZodType>(
    request: HttpRequest,
    schema: S,
    renew: boolean,
  ): Promise<z.output<S>> {
    const plain = readyRequest(this.address, request);
    const { authorize } = this.account;
    const ready = authorize ? await authorize(plain, { renew, redactor: this.redactor }) : plain;
    const failures = new FailureReport(this.system, this.redactor, ready);
    const answer = await sendOnce(ready, this.system, failures);
    await this.judge(answer, failures);
    const isEmpty = answer.text.trim() === "";
    const content = request.answers === "form" ? formIn(answer) : answer.json;
    if (!isEmpty && content === undefined) throw failures.ofContent(answer);
    const parsed = schema.safeParse(isEmpty ? null : content);
    if (parsed.success) return parsed.data;
    throw failures.ofShape(answer, describe(parsed.error.issues));
  }

  private async judge(answer: HttpAnswer, failures: FailureReport): Promise<void> {
    const isError = answer.status < 200 || answer.status >= 300;
    const error = this.system.explain?.(answer) ?? (isError ? failures.ofStatus(answer) : undefined);
    if (!error) return;
    error.message = this.redactor.redact(error.message);
    if (error.stack) error.stack = this.redactor.redact(error.stack);
    const { code, retryAfterSeconds = 0 } = error;
    if (code === "RATE_LIMITED" && retryAfterSeconds > 0 && this.system.limits.length > 0) {
      await blockSharedCalls(this.database, this.budget, retryAfterSeconds);
    }
    throw error;
  }

  private async waitForBudget(elapsed: () => number): Promise<void> {
    const { limits, patienceSeconds, name } = this.system;
    if (limits.length === 0) return;
    for (;;) {
      const seconds = await takeSharedCall(this.database, this.budget, limits);
      if (seconds === 0) return;
      if (elapsed() + seconds > patienceSeconds) {
        const message = `The calls that ${name} allows are used up. Try again in ${Math.ceil(seconds)} s.`;
        throw new RateLimited(message, seconds);
      }
      await pause(seconds);
    }
  }
}

/** A client for one piece of work, closed whatever happens. */
export async function withHttpClient<T>(
  database: Database,
  system: HttpSystem,
  account: HttpAccount,
  work: (client: HttpClient) => Promise<T>,
): Promise<T> {
  const client = new HttpClient(database, system, account);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** The fields of a form; undefined where the text is none, such as a page. */
function formIn(answer: HttpAnswer): Record<string, string> | undefined {
  const text = answer.text.trim();
  return /^[^\s<>{}"]+=[^\s<>{}"]*$/.test(text) ? Object.fromEntries(new URLSearchParams(text)) : undefined;
}

function describe(issues: readonly z.core.$ZodIssue[]): string {
  const first = issues[0];
  return first ? `${formatPath(first.path) || "the whole"}: ${first.message}` : "unreadable";
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
