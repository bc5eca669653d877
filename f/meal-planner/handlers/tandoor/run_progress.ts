/** Where a run tells how far it is. */
export type ProgressSink = (done: number, total: number) => Promise<void>;

/** Windmill shows whole percents; telling it costs two calls. */
const LEAST_MS_BETWEEN = 1000;
const LEAST_MS_BETWEEN_LINES = 5000;

/**
 * Windmill's progress bar for the job that this runs in (the local runner shows one too), and a line in its log now and
 * then. Outside of a job nothing is told.
 */
export function jobProgress(): ProgressSink {
  if (!process.env.WM_JOB_ID) return async () => undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let toldPercent = -1;
  return async (done, total) => {
    // Windmill takes 1 to 99; at 100 the job is done.
    const percent = Math.min(99, Math.max(1, Math.floor((100 * done) / Math.max(1, total))));
    const now = performance.now();
    if (percent === toldPercent || now - toldAt < LEAST_MS_BETWEEN) return;
    toldAt = now;
    toldPercent = percent;
    if (now - loggedAt >= LEAST_MS_BETWEEN_LINES) {
      loggedAt = now;
      console.error(`${done} of ${total} recipes done`);
    }
    const { setProgress } = await import("windmill-client");
    // A bar that can't be drawn is no reason to stop the run.
    await setProgress(percent).catch((error: unknown) => console.error(`No progress shown: ${error}`));
  };
}

/** Counts what is done of what there is to do. The total may grow while the run finds more. */
export class Progress {
  private done = 0;
  private total = 0;

  constructor(private readonly sink: ProgressSink) {}

  async expect(more: number): Promise<void> {
    this.total += more;
    await this.sink(this.done, this.total);
  }

  async finish(count = 1): Promise<void> {
    this.done += count;
    await this.sink(this.done, Math.max(this.total, this.done));
  }
}
