import type { z } from "zod";
import { type InputProblem, InvalidInput } from "./errors.ts";

/**
 * Parses a script's arguments at the door.
 *
 * @throws InvalidInput with one `{path, message}` for every problem; nothing has been written by then.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInput(parsed.error.issues.flatMap(describeIssue));
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
  return [{ path: formatPath(issue.path), message: issue.message }];
}

/** `["ingredients", 2, "quantity"]` → `ingredients[2].quantity` */
export function formatPath(path: PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}
