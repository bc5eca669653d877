import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { resourceProblems, variableProblems } from "./item_rules.ts";

export const ENVIRONMENTS = ["dev", "staging", "prod"] as const;

const TYPES = "resources/types";

const ResourceType = z.strictObject({
  description: z.string().min(1),
  schema: z.looseObject({
    type: z.literal("object"),
    properties: z.record(z.string(), z.looseObject({ type: z.string(), description: z.string().min(1) })),
    required: z.array(z.string()),
  }),
});

// Windmill's own; its definition comes with every instance.
const POSTGRESQL = ["host", "port", "user", "password", "dbname", "sslmode", "root_certificate_pem"];

/**
 * What is wrong with the resource types and templates under resources/: their form, a field that the type doesn't
 * have or lacks, a secret spelt out, a variable that no template makes, an environment that differs from the others.
 */
export function templateProblems(root: string): string[] {
  const types = readTypes(root);
  const [first, ...others] = ENVIRONMENTS.map((name) => templates(root, name));
  const differing = others.flatMap((files, index) =>
    files.join() === first?.join()
      ? []
      : [`resources/${ENVIRONMENTS[index + 1]} has other files than resources/dev`],
  );
  return [
    ...types.problems,
    ...differing,
    ...ENVIRONMENTS.flatMap((environment) => environmentProblems(root, environment, types.fields)),
  ];
}

/** The templates of one environment, by their path below it, sorted. */
export function templates(root: string, environment: string): string[] {
  const folder = join(root, "resources", environment);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

type Fields = Map<string, { names: string[]; required: string[] }>;

function readTypes(root: string): { fields: Fields; problems: string[] } {
  const fields: Fields = new Map([["postgresql", { names: POSTGRESQL, required: ["host", "dbname"] }]]);
  const problems: string[] = [];
  const folder = join(root, TYPES);
  for (const name of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const type = /^([a-z][a-z0-9_]*)\.resource-type\.yaml$/.exec(name)?.[1];
    const parsed = ResourceType.safeParse(parse(readFileSync(join(folder, name), "utf8")));
    if (!type || !parsed.success) {
      problems.push(
        `${TYPES}/${name}: ${parsed.error?.issues[0]?.message ?? "is named unlike a resource type"}`,
      );
      continue;
    }
    const { properties, required } = parsed.data.schema;
    fields.set(type, { names: Object.keys(properties), required });
  }
  return { fields, problems };
}

function environmentProblems(root: string, environment: string, types: Fields): string[] {
  const files = templates(root, environment);
  return files.flatMap((name) => {
    const file = `resources/${environment}/${name}`;
    if (name.endsWith(".variable.yaml")) return variableProblems(file, root);
    if (!name.endsWith(".resource.yaml")) return [`${file}: is neither a resource nor a variable`];
    const problems = resourceProblems(file, root);
    return problems.length > 0 ? problems : fieldProblems(file, root, types, files);
  });
}

function fieldProblems(file: string, root: string, types: Fields, files: string[]): string[] {
  const resource: { resource_type: string; value: Record<string, unknown> } = parse(
    readFileSync(join(root, file), "utf8"),
  );
  const type = types.get(resource.resource_type);
  if (!type) return [`${file}: there is no resource type ${resource.resource_type} under ${TYPES}`];
  const given = Object.keys(resource.value);
  const references = Object.values(resource.value).filter((value) => String(value).startsWith("$var:"));
  return [
    ...given.filter((name) => !type.names.includes(name)).map((name) => `${file}: the type has no ${name}`),
    ...type.required.filter((name) => !given.includes(name)).map((name) => `${file}: lacks ${name}`),
    ...references
      .map((reference) => `${String(reference).slice("$var:".length)}.variable.yaml`)
      .filter((variable) => !files.includes(variable))
      .map((variable) => `${file}: refers to ${variable}, which isn't there`),
  ];
}
