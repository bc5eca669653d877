import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { formatPath } from "../../f/meal-planner/database/parse_input.ts";
import { inputsOf } from "./flow_rules.ts";

const CRON_PART = /^(\*|[\d,\-*/]+|\?|[A-Z]{3}([,-][A-Z]{3})*)$/i;

const Schedule = z.strictObject({
  summary: z.string().min(1),
  description: z.string().optional(),
  schedule: z.string().refine((text) => {
    const parts = text.trim().split(/\s+/);
    return parts.length === 6 && parts.every((part) => CRON_PART.test(part));
  }, "must be six cron fields, seconds first"),
  timezone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "Etc/UTC", {
      message: "is no time zone",
    }),
  cron_version: z.literal("v2"),
  // An environment switches its own on; a push must never start one by surprise.
  enabled: z.literal(false, "must be false: each environment enables its own"),
  script_path: z.string(),
  is_flow: z.boolean(),
  args: z.record(z.string(), z.unknown()).default({}),
  no_flow_overlap: z.literal(true, "must be true: a late run must not meet the next one"),
  // Windmill adds it to a schedule without, and every later deployment would show the schedule as edited.
  ws_error_handler_muted: z.literal(false, "must be false: Windmill would write it so"),
  retry: z.record(z.string(), z.unknown()).optional(),
});

const Resource = z.strictObject({
  value: z.record(z.string(), z.unknown()),
  resource_type: z.string(),
  description: z.string().optional(),
});

const Variable = z.strictObject({
  value: z.string(),
  is_secret: z.boolean(),
  description: z.string(),
});

const Backend = z.strictObject({ type: z.enum(["script", "flow"]), path: z.string() });

/** What is wrong with a schedule: its form, its path, its arguments. */
export function scheduleProblems(file: string, root: string): string[] {
  const parsed = read(file, root, Schedule);
  if ("problems" in parsed) return parsed.problems;
  const { script_path, is_flow, args } = parsed.value;
  return runnableProblems(file, root, is_flow ? "flow" : "script", script_path, Object.keys(args));
}

/** What is wrong with a raw app's backend file: it names a script or flow that must exist. */
export function backendProblems(file: string, root: string): string[] {
  const parsed = read(file, root, Backend);
  if ("problems" in parsed) return parsed.problems;
  const inputs = inputsOf(parsed.value.type, parsed.value.path, root);
  return "problem" in inputs ? [`${file}: ${inputs.problem}`] : [];
}

/** What is wrong with a resource: its form, or a secret spelt out. */
export function resourceProblems(file: string, root: string): string[] {
  const parsed = read(file, root, Resource);
  if ("problems" in parsed) return parsed.problems;
  return Object.entries(parsed.value.value)
    .filter(([name, value]) => isSecretName(name) && value !== "" && !isReference(value))
    .map(([name]) => `${file}: ${name} must refer to a secret variable ($var:…)`);
}

/** What is wrong with a variable: its form, or a secret spelt out. */
export function variableProblems(file: string, root: string): string[] {
  const parsed = read(file, root, Variable);
  if ("problems" in parsed) return parsed.problems;
  return parsed.value.is_secret && parsed.value.value !== "" ? [`${file}: holds a secret's value`] : [];
}

function isSecretName(name: string): boolean {
  return /password|(?<!fat)secret|token|api_?key/i.test(name) && !name.endsWith("_url");
}

function isReference(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("$var:");
}

function runnableProblems(
  file: string,
  root: string,
  kind: "script" | "flow",
  path: string,
  given: string[],
): string[] {
  const inputs = inputsOf(kind, path, root);
  if ("problem" in inputs) return [`${file}: ${inputs.problem}`];
  return [
    ...given
      .filter((name) => !inputs.names.includes(name))
      .map((name) => `${file}: ${path} takes no ${name}`),
    ...inputs.required
      .filter((name) => !given.includes(name))
      .map((name) => `${file}: ${path} requires ${name}`),
  ];
}

function read<S extends z.ZodType>(
  file: string,
  root: string,
  schema: S,
): { value: z.output<S> } | { problems: string[] } {
  let raw: unknown;
  try {
    raw = parse(readFileSync(join(root, file), "utf8"));
  } catch (error) {
    return { problems: [`${file}: ${error instanceof Error ? error.message : error}`] };
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data };
  return {
    problems: parsed.error.issues.map(
      (issue) => `${file}: ${[formatPath(issue.path), issue.message].filter(Boolean).join(": ")}`,
    ),
  };
}
