import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { isOffline } from "../api.ts";

/** Whether the last call that a query made went unanswered. */
export function useIsOffline(): boolean {
  const cache = useQueryClient().getQueryCache();
  const client = useQueryClient();
  const offline = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => cache.getAll().some((query) => query.getObserversCount() > 0 && isOffline(query.state.error)),
  );
  useEffect(() => {
    // The browser may be wrong about the network; asking tells.
    const ask = () => void client.refetchQueries({ type: "active" });
    addEventListener("offline", ask);
    addEventListener("online", ask);
    return () => {
      removeEventListener("offline", ask);
      removeEventListener("online", ask);
    };
  }, [client]);
  useEffect(() => {
    if (!offline) return;
    const timer = setInterval(() => void client.refetchQueries({ type: "active" }), 10_000);
    return () => clearInterval(timer);
  }, [offline, client]);
  return offline;
}
