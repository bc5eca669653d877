import { stringify } from "yaml";
import { scriptSignature } from "../jobs/script_signature.ts";
import { libraryComment, mainComment } from "./doc_comment.ts";
import { doorInput, type InputSchema } from "./door_input.ts";
import { type FormProperty, formSchema } from "./parameter_schema.ts";
import { SHARED_LOCK } from "./shared_lock.ts";

/**
 * The text of a script's `.script.yaml`: the schema that Windmill's parser derives from `main`, with what a form needs
 * beyond it. Descriptions come from `main`'s `@param`s, else from the zod schema's `.describe()`; a default that
 * only zod knows is shown too.
 *
 * @throws Error where Windmill's parser can't read the file.
 */
export async function scriptMetadata(file: string, path: string, code: string): Promise<string> {
  const signature = scriptSignature(code);
  if (signature.kind === "invalid") throw new Error(`${path}: ${signature.reason}`);
  const isScript = signature.kind === "script";
  const comment = isScript ? mainComment(code) : libraryComment(code);
  const schema = formSchema(isScript ? signature.parameters : []);
  if (isScript) {
    const input = await doorInput(file, code);
    for (const [name, property] of Object.entries(schema.properties)) {
      complete(property, input?.properties?.[name]);
      property.description =
        comment.params[name] ?? (property.description || commonDescription(name, property));
    }
  }
  const metadata = {
    summary: comment.summary,
    description: comment.description,
    lock: `!inline ${SHARED_LOCK}`,
    kind: "script",
    schema,
  };
  return stringify(metadata, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Every door that has a `db` means the same by it. */
function commonDescription(name: string, property: FormProperty): string {
  const isDatabase = name === "db" && property.format === "resource-postgresql";
  return isDatabase ? "The meal planner's database; left out, the workspace's own." : "";
}

/** Adds what zod knows of a property: descriptions at every level, and the default at the top. */
function complete(property: FormProperty, input: InputSchema | undefined): void {
  if (!input) return;
  describeAll(property, input);
  if (property.default === null && input.default !== undefined) property.default = input.default;
}

function describeAll(property: FormProperty, input: InputSchema): void {
  const options = [input, ...(input.anyOf ?? [])];
  property.description ||= options.find((option) => option.description)?.description ?? "";
  const known = options.flatMap((option) => Object.entries(option.properties ?? {}));
  for (const [name, inner] of known) {
    const nested = property.properties?.[name];
    if (nested) describeAll(nested, inner);
  }
  const items = options.find((option) => option.items)?.items;
  const nestedItems = property.items?.properties as Record<string, FormProperty> | undefined;
  if (!items || !nestedItems) return;
  for (const option of [items, ...(items.anyOf ?? [])]) {
    for (const [name, inner] of Object.entries(option.properties ?? {})) {
      const nested = nestedItems[name];
      if (nested) describeAll(nested, inner);
    }
  }
}
