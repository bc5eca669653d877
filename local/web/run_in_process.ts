import { pathToFileURL } from "node:url";
import type { Postgresql } from "../../f/meal-planner/database/connection.ts";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { findScript, type ScriptFile } from "../jobs/script_file.ts";
import { Turns } from "./turns.ts";

/** What a call works on: its database, and the household that it means where it names none. */
export type Ground = { db: Postgresql; householdId: string | undefined; root: string };

type Main = (...values: unknown[]) => Promise<unknown>;

/** Calls that run at once, each on a connection. More would only wait for a core. */
export const AT_ONCE = 6;

/** Runs scripts by calling their `main` here: a process for each, as a job has, takes longer than most of them do. */
export class InProcess {
  private readonly scripts = new Map<string, Promise<{ script: ScriptFile; main: Main }>>();
  private readonly turns = new Turns(AT_ONCE);

  constructor(private readonly ground: Ground) {}

  /** The script's result as JSON would carry it. @throws what the script throws; InvalidInput for unknown arguments. */
  async run(path: string, args: Record<string, unknown>): Promise<unknown> {
    const { script, main } = await this.load(path);
    const names = script.parameters.map((parameter) => parameter.name);
    refuseUnknown(names, args);
    const values = script.parameters.map(({ name, typ }) => {
      if (name === "db") return this.ground.db;
      const value = name === "household_id" ? (args[name] ?? this.ground.householdId) : args[name];
      return typ === "datetime" && typeof value === "string" ? new Date(value) : value;
    });
    return this.turns.take(() => main(...values));
  }

  /** Loads scripts one after the other while nothing else is to be done, so that the first call needn't. */
  getReady(paths: readonly string[]): void {
    const [next, ...later] = paths;
    if (next === undefined) return;
    // One that doesn't load says so to whoever calls it.
    const goOn = () => setImmediate(() => this.getReady(later));
    this.load(next).then(goOn, goOn);
  }

  private load(path: string): Promise<{ script: ScriptFile; main: Main }> {
    const known = this.scripts.get(path);
    if (known) return known;
    const loading = importMain(path, this.ground.root);
    this.scripts.set(path, loading);
    loading.catch(() => this.scripts.delete(path));
    return loading;
  }
}

async function importMain(path: string, root: string): Promise<{ script: ScriptFile; main: Main }> {
  const script = findScript(path, root);
  const module: { main: Main } = await import(pathToFileURL(script.file).href);
  return { script, main: module.main };
}

/** On a form of Windmill these names can't be given either; `db` is the server's to give. */
export function refuseUnknown(names: readonly string[], args: Record<string, unknown>): void {
  const problems = Object.keys(args)
    .filter((name) => name === "db" || !names.includes(name))
    .map((name) => ({ path: name, message: "Isn't known here. Leave it out, or correct its name." }));
  if (problems.length > 0) throw new InvalidInput(problems);
}
