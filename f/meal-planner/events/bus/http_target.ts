import { RateLimited, TimedOut, Unauthorized, Upstream } from "../../database/errors.ts";
import { parseRetryAfter } from "../../patterns/retry/retry_after.ts";

export type HttpTarget = { url: string; headers?: Record<string, string>; timeoutSeconds: number };

const SHOWN_OF_ANSWER = 500;

/**
 * Posts an event. Any 2xx is success. The header `idempotency-key` is the same on every try of a delivery.
 *
 * @throws RateLimited (429), Unauthorized (401, 403), TimedOut (no answer in time, 408), Upstream (rejected: other
 *   4xx and 3xx; unavailable: 5xx or no connection). A Retry-After is carried on.
 */
export async function postEvent(target: HttpTarget, body: unknown, idempotencyKey: string): Promise<void> {
  const isText = typeof body === "string";
  const response = await fetch(target.url, {
    method: "POST",
    headers: {
      "content-type": isText ? "text/plain; charset=utf-8" : "application/json",
      ...target.headers,
      "idempotency-key": idempotencyKey,
    },
    body: isText ? body : JSON.stringify(body),
    redirect: "manual",
    signal: AbortSignal.timeout(target.timeoutSeconds * 1000),
  }).catch((error: unknown) => {
    throw explainFailure(error, target);
  });
  const text = await response.text().catch(() => "");
  if (response.ok) return;
  throw explainStatus(response, text, target);
}

function explainFailure(error: unknown, target: HttpTarget): Error {
  const name = (error as { name?: string } | null)?.name;
  if (name === "TimeoutError" || name === "AbortError") {
    return new TimedOut(`${target.url} didn't answer within ${target.timeoutSeconds} s.`, { cause: error });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Upstream("unavailable", `${target.url} can't be reached: ${reason}. Check the address.`, {
    cause: error,
  });
}

function explainStatus(response: Response, text: string, target: HttpTarget): Error {
  const retryAfterSeconds = parseRetryAfter(response.headers.get("retry-after"), new Date());
  const said = text === "" ? "" : ` It said: ${text.slice(0, SHOWN_OF_ANSWER)}`;
  const message = `${target.url} answered ${response.status}.${said}`;
  switch (response.status) {
    case 401:
    case 403:
      return new Unauthorized(`${message} Check the headers of the rule's target.`);
    case 408:
      return new TimedOut(message, { retryAfterSeconds });
    case 429:
      return new RateLimited(message, retryAfterSeconds);
    default:
      return new Upstream(response.status >= 500 ? "unavailable" : "rejected", message, {
        retryAfterSeconds,
      });
  }
}
