import { createContext, runInContext } from "node:vm";
import { programOf, referencedSteps } from "./expression_program.ts";
import { previousError } from "./previous_error.ts";

/** What an expression can see. */
export type ExpressionScope = {
  flowInput: Record<string, unknown>;
  /** Looks a step's result up by its id; left out where Windmill has no `results` (a sleep, a retry's condition). */
  results?(id: string): { value: unknown } | undefined;
  /** `previous_result`, `result`, `resume`, `flow_env`… by name. */
  names: Record<string, unknown>;
  variable(path: string): Promise<unknown>;
  resource(path: string): Promise<unknown>;
};

/** The expression couldn't be evaluated; the message has its text. */
export class ExpressionError extends Error {
  constructor(expression: string, cause: unknown) {
    super(
      `Error during isolated evaluation of expression \`${expression}\`:\n${cause instanceof Error ? cause.message : cause}`,
      { cause },
    );
    this.name = "ExecutionErr";
  }
}

const TIMEOUT_MS = 20_000;
const PLAIN_RESULT = /^results\??\.([a-zA-Z_0-9]+)(?:\[(\d+)\])?((?:\.[a-zA-Z_0-9]+)+)?$/;

/**
 * Evaluates a flow's JavaScript expression as Windmill does: alone, on JSON copies, for at most 20 s; nothing
 * (undefined) becomes null. A plain `results.step.field` of a missing field, or of a step that hasn't run, is null.
 *
 * @throws ExpressionError
 */
export async function evaluateExpression(expression: string, scope: ExpressionScope): Promise<unknown> {
  const text = expression.trim();
  const plain = plainReference(text, scope);
  if (plain) return structuredClone(plain.value);
  try {
    const json: unknown = await runInContext(programOf(text), contextOf(text, scope), {
      timeout: TIMEOUT_MS,
    });
    return JSON.parse(String(json));
  } catch (error) {
    throw new ExpressionError(text, error);
  }
}

/**
 * Whether an expression holds, by JavaScript's idea of truth.
 *
 * @throws ExpressionError, also where it is made of statements: it is an argument of `Boolean(…)`.
 */
export async function holds(expression: string, scope: ExpressionScope): Promise<boolean> {
  const value = await evaluateExpression(`Boolean(${expression.trim()})`, scope);
  if (typeof value === "boolean") return value;
  throw new ExpressionError(
    expression.trim(),
    `Expected a boolean value, found: ${JSON.stringify(value)}. A condition is an expression without semicolons.`,
  );
}

/** @throws SyntaxError where the text is no expression and no function body with a `return`. */
export function checkSyntax(expression: string): void {
  new Function(`return ${programOf(expression)}`);
}

function plainReference(text: string, scope: ExpressionScope): { value: unknown } | undefined {
  if (Object.hasOwn(scope.names, text)) return { value: scope.names[text] };
  const match = PLAIN_RESULT.exec(text);
  // A property that only JavaScript knows is no field.
  if (!match?.[1] || !scope.results || match[3]?.endsWith(".length")) return undefined;
  const fields = [
    ...(match[2] === undefined ? [] : [match[2]]),
    ...(match[3] ?? "").split(".").filter(Boolean),
  ];
  return { value: fields.reduce<unknown>(fieldOf, scope.results(match[1])?.value) ?? null };
}

function fieldOf(value: unknown, field: string): unknown {
  if (value === null || typeof value !== "object") return null;
  return Object.hasOwn(value, field) ? Reflect.get(value, field) : null;
}

function contextOf(text: string, scope: ExpressionScope): object {
  const names = Object.fromEntries(Object.entries(scope.names).map(([name, value]) => [name, copy(value)]));
  if (text.includes("error") && Object.hasOwn(names, "previous_result") && !Object.hasOwn(names, "error")) {
    names.error = previousError(names.previous_result);
  }
  return createContext({
    ...names,
    flow_input: copy(scope.flowInput),
    ...(scope.results ? { results: resultsOf(text, scope.results) } : {}),
    variable: scope.variable,
    resource: scope.resource,
  });
}

/** A step that is spelt out reads at once; one that is looked up by a computed name is a promise, as in Windmill. */
function resultsOf(text: string, find: NonNullable<ExpressionScope["results"]>): object {
  const spelt = new Map([...referencedSteps(text)].map((id) => [id, copy(find(id)?.value ?? null)]));
  return new Proxy(
    {},
    {
      get(_target, id) {
        if (typeof id !== "string") return undefined;
        return spelt.has(id) ? spelt.get(id) : Promise.resolve(copy(find(id)?.value ?? null));
      },
    },
  );
}

function copy(value: unknown): unknown {
  return value === undefined ? undefined : structuredClone(value);
}
