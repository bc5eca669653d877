import { randomBytes } from "node:crypto";
import type { ReadyRequest } from "../../http/http_request.ts";
import {
  encodeParameters,
  type OAuthParameter,
  type OAuthSecrets,
  signatureBase,
  signHmacSha1,
} from "./oauth_signature.ts";

export type Signing = OAuthSecrets & {
  consumerKey: string;
  token?: string;
  /** Seconds since 1970. */
  timestamp: number;
  /** Default: 128 random bits. */
  nonce?: string;
};

/**
 * Signs a request whose body, if any, is a form: OAuth's own parameters join the others where those are, in the body
 * of a POST, else in the query. All is written anew by RFC 3986, so that what is signed is what is sent, a space as %20.
 */
export function signRequest(request: ReadyRequest, signing: Signing): ReadyRequest {
  const url = new URL(request.url);
  const form = [...new URLSearchParams(request.body ?? "")];
  const oauth: OAuthParameter[] = [
    ["oauth_consumer_key", signing.consumerKey],
    ["oauth_nonce", signing.nonce ?? randomBytes(16).toString("hex")],
    ["oauth_signature_method", "HMAC-SHA1"],
    ["oauth_timestamp", String(signing.timestamp)],
    ...(signing.token === undefined ? [] : [["oauth_token", signing.token] as const]),
    ["oauth_version", "1.0"],
  ];
  const base = signatureBase(request.method, url, [...form, ...oauth]);
  const all: OAuthParameter[] = [...oauth, ["oauth_signature", signHmacSha1(base, signing)]];
  if (request.method === "POST") {
    url.search = encodeParameters([...url.searchParams]);
    const headers = { ...request.headers, "content-type": "application/x-www-form-urlencoded" };
    return { ...request, url, headers, body: encodeParameters([...form, ...all]) };
  }
  url.search = encodeParameters([...url.searchParams, ...all]);
  return { ...request, url };
}
