import { holds } from "./expression.ts";
import type { FlowDefinition } from "./flow_definition.ts";
import { type Scope, scopeWithoutResults } from "./flow_scope.ts";
import { withCache } from "./result_cache.ts";
import { type ModulesOutcome, runModules } from "./run_modules.ts";

/** A flow from its first module to its last, unless its `skip_expr` holds or its result is kept (`cache_ttl`). */
export async function runWholeFlow(
  flow: FlowDefinition,
  scope: Omit<Scope, "failureModule">,
): Promise<ModulesOutcome> {
  const { modules, failure_module, skip_expr } = flow.value;
  const whole: Scope = { ...scope, failureModule: failure_module };
  if (skip_expr && (await holds(skip_expr, scopeWithoutResults(whole, {})))) {
    return { success: true, result: "stopped early", stoppedEarly: { skipped: true } };
  }
  const what = { kind: "flow", path: scope.flowPath, args: scope.flowInput };
  return withCache(scope.execution.store, what, flow.value.cache_ttl, () => runModules(modules, whole));
}
