import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { InvalidInput, RateLimited, TimedOut, Upstream } from "../../../database/errors.ts";
import { reachableAddresses } from "./public_address.ts";

export type WebPage = { url: string; html: string; challenge: boolean };

export type PageLimits = {
  /** Hosts that may lie in a private network. */
  allowedHosts: readonly string[];
  /** Of the page, unpacked. Default 5 MB. */
  maxBytes?: number;
  /** For everything, redirects included. Default 20 s. */
  timeoutMs?: number;
};

const MAX_BYTES = 5_000_000;
const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 5;

/** What the walls that sites put before robots say of themselves. */
const CHALLENGE = /cf-chl|challenge-platform|just a moment\.\.\.|captcha|enable javascript and cookies/i;

/**
 * Reads a page of the public web. Every hop of a redirect is checked as the first address is; the connection goes to
 * the address that was checked.
 *
 * @throws InvalidInput where it isn't http(s), leads to a private address, or is too large; Upstream where it can't be
 * had, and says where robots are kept out; RateLimited; TimedOut.
 */
export async function readPage(address: string, limits: PageLimits): Promise<WebPage> {
  const timeoutMs = limits.timeoutMs ?? TIMEOUT_MS;
  const signal = AbortSignal.timeout(timeoutMs);
  let url = checkedUrl(address);
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      const addresses = await reachableAddresses(url, limits.allowedHosts);
      const answer = await ask(url, addresses[0] ?? "", signal);
      const onward = answer.headers.location;
      const redirected = [301, 302, 303, 307, 308].includes(answer.statusCode ?? 0) && onward !== undefined;
      if (!redirected) return await pageOf(url, answer, limits.maxBytes ?? MAX_BYTES);
      answer.destroy();
      if (!URL.canParse(onward, url)) break;
      url = checkedUrl(new URL(onward, url).href);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new TimedOut(`${url.host} took longer than ${timeoutMs} ms. Try again later.`, { cause: error });
  }
  throw new Upstream(
    "rejected",
    `${url.host} redirects in circles. Open the page and copy its final address.`,
  );
}

function checkedUrl(address: string): URL {
  const problem = (message: string) => new InvalidInput([{ path: "url", message }]);
  if (!URL.canParse(address)) throw problem("Not an address. Give the page's, with https://.");
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol))
    throw problem(`${url.protocol} isn't supported. Give an http(s) address.`);
  if (url.username !== "" || url.password !== "") throw problem("Must not hold a name and password.");
  return url;
}

function ask(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      {
        host: address,
        port: url.port || undefined,
        path: url.pathname + url.search,
        // The name that the certificate must be for; an address of digits has none.
        servername: isIP(url.hostname.replace(/^\[|\]$/g, "")) ? undefined : url.hostname,
        headers: {
          host: url.host,
          accept: "text/html,application/xhtml+xml,application/ld+json;q=0.9",
          "accept-encoding": "gzip, deflate, br",
          "accept-language": "en",
          "user-agent": "meal-planner (recipe import for one household)",
        },
        signal,
      },
      resolve,
    );
    request.on("error", (error) =>
      reject(
        signal.aborted
          ? error
          : new Upstream("unavailable", `${url.host} can't be reached: ${error.message}.`, { cause: error }),
      ),
    );
    request.end();
  });
}

async function pageOf(url: URL, answer: IncomingMessage, maxBytes: number): Promise<WebPage> {
  const body = await readBody(answer, maxBytes);
  const html = decodeText(unpack(body, answer.headers["content-encoding"], maxBytes), answer);
  const challenge = CHALLENGE.test(html.slice(0, 100_000)) || "cf-mitigated" in answer.headers;
  refuseStatus(url, answer, challenge);
  return { url: url.href, html, challenge };
}

function refuseStatus(url: URL, answer: IncomingMessage, challenge: boolean): void {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return;
  const save = "Open it in a browser, save the page, and import the file.";
  if (status === 429) {
    const seconds = Number(answer.headers["retry-after"]);
    throw new RateLimited(
      `${url.host} asks to wait. ${save}`,
      Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
    );
  }
  if ([401, 402, 403, 451].includes(status) || challenge) {
    throw new Upstream(
      "rejected",
      `${url.host} blocks the import (${status}): it keeps robots out. ${save}`,
      {
        details: { status, blocked: true },
      },
    );
  }
  const kind = status >= 500 ? "unavailable" : "rejected";
  throw new Upstream(kind, `${url.host} answered ${status}. Check the address.`, { details: { status } });
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** Unpacked to no more than the limit, so that a small answer can't grow to fill the memory. */
function unpack(body: Buffer, encoding: string | undefined, maxBytes: number): Buffer {
  const unpackers: Record<string, typeof gunzipSync> = {
    ...{ gzip: gunzipSync, "x-gzip": gunzipSync, deflate: inflateSync, br: brotliDecompressSync },
  };
  const unpacker = unpackers[encoding?.trim().toLowerCase() ?? ""];
  if (!unpacker || body.length === 0) return body;
  try {
    return unpacker(body, { maxOutputLength: maxBytes });
  } catch (error) {
    if ((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes);
    throw new Upstream("rejected", `The page can't be unpacked (${encoding}).`, { cause: error });
  }
}

function tooLarge(maxBytes: number): InvalidInput {
  return new InvalidInput([
    { path: "url", message: `Larger than ${maxBytes} bytes: that is no recipe's page.` },
  ]);
}

function decodeText(body: Buffer, answer: IncomingMessage): string {
  const head = body.subarray(0, 2048).toString("latin1");
  const stated = /charset=["']?([\w-]+)/i;
  const charset = (stated.exec(answer.headers["content-type"] ?? "") ?? stated.exec(head))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return body.toString("utf8"); // a charset that nobody knows
  }
}
