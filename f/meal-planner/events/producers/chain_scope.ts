import { AsyncLocalStorage } from "node:async_hooks";
import { newId } from "../../database/new_id.ts";
import { runCorrelation } from "./run_correlation.ts";

/** What ties events together: see `EventMetadata`. */
export type Chain = { correlationId: string; causationId: string | null };

const scope = new AsyncLocalStorage<Chain>();

/**
 * Runs `work`, whose events belong to the given chain wherever they don't name a cause of their own. For work that outlives
 * its process: the run that carries it on is another one than the run that began it.
 */
export function inChain<T>(chain: Chain, work: () => Promise<T>): Promise<T> {
  return scope.run(chain, work);
}

/** The chain of events without a cause: that of `inChain`, else the flow run's that this process is a step of, else a new one. */
export function currentChain(): Chain {
  return scope.getStore() ?? { correlationId: runCorrelation() ?? newId(), causationId: null };
}
