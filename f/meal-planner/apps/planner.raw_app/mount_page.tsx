import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import React from "react";
import { createRoot } from "react-dom/client";
import { type Api, ApiProvider } from "./api.ts";
import { openDeviceStore } from "./data/device_store.ts";
import { keepAnswers } from "./data/kept_answers.ts";
import { createQueryClient } from "./data/query_client.ts";
import { TickQueueProvider } from "./pages/shopping/tick_queue.tsx";
import "./design/styles.ts";
import { cssVariables, theme } from "./design/theme.ts";
import { SettingsProvider } from "./format/settings.tsx";
import { NoticeProvider } from "./shell/notices.tsx";
import { Shell } from "./shell/Shell.tsx";

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
  const store = await openDeviceStore();
  const client = createQueryClient();
  await keepAnswers(client, store);
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
}
