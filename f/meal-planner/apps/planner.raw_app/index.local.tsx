import { httpApi } from "./adapters/http.ts";
import { mountPage } from "./mount_page.tsx";

// Keeps the page itself, so that it opens in a shop without network.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js").catch((error: unknown) => {
    console.warn("The page won't open without network:", error);
  });
}
void mountPage(httpApi());
