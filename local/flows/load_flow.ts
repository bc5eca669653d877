import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { parse } from "yaml";
import { type InputProblem, InvalidInput, NotFound } from "../../f/meal-planner/database/errors.ts";
import { formatPath } from "../../f/meal-planner/database/parse_input.ts";
import { REPOSITORY } from "../repository.ts";
import { allModules, FlowDefinition, type FlowModule } from "./flow_definition.ts";

/** A flow as it lies in the workspace, or in a folder of one's own; `path` is what Windmill would call it. */
export type LoadedFlow = { path: string; file: string; definition: FlowDefinition };

const FOLDER_SUFFIX = /(\.flow|__flow)$/;
const WORKSPACE_PATH = /^[ufg](\/[\w-]+){2,}$/;

/** What Windmill has and the local runner doesn't carry out, and why a flow that uses it is refused. */
const UNSUPPORTED: Record<string, string> = {
  cache_ignore_s3_path: "there is no object storage here",
  same_worker: "steps here share no folder",
  concurrent_limit: "limits are Enterprise only; take a lease in Postgres",
  concurrency_key: "limits are Enterprise only; take a lease in Postgres",
  concurrency_time_window_s: "limits are Enterprise only; take a lease in Postgres",
  custom_concurrency_key: "limits are Enterprise only; take a lease in Postgres",
  debounce_delay_s: "debouncing is Enterprise only",
  debounce_key: "debouncing is Enterprise only",
  debouncing: "debouncing is Enterprise only",
  chat_input_enabled: "chat needs Windmill",
  apply_preprocessor: "triggers need Windmill",
  pass_flow_input_directly: "not carried out here",
  hash: "only the current version of a script is here",
  user_auth_required: "approval rules are Enterprise only",
  user_groups_required: "approval rules are Enterprise only",
  self_approval_disabled: "approval rules are Enterprise only",
  aiagent: "AI agents need Windmill",
  ai: "AI inputs need Windmill",
  flowscript: "internal to Windmill",
  omit_output_from_conversation: "chat needs Windmill",
  dedicated_worker: "Enterprise only",
  timeout: "a flow has no time-out of its own here; give its steps one",
};

/**
 * Loads a flow by workspace path (`f/meal-planner/workflows/weekly_meal_plan`), or by its folder or file.
 *
 * @throws NotFound where there is none; InvalidInput with one problem for every key or value that is wrong or that
 *   the local runner doesn't carry out.
 */
export function loadFlow(path: string, root: string = REPOSITORY): LoadedFlow {
  const file = flowFile(path, root);
  const raw = readYaml(file);
  const inlined = inlineContents(raw, dirname(file));
  const parsed = FlowDefinition.safeParse(inlined);
  if (!parsed.success) throw new InvalidInput(describe(parsed.error.issues, file));
  const problems = structuralProblems(parsed.data);
  if (problems.length > 0) throw new InvalidInput(problems.map((message) => ({ path: file, message })));
  return { path: workspacePath(path, file), file, definition: parsed.data };
}

/** Every flow path of the workspace, sorted. */
export function listFlows(root: string = REPOSITORY): string[] {
  return readdirSync(join(root, "f"), { recursive: true, encoding: "utf8" })
    .map((name) => `f/${name.replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith("/flow.yaml") && FOLDER_SUFFIX.test(dirname(name)))
    .map((name) => dirname(name).replace(FOLDER_SUFFIX, ""))
    .sort();
}

function flowFile(path: string, root: string): string {
  const onDisk = isAbsolute(path) ? path : resolve(root, path);
  const candidates = [
    ...(WORKSPACE_PATH.test(path) ? [`${path}.flow`, `${path}__flow`].map((name) => join(root, name)) : []),
    onDisk,
  ];
  for (const candidate of candidates) {
    if (!existsSync(candidate)) continue;
    const file = statSync(candidate).isDirectory() ? join(candidate, "flow.yaml") : candidate;
    if (existsSync(file)) return file;
  }
  const known = listFlows(root);
  throw new NotFound("flow", path, `Known: ${known.join(", ") || "none"}.`);
}

function workspacePath(path: string, file: string): string {
  if (WORKSPACE_PATH.test(path)) return path;
  const folder = basename(file) === "flow.yaml" ? dirname(file) : file;
  const inWorkspace = /(?:^|[\\/])([ufg][\\/](?:[\w-]+[\\/])+[\w-]+)(?:\.flow|__flow)$/.exec(folder)?.[1];
  return inWorkspace?.replaceAll("\\", "/") ?? `f/local/${basename(folder).replace(FOLDER_SUFFIX, "")}`;
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new InvalidInput([{ path: file, message: error instanceof Error ? error.message : String(error) }]);
  }
}

/** Replaces `!inline name` by that file of the flow's folder, as the sync does. */
function inlineContents(value: unknown, folder: string): unknown {
  if (typeof value === "string" && value.startsWith("!inline ")) {
    const file = join(folder, value.slice("!inline ".length).trim());
    if (existsSync(file)) return readFileSync(file, "utf8");
    throw new InvalidInput([{ path: file, message: "the flow includes this file, but it doesn't exist" }]);
  }
  if (Array.isArray(value)) return value.map((item) => inlineContents(item, folder));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inlineContents(item, folder)]));
}

type Issue = Parameters<typeof issuePath>[0] & { code: string; message: string };

function issuePath(issue: { path: PropertyKey[] }): string {
  return formatPath(issue.path);
}

function describe(issues: readonly Issue[], file: string): InputProblem[] {
  return issues.flatMap((issue) => {
    const at = issuePath(issue);
    if (issue.code === "unrecognized_keys" && "keys" in issue) {
      return (issue.keys as string[]).map((key) => ({
        path: at ? `${at}.${key}` : key,
        message: UNSUPPORTED[key] ?? `unknown key in ${basename(dirname(file))}/${basename(file)}`,
      }));
    }
    if (issue.code === "invalid_union" && "errors" in issue) {
      const branches = issue.errors as Issue[][];
      const nearest = branches.sort((a, b) => a.length - b.length)[0];
      if (nearest) {
        return describe(
          nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
          file,
        );
      }
      return [{ path: at, message: unknownType(at) }];
    }
    const last = issue.path.at(-1);
    const known = typeof last === "string" ? UNSUPPORTED[last] : undefined;
    return [{ path: at, message: known ?? issue.message }];
  });
}

function unknownType(at: string): string {
  return at.endsWith("type")
    ? "the local runner knows script, rawscript, flow, identity, forloopflow, whileloopflow, branchone and branchall steps, and static and javascript inputs"
    : "is none of the forms that Windmill takes here";
}

function structuralProblems(flow: FlowDefinition): string[] {
  const modules = allModules(flow);
  const ids = modules.map((module) => module.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const problems = twice.map((id) => `two steps have the id ${id}`);
  const early = flow.value.early_return;
  if (early !== undefined && !ids.includes(early)) problems.push(`early_return names no step: ${early}`);
  for (const special of [flow.value.failure_module, flow.value.preprocessor_module]) {
    if (special && special.value.type !== "script" && special.value.type !== "rawscript") {
      problems.push(`${special.id} must be a script or a rawscript`);
    }
  }
  return [...problems, ...modules.flatMap(moduleProblems)];
}

/** What Windmill refuses when a flow is deployed, or what isn't here. */
function moduleProblems({ id, value, retry }: FlowModule): string[] {
  const exponential = retry?.exponential;
  const path = value.type === "script" || value.type === "flow" ? value.path : undefined;
  return [
    ...(exponential && exponential.attempts > 0 && exponential.seconds === 0
      ? [`${id}: an exponential retry needs seconds of 1 or more`]
      : []),
    ...(path?.startsWith("hub/") ? [`${id}: scripts of Windmill's hub are not here (${path})`] : []),
    ...(path !== undefined && !/^([ufg]|hub)\//.test(path)
      ? [`${id}: ${path} is no workspace path (f/…, u/…, g/…)`]
      : []),
    ...(JSON.stringify(value).includes("flow_user_state(")
      ? [`${id}: flow_user_state is not carried out here; return the value from a step`]
      : []),
  ];
}
