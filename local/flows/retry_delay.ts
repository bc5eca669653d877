import type { Retry } from "./flow_definition.ts";

const MAX_SECONDS = 6 * 60 * 60;
const MAX_FAILURES = 1_000;

/**
 * Seconds until the next try after `failures` earlier failures of this step plus the present one, or undefined where
 * no try is left. First the constant tries, then the exponential ones: multiplier · seconds^(failures + 1), ± jitter.
 */
export async function nextRetry(
  retry: Retry | undefined,
  failures: number,
  isWanted: (expression: string) => Promise<boolean>,
): Promise<number | undefined> {
  if (!retry || failures > MAX_FAILURES) return undefined;
  if (retry.retry_if && !(await isWanted(retry.retry_if.expr))) return undefined;
  const delay = delaySeconds(retry, failures);
  return delay === undefined ? undefined : Math.min(delay, MAX_SECONDS);
}

/** The delay alone; `random` in [0, 1) is asked only where there is jitter. */
export function delaySeconds(
  retry: Retry,
  failures: number,
  random: () => number = Math.random,
): number | undefined {
  const constant = retry.constant?.attempts ?? 0;
  if (failures < constant) return retry.constant?.seconds ?? 0;
  const exponential = retry.exponential;
  if (!exponential || failures - constant >= exponential.attempts) return undefined;
  const seconds = exponential.multiplier * exponential.seconds ** (failures + 1);
  const share = (exponential.random_factor ?? 0) / 100;
  return share === 0 ? seconds : seconds * (1 + share * (2 * random() - 1));
}
