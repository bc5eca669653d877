// A value that is missing leaves its field out; this text can't come from a template, whose NULs JSON escapes.
const MISSING = "\u0000missing\u0000";

export type TemplateVariables = (name: string) => unknown;

const PLACEHOLDER = /<([A-Za-z0-9_.-]+)>/g;

/** The names in a template's placeholders. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => match[1]!);
}

/**
 * Fills EventBridge's input template. A placeholder by itself becomes the value's JSON; one inside a quoted string
 * becomes text. A missing value leaves its field or element out, or nothing in a text. A template that isn't JSON
 * becomes a text.
 */
export function fillTemplate(template: string, variables: TemplateVariables): unknown {
  try {
    return withoutMissing(JSON.parse(fillJson(template, variables)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return template.replace(PLACEHOLDER, (_, name: string) => asText(variables(name)));
  }
}

const STRING_OR_PLACEHOLDER = /"(?:[^"\\]|\\.)*"|<([A-Za-z0-9_.-]+)>/g;

function fillJson(template: string, variables: TemplateVariables): string {
  return template.replace(STRING_OR_PLACEHOLDER, (token, name?: string) => {
    if (name === undefined) return fillString(token, variables);
    const value = variables(name);
    return JSON.stringify(value === undefined ? MISSING : value);
  });
}

function fillString(token: string, variables: TemplateVariables): string {
  return token.replace(PLACEHOLDER, (_, name: string) =>
    JSON.stringify(asText(variables(name))).slice(1, -1),
  );
}

function asText(value: unknown): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function withoutMissing(value: unknown): unknown {
  if (value === MISSING) return null;
  if (Array.isArray(value)) return value.filter((one) => one !== MISSING).map(withoutMissing);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => (one === MISSING ? [] : [[key, withoutMissing(one)]])),
  );
}
