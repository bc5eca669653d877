// The page in Chromium, on a household with a thousand recipes and a year of plans: how long until the week is seen.
import { availableParallelism, loadavg } from "node:os";
import { type Browser, chromium } from "playwright-core";
import { Database } from "../f/meal-planner/database/connection.ts";
import { chromiumOptions, findChromium, HOW_TO_GET_CHROMIUM } from "../local/chromium.ts";
import { buildApp } from "../local/web/app_build.ts";
import { pageSizes } from "../local/web/page_sizes.ts";
import { grownHousehold } from "./grown_household.ts";
import { median, medianView, rounded, untilKept, type View, view } from "./page_view.ts";
import { type ServedPage, servePage } from "./served_page.ts";
import { withEmptyDatabase } from "./web_database.ts";

const RUNS = 9;
const CALLS = 15;
const GOAL = { firstViewMs: 1_000, bundleKb: 300 };
const DESK = { viewport: { width: 1280, height: 900 } };
const WEEK = { selector: ".mp-meal-button", atLeast: 28 };
const RECIPES = { selector: "main a[href^='#/recipes/']", atLeast: 10 };
// A browser that has just been started still loads parts of its own.
const STARTED_MS = 1_500;

function print(figure: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify({ bench: "web", ...figure })}\n`);
}

/** What else the machine was doing: over the number of cores, moments say more of that than of the page. */
function printView(name: string, views: readonly View[], more: Record<string, unknown> = {}): void {
  const { seen_ms, fastest_ms, slowest_ms, ...parts } = medianView(views);
  const goal = { goal_ms: GOAL.firstViewMs, met: seen_ms < GOAL.firstViewMs };
  const load = rounded(loadavg()[0] ?? 0);
  print({
    name,
    ms: seen_ms,
    fastest_ms,
    slowest_ms,
    ...goal,
    load,
    cores: availableParallelism(),
    ...parts,
    ...more,
  });
}

/** A view with nothing kept, and the same once more with all kept. */
async function viewTwice(browser: Browser, server: ServedPage): Promise<{ first: View; again: View }> {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  const first = await view(
    page,
    server,
    () => page.goto(`${server.address}#/week`, { waitUntil: "commit" }),
    WEEK,
  );
  await untilKept(context, page);
  const again = await view(page, server, () => page.reload({ waitUntil: "commit" }), WEEK);
  await context.close();
  return { first, again };
}

async function viewOnce(
  browser: Browser,
  server: ServedPage,
  route: string,
  shown: typeof WEEK,
): Promise<View> {
  const context = await browser.newContext(DESK);
  const page = await context.newPage();
  const seen = await view(
    page,
    server,
    () => page.goto(server.address + route, { waitUntil: "commit" }),
    shown,
  );
  await context.close();
  return seen;
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
const launch = () => chromium.launch(chromiumOptions(executable));
await withEmptyDatabase(async (resource) => {
  const database = new Database(resource, { maxConnections: 8 });
  const grown = await grownHousehold(database);
  await database.close();
  const { wholeKb, firstViewKb } = pageSizes(await buildApp());
  print({ name: "bundle, gzipped", kb: wholeKb, goal_kb: GOAL.bundleKb, met: wholeKb < GOAL.bundleKb });
  print({ name: "of it for the first view", kb: firstViewKb });
  const server = await servePage(resource);
  const browser = await launch();
  try {
    await viewTwice(browser, server); // warms the server and the browser up
    const fresh: View[] = [];
    const first: View[] = [];
    const again: View[] = [];
    const recipes: View[] = [];
    // In turns, so that a busy moment of the machine falls on all of them.
    for (let run = 0; run < RUNS; run++) {
      const started = await launch();
      await new Promise((resolve) => setTimeout(resolve, STARTED_MS));
      fresh.push(await viewOnce(started, server, "#/week", WEEK));
      await started.close();
      const twice = await viewTwice(browser, server);
      first.push(twice.first);
      again.push(twice.again);
      recipes.push(await viewOnce(browser, server, "#/recipes", RECIPES));
    }
    printView("first view of a week, nothing kept", first, grown);
    printView("first view of a week, in a browser just started", fresh);
    printView("view of a week, seen before", again);
    printView("list of recipes, nothing kept", recipes, { recipes: grown.recipes });
    for (const id of ["get_plan", "list_plans", "list_recipes", "get_list", "get_household", "metrics"]) {
      print({ name: `call ${id}`, ...(await timeCall(server.address, id, {})) });
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
