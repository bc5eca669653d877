import { type DehydratedState, dehydrate, hydrate, type QueryClient } from "@tanstack/react-query";
import type { RunnableId } from "../runnables/runnables.ts";
import type { DeviceStore } from "./device_store.ts";

/** The answers that a shop without network needs. */
const KEPT: ReadonlySet<string> = new Set<RunnableId>([
  "get_household",
  "get_plan",
  "list_plans",
  "get_list",
  "get_pantry",
]);

// Another number where an answer's shape changes, so that an old one isn't shown.
const KEY = "answers_1";
const WRITE_AFTER_MS = 500;

/** Puts the answers kept last time into the client, and keeps new ones from now on. */
export async function keepAnswers(client: QueryClient, store: DeviceStore): Promise<void> {
  const shown = store.read<DehydratedState>(KEY).then((kept) => {
    // An answer that came meanwhile is newer, and stays.
    if (kept) hydrate(client, kept);
  });
  let isWaiting = false;
  client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    if (!KEPT.has(String(event.query.queryKey[0]))) return;
    // Not put off by answers that keep coming: what is there by then is written, and what comes later by the next.
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(async () => {
      isWaiting = false;
      await shown;
      await write(client, store);
    }, WRITE_AFTER_MS);
  });
  await shown;
}

async function write(client: QueryClient, store: DeviceStore): Promise<void> {
  const { queries } = dehydrate(client, {
    // Also what could not be read anew: without network that is the very answer to keep.
    shouldDehydrateQuery: ({ queryKey, state }) => state.data !== undefined && KEPT.has(String(queryKey[0])),
  });
  const state: DehydratedState = { mutations: [], queries: queries.map(asAnswered) };
  // As text: a proxy or a function in an answer would make the browser refuse to keep it.
  await store.write(KEY, JSON.parse(JSON.stringify(state)));
}

/** A query as it was when its answer came: that it could not be read anew later is nothing to keep. */
function asAnswered(query: DehydratedState["queries"][number]): DehydratedState["queries"][number] {
  return { ...query, state: { ...query.state, status: "success", error: null, fetchFailureReason: null } };
}
