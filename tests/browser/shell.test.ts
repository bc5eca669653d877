import { expect, test } from "vitest";
import { useServedPage } from "./served_page.ts";

const served = useServedPage();

test("the page opens", async () => {
  const page = await served.open();
  await page.waitForSelector("nav");
  await page.screenshot({ path: "/tmp/webdev/first.png" });
  expect(await page.title()).toMatch(/Meal planner/);
});
