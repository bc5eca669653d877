import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import type { DeviceStore } from "../../f/meal-planner/apps/planner.raw_app/data/device_store.ts";
import { keepAnswers } from "../../f/meal-planner/apps/planner.raw_app/data/kept_answers.ts";

function storeInMemory(): DeviceStore & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: async <Value>(key: string) => kept.get(key) as Value | undefined,
    write: async (key: string, value: unknown) => void kept.set(key, value),
  } as DeviceStore & { kept: Map<string, unknown> };
}

const offline = () => Promise.reject(new Error("no network"));

test("a list that can't be read anew without network is still kept, and shown after a reload", async () => {
  const store = storeInMemory();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  await keepAnswers(client, store);
  const queryKey = ["get_list", { list_id: "1" }];
  await client.prefetchQuery({ queryKey, queryFn: async () => ({ ticked: 0 }) });
  client.setQueryData(queryKey, { ticked: 1 });
  await client.prefetchQuery({ queryKey, queryFn: offline, staleTime: 0 });
  expect(client.getQueryState(queryKey)?.status).toBe("error");
  await vi.waitFor(() => expect(store.kept.size).toBe(1), { timeout: 5_000 });

  const reloaded = new QueryClient();
  await keepAnswers(reloaded, store);
  expect(reloaded.getQueryState(queryKey)).toMatchObject({
    status: "success",
    data: { ticked: 1 },
    error: null,
  });
});

test("what was never answered is not kept", async () => {
  const store = storeInMemory();
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  await keepAnswers(client, store);
  await client.prefetchQuery({ queryKey: ["get_plan", {}], queryFn: offline });
  await client.prefetchQuery({ queryKey: ["get_household", {}], queryFn: async () => ({ name: "ours" }) });
  await vi.waitFor(() => expect(store.kept.size).toBe(1), { timeout: 5_000 });
  const [state] = store.kept.values() as Iterable<{ queries: { queryKey: unknown[] }[] }>;
  expect(state?.queries.map(({ queryKey }) => queryKey[0])).toEqual(["get_household"]);
});
