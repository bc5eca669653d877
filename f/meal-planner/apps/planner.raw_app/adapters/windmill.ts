import { type Api, ApiError } from "../api.ts";
import { backend } from "../wmill";
import { readFailure } from "./windmill_failure.ts";

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
