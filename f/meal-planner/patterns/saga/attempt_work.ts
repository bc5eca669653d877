import { TimedOut } from "../../database/errors.ts";

export type Attempt = { ok: true; output: unknown } | { ok: false; error: unknown };

// Enough for the call that is under way: the HTTP client gives one up after 30 s.
const GRACE_SECONDS = 30;

/**
 * One try of a step's work, to its deadline; it never throws. Past the deadline the work is told by the signal, and what it
 * is in the middle of may end, within 30 s: whoever looks or undoes next comes after it. Work that doesn't listen may
 * still be running then. The output is as it will read when it comes back from the database.
 */
export async function attemptWork(
  work: (signal: AbortSignal) => Promise<unknown>,
  deadlineSeconds: number,
  lost: AbortSignal,
): Promise<Attempt> {
  const deadline = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new TimedOut(`It took longer than its deadline of ${deadlineSeconds} s.`);
      reject(error);
      deadline.abort(error);
    }, deadlineSeconds * 1000);
  });
  const run = async () => {
    const output = await work(AbortSignal.any([deadline.signal, lost]));
    return output === undefined ? null : (JSON.parse(JSON.stringify(output)) as unknown);
  };
  const running = run();
  try {
    return { ok: true, output: await Promise.race([running, timeout]) };
  } catch (error) {
    if (deadline.signal.aborted) await ended(running);
    return { ok: false, error };
  } finally {
    clearTimeout(timer);
  }
}

async function ended(running: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, GRACE_SECONDS * 1000);
  });
  // How it ends is its own matter: the outcome is unknown either way.
  await Promise.race([running.then(ignore, ignore), grace]);
  clearTimeout(timer);
}

function ignore(): void {}
