import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { accessibilityProblems, DESK, loaded, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

const ROUTES = [
  ...[
    "week",
    "shopping",
    "shopping/pantry",
    "shopping/recurring",
    "recipes",
    "goals",
    "goals/goals",
    "goals/progress",
  ],
  "settings",
];
const DEVICES = [
  { device: "on a desk", options: DESK },
  { device: "on a phone", options: PHONE },
];
const NARROWEST = { width: 320, height: 640 };

/** What makes the page wider than its window, innermost parts only; nothing where it fits. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll("body *")].filter(
      (part) => part.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const innermost = over.filter((part) => !over.some((other) => other !== part && part.contains(other)));
    return [
      `${scrollWidth - clientWidth} px`,
      ...innermost.slice(0, 5).map((part) => `${part.tagName} ${part.className}`),
    ];
  });
}

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
      for (const size of [usual, NARROWEST]) {
        await page.setViewportSize(size);
        const wide = await tooWide(page);
        if (wide.length > 0) found.push(`wider than a screen of ${size.width}: ${wide.join(", ")}`);
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
