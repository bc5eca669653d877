import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** The JSON Schema of what a door parses; as much as is read here. */
export type InputSchema = {
  type?: string;
  description?: string;
  default?: unknown;
  enum?: unknown[];
  properties?: Record<string, InputSchema>;
  required?: string[];
  items?: InputSchema;
  anyOf?: InputSchema[];
  oneOf?: InputSchema[];
};

/**
 * The zod schema that a door hands to `parseInput`, as JSON Schema of the input; undefined where the door parses
 * nothing. It is found by its import line, then loaded.
 */
export async function doorInput(file: string, code: string): Promise<InputSchema | undefined> {
  const name = /\bparseInput\(\s*(\w+)\s*,/.exec(code)?.[1];
  if (name === undefined) return undefined;
  const source = importSource(code, name);
  if (source === undefined) return undefined;
  const module: Record<string, unknown> = await import(
    pathToFileURL(resolve(dirname(file), source.from)).href
  );
  const schema = module[source.name];
  if (!(schema instanceof z.ZodType)) return undefined;
  const input = toJson(schema, "input");
  if (input.properties) return input;
  // What a preprocess step takes in is unknown; what comes out has the same fields, though not what is required.
  const { required: _, ...output } = toJson(schema, "output");
  return { ...output, properties: output.properties ?? alternatives(output) };
}

function toJson(schema: z.ZodType, io: "input" | "output"): InputSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: "any", reused: "inline" }) as InputSchema;
}

/** The fields of a union, those of every form of it. */
function alternatives(schema: InputSchema): Record<string, InputSchema> | undefined {
  const forms = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return forms.length === 0 ? undefined : Object.assign({}, ...forms.map((form) => form.properties ?? {}));
}

function importSource(code: string, name: string): { from: string; name: string } | undefined {
  for (const [, names = "", from = ""] of code.matchAll(/^import \{([^}]*)\} from "([^"]+)";/gm)) {
    for (const item of names.split(",")) {
      const [original = "", alias = original] = item.trim().split(/\s+as\s+/);
      if (alias === name) return { from, name: original };
    }
  }
  return undefined;
}
