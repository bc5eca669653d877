import { createHmac } from "node:crypto";

/** A parameter of a request, decoded. A name may come more than once. */
export type OAuthParameter = readonly [name: string, value: string];

/** The secrets of the key: the application's, and the token's where there is one. */
export type OAuthSecrets = { consumerSecret: string; tokenSecret?: string };

/** Percent-encoding of RFC 3986: all but letters, digits and `-._~`, of the UTF-8 bytes, in upper case. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Parameters as they are sent and signed: `name=value`, joined by `&`. */
export function encodeParameters(parameters: readonly OAuthParameter[]): string {
  return parameters.map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).join("&");
}

/**
 * The text that is signed (RFC 5849, section 3.4.1): the method, the address without its query, and all parameters in
 * order, of the query, the form and OAuth itself, but `realm` and `oauth_signature`. Pure.
 */
export function signatureBase(method: string, url: URL, parameters: readonly OAuthParameter[]): string {
  const signed = [...url.searchParams, ...parameters]
    .filter(([name]) => name !== "oauth_signature" && name !== "realm")
    .map(([name, value]): OAuthParameter => [percentEncode(name), percentEncode(value)])
    .sort(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join("&");
  // URL has put scheme and host into lower case and left a default port out, as section 3.4.1.2 wants it.
  return [method.toUpperCase(), `${url.origin}${url.pathname}`, signed].map(percentEncode).join("&");
}

/** HMAC-SHA1 of the base (RFC 5849, section 3.4.2), in base 64. Without a token its secret is empty. */
export function signHmacSha1(base: string, secrets: OAuthSecrets): string {
  const key = `${percentEncode(secrets.consumerSecret)}&${percentEncode(secrets.tokenSecret ?? "")}`;
  return createHmac("sha1", key).update(base).digest("base64");
}

// Of encoded texts, which are ASCII, this is the order of their bytes.
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
