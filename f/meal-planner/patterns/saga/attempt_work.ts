import { TimedOut } from "../../database/errors.ts";

export type Attempt = { ok: true; output: unknown } | { ok: false; error: unknown };

/**
 * One try of a step's work, to its deadline; it never throws. Past the deadline the work may still be running: it has
 * been told by the signal, and outside systems know it by its key. The output is as it will read when it comes
 * back from the database.
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
  try {
    return { ok: true, output: await Promise.race([run(), timeout]) };
  } catch (error) {
    return { ok: false, error };
  } finally {
    clearTimeout(timer);
  }
}
