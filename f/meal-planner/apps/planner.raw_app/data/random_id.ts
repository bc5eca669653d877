/** 128 random bits. `crypto.randomUUID` isn't there on a page that came without TLS, as a shared list does at home. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
