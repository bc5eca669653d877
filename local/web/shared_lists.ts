import { RateLimited, reportError } from "../../f/meal-planner/database/errors.ts";
import { CallBudget } from "./call_budget.ts";

/** All that a shared link opens: each takes the link's token and answers for its list alone. */
export const SHARED_RUNNABLES: readonly string[] = ["shared_list", "tick_shared_list"];

// A shop's worth of ticks in one go, then two a second; and a handful of mistyped links, then one in ten seconds.
const CALLS = { burst: 240, perSecond: 2 };
const WRONG_TOKENS = { burst: 20, perSecond: 0.1 };

/** Bounds how often an address may call for shared lists, and more narrowly how often with a token that opens none. */
export class SharedLimit {
  private readonly calls = new CallBudget(CALLS.burst, CALLS.perSecond);
  private readonly wrong = new CallBudget(WRONG_TOKENS.burst, WRONG_TOKENS.perSecond);

  /** @throws RateLimited where the address has used up its calls or its wrong tokens; else what `work` throws. */
  async run<T>(address: string, work: () => Promise<T>): Promise<T> {
    refuse(this.calls.take(address, performance.now()));
    refuse(this.wrong.peek(address, performance.now()));
    try {
      return await work();
    } catch (error) {
      if (reportError(error).code === "NOT_FOUND") this.wrong.take(address, performance.now());
      throw error;
    }
  }
}

function refuse(waitSeconds: number): void {
  if (waitSeconds > 0) {
    throw new RateLimited(`Too many calls. Try again in ${waitSeconds} s.`, waitSeconds);
  }
}
