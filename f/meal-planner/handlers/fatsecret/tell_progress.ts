/** Shows how far a job has come, in Windmill and in the local runner; outside of a job nobody looks. */
export async function tellProgress(done: number, all: number): Promise<void> {
  if (!process.env.WM_JOB_ID || all === 0) return;
  const { setProgress } = await import("windmill-client");
  // A bar that stands still is no reason to stop the work.
  await setProgress(Math.floor((done / all) * 100)).catch(() => undefined);
}
