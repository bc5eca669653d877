import { z } from "zod";
import { DeploymentError } from "./deployment_error.ts";

export const Changes = z.object({
  changes: z.array(z.object({ type: z.enum(["added", "edited", "deleted"]), path: z.string() })).default([]),
});

export type Change = z.infer<typeof Changes>["changes"][number];

/** What `wmill sync push --dry-run --json-output` says, which may print notes before its JSON. */
export function readChanges(output: string): Change[] {
  const start = output.search(/^\{/m);
  try {
    return Changes.parse(JSON.parse(output.slice(Math.max(start, 0)))).changes;
  } catch (error) {
    throw new DeploymentError(`wmill's list of changes can't be read: ${output.slice(0, 500)}`, {
      cause: error,
    });
  }
}

const ORDER = ["deleted", "edited", "added"] as const;

/** What would change, line by line: deletions first, each of them named. */
export function describeChanges(changes: readonly Change[]): string[] {
  if (changes.length === 0) return ["Nothing changes: the workspace has all of this already."];
  const of = (type: Change["type"]) =>
    changes.filter((change) => change.type === type).map(({ path }) => path);
  return ORDER.flatMap((type) => {
    const paths = of(type).sort();
    return paths.length === 0
      ? []
      : [`${paths.length} ${type}`, ...paths.map((path) => `  ${MARKS[type]} ${path}`)];
  });
}

const MARKS = { deleted: "-", edited: "~", added: "+" };
