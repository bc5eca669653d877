import { httpApi } from "./adapters/http.ts";
import { mountPage } from "./mount_page.tsx";
import { whenQuiet } from "./shell/when_quiet.ts";

await mountPage(httpApi());
// Keeps the page itself, so that it opens in a shop without network. Later, as it loads all of it once more.
if ("serviceWorker" in navigator) {
  whenQuiet(() => {
    navigator.serviceWorker.register("/sw.js").catch((error: unknown) => {
      console.warn("The page won't open without network:", error);
    });
  });
}
