import { holds } from "./expression.ts";
import type { FlowDefinition } from "./flow_definition.ts";
import { expressionScope, NO_RESUMES, type Scope } from "./flow_scope.ts";
import { type ModulesOutcome, runModules } from "./run_modules.ts";

/** A flow from its first module to its last, unless its `skip_expr` holds. */
export async function runWholeFlow(
  flow: FlowDefinition,
  scope: Omit<Scope, "failureModule">,
): Promise<ModulesOutcome> {
  const { modules, failure_module, skip_expr } = flow.value;
  const whole: Scope = { ...scope, failureModule: failure_module };
  if (skip_expr && (await holds(skip_expr, expressionScope(whole, {}, NO_RESUMES)))) {
    return { success: true, result: "stopped early", stoppedEarly: { skipped: true } };
  }
  return runModules(modules, whole);
}
