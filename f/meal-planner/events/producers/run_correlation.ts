import { eventIdSchema } from "../schemas/envelope.ts";

/**
 * The id of the flow run that this process is a step of, so that what its steps emit is one chain, whose id is the run's.
 * Of flows within flows it is the outermost one's; of a script that a step started, that step's. Undefined anywhere else.
 *
 * From the variables that Windmill gives every job, and the local runner likewise: `WM_ROOT_JOB_ID` and, where there is none,
 * `WM_ROOT_FLOW_JOB_ID` name the outermost job, which of a script run by itself is the script's own.
 */
export function runCorrelation(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const { WM_JOB_ID, WM_ROOT_JOB_ID, WM_ROOT_FLOW_JOB_ID, WM_FLOW_JOB_ID } = environment;
  const run = [WM_ROOT_JOB_ID, WM_ROOT_FLOW_JOB_ID, WM_FLOW_JOB_ID].find((id) => id && id !== WM_JOB_ID);
  return run !== undefined && eventIdSchema.safeParse(run).success ? run : undefined;
}
