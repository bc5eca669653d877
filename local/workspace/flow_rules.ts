import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { checkSyntax } from "../flows/expression.ts";
import {
  allModules,
  type FlowDefinition,
  type FlowModule,
  type InputTransform,
  type InputTransforms,
} from "../flows/flow_definition.ts";
import { loadFlow } from "../flows/load_flow.ts";
import { scriptSignature } from "../jobs/script_signature.ts";
import { formProblems, trapProblems, unspokenProblems } from "./flow_traps.ts";

/** A runnable's inputs: all names, and those that must be given. */
export type Inputs = { names: string[]; required: string[] };

/** The inputs of the script or flow at a path, or why there is none. */
export function inputsOf(kind: "script" | "flow", path: string, root: string): Inputs | { problem: string } {
  if (kind === "flow") {
    try {
      return schemaInputs(loadFlow(path, root).definition);
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }
  const file = join(root, `${path}.ts`);
  if (!existsSync(file)) return { problem: `there is no script ${path}` };
  return codeInputs(readFileSync(file, "utf8")) ?? { problem: `${path} has no main that Windmill can run` };
}

/** What is wrong with a flow beyond its form: paths, inputs, expressions. */
export function flowProblems(path: string, root: string): string[] {
  let definition: FlowDefinition;
  try {
    definition = loadFlow(path, root).definition;
  } catch (error) {
    return [`${path}: ${error instanceof Error ? error.message : error}`];
  }
  const modules = allModules(definition);
  const ids = new Set(modules.map((module) => module.id));
  const fields = new Set(schemaInputs(definition).names);
  const expressions = expressionsOf(definition, modules);
  return [
    ...(definition.description ? [] : ["has no description"]),
    ...formProblems(definition, expressions),
    ...unspokenProblems(parse(readFileSync(loadFlow(path, root).file, "utf8"))),
    ...modules.flatMap((module) => stepProblems(module, root).map((problem) => `${module.id}: ${problem}`)),
    ...expressions.flatMap((expression) =>
      [...expressionProblems(expression.expr, ids, fields), ...trapProblems(expression)].map(
        (problem) => `${expression.where}: ${problem}`,
      ),
    ),
  ].map((problem) => `${path}: ${problem}`);
}

function stepProblems(module: FlowModule, root: string): string[] {
  const { value } = module;
  if (value.type === "rawscript") {
    const inputs = codeInputs(value.content);
    return inputs ? transformProblems(value.input_transforms, inputs) : ["has no main that Windmill can run"];
  }
  if (value.type !== "script" && value.type !== "flow") return [];
  const inputs = inputsOf(value.type, value.path, root);
  return "problem" in inputs ? [inputs.problem] : transformProblems(value.input_transforms, inputs);
}

function transformProblems(transforms: InputTransforms, inputs: Inputs): string[] {
  const given = Object.keys(transforms);
  return [
    ...given.filter((name) => !inputs.names.includes(name)).map((name) => `there is no parameter ${name}`),
    ...inputs.required
      .filter((name) => !given.includes(name))
      .map((name) => `${name} is required but missing`),
  ];
}

function codeInputs(code: string): Inputs | undefined {
  const signature = scriptSignature(code);
  if (signature.kind !== "script") return undefined;
  return {
    names: signature.parameters.map((parameter) => parameter.name),
    required: signature.parameters.filter((p) => !p.has_default).map((parameter) => parameter.name),
  };
}

function schemaInputs(definition: FlowDefinition): Inputs {
  const { properties = {}, required = [] } = (definition.schema ?? {}) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return { names: Object.keys(properties), required };
}

/** An expression of a flow: a condition is put into `Boolean(…)`, and one that is blind is given no `results`. */
export type Expression = { where: string; expr: string; isCondition?: boolean; isBlind?: boolean };

function expressionsOf(definition: FlowDefinition, modules: FlowModule[]): Expression[] {
  const { skip_expr } = definition.value;
  return [
    ...(skip_expr ? [{ where: "skip_expr", expr: skip_expr, isCondition: true, isBlind: true }] : []),
    ...modules.flatMap((module) =>
      moduleExpressions(module).map(({ where, ...rest }) => ({ where: `${module.id}.${where}`, ...rest })),
    ),
  ];
}

function moduleExpressions(module: FlowModule): Expression[] {
  const { value } = module;
  const inputs: [string, InputTransform | number | undefined][] = [
    ["sleep", module.sleep],
    ["timeout", module.timeout],
  ];
  if ("input_transforms" in value) inputs.push(...Object.entries(value.input_transforms));
  if (value.type === "forloopflow")
    inputs.push(["iterator", value.iterator], ["parallelism", value.parallelism]);
  const transforms = inputs.flatMap(([where, input]) =>
    typeof input === "object" && input.type === "javascript"
      ? [{ where, expr: input.expr, isBlind: where === "sleep" && input === module.sleep }]
      : [],
  );
  const conditions = [
    ["stop_after_if", module.stop_after_if],
    ["stop_after_all_iters_if", module.stop_after_all_iters_if],
    ["skip_if", module.skip_if],
    ["retry_if", module.retry?.retry_if],
  ] as const;
  return [
    ...transforms,
    ...conditions.flatMap(([where, condition]) =>
      condition ? [{ where, expr: condition.expr, isCondition: true, isBlind: where === "retry_if" }] : [],
    ),
    ...(value.type === "branchone"
      ? value.branches.map(({ expr }, index) => ({ where: `branches[${index}]`, expr, isCondition: true }))
      : []),
  ];
}

function expressionProblems(expr: string, ids: Set<string>, fields: Set<string>): string[] {
  try {
    checkSyntax(expr);
  } catch (error) {
    return [`\`${expr}\` is no expression: ${error instanceof Error ? error.message : error}`];
  }
  const steps = [...expr.matchAll(/\bresults\??\.(\w+)|\bresults\??\.?\[["']([\w-]+)["']\]/g)];
  const inputs = [...expr.matchAll(/\bflow_input\??\.(\w+)/g)].map(([, name = ""]) => name);
  return [
    ...steps
      .map(([, dotted, quoted]) => dotted ?? quoted ?? "")
      .filter((id) => !ids.has(id))
      .map((id) => `\`${expr}\` names no step: ${id}`),
    ...inputs
      .filter((name) => !fields.has(name) && !/^iter(_parent)*$/.test(name))
      .map((name) => `\`${expr}\` names no input of the flow: ${name}`),
  ];
}
