import { expect, test } from "vitest";
import { accessibilityProblems, DESK, loaded, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

const ROUTES = [
  ...["week", "shopping", "shopping/pantry", "recipes", "goals", "goals/goals", "goals/progress"],
  "settings",
];
const DEVICES = [
  { device: "on a desk", options: DESK },
  { device: "on a phone", options: PHONE },
];
const NARROW = ROUTES.filter((route) => route !== "week");
const NARROWEST = { width: 320, height: 640 };

for (const { device, options } of DEVICES) {
  test(`every page is open to everybody ${device}, light and dark, and none is wider than the screen`, {
    timeout: 240_000,
  }, async () => {
    const page = await served.open("#/week", { ...options, colorScheme: "light" });
    const recipe = await served.db.database.query<{ recipe_id: string }>(
      "select recipe_id from meal_planner.recipes order by name limit 1",
    );
    const problems: Record<string, string[]> = {};
    for (const route of [...ROUTES, `recipes/${recipe.rows[0]?.recipe_id}`]) {
      await page.goto(`${served.address}#/${route}`);
      await loaded(page);
      const found = await accessibilityProblems(page);
      await page.emulateMedia({ colorScheme: "dark" });
      // All but colours is the same in the dark.
      found.push(...(await accessibilityProblems(page, ["color-contrast"])));
      await page.emulateMedia({ colorScheme: "light" });
      const usual = page.viewportSize() ?? NARROWEST;
      for (const size of NARROW.includes(route) ? [usual, NARROWEST] : [usual]) {
        await page.setViewportSize(size);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) found.push(`${overflow} px wider than a screen of ${size.width}`);
      }
      await page.setViewportSize(usual);
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
