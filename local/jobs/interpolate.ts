import { NotFound } from "../../f/meal-planner/database/errors.ts";
import type { WorkspaceValues } from "./workspace_values.ts";

// A resource that refers to itself through others would never end.
const MAX_DEPTH = 20;

/**
 * Replaces every `"$res:path"` and `"$var:path"` in a value by what it names, at any depth and within what it
 * names, as Windmill does with a job's arguments and a resource's value.
 *
 * @throws NotFound for a resource or variable that the workspace doesn't have.
 */
export async function interpolate(value: unknown, values: WorkspaceValues, depth = 0): Promise<unknown> {
  if (depth > MAX_DEPTH)
    throw new NotFound("end", "of this value's references", "A resource refers to itself.");
  if (typeof value === "string") return resolve(value, values, depth);
  if (Array.isArray(value)) return Promise.all(value.map((item) => interpolate(item, values, depth)));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(
    async ([key, item]) => [key, await interpolate(item, values, depth)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function resolve(text: string, values: WorkspaceValues, depth: number): Promise<unknown> {
  if (text.startsWith("$res:")) {
    const path = text.slice("$res:".length);
    const resource = await values.resource(path);
    if (!resource) throw new NotFound("resource", path, values.howToAdd("resource", path));
    return interpolate(resource.value, values, depth + 1);
  }
  if (text.startsWith("$var:")) {
    const path = text.slice("$var:".length);
    const variable = await values.variable(path);
    if (!variable) throw new NotFound("variable", path, values.howToAdd("variable", path));
    return variable.value;
  }
  return text;
}
