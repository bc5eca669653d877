import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidInput, NotFound } from "../../f/meal-planner/database/errors.ts";
import { REPOSITORY } from "../repository.ts";
import { type Parameter, scriptSignature } from "./script_signature.ts";

/** A script as it lies in the workspace: its file and the parameters of its `main`, in order. */
export type ScriptFile = { path: string; file: string; parameters: Parameter[] };

const PATH = /^[ufg](\/[\w-]+){2,}$/;

/**
 * Finds the script that Windmill would run at `path`, for example `f/meal-planner/events/bus/dispatch/script`.
 *
 * @throws InvalidInput for a malformed path or a file without a runnable `main`; NotFound where there is none.
 */
export function findScript(path: string, root: string = REPOSITORY): ScriptFile {
  if (!PATH.test(path)) {
    throw new InvalidInput([
      {
        path: "path",
        message: `"${path}" is no script path; write it as f/meal-planner/…/script, without .ts`,
      },
    ]);
  }
  const file = join(root, `${path}.ts`);
  if (!existsSync(file)) throw new NotFound("script", path, suggestion(path, root));
  return { path, file, parameters: runnableParameters(path, readFileSync(file, "utf8")) };
}

/** The parameters of `main`; refuses code that Windmill would not run. */
export function runnableParameters(path: string, code: string): Parameter[] {
  const signature = scriptSignature(code);
  if (signature.kind === "script") return signature.parameters;
  const why =
    signature.kind === "lib"
      ? "is a library without `main`; run one of the scripts that use it"
      : `can't be parsed (${signature.reason})`;
  throw new InvalidInput([{ path: "path", message: `${path} ${why}` }]);
}

/** Every script path of the workspace (files that end in `/script.ts`), sorted. */
export function listScripts(root: string = REPOSITORY): string[] {
  return readdirSync(join(root, "f"), { recursive: true, encoding: "utf8" })
    .filter((name) => /(^|[\\/])script\.ts$/.test(name))
    .map((name) => `f/${name.replaceAll("\\", "/").slice(0, -".ts".length)}`)
    .sort();
}

function suggestion(path: string, root: string): string {
  const all = listScripts(root);
  const words = path.split("/").filter((word) => word !== "script");
  const score = (candidate: string) => words.filter((word) => candidate.split("/").includes(word)).length;
  const last = words.at(-1) ?? "";
  const nearest = all
    .map((candidate) => ({ candidate, score: score(candidate) + (candidate.includes(last) ? 1 : 0) }))
    .sort((a, b) => b.score - a.score)[0];
  return nearest && nearest.score > 2
    ? `Did you mean ${nearest.candidate}?`
    : "List them with: find f -name script.ts";
}
