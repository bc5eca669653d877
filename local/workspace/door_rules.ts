import { scriptSignature } from "../jobs/script_signature.ts";
import { doorInput, type InputSchema } from "./door_input.ts";
import type { FormProperty, FormSchema } from "./parameter_schema.ts";
import { formSchema } from "./parameter_schema.ts";

const MAX_LINES = 40;
// Those whose type exists: Windmill's own, and ours (resources/types).
const RESOURCE_FORMATS = new Set(
  ["postgresql", "fatsecret", "tandoor", "usda_fdc", "notification_channel"].map(
    (type) => `resource-${type}`,
  ),
);
const SECRET = /password|(?<!fat)secret|token|api_?key/i;
// They open one thing for a while (a claim, a shared list) and are the caller's to hand on; no credential of a system.
const NO_SECRET = new Set(["owner_token", "share_token"]);

/** What keeps a file named script.ts from being a door: main first, four moves, types that Windmill reads rightly. */
export function doorProblems(file: string, code: string): string[] {
  const signature = scriptSignature(code);
  if (signature.kind !== "script") return [`${file}: has no main that Windmill can run`];
  const { prose, body } = split(code);
  const problems = [
    ...(ownLines(code) >= MAX_LINES ? [`has ${ownLines(code)} lines; a door has under ${MAX_LINES}`] : []),
    ...(prose === "" ? [] : [`has something before main: ${prose.split("\n")[0]}`]),
    ...(/\b(for|while|do)\s*[({]/.test(body) ? ["has a loop; move it into the library"] : []),
    ...(/\btry\s*\{/.test(body) ? ["has a try; let the library's errors through"] : []),
    ...(/\b(select|insert into|update|delete from)\s[\s\S]*\b(from|values|set|where)\b/i.test(strings(body))
      ? ["has SQL; move it into the library"]
      : []),
    ...formatProblems(formSchema(signature.parameters)),
  ];
  const last = signature.parameters.findIndex((parameter) => parameter.name === "db");
  if (last >= 0 && last !== signature.parameters.length - 1)
    problems.push("takes db before other parameters");
  for (const { name, typ } of signature.parameters) {
    const isText = typeof typ === "object" && "str" in typ;
    if (isText && SECRET.test(name) && !NO_SECRET.has(name)) {
      problems.push(`takes ${name} as plain text; take a resource`);
    }
  }
  return problems.map((problem) => `${file}: ${problem}`);
}

/** Where a door's parameters and the zod schema that parses them disagree: names, what is required, choices. */
export async function agreementProblems(absolute: string, file: string, code: string): Promise<string[]> {
  const signature = scriptSignature(code);
  const input = await doorInput(absolute, code);
  if (signature.kind !== "script" || !input?.properties) return [];
  const schema = formSchema(signature.parameters);
  const names = schema.order.filter((name) => name !== "db");
  const known = Object.keys(input.properties);
  const problems = [
    ...names.filter((name) => !known.includes(name)).map((name) => `${name} is not in the zod schema`),
    ...known.filter((name) => !names.includes(name)).map((name) => `main doesn't take ${name}`),
  ];
  for (const name of names.filter((name) => known.includes(name))) {
    problems.push(...parameterProblems(name, schema, input));
  }
  return problems.map((problem) => `${file}: ${problem}`);
}

function parameterProblems(name: string, schema: FormSchema, input: InputSchema): string[] {
  const property = schema.properties[name];
  const parsed = input.properties?.[name];
  if (!property || !parsed) return [];
  const problems: string[] = [];
  const wanted = input.required?.includes(name) ?? false;
  const asked = schema.required.includes(name);
  // Of what may be anything or null, neither zod nor Windmill's parser says the same as the other.
  const anything = Object.keys(parsed).every((key) => key === "description");
  const nullable = parsed.anyOf?.some((option) => option.type === "null") ?? false;
  problems.push(...defaultProblems(name, property, parsed));
  if (anything || nullable || !input.required)
    return [...problems, ...choiceProblems(name, property, parsed)];
  if (asked && !wanted) {
    problems.push(`${name} is required by main but optional in the zod schema`);
  }
  if (wanted && !asked && property.default === null) {
    problems.push(`${name} is optional in main but required in the zod schema`);
  }
  return [...problems, ...choiceProblems(name, property, parsed)];
}

/** A form fills in main's default, a call without the parameter gets zod's: they must be one. */
function defaultProblems(name: string, property: FormProperty, parsed: InputSchema): string[] {
  const [shown, used] = [property.default ?? undefined, parsed.default ?? undefined];
  if (shown === undefined || used === undefined || JSON.stringify(shown) === JSON.stringify(used)) return [];
  return [
    `${name}'s default is ${JSON.stringify(shown)} in main, but ${JSON.stringify(used)} in the zod schema`,
  ];
}

function choiceProblems(name: string, property: FormProperty, parsed: InputSchema): string[] {
  const choices = choicesOf(parsed);
  const shown = property.enum ?? (property.items?.enum as string[] | undefined);
  const same = !shown || !choices || [...shown].sort().join() === [...choices].sort().join();
  return same ? [] : [`${name} offers ${shown.join(", ")}, but the zod schema takes ${choices.join(", ")}`];
}

function choicesOf(input: InputSchema): unknown[] | undefined {
  const options = [input, ...(input.anyOf ?? [])];
  return (
    options.find((option) => option.enum)?.enum ?? options.find((option) => option.items?.enum)?.items?.enum
  );
}

/** An imported or inferred type makes Windmill draw a picker for a resource that doesn't exist. */
function formatProblems(schema: FormSchema): string[] {
  const problems: string[] = [];
  const visit = (name: string, property: FormProperty) => {
    if (property.format?.startsWith("resource-") && !RESOURCE_FORMATS.has(property.format)) {
      problems.push(`${name}'s type is read as the resource ${property.format}; spell it out`);
    }
    const inner = { ...property.properties, ...(property.items?.properties as typeof property.properties) };
    for (const [key, nested] of Object.entries(inner)) visit(`${name}.${key}`, nested);
  };
  for (const [name, property] of Object.entries(schema.properties)) visit(name, property);
  return problems;
}

/** What lies between the imports and main (comments apart), and what comes after its signature begins. */
function split(code: string): { prose: string; body: string } {
  const bare = code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const main = bare.search(/^export (async )?function main\b/m);
  const head = bare.slice(0, Math.max(main, 0)).replace(/^import [\s\S]*?from "[^"]+";$/gm, "");
  return { prose: head.trim(), body: bare.slice(Math.max(main, 0)) };
}

/** Lines of code: neither comments nor imports nor empty. */
function ownLines(code: string): number {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/^import [\s\S]*?from "[^"]+";$/gm, "");
  return bare.split("\n").filter((line) => line.trim() !== "").length;
}

function strings(code: string): string {
  return (code.match(/"[^"\n]*"|`[^`]*`|'[^'\n]*'/g) ?? []).join("\n");
}
