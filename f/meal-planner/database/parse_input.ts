import type { z } from "zod";
import { type InputProblem, InvalidInput } from "./errors.ts";

/**
 * Parses a script's arguments at the door. An argument that is null where the schema knows no null counts as left
 * out: that is what Windmill hands over for an emptied field of a form and for a flow's input that nobody gave.
 *
 * @throws InvalidInput with one `{path, message}` for every problem; nothing has been written by then.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const again = schema.safeParse(withoutRefusedNulls(input, parsed.error.issues));
  if (again.success) return again.data;
  throw new InvalidInput(again.error.issues.flatMap(describeIssue));
}

function withoutRefusedNulls(input: unknown, issues: readonly Issue[]): unknown {
  if (input === null || typeof input !== "object" || Array.isArray(input)) return input;
  const refused = new Set(issues.filter((issue) => issue.path.length === 1).map((issue) => issue.path[0]));
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => value !== null || !refused.has(name)),
  );
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue): InputProblem[] {
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    // The branch that got furthest is the one the caller meant.
    const depth = (branch: Issue[]) => Math.max(...branch.map((i) => i.path.length));
    const meant = [...issue.errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
    if (meant && depth(meant) > 0) {
      return meant.flatMap((inner) => describeIssue({ ...inner, path: [...issue.path, ...inner.path] }));
    }
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]),
      message: "Isn't known here. Leave it out, or correct its name.",
    }));
  }
  return [{ path: formatPath(issue.path), message: issue.message }];
}

/** `["ingredients", 2, "quantity"]` → `ingredients[2].quantity` */
export function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}
