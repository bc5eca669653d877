import { QueryClient } from "@tanstack/react-query";
import { ApiError, isOffline } from "../api.ts";

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const MOST_TRIES = 3;

/**
 * What failed for good isn't tried again; what may pass is, twice. Without network nothing is repeated: what was seen last
 * stays, and is read anew when somebody answers again.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's own idea of "online" is wrong for a server on this machine.
        networkMode: "always",
        staleTime: 5 * SECOND,
        gcTime: 7 * DAY,
        refetchOnReconnect: true,
        retry: (failures, error) => failures < MOST_TRIES - 1 && mayPass(error),
        retryDelay: (failures) => Math.min(8, 2 ** failures) * SECOND,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

function mayPass(error: unknown): boolean {
  return error instanceof ApiError && error.retryable && !isOffline(error);
}
