import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Postgresql } from "../../f/meal-planner/database/connection.ts";
import { scriptSignature } from "../../local/jobs/script_signature.ts";
import { REPOSITORY } from "../../local/repository.ts";

/**
 * Calls a script's `main` with arguments by name, as Windmill does, in this process. `path` is the deployed one
 * under f/meal-planner, without the end `/script`. A name that `main` doesn't have is the test's mistake.
 */
export async function runScript<T>(path: string, args: Record<string, unknown>, db?: Postgresql): Promise<T> {
  const file = join(REPOSITORY, "f", "meal-planner", path, "script.ts");
  const signature = scriptSignature(await readFile(file, "utf8"));
  if (signature.kind !== "script") throw new Error(`${path} has no main.`);
  const names = signature.parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(args).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`${path} has no parameter ${unknown.join(", ")}.`);
  const { main }: { main: (...values: unknown[]) => Promise<T> } = await import(pathToFileURL(file).href);
  return main(...names.map((name) => (name === "db" ? db : args[name])));
}
