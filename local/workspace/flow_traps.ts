import { checkSyntax } from "../flows/expression.ts";
import { returnsNothing } from "../flows/expression_program.ts";
import type { FlowDefinition } from "../flows/flow_definition.ts";
import type { Expression } from "./flow_rules.ts";

/** What an expression does in Windmill that its author can't have meant. */
export function trapProblems({ expr, isCondition, isBlind }: Expression): string[] {
  return [
    ...(isCondition && !isSound(`Boolean(${expr.trim()})`)
      ? [`\`${expr}\` is made of statements; a condition is one expression`]
      : []),
    ...(!isCondition && returnsNothing(expr)
      ? [`\`${expr}\` has a semicolon and no return, so that it gives null`]
      : []),
    ...(/\bresults\??\.?\['/.test(expr)
      ? [`\`${expr}\` looks a step up in single quotes, which gives a promise; write results.step`]
      : []),
    ...(isBlind && /\bresults\b/.test(expr) ? [`\`${expr}\` names a step, but is given no results`] : []),
  ];
}

function isSound(expression: string): boolean {
  try {
    checkSyntax(expression);
    return !returnsNothing(expression);
  } catch {
    return false;
  }
}

type Form = {
  order?: string[];
  required?: string[];
  properties?: Record<string, { description?: string; enum?: unknown[]; default?: unknown }>;
};

const SECRET = /password|(?<!fat)secret|token|api_?key/i;

/** What keeps a person who hasn't read the flow from filling in its form. */
export function formProblems({ schema }: FlowDefinition, expressions: readonly Expression[]): string[] {
  const { order = [], required = [], properties = {} } = (schema ?? {}) as Form;
  const names = Object.keys(properties);
  const isUsed = (name: string) =>
    expressions.some(({ expr }) =>
      new RegExp(`\\bflow_input\\??\\.${name}\\b|\\bflow_input\\b(?!\\??\\.)`).test(expr),
    );
  return [
    ...(order.join() === names.join() ? [] : ["order doesn't name the inputs in the order of properties"]),
    ...required.filter((name) => !names.includes(name)).map((name) => `requires ${name}, which is no input`),
    ...Object.entries(properties).flatMap(([name, property]) => [
      ...(property.description ? [] : [`${name} has no description`]),
      ...(SECRET.test(name) ? [`takes ${name} as plain text; take a resource`] : []),
      ...(property.enum && property.default != null && !property.enum.includes(property.default)
        ? [`${name}'s default is none of its choices`]
        : []),
      ...(isUsed(name) ? [] : [`${name} is used by no step`]),
    ]),
  ];
}

// What the editor of flows and of apps keep for themselves.
const RESERVED = new Set(
  "do bg ctx state if else for delete while new in as Input Result Trigger".split(" "),
);

type Branch = { parallel?: unknown; skip_failure?: unknown };

/**
 * What a flow leaves unsaid and Windmill reads in two ways: a preview takes a failure that nobody spoke of as one, a
 * deployed flow passes over it; or that it writes in by itself, so that every later deployment shows the flow as edited.
 * And names that its editor doesn't take.
 */
export function unspokenProblems(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(unspokenProblems);
  if (value === null || typeof value !== "object") return [];
  const item = value as {
    id?: unknown;
    value?: { type?: unknown; skip_failures?: unknown; branches?: unknown };
  };
  const id = String(item.id);
  const inner = item.value;
  const loops = inner?.type === "forloopflow" || inner?.type === "whileloopflow";
  const branches = Array.isArray(inner?.branches) ? (inner.branches as Branch[]) : [];
  const spoken =
    inner?.type === "branchone" ? (["parallel", "skip_failure"] as const) : (["skip_failure"] as const);
  return [
    ...(loops && inner?.skip_failures === undefined ? [`${id}: says nothing of skip_failures`] : []),
    ...spoken
      .filter((key) => branches.some((branch) => branch[key] === undefined))
      .map((key) => `${id}: a branch says nothing of ${key}`),
    ...(inner !== undefined && RESERVED.has(id) ? [`${id}: is a name that Windmill keeps for itself`] : []),
    ...Object.values(value).flatMap(unspokenProblems),
  ];
}
