import { createContext, runInContext } from "node:vm";

/** What an expression can see. `results` looks a step's result up by its id; undefined where it has none. */
export type ExpressionScope = {
  flowInput: Record<string, unknown>;
  results(id: string): { value: unknown } | undefined;
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

const TIMEOUT_MS = 10_000;
const PLAIN_RESULT = /^results\??\.([a-zA-Z_0-9]+)(?:\[(\d+)\])?((?:\.[a-zA-Z_0-9]+)+)?$/;

/**
 * Evaluates a flow's JavaScript expression as Windmill does: alone, on JSON copies, for at most 10 s; with `return`
 * in it, it is a function's body; nothing (undefined) becomes null. A plain `results.step.field` of a missing field
 * is null rather than an error; of a step that hasn't run it is an error.
 *
 * @throws ExpressionError
 */
export async function evaluateExpression(expression: string, scope: ExpressionScope): Promise<unknown> {
  const text = expression.trim();
  const plain = plainReference(text, scope);
  if (plain) return structuredClone(plain.value);
  try {
    const json: unknown = await runInContext(program(text), contextOf(text, scope), { timeout: TIMEOUT_MS });
    return JSON.parse(String(json));
  } catch (error) {
    throw new ExpressionError(text, error);
  }
}

/** Whether an expression holds, by JavaScript's idea of truth. */
export async function holds(expression: string, scope: ExpressionScope): Promise<boolean> {
  return (await evaluateExpression(`Boolean(${expression.trim()})`, scope)) === true;
}

/** @throws SyntaxError where the text is no expression and no function body with a `return`. */
export function checkSyntax(expression: string): void {
  new Function(`return async () => { ${body(expression.trim())}; }`);
}

function plainReference(text: string, scope: ExpressionScope): { value: unknown } | undefined {
  if (Object.hasOwn(scope.names, text)) return { value: scope.names[text] };
  const match = PLAIN_RESULT.exec(text);
  if (!match?.[1]) return undefined;
  const found = scope.results(match[1]);
  if (!found) throw new ExpressionError(text, `no step ${match[1]} has run yet in this flow`);
  const fields = [
    ...(match[2] === undefined ? [] : [match[2]]),
    ...(match[3] ?? "").split(".").filter(Boolean),
  ];
  return { value: fields.reduce<unknown>(fieldOf, found.value) ?? null };
}

function fieldOf(value: unknown, field: string): unknown {
  if (value === null || typeof value !== "object") return null;
  return Object.hasOwn(value, field) ? Reflect.get(value, field) : null;
}

function body(text: string): string {
  return text.includes("return ") ? text : `return ${text}`;
}

function program(text: string): string {
  const awaited = ["variable", "resource"].reduce(awaitCalls, text);
  return `(async () => { ${body(awaited)}; })().then((x) => JSON.stringify(x ?? null))`;
}

/** `variable("f/x/y")` → `(await variable("f/x/y"))`: authors needn't know that these wait. */
function awaitCalls(text: string, name: string): string {
  const [first = "", ...rest] = text.split(`${name}(`);
  return rest.reduce((sofar, part) => `${sofar}(await ${name}(${closeAfterCall(part)}`, first);
}

function closeAfterCall(text: string): string {
  let depth = 1;
  let end = 0;
  for (const character of text) {
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth === 0) break;
    end++;
  }
  return `${text.slice(0, end)})${text.slice(end)}`;
}

function contextOf(text: string, scope: ExpressionScope): object {
  const copy = (value: unknown): unknown => (value === undefined ? undefined : structuredClone(value));
  const names: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(scope.names)) names[name] = copy(value);
  const previous = scope.names.previous_result;
  if (text.includes("error") && !Object.hasOwn(names, "error")) {
    names.error = copy(fieldOf(previous, "error") ?? undefined);
  }
  return createContext({
    ...names,
    flow_input: copy(scope.flowInput),
    results: new Proxy(
      {},
      {
        get: (_target, id) => (typeof id === "string" ? (copy(scope.results(id)?.value) ?? null) : undefined),
      },
    ),
    variable: scope.variable,
    resource: scope.resource,
  });
}
