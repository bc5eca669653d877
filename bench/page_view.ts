import type { BrowserContext, CDPSession, Page } from "playwright-core";
import type { ServedPage } from "./served_page.ts";

/** How a view came to be, in milliseconds; each moment is counted from the start of the navigation. */
export type View = {
  seen_ms: number;
  document_ms: number;
  /** All that the document names has come. */
  files_ms: number;
  /** The first call's answer has come. */
  answered_ms: number;
  first_paint_ms: number;
  // Processor time doesn't grow with what else the machine does, as the moments above do.
  main_thread_cpu_ms: number;
  script_cpu_ms: number;
  layout_cpu_ms: number;
  server_cpu_ms: number;
  requests: number;
  received_kb: number;
};

/** Opens an address and waits until the browser has drawn a frame with so many parts of it. */
export async function view(
  page: Page,
  server: ServedPage,
  open: () => Promise<unknown>,
  shown: { selector: string; atLeast: number },
): Promise<View> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript(markWhenSeen, shown);
  const before = await cpu(session);
  const serverBefore = await server.cpuMs();
  await open();
  await page
    .locator(shown.selector)
    .nth(shown.atLeast - 1)
    .waitFor();
  const moments = await page.evaluate(momentsSeen);
  const after = await cpu(session);
  const serverAfter = await server.cpuMs();
  await session.detach();
  return {
    ...moments,
    main_thread_cpu_ms: after.TaskDuration - before.TaskDuration,
    script_cpu_ms: after.ScriptDuration - before.ScriptDuration,
    layout_cpu_ms:
      after.LayoutDuration - before.LayoutDuration + after.RecalcStyleDuration - before.RecalcStyleDuration,
    server_cpu_ms: serverAfter - serverBefore,
  };
}

/** Runs in the page before anything of its own: what asks from outside would have to wait for its turn on a busy thread. */
function markWhenSeen({ selector, atLeast }: { selector: string; atLeast: number }): void {
  new MutationObserver((_, observer) => {
    if (document.querySelectorAll(selector).length < atLeast) return;
    observer.disconnect();
    // After the frame that they are in.
    requestAnimationFrame(() => setTimeout(() => performance.mark("seen")));
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page. */
function momentsSeen() {
  return new Promise<
    Pick<
      View,
      "seen_ms" | "document_ms" | "files_ms" | "answered_ms" | "first_paint_ms" | "requests" | "received_kb"
    >
  >((resolve) => {
    const look = () => {
      const seen = performance.getEntriesByName("seen")[0]?.startTime;
      const [painted] = performance.getEntriesByName("first-contentful-paint");
      if (seen === undefined || painted === undefined) return setTimeout(look);
      const [document] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const came = entries.filter((entry) => entry.responseEnd > 0 && entry.responseEnd <= seen);
      const last = (pattern: RegExp, pick: "max" | "min") => {
        const ends = came.filter(({ name }) => pattern.test(name)).map(({ responseEnd }) => responseEnd);
        return ends.length > 0 ? Math[pick](...ends) : 0;
      };
      resolve({
        // A frame is shown somewhat after the thread has drawn it.
        seen_ms: Math.max(seen, painted.startTime),
        document_ms: document?.responseEnd ?? 0,
        files_ms: last(/\/assets\/(index|chunk|begin)/, "max"),
        answered_ms: last(/\/api\/run\//, "min"),
        first_paint_ms: painted.startTime,
        requests: came.length + 1,
        received_kb:
          [document, ...came].reduce((sum, entry) => sum + (entry?.encodedBodySize ?? 0), 0) / 1024,
      });
    };
    look();
  });
}

type Cpu = Record<"TaskDuration" | "ScriptDuration" | "LayoutDuration" | "RecalcStyleDuration", number>;

async function cpu(session: CDPSession): Promise<Cpu> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return {
    TaskDuration: of("TaskDuration"),
    ScriptDuration: of("ScriptDuration"),
    LayoutDuration: of("LayoutDuration"),
    RecalcStyleDuration: of("RecalcStyleDuration"),
  };
}

/** The median of each figure by itself, and the slowest view. */
export function medianView(views: readonly View[]): View & { fastest_ms: number; slowest_ms: number } {
  const [first] = views;
  if (!first) throw new Error("There is no view to take a median of.");
  const names = Object.keys(first) as (keyof View)[];
  const medians = names.map((name) => [name, rounded(median(views.map((one) => one[name])))]);
  const seen = views.map(({ seen_ms }) => seen_ms);
  return {
    ...(Object.fromEntries(medians) as View),
    fastest_ms: rounded(Math.min(...seen)),
    slowest_ms: rounded(Math.max(...seen)),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export const rounded = (value: number) => Math.round(value * 10) / 10;

/** Waits until the page has been kept: its files by the service worker, its answers by the page. */
export async function untilKept(context: BrowserContext, page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForTimeout(1_500);
  if (context.serviceWorkers().length === 0) throw new Error("The page has no service worker.");
}
