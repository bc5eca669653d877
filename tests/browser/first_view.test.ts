import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { runScript } from "../integration/run_script.ts";
import { DESK, loaded, useServedPage } from "./served_page.ts";

const served = useServedPage();

const MEAL = ".mp-meal-button";

/** The runnables that a page has called, each time it did. */
const calledBy = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => /\/api\/run\/(\w+)/.exec(name)?.[1])
      .filter((id) => id !== undefined),
  );

/** The first meal's recipe gets another name. */
async function renameRecipe(name: string): Promise<void> {
  await served.db.database.query(
    `update meal_planner.recipes set name = $1::text where recipe_id =
       (select recipe_id from meal_planner.plan_meals order by date, position limit 1)`,
    [name],
  );
}

describe("a week's first view", () => {
  test("asks for the plan once, before the page's own code runs", async () => {
    const page = await served.open("#/week");
    await page.locator(MEAL).first().waitFor();
    const asked = await calledBy(page);
    expect(asked.filter((id) => id === "get_plan")).toHaveLength(1);
    const { begun, ran } = await page.evaluate(() => {
      const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      return {
        begun: entries.find(({ name }) => name.endsWith("/api/run/get_plan"))?.startTime,
        // When the scripts of the document have run.
        ran: navigation?.domContentLoadedEventStart,
      };
    });
    expect(begun).toBeLessThan(ran ?? 0);
  });

  test("shows what is new, not what the device has kept", async () => {
    const page = await served.open("#/week");
    await page.locator(MEAL).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForTimeout(1_000); // until the answers are kept
    await renameRecipe("A name of today");
    await page.reload();
    await page.locator(MEAL, { hasText: "A name of today" }).first().waitFor();
  });

  test("has all other parts loaded soon, so that they open when the server is away", async () => {
    const page = await served.open("#/week");
    await page.locator(MEAL).first().waitFor();
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("/assets/later_parts")),
    );
    await page.locator("canvas").waitFor();
    await page.context().setOffline(true);
    await page.goto(`${served.address}#/recipes`);
    await page.getByRole("heading", { name: "Recipes" }).waitFor();
    await page.context().setOffline(false);
  });
});

test("a part that can't be loaded says so in its place, and is loaded when it can be", async () => {
  const page = await served.open("#/nothing", { ...DESK, serviceWorkers: "block" });
  await page.route("**/assets/later_parts*", (route) => route.abort());
  await page.goto(`${served.address}#/recipes`);
  await page.reload();
  await page.getByRole("alert").waitFor();
  await page.unroute("**/assets/later_parts*");
  await page.getByRole("button", { name: "Load again" }).click();
  await loaded(page);
  await page.getByRole("heading", { name: "Recipes" }).waitFor();
  expect(served.complaints().length).toBeGreaterThan(0);
});

test("a shared list's page asks for that list, and for nothing else of the household", async () => {
  const { rows } = await served.db.database.query<{ list_id: string }>(
    "select list_id from meal_planner.shopping_lists order by created_at limit 1",
  );
  const { token } = await runScript<{ token: string }>(
    "handlers/shopping_list/share_list",
    { list_id: rows[0]?.list_id },
    served.db.resource,
  );
  for (const base of [served.address, served.shareAddress]) {
    const page = await served.open(`s/${token}`, DESK, base);
    await page.getByRole("checkbox").first().waitFor();
    await page.waitForTimeout(2_500); // by then other pages have read ahead
    expect(new Set(await calledBy(page)), base).toEqual(new Set(["shared_list"]));
  }
});
