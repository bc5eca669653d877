import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { runScript } from "../integration/run_script.ts";
import { DESK, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

async function ticked(): Promise<string[]> {
  const { rows } = await served.db.database.query<{ name: string }>(
    "select name from meal_planner.shopping_items where ticked order by name",
  );
  return rows.map(({ name }) => name);
}

/** The runnables whose answers this device has kept. */
function keptAnswers(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opened = indexedDB.open("meal-planner");
        opened.onsuccess = () => {
          const asked = opened.result.transaction("kept").objectStore("kept").get("answers_1");
          asked.onsuccess = () => {
            const queries: { queryKey: [string] }[] = asked.result?.queries ?? [];
            opened.result.close();
            resolve(queries.map(({ queryKey: [id] }) => id));
          };
        };
      }),
  );
}

const newest = (page: Page) => page.getByRole("checkbox").first().waitFor();

async function shareToken(): Promise<{ listId: string; token: string }> {
  const { rows } = await served.db.database.query<{ list_id: string }>(
    "select list_id from meal_planner.shopping_lists order by created_at limit 1",
  );
  const list_id = rows[0]!.list_id;
  const { token } = await runScript<{ token: string }>(
    "handlers/shopping_list/share_list",
    { list_id },
    served.db.resource,
  );
  return { listId: list_id, token };
}

describe("in a shop", () => {
  test("a tap ticks a line, and everybody sees it", async () => {
    const page = await served.open("#/shopping", PHONE);
    await newest(page);
    await page.getByRole("checkbox").first().tap();
    await expect.poll(ticked).toHaveLength(1);
    await page.getByText(/^1 of \d+ in the basket$/).waitFor();
  });

  test("ticks made without network are kept, over a reload too, and sent when it is back", async () => {
    const before = await ticked();
    const page = await served.open("#/shopping", PHONE);
    await newest(page);
    // The page's own files are kept by its service worker, once it runs.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // What was read is written to the device a moment later.
    await expect.poll(() => keptAnswers(page), { timeout: 20_000 }).toContain("get_list");
    await page.context().setOffline(true);
    await page.getByRole("checkbox", { checked: false }).first().tap();
    await page.getByRole("checkbox", { checked: false }).first().tap();
    await page.getByText(/No network\. 2 changes wait/).waitFor();
    expect(await ticked()).toEqual(before);
    await page.reload();
    await newest(page);
    expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(before.length + 2);
    served.complaints(); // a browser without network says so for each call
    await page.context().setOffline(false);
    await expect.poll(ticked, { timeout: 20_000 }).toHaveLength(before.length + 2);
    served.complaints();
  });

  test("a line is added in words", async () => {
    const page = await served.open("#/shopping", PHONE);
    await page.getByRole("combobox", { name: "Add to the list" }).fill("3 lemons for the tea");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("checkbox", { name: /lemon/i }).first().waitFor();
  });
});

test("on paper a list is dark on white, however the screen is, and the screen stays as it was", async () => {
  const page = await served.open("#/shopping", { ...DESK, colorScheme: "dark" });
  await newest(page);
  const ink = () => page.evaluate(() => getComputedStyle(document.querySelector("h1") as Element).color);
  const onScreen = await ink();
  await page.evaluate(() =>
    addEventListener("beforeprint", () => {
      document.title = getComputedStyle(document.querySelector("h1") as Element).color;
    }),
  );
  await page.pdf();
  const brightness = (colour: string) => Math.max(...(colour.match(/\d+/g) ?? []).map(Number));
  expect(brightness(await page.title())).toBeLessThan(60);
  expect(await ink()).toBe(onScreen);
  expect(brightness(onScreen)).toBeGreaterThan(200);
});

describe("a guest", () => {
  test("opens the shared list by its link, ticks it, and gets to nothing else", async () => {
    const { token } = await shareToken();
    const before = await ticked();
    const page = await served.open(`s/${token}`, PHONE, served.shareAddress);
    await newest(page);
    expect(await page.getByRole("navigation").count()).toBe(0);
    await page.getByRole("checkbox", { checked: false }).first().tap();
    await expect.poll(ticked).toHaveLength(before.length + 1);
    const refused = await page.evaluate(async () => {
      const call = (id: string) =>
        fetch(`/api/run/${id}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{}",
        }).then(({ status }) => status);
      return Promise.all(["get_plan", "get_list", "list_plans", "metrics"].map(call));
    });
    expect(refused).toEqual([404, 404, 404, 404]);
  });

  test("finds a revoked link closed", async () => {
    const { listId, token } = await shareToken();
    await runScript(
      "handlers/shopping_list/share_list",
      { list_id: listId, revoke: true },
      served.db.resource,
    );
    const page = await served.open(`s/${token}`, PHONE, served.shareAddress);
    await page.getByText(/doesn't open a list any more/).waitFor();
  });
});

test("what is bought again and again is written down once, and stopped", async () => {
  const page = await served.open("#/shopping/recurring");
  await page.getByText("Nothing comes back by itself yet").waitFor();
  await page.getByLabel("What it is").fill("2 l oat milk");
  await page.getByLabel("How often").selectOption("14");
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText(/every 14 days, next from/).waitFor();
  const stored = "select line, every_days from meal_planner.recurring_items";
  expect((await served.db.database.query(stored)).rows).toEqual([{ line: "2 l oat milk", every_days: 14 }]);
  await page.getByRole("button", { name: "Stop buying 2 l oat milk again and again" }).click();
  await page.getByText("Nothing comes back by itself yet").waitFor();
  expect((await served.db.database.query(stored)).rows).toEqual([]);
});

test("a list follows the aisles of the shop that it is done in", async () => {
  const page = await served.open("#/shopping");
  const aisles = () => page.locator(".mp-aisles h2").allInnerTexts();
  await page.locator(".mp-aisles h2").first().waitFor();
  const [first = "", second = ""] = await aisles();
  await page.getByRole("button", { name: "More for this list" }).click();
  await page.getByRole("button", { name: "Shop and its aisles" }).click();
  const sheet = page.getByRole("dialog", { name: "Shop and its aisles" });
  await sheet.getByRole("textbox", { name: "Name of the shop" }).fill("Corner shop");
  const order = sheet.getByRole("list", { name: "Aisles, as one walks past them" });
  while (!(await order.getByRole("listitem").first().innerText()).includes(second)) {
    await sheet.getByRole("button", { name: `${second}: earlier` }).click();
  }
  await sheet.getByRole("button", { name: "Shop here" }).click();
  await page.getByText("The list follows the aisles of Corner shop.").waitFor();
  await expect.poll(async () => (await aisles()).slice(0, 2)).toEqual([second, first]);
});
