import { expect, test } from "vitest";
import { accessibilityProblems, DESK, loaded, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

const ROUTES = ["week", "shopping", "shopping/pantry", "recipes", "goals"];
const LOOKS = [
  { look: "on a desk, in light", device: { ...DESK, colorScheme: "light" as const } },
  { look: "on a phone, in the dark", device: { ...PHONE, colorScheme: "dark" as const } },
];

for (const { look, device } of LOOKS) {
  test(`every page is open to everybody ${look}, and none is wider than the screen`, {
    timeout: 120_000,
  }, async () => {
    const page = await served.open("#/week", device);
    const recipe = await served.db.database.query<{ recipe_id: string }>(
      "select recipe_id from meal_planner.recipes order by name limit 1",
    );
    const problems: Record<string, string[]> = {};
    for (const route of [...ROUTES, `recipes/${recipe.rows[0]?.recipe_id}`]) {
      await page.goto(`${served.address}#/${route}`);
      await loaded(page);
      const found = await accessibilityProblems(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${overflow} px wider than the screen`);
      if (found.length > 0) problems[route] = found;
    }
    expect(problems).toEqual({});
  });
}

test("the page can be gone through by the keyboard alone, and skips to its content", async () => {
  const page = await served.open("#/shopping");
  await loaded(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("#content") !== null)).toBe(true);
});
