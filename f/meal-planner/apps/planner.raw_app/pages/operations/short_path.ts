/** A script's path without what all of them share: `handlers/tandoor/publish_plan`. Other targets as they are. */
export function shortPath(target: string): string {
  return target.replace(/^f\/meal-planner\//, "").replace(/\/script$/, "");
}
