/** Told how far a planning is, in percent, and what it does next. */
export type PlanProgress = (percent: number, doing: string) => Promise<void>;

/**
 * Windmill's progress bar for the job that this runs in (the local runner shows one too), and a line in its log. Outside of
 * a job nothing is told.
 */
export function jobProgress(): PlanProgress {
  if (!process.env.WM_JOB_ID) return async () => undefined;
  return async (percent, doing) => {
    console.error(`${percent} % ${doing}`);
    const { setProgress } = await import("windmill-client");
    // A bar that can't be drawn is no reason to plan nothing.
    await setProgress(percent).catch((error: unknown) => console.error(`No progress shown: ${error}`));
  };
}
