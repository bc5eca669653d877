import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { InvalidInput, RateLimited, TimedOut, Upstream } from "../../../database/errors.ts";
import { pageText } from "./page_text.ts";
import { wallOf } from "./page_wall.ts";
import { reachableAddresses } from "./public_address.ts";

export type WebPage = { url: string; html: string; mediaType: string };

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
      signal.throwIfAborted();
      const addresses = await within(signal, reachableAddresses(url, limits.allowedHosts));
      const answer = await askAny(url, addresses, signal);
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

/** A look-up of a name can't be broken off; it is waited for no longer. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

/** A host's addresses in turn, as far as they can't be connected to: one in IPv6 may lead nowhere from here. */
async function askAny(url: URL, addresses: readonly string[], signal: AbortSignal): Promise<IncomingMessage> {
  const [address = "", ...others] = addresses;
  try {
    return await ask(url, address, signal);
  } catch (error) {
    if (signal.aborted || others.length === 0) throw error;
    return askAny(url, others, signal);
  }
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
  const contentType = answer.headers["content-type"] ?? "";
  const body = await readBody(answer, maxBytes);
  const html = pageText(unpack(body, answer.headers["content-encoding"], maxBytes), contentType);
  refuseStatus(url, answer, html);
  return { url: url.href, html, mediaType: contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "" };
}

const SAVE = "Open it in a browser, save the page, and import the file.";
const BLOCKED: Readonly<Record<number, string>> = {
  401: "it wants a login",
  402: "it wants to be paid",
  403: "it keeps robots out",
  451: "it may not show the page here",
};

function refuseStatus(url: URL, answer: IncomingMessage, html: string): void {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return;
  if (status === 429) {
    const seconds = Number(answer.headers["retry-after"]);
    throw new RateLimited(
      `${url.host} asks to wait. Try again later; or: ${SAVE}`,
      Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
    );
  }
  const gone = status === 404 || status === 410;
  const walled = !gone && ("cf-mitigated" in answer.headers || wallOf(html) === "robots");
  const why = BLOCKED[status] ?? (walled ? "it wants to see a person" : undefined);
  if (why !== undefined) {
    const details = { status, blocked: true };
    throw new Upstream("rejected", `${url.host} blocks the import (${status}): ${why}. ${SAVE}`, { details });
  }
  const [kind, remedy] =
    status >= 500
      ? (["unavailable", "Try again later."] as const)
      : (["rejected", "Check the address."] as const);
  throw new Upstream(kind, `${url.host} answered ${status}. ${remedy}`, { details: { status } });
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
