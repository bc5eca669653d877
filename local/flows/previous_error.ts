/**
 * The `error` that an expression sees: that of the step before. Of a loop's or branches' list it is the only failed
 * one's, or all of them in one; where there is none it says so, as in Windmill, rather than being undefined.
 */
export function previousError(previous: unknown): unknown {
  const own = errorOf(previous);
  if (own) return own;
  if (!Array.isArray(previous)) {
    return previous
      ? { name: "UnknownError", message: "Could not parse the error", error: previous }
      : { name: "UnknownError", message: "No error found" };
  }
  const failed = previous.filter((item) => item !== null && typeof item === "object" && "error" in item);
  if (failed.length === 1) return errorOf(failed[0]);
  return {
    name: "MultipleErrors",
    message: failed.length === 0 ? "Could not parse errors" : failed.map(line).join("; "),
    errors: previous,
  };
}

function errorOf(value: unknown): unknown {
  return value !== null && typeof value === "object" ? Reflect.get(value, "error") : undefined;
}

function line(item: unknown, index: number): string {
  const error = Object(errorOf(item)) as { step_id?: unknown; message?: unknown; name?: unknown };
  return `[${error.step_id || index}] ${error.message || error.name}`;
}
