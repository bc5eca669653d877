import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { type Postgresql, WORKSPACE_DATABASE } from "../../f/meal-planner/database/connection.ts";
import { InvalidInput } from "../../f/meal-planner/database/errors.ts";
import { REPOSITORY } from "../repository.ts";

export type Resource = { value: unknown; resource_type: string; description?: string };
export type Variable = { value: string; is_secret: boolean; description?: string };

/** What a workspace holds besides code: resources and variables by path. */
export type WorkspaceValues = {
  resource(path: string): Promise<Resource | undefined>;
  variable(path: string): Promise<Variable | undefined>;
  setResource(path: string, resource: Resource): Promise<void>;
  setVariable(path: string, variable: Variable): Promise<void>;
  /** What to do where one is missing; the end of an error message. */
  howToAdd(kind: "resource" | "variable", path: string): string;
};

const PATH = /^[ufg](\/[\w.-]+){2,}$/;

/**
 * The values of a workspace on one machine: `.local/workspace/<path>.resource.yaml` and `.variable.yaml`, in the
 * form of wmill's own files, readable by their owner only; where there is none, the repository's file of that
 * name. The workspace's own database is whatever `database` gives, which is asked only when a job wants it.
 */
export function localValues(options: {
  database(): Promise<Postgresql>;
  folder?: string;
  root?: string;
}): WorkspaceValues {
  const own = options.folder ?? join(REPOSITORY, ".local", "workspace");
  const root = options.root ?? REPOSITORY;
  const read = async <T>(path: string, kind: string): Promise<T | undefined> => {
    requirePath(path);
    const file = [own, root].map((folder) => join(folder, `${path}.${kind}.yaml`)).find(existsSync);
    return file === undefined ? undefined : (parse(await readFile(file, "utf8")) as T);
  };
  return {
    async resource(path) {
      if (path === WORKSPACE_DATABASE)
        return { value: await options.database(), resource_type: "postgresql" };
      return read<Resource>(path, "resource");
    },
    variable: (path) => read<Variable>(path, "variable"),
    setResource: (path, resource) => writeValue(own, path, "resource", resource),
    setVariable: (path, variable) => writeValue(own, path, "variable", variable),
    howToAdd: (kind, path) =>
      `Create ${join(own, `${path}.${kind}.yaml`)} (RESOURCE_DEFINITIONS.md has its fields).`,
  };
}

async function writeValue(folder: string, path: string, kind: string, content: object): Promise<void> {
  requirePath(path);
  const file = join(folder, `${path}.${kind}.yaml`);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // Renamed into place: a kill in the middle must not lose a renewed token.
  const scratch = `${file}.${process.pid}`;
  await writeFile(scratch, stringify(content), { mode: 0o600 });
  await rename(scratch, file);
}

function requirePath(path: string): void {
  if (!PATH.test(path) || path.split("/").some((part) => /^\.+$/.test(part))) {
    throw new InvalidInput([
      { path: "path", message: `"${path}" is no path of a workspace; write it as f/folder/name` },
    ]);
  }
}
