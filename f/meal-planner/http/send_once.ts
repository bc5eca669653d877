import { parseRetryAfter } from "../patterns/retry/retry_after.ts";
import { takesConnections } from "./connect_probe.ts";
import type { FailureReport } from "./http_failure.ts";
import type { ReadyRequest } from "./http_request.ts";
import type { HttpAnswer } from "./http_system.ts";

export type SendLimits = { connectSeconds: number; wholeSeconds: number; maximumAnswerBytes: number };

/**
 * One request, one answer, whatever its status. Redirects aren't followed: credentials go to the address that was
 * given, nowhere else.
 *
 * @throws TimedOut without a connection or an end in time, Upstream where it can't be reached, breaks off, or answers
 *   with too much.
 */
export async function sendOnce(
  request: ReadyRequest,
  limits: SendLimits,
  failures: FailureReport,
): Promise<HttpAnswer> {
  const abort = new AbortController();
  let late: Error | undefined;
  let hasAnswered = false;
  const giveUp = (what: "connect" | "whole", seconds: number) => {
    late ??= failures.ofTime(what, seconds);
    abort.abort();
  };
  const whole = setTimeout(() => giveUp("whole", limits.wholeSeconds), limits.wholeSeconds * 1000);
  // Half the time to be patient, half to find out whether there is anybody.
  const halfMs = (limits.connectSeconds * 1000) / 2;
  const silent = setTimeout(async () => {
    const isThere = await takesConnections(request.url, halfMs);
    if (!isThere && !hasAnswered) giveUp("connect", limits.connectSeconds);
  }, halfMs);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      redirect: "manual",
      signal: abort.signal,
    });
    hasAnswered = true;
    clearTimeout(silent);
    const text = await readText(response, limits.maximumAnswerBytes, failures);
    return answerOf(response, text);
  } catch (error) {
    throw late ?? failures.ofSending(error);
  } finally {
    clearTimeout(whole);
    clearTimeout(silent);
    // Lets go of a connection whose answer wasn't read to the end.
    abort.abort();
  }
}

async function readText(response: Response, maximumBytes: number, failures: FailureReport): Promise<string> {
  if (Number(response.headers.get("content-length") ?? 0) > maximumBytes) throw failures.ofSize(maximumBytes);
  if (!response.body) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > maximumBytes) throw failures.ofSize(maximumBytes);
    chunks.push(part.value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function answerOf(response: Response, text: string): HttpAnswer {
  // Its own clock, where it shows it: ours may differ from the one that its Retry-After was reckoned by.
  const shown = Date.parse(response.headers.get("date") ?? "");
  const now = new Date(Number.isNaN(shown) ? Date.now() : shown);
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: parseJson(text),
    retryAfterSeconds: parseRetryAfter(response.headers.get("retry-after"), now),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller sees by it that the text is no JSON
  }
}
