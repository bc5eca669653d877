import type { Problem } from "./problem.ts";
export function describeConflicts(problem: Problem, proven: boolean, _expired: () => boolean): string[] {
  return [
    proven
      ? `No plan of ${problem.days.length} days keeps all rules.`
      : "No plan was found in the time allowed.",
  ];
}
