/**
 * What goes wrong with a call. `slow` delays it. `status`, `cut_before` and `html` come instead of the effect; those after
 * them come after it, in place of the answer (`hang_after`: none ever); `half` breaks a create of a recipe off before its
 * steps.
 */
export type FaultKind =
  | "slow"
  | "status"
  | "cut_before"
  | "html"
  | "cut_after"
  | "malformed"
  | "html_after"
  | "hang_after"
  | "half";

export type Fault = {
  kind: FaultKind;
  /** Which calls; left out, any. */
  method?: string;
  /** A regular expression. */
  path?: string;
  /** How many calls; default 1, -1 all. */
  times?: number;
  /** How many of those calls go well first. Default 0. */
  after?: number;
  /** How slow, in milliseconds. */
  ms?: number;
  /** For `status`, and what HTML comes with. Default 500. */
  status?: number;
  /** Of a 429, in seconds. */
  retry_after?: number;
  /** As seconds, or as a date. */
  retry_after_form?: "seconds" | "date";
};

export class Faults {
  private told: Fault[] = [];

  set(faults: Fault[]): void {
    this.told = faults.map((fault) => ({ ...fault }));
  }

  /** The fault that a call meets, if any; it is used up by that. */
  take(method: string, path: string): Fault | undefined {
    for (const fault of this.told) {
      const times = fault.times ?? 1;
      if (times === 0 || (fault.method && fault.method !== method)) continue;
      if (fault.path && !new RegExp(fault.path).test(path)) continue;
      if (fault.after) {
        fault.after--;
        continue;
      }
      if (times > 0) fault.times = times - 1;
      return fault;
    }
    return undefined;
  }
}

export const retryAfterHeader = (fault: Fault) => {
  const seconds = fault.retry_after ?? 1;
  return fault.retry_after_form === "date"
    ? new Date(Date.now() + seconds * 1000).toUTCString()
    : String(seconds);
};
