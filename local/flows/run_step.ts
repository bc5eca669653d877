import { evaluateExpression } from "./expression.ts";
import type { FlowModule, InputTransform, InputTransforms } from "./flow_definition.ts";
import { expressionScope, Interrupted, once, type Resumes, type Scope } from "./flow_scope.ts";
import { runBranchAll, runBranchOne } from "./run_branches.ts";
import { runCalledFlow } from "./run_called_flow.ts";
import { runForLoop, runWhileLoop } from "./run_loops.ts";
import { runScriptStep } from "./run_script_step.ts";

/** How one try of a step ended. A failed one's result is `{error}`, or a loop's list with such in it. */
export type StepOutcome = {
  success: boolean;
  result: unknown;
  stop?: { skipped: boolean; errorMessage?: string; includesResult?: boolean };
  handled?: boolean;
  cause?: unknown;
  /** Neither tried again nor gone on from: the flow's own logic failed after the step. */
  final?: boolean;
};

/** One try of one step, whatever its kind; `failures` tries have failed before. */
export async function runStep(
  module: FlowModule,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
  failures: number,
): Promise<StepOutcome> {
  if (module.mock?.enabled) return { success: true, result: module.mock.return_value ?? null };
  const { value } = module;
  const place = placeOf(module, scope, failures);
  switch (value.type) {
    case "identity":
      return { success: true, result: previous };
    case "script":
    case "rawscript":
    case "flow": {
      const inputs = await stepInputs(module.id, value.input_transforms, scope, previous, resumes);
      if ("error" in inputs) return { success: false, result: inputs };
      if (value.type === "flow") return runCalledFlow(module, value, scope, inputs.args, place);
      return once(scope, `${module.id}:try${failures + 1}`, () =>
        runScriptStep(module, value, scope, inputs.args, previous),
      );
    }
    case "forloopflow":
      return runForLoop(module, value, scope, previous, resumes, place);
    case "whileloopflow":
      return runWhileLoop(module, value, scope, previous, place);
    case "branchone":
      return runBranchOne(value, scope, previous, resumes, place);
    case "branchall":
      return runBranchAll(value, scope, place);
  }
}

/** A later try of a loop must not find the journal of an earlier one. */
function placeOf(module: FlowModule, scope: Scope, failures: number): string {
  return `${scope.place}${module.id}${failures === 0 ? "" : `[try${failures + 1}]`}`;
}

/** Computed once: a retry takes the same arguments, as in Windmill. */
async function stepInputs(
  id: string,
  transforms: InputTransforms,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
): Promise<{ args: Record<string, unknown> } | { error: unknown }> {
  return once(scope, `${id}:args`, async () => {
    try {
      const entries: [string, unknown][] = [];
      for (const [name, transform] of Object.entries(transforms)) {
        entries.push([name, await inputValue(transform, scope, previous, resumes)]);
      }
      return { args: Object.fromEntries(entries) };
    } catch (thrown) {
      if (thrown instanceof Interrupted) throw thrown;
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      return { error: { name: error.name, message: error.message, step_id: id } };
    }
  });
}

export async function inputValue(
  transform: InputTransform,
  scope: Scope,
  previous: unknown,
  resumes: Resumes,
  names: Record<string, unknown> = {},
): Promise<unknown> {
  if (transform.type === "static") return transform.value ?? null;
  return evaluateExpression(transform.expr, expressionScope(scope, previous, resumes, names));
}
