import { type Api, ApiError } from "../api.ts";
import { backend } from "../wmill";

/** The codes of the scripts' errors whose class isn't simply named so. */
const CODES: Record<string, string> = { TimedOut: "TIMEOUT", Upstream: "UPSTREAM_UNAVAILABLE" };

/** Calls the scripts by Windmill, as jobs. */
export function windmillApi(): Api {
  return {
    async call(id, args) {
      const run = backend[id];
      if (!run) throw new ApiError(`The app has no runnable ${id}. Deploy it again.`, { code: "INTERNAL" });
      try {
        return (await run(args)) as never;
      } catch (error) {
        throw readFailure(error instanceof Error ? error.message : String(error));
      }
    },
    shareLink: () => null,
  };
}

/** Windmill hands over an error as text only, its class first: "Conflict: This plan is at version 3…". */
export function readFailure(text: string): ApiError {
  const found = /(?:^|\s)([A-Z]\w+): ([^\n]+)/.exec(text);
  const name = found?.[1] ?? "";
  const code = CODES[name] ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  return new ApiError(found?.[2] ?? text, { code: code || "INTERNAL" });
}
