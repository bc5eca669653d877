import type { FlowModule, FlowStep } from "./flow_definition.ts";
import { environmentOf, Results, type Scope } from "./flow_scope.ts";
import { loadFlow } from "./load_flow.ts";
import { asStep } from "./run_modules.ts";
import type { StepOutcome } from "./run_step.ts";
import { runWholeFlow } from "./run_whole_flow.ts";

// A flow that calls itself without end would otherwise fill the memory.
const MAX_CALLS = 20;

/**
 * Runs a step that is another flow, with that flow's own failure module; its early stop is its own affair. One that
 * its failure module recovered is a failed step all the same, as in Windmill: only the job of its own is a success.
 */
export async function runCalledFlow(
  module: FlowModule,
  step: FlowStep,
  scope: Scope,
  args: Record<string, unknown>,
  place: string,
): Promise<StepOutcome> {
  if (place.split("{").length > MAX_CALLS) {
    const message = `Flows call one another over ${MAX_CALLS} deep, the last being ${step.path}.`;
    return { success: false, result: { error: { name: "InternalError", message, step_id: module.id } } };
  }
  const called = loadFlow(step.path, scope.execution.context.root);
  const { context } = scope.execution;
  const environment = await environmentOf(called.definition.value.flow_env, scope.environment, context);
  const outcome = await runWholeFlow(called.definition, {
    ...scope,
    environment,
    flowPath: called.path,
    place: `${place}{${called.path}}.`,
    flowInput: args,
    results: new Results(scope.results),
  });
  return asStep(outcome);
}
