import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { WORKSPACE_DATABASE } from "../../f/meal-planner/database/connection.ts";
import { templates } from "../workspace/template_rules.ts";
import type { WindmillApi } from "./windmill_api.ts";

const FOLDER = "meal-planner";

/** What was made of what the workspace lacked, by kind and path; what is there is never touched. */
export type Made = { made: string[]; optional: string[]; needsDatabase: boolean };

/** What `makeMissing` would do, or did: `write` false only looks. */
export async function makeMissing(
  api: WindmillApi,
  root: string,
  environment: string,
  write: boolean,
): Promise<Made> {
  const made: string[] = [];
  const make = async (label: string, exists: string, path: string, body: () => unknown) => {
    if (await api.exists(exists)) return false;
    if (write) await api.inWorkspace("POST", path, body());
    made.push(label);
    return true;
  };
  await make(`folder f/${FOLDER}`, `/folders/exists/${FOLDER}`, "/folders/create", () => ({ name: FOLDER }));
  for (const file of readdirSync(join(root, "resources", "types")).sort()) {
    const name = file.replace(/\.resource-type\.yaml$/, "");
    const body = () => ({ name, ...readYaml(join(root, "resources", "types", file)) });
    await make(`resource type ${name}`, `/resources/type/exists/${name}`, "/resources/type/create", body);
  }
  const optional: string[] = [];
  let needsDatabase = false;
  // Variables before the resources that refer to them.
  for (const file of templates(root, environment).sort(
    (a, b) => Number(isResource(a)) - Number(isResource(b)),
  )) {
    const path = file.replace(/\.(resource|variable)\.yaml$/, "");
    const kind = isResource(file) ? "resource" : "variable";
    if (!path.startsWith(WORKSPACE_DATABASE)) {
      // Half of another system's settings would be worse than none: the scripts look whether it is there.
      if (isResource(file) && !(await api.exists(`/resources/exists/${path}`))) optional.push(path);
      continue;
    }
    const body = () => ({ path, ...readYaml(join(root, "resources", environment, file)) });
    const isNew = await make(`${kind} ${path}`, `/${kind}s/exists/${path}`, `/${kind}s/create`, body);
    needsDatabase ||= isNew;
  }
  return { made, optional, needsDatabase };
}

function isResource(file: string): boolean {
  return file.endsWith(".resource.yaml");
}

function readYaml(file: string): Record<string, unknown> {
  return parse(readFileSync(file, "utf8"));
}
