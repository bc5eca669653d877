import { MantineProvider } from "@mantine/core";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import React from "react";
import { createRoot } from "react-dom/client";
import { type Api, ApiProvider } from "./api.ts";
import { type DeviceStore, openDeviceStore } from "./data/device_store.ts";
import { keepAnswers } from "./data/kept_answers.ts";
import { createQueryClient } from "./data/query_client.ts";
import { answerKey } from "./data/use_answer.ts";
import { TickQueueProvider } from "./pages/shopping/tick_queue.tsx";
import "./design/styles.ts";
import { cssVariables, theme } from "./design/theme.ts";
import { SettingsProvider } from "./format/settings.tsx";
import { firstCalls } from "./shell/first_calls.ts";
import { loadTheRest } from "./shell/later.tsx";
import { NoticeProvider } from "./shell/notices.tsx";
import { type Route, readRoute } from "./shell/route.ts";
import { loadPageOf } from "./shell/routes.tsx";
import { Shell } from "./shell/Shell.tsx";
import { whenQuiet } from "./shell/when_quiet.ts";

// An empty page that is drawn before its answer comes takes longer to fill than to draw at once.
const ANSWERED_SOON_MS = 300;

/** The local server lets in only styles that carry its nonce; Windmill has none. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";
}

/** Shows the page in #root. What was seen last is there at once, before anybody answers. */
export async function mountPage(api: Api): Promise<void> {
  const root = document.getElementById("root");
  if (!root) throw new Error("The document has no #root to show the page in.");
  // Windmill's frame doesn't say what language its page is in.
  document.documentElement.lang = "en";
  // Where the library that holds the page still behind a sheet looks for it.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
  const store = openDeviceStore();
  const client = createQueryClient();
  const route = readRoute(location.hash);
  await Promise.all([somethingToShow(api, client, store, route), loadPageOf(route).catch(shownInItsPlace)]);
  createRoot(root).render(
    <React.StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
        // All of them are written at the start, so their stylesheet needn't be loaded too.
        deduplicateCssVariables={false}
      >
        <ApiProvider value={api}>
          <QueryClientProvider client={client}>
            <SettingsProvider store={store}>
              <NoticeProvider>
                <TickQueueProvider store={store}>
                  <Shell />
                </TickQueueProvider>
              </NoticeProvider>
            </SettingsProvider>
          </QueryClientProvider>
        </ApiProvider>
      </MantineProvider>
    </React.StrictMode>,
  );
  whenQuiet(() => {
    loadTheRest().catch((error: unknown) =>
      console.warn("Parts of the page won't open without network:", error),
    );
  });
}

/** Waits for what the store has kept or, where that comes first, for the answers of the route's first view. */
async function somethingToShow(
  api: Api,
  client: QueryClient,
  store: DeviceStore,
  route: Route,
): Promise<void> {
  const kept = keepAnswers(client, store);
  const calls = firstCalls(route);
  if (calls.length === 0) return kept;
  const answered = calls.map(({ id, args }) =>
    client.fetchQuery({ queryKey: answerKey(id, args), queryFn: () => api.call(id, args) }),
  );
  const isKept = () => calls.every(({ id, args }) => client.getQueryData(answerKey(id, args)) !== undefined);
  await Promise.race([
    // What fails is told by the page that asks for it.
    Promise.all(answered).catch(() => kept),
    kept.then(() => (isKept() ? undefined : pause(ANSWERED_SOON_MS))),
  ]);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** A page that can't be loaded is asked for again where it is shown, and says there why it can't. */
function shownInItsPlace(): void {}
