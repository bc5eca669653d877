/**
 * JSON text that a jsonb column takes. Postgres refuses a NUL within text, which is never meant, but turns up in
 * other systems' messages: it becomes U+FFFD, so that what has happened can be recorded at all.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value ?? null) ?? "null";
  if (!text.includes("\\u0000")) return text;
  return JSON.stringify(withoutNul(JSON.parse(text)));
}

function withoutNul(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll("\u0000", "\ufffd");
  if (Array.isArray(value)) return value.map(withoutNul);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key.replaceAll("\u0000", "\ufffd"), withoutNul(part)]),
  );
}
