import { createHash } from "node:crypto";
import { compile, type JSONValue, TreeInterpreter } from "@jmespath-community/jmespath";
import { InvalidInput } from "../../database/errors.ts";

/** JSON with every object's keys in order, so that two payloads that mean the same read the same. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(toPlainJson(value, "payload"), (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}

/** SHA-256 of the canonical JSON, in hex. */
export function hashPayload(payload: unknown): string {
  return createHash("sha256").update(canonicalJson(payload)).digest("hex");
}

/**
 * The part of the payload that a JMESPath expression picks.
 *
 * @throws InvalidInput where the expression can't be read, or can't be applied to this payload.
 */
export function select(expression: string, payload: unknown): unknown {
  const plain = toPlainJson(payload, "payload");
  if (expression === "@") return plain;
  try {
    return TreeInterpreter.search(compiled(expression), plain);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidInput([
      { path: "jmespath", message: `"${expression}" doesn't work on this payload: ${reason}` },
    ]);
  }
}

type Expression = ReturnType<typeof compile>;

// Operations have a handful of expressions; a caller of the scripts may send any number.
const MAX_COMPILED = 200;
const expressions = new Map<string, Expression>();

function compiled(text: string): Expression {
  const known = expressions.get(text);
  if (known) return known;
  const expression = compile(text);
  if (expressions.size >= MAX_COMPILED) expressions.clear();
  expressions.set(text, expression);
  return expression;
}

/**
 * The key that an expression gives for a payload: a hash of what it selects. Undefined where it selects nothing
 * (null, or only nulls): such calls aren't told apart, so they must not share a key.
 */
export function keyFromPayload(expression: string, payload: unknown): string | undefined {
  const selected = select(expression, payload);
  return isNothing(selected) ? undefined : hashPayload(selected);
}

function isNothing(selected: unknown): boolean {
  if (selected === null || selected === undefined) return true;
  if (typeof selected !== "object") return false;
  return Object.values(selected).every(isNothing);
}

function toPlainJson(value: unknown, path: string): JSONValue {
  try {
    const text = JSON.stringify(value);
    return text === undefined ? null : (JSON.parse(text) as JSONValue);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InvalidInput([{ path, message: `must be JSON: ${reason}` }]);
  }
}
