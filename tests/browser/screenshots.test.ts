// The pictures of the README: SCREENSHOTS=docs/screenshots npm run test:browser -- tests/browser/screenshots.test.ts
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { test } from "vitest";
import { REPOSITORY } from "../../local/repository.ts";
import { loaded, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();
const folder = process.env.SCREENSHOTS;
// Small enough for a repository: under 150 kB each.
const SMALL_DESK = { viewport: { width: 1160, height: 820 } };
const SHOTS = [
  { name: "week", route: "week", device: { ...SMALL_DESK, colorScheme: "light" as const } },
  { name: "week_dark", route: "week", device: { ...SMALL_DESK, colorScheme: "dark" as const } },
  { name: "shopping_phone", route: "shopping", device: { ...PHONE, deviceScaleFactor: 1.5 } },
  { name: "operations", route: "operations", device: SMALL_DESK },
];

(folder ? test : test.skip)("the pages have their pictures taken", { timeout: 120_000 }, async () => {
  const target = join(REPOSITORY, folder ?? "");
  await mkdir(target, { recursive: true });
  for (const { name, route, device } of SHOTS) {
    const page = await served.open(`#/${route}`, device);
    await loaded(page);
    await page.waitForTimeout(1_000); // charts are drawn with a movement
    await page.screenshot({ path: join(target, `${name}.png`) });
  }
});
