import { createHmac, randomBytes } from "node:crypto";

/*
 * The server's own reading of RFC 5849, by bytes; nothing of the client's is used here, so that an error there can't
 * hide itself.
 */

export class Refused extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

export type Received = { method: string; origin: string; path: string; query: string; body: string };
type Pair = { name: string; value: string };

const KNOWN = [
  ...["oauth_consumer_key", "oauth_signature_method", "oauth_timestamp", "oauth_nonce", "oauth_version"],
  ...["oauth_signature", "oauth_token", "oauth_callback", "oauth_verifier"],
];
const REQUIRED = KNOWN.slice(0, 6);
const WINDOW_SECONDS = 300;

function decode(text: string): string {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "%") {
      bytes.push(Number.parseInt(text.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(...(character === "+" ? [0x20] : Buffer.from(character)));
  }
  return Buffer.from(bytes).toString("utf8");
}

function encode(text: string): string {
  let encoded = "";
  for (const byte of Buffer.from(text, "utf8")) {
    const character = String.fromCharCode(byte);
    const stays = /[A-Za-z0-9]/.test(character) || "-._~".includes(character);
    encoded += stays ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return encoded;
}

export function pairsOf(text: string): Pair[] {
  return text
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const equals = part.indexOf("=");
      return equals < 0
        ? { name: decode(part), value: "" }
        : { name: decode(part.slice(0, equals)), value: decode(part.slice(equals + 1)) };
    });
}

export type Token = { secret: string; user: string | null; verifier?: string; revoked?: boolean };

/** What the server knows of its clients. */
export class OAuthBook {
  readonly consumers = new Map<string, { secret: string; clientSecret: string }>();
  readonly requestTokens = new Map<string, Token & { allowed?: boolean }>();
  readonly accessTokens = new Map<string, Token>();
  readonly bearers = new Map<string, { ends: number }>();
  private readonly lastTimestamps = new Map<string, number>();
  private readonly nonces = new Set<string>();
  /** Every request that was signed rightly, to be looked at by tests. */
  readonly accepted: { timestamp: number; nonce: string; token: string | null }[] = [];

  /** @throws Refused by the code of what is wrong. */
  verify(
    request: Received,
    tokens: ReadonlyMap<string, Token> | null,
  ): { parameters: Map<string, string>; token: Token | null } {
    const pairs = [...pairsOf(request.query), ...pairsOf(request.body)];
    const given = new Map(pairs.map(({ name, value }) => [name, value]));
    for (const name of REQUIRED) {
      if (!given.get(name)) throw new Refused(2, `Missing required oauth parameter: '${name}'`);
    }
    for (const name of given.keys()) {
      if (name.startsWith("oauth_") && !KNOWN.includes(name)) {
        throw new Refused(3, `Unsupported oauth parameter: '${name}'`);
      }
    }
    if (given.get("oauth_version") !== "1.0")
      throw new Refused(3, "Unsupported oauth parameter: 'oauth_version'");
    const signatureMethod = given.get("oauth_signature_method");
    if (signatureMethod !== "HMAC-SHA1") {
      throw new Refused(4, `Invalid signature method: oauth_signature_method '${signatureMethod}'`);
    }
    const key = given.get("oauth_consumer_key") ?? "";
    const consumer = this.consumers.get(key);
    if (!consumer) throw new Refused(5, `Invalid consumer key: '${key}'`);
    const token = this.tokenOf(given.get("oauth_token"), tokens);
    const expected = this.signature(request, pairs, consumer.secret, token?.secret ?? "");
    if (expected !== given.get("oauth_signature")) {
      throw new Refused(8, `Invalid signature: oauth_signature '${given.get("oauth_signature")}'`);
    }
    this.noteTime(key, given);
    return { parameters: given, token };
  }

  private tokenOf(name: string | undefined, tokens: ReadonlyMap<string, Token> | null): Token | null {
    if (name === undefined) return null;
    const token = tokens?.get(name);
    if (!token || token.revoked) throw new Refused(9, `Invalid access token: '${name}'`);
    return token;
  }

  private signature(request: Received, pairs: Pair[], consumerSecret: string, tokenSecret: string): string {
    const lines = pairs
      .filter(({ name }) => name !== "oauth_signature")
      .map(({ name, value }) => ({ name: encode(name), value: encode(value) }));
    lines.sort(
      (a, b) =>
        Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)) ||
        Buffer.compare(Buffer.from(a.value), Buffer.from(b.value)),
    );
    const normal = lines.map(({ name, value }) => `${name}=${value}`).join("&");
    const base = `${request.method}&${encode(request.origin + request.path)}&${encode(normal)}`;
    return createHmac("sha1", `${encode(consumerSecret)}&${encode(tokenSecret)}`)
      .update(base)
      .digest("base64");
  }

  /** Only of a request that is signed rightly: nobody else may use up a timestamp. */
  private noteTime(key: string, given: Map<string, string>): void {
    const timestamp = Number(given.get("oauth_timestamp"));
    const last = this.lastTimestamps.get(key) ?? 0;
    const off = Math.abs(Date.now() / 1000 - timestamp);
    if (!Number.isInteger(timestamp) || off > WINDOW_SECONDS || timestamp < last) {
      throw new Refused(6, `Invalid/expired timestamp: oauth_timestamp '${given.get("oauth_timestamp")}'`);
    }
    const nonce = `${key} ${given.get("oauth_token") ?? ""} ${timestamp} ${given.get("oauth_nonce")}`;
    if (this.nonces.has(nonce)) throw new Refused(7, `Invalid/used nonce: '${given.get("oauth_nonce")}'`);
    this.nonces.add(nonce);
    this.lastTimestamps.set(key, timestamp);
    this.accepted.push({
      timestamp,
      nonce: given.get("oauth_nonce") ?? "",
      token: given.get("oauth_token") ?? null,
    });
  }

  /** OAuth 2.0's token endpoint: its status and answer. */
  grant(authorization: string | undefined, body: string): { status: number; answer: object } {
    const [, basic = ""] = /^Basic (.+)$/.exec(authorization ?? "") ?? [];
    const [id = "", secret = ""] = Buffer.from(basic, "base64").toString().split(":");
    const form = new Map(pairsOf(body).map(({ name, value }) => [name, value]));
    if (form.get("grant_type") !== "client_credentials")
      return { status: 400, answer: { error: "unsupported_grant_type" } };
    if (this.consumers.get(id)?.clientSecret !== secret)
      return { status: 400, answer: { error: "invalid_client" } };
    const access_token = randomBytes(24).toString("hex");
    this.bearers.set(access_token, { ends: Date.now() + 86_400_000 });
    return {
      status: 200,
      answer: { access_token, expires_in: 86_400, token_type: "Bearer", scope: "basic" },
    };
  }

  /** @throws Refused 13 for a token that isn't one, 14 for one that has ended. */
  checkBearer(authorization: string): void {
    const bearer = this.bearers.get(authorization.replace(/^Bearer /, ""));
    if (!bearer) throw new Refused(13, "Invalid token: unknown");
    if (bearer.ends < Date.now()) throw new Refused(14, "Token expired");
  }
}
