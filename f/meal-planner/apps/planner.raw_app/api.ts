import { createContext, useContext } from "react";
import type { Answer, Args, RunnableId } from "./runnables/runnables.ts";

/** The one way out of the page: a runnable's name and its arguments in, its answer out. @throws ApiError */
export type Api = {
  call<Id extends RunnableId>(id: Id, args: Args<Id>): Promise<Answer<Id>>;
  /** Where others can open a shared list; null where they can't, because the page is inside of somebody's Windmill. */
  shareLink(token: string): string | null;
  /** Flows that wait for a decision; left out where they have a page of their own, as on Windmill. */
  approvals?: Approvals;
};

export type Approval = { run_id: string; flow: string; step: string; until: string; shown: unknown };

export type Approvals = {
  list(): Promise<Approval[]>;
  decide(decision: Pick<Approval, "run_id" | "step"> & { approved: boolean; note?: string }): Promise<void>;
};

/** Why a call failed, by the scripts' own codes, and two of the page's: nobody answered, or nobody knows why. */
export class ApiError extends Error {
  readonly code: string;
  readonly retryable: boolean;
  readonly details: unknown;

  constructor(message: string, { code, retryable = false, details }: ApiErrorFields) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.retryable = retryable;
    this.details = details;
  }
}

type ApiErrorFields = { code: string; retryable?: boolean | undefined; details?: unknown };

/** The code of a call that nobody answered: there is no network, or the server is away. */
export const OFFLINE = "OFFLINE";

export function isOffline(error: unknown): boolean {
  return error instanceof ApiError && error.code === OFFLINE;
}

const ApiContext = createContext<Api | null>(null);
export const ApiProvider = ApiContext.Provider;

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("useApi is called outside of ApiProvider. Render the page by mountPage.");
  return api;
}
