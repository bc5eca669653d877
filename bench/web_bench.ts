// The page in Chromium, on a household with a thousand recipes and a year of plans: how long until the week is seen.
import { availableParallelism, loadavg } from "node:os";
import { type Browser, chromium, type Page } from "playwright-core";
import { Database } from "../f/meal-planner/database/connection.ts";
import { chromiumOptions, findChromium, HOW_TO_GET_CHROMIUM } from "../local/chromium.ts";
import { buildApp } from "../local/web/app_build.ts";
import { serveWeb } from "../local/web/web_server.ts";
import { grownHousehold } from "./grown_household.ts";
import { withEmptyDatabase } from "./web_database.ts";

const RUNS = 7;
const CALLS = 15;
const GOAL = { firstViewMs: 1_000, bundleKb: 300 };

function print(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ bench: "web", ...figure })}\n`);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const rounded = (ms: number) => Math.round(ms * 10) / 10;

/** Milliseconds from the start of the navigation until the browser has drawn a frame with these parts in it. */
async function seen(page: Page, selector: string, atLeast: number): Promise<number> {
  await page
    .locator(selector)
    .nth(atLeast - 1)
    .waitFor();
  return page.evaluate(
    () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
  );
}

const MEALS = ".mp-meal-button";

type View = {
  first: number;
  again: number;
  /** Processor time of the page's main thread until then: other programs on the machine don't add to it. */
  thread: number;
};

async function viewWeek(browser: Browser, address: string): Promise<View> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`${address}#/week`, { waitUntil: "commit" });
  const first = await seen(page, MEALS, 28);
  const { metrics } = await session.send("Performance.getMetrics");
  const thread = (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
  await page.waitForTimeout(1_500); // until its files and answers are kept
  await page.reload({ waitUntil: "commit" });
  const again = await seen(page, MEALS, 28);
  await context.close();
  return { first, again, thread };
}

async function openRecipes(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}#/recipes`, { waitUntil: "commit" });
  const ms = await seen(page, "main a[href^='#/recipes/']", 10);
  await context.close();
  return ms;
}

async function timeCall(address: string, id: string, args: object): Promise<{ ms: number; kb: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let run = 0; run < CALLS; run++) {
    const started = performance.now();
    const response = await fetch(`${address}api/run/${id}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(args),
    });
    const body = await response.text();
    if (!response.ok) throw new Error(`${id}: ${body}`);
    bytes = body.length;
    times.push(performance.now() - started);
  }
  return { ms: rounded(median(times)), kb: Math.round(bytes / 1024) };
}

const executable = findChromium();
if (!executable) throw new Error(HOW_TO_GET_CHROMIUM);
await withEmptyDatabase(async (resource) => {
  const database = new Database(resource, { maxConnections: 8 });
  const grown = await grownHousehold(database);
  const app = await buildApp();
  const bundle = rounded((app.script.gzip.length + app.style.gzip.length) / 1024);
  print({ name: "bundle, gzipped", kb: bundle, goal_kb: GOAL.bundleKb, met: bundle < GOAL.bundleKb });
  const web = await serveWeb({ database, port: 0 });
  const browser = await chromium.launch(chromiumOptions(executable));
  try {
    const views: View[] = [];
    for (let run = 0; run < RUNS; run++) views.push(await viewWeek(browser, web.address));
    const first = rounded(median(views.map((view) => view.first)));
    print({
      name: "first view of a week, nothing kept",
      ms: first,
      slowest_ms: rounded(Math.max(...views.map((view) => view.first))),
      main_thread_ms: rounded(median(views.map((view) => view.thread))),
      // What else the machine was doing: over the number of cores, the figure says more of that than of the page.
      load: rounded(loadavg()[0] ?? 0),
      cores: availableParallelism(),
      ...grown,
      goal_ms: GOAL.firstViewMs,
      met: first < GOAL.firstViewMs,
    });
    print({ name: "view of a week, seen before", ms: rounded(median(views.map((view) => view.again))) });
    const recipes = [];
    for (let run = 0; run < 3; run++) recipes.push(await openRecipes(browser, web.address));
    print({ name: "list of recipes, nothing kept", ms: rounded(median(recipes)), recipes: grown.recipes });
    for (const id of ["get_plan", "list_plans", "list_recipes", "get_list", "get_household", "metrics"]) {
      print({ name: `call ${id}`, ...(await timeCall(web.address, id, {})) });
    }
  } finally {
    await browser.close();
    await web.close();
    await database.close();
  }
});
