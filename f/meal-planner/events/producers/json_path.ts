/** The steps of a path such as `$.detail.items[0].name`: names and indexes. */
export type JsonPath = readonly (string | number)[];

const STEP = /\.([A-Za-z_][\w-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]|\["((?:[^"\\]|\\.)*)"\]/y;

/**
 * Reads the part of JSONPath that EventBridge's input paths take: `$`, names after a dot or in brackets, indexes.
 * Undefined where the text isn't such a path.
 */
export function parseJsonPath(text: string): JsonPath | undefined {
  if (!text.startsWith("$")) return undefined;
  const steps: (string | number)[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const step = STEP.exec(text);
    if (!step) return undefined;
    const [, dotted, index, single, double] = step;
    if (index !== undefined) steps.push(Number(index));
    else steps.push(dotted ?? (single ?? double ?? "").replace(/\\(.)/g, "$1"));
  }
  return steps;
}

/** The value at the path, or undefined where there is none. */
export function readJsonPath(path: JsonPath, value: unknown): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string | number, unknown>)[step];
  }
  return found;
}
