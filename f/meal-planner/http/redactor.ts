const HIDDEN = "[secret]";
const SECRET_NAMES =
  "api_?key|apikey|access_token|refresh_token|client_secret|token|password|secret|signature|oauth_[a-z_]+|authorization|cookie|x-api-key";
const ASSIGNED = new RegExp(`\\b(${SECRET_NAMES})("?\\s*[=:]\\s*"?)(?!\\[secret\\])[^&\\s"',;<>]+`, "gi");
const SCHEMES = /\b(Bearer|Basic|Token|OAuth)\s+(?!\[secret\])[A-Za-z0-9._~+/=-]{6,}/g;
// Shorter ones stand in too many innocent words.
const SHORTEST = 4;

/** Takes secrets out of texts: those that it is told of, in every spelling, and what looks like one by its name. */
export class Redactor {
  private readonly known = new Set<string>();

  constructor(secrets: readonly string[] = []) {
    for (const secret of secrets) this.add(secret);
  }

  add(secret: string): void {
    if (secret.length < SHORTEST) return;
    const escaped = JSON.stringify(secret).slice(1, -1);
    const base64 = Buffer.from(secret).toString("base64");
    const asParameter = new URLSearchParams({ s: secret }).toString().slice(2);
    for (const form of [secret, escaped, encodeURIComponent(secret), asParameter, base64])
      this.known.add(form);
  }

  redact(text: string): string {
    let clean = text;
    // The longest first: a secret may be a part of another.
    for (const secret of [...this.known].sort((a, b) => b.length - a.length)) {
      clean = clean.replaceAll(secret, HIDDEN);
    }
    return clean.replace(SCHEMES, `$1 ${HIDDEN}`).replace(ASSIGNED, `$1$2${HIDDEN}`);
  }
}
