import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AppBuild, buildApp } from "../../local/web/app_build.ts";
import { pageSizes } from "../../local/web/page_sizes.ts";

// In kB of 1024, gzipped. What grows over it has to be loaded later, or to be worth a larger number here.
const FIRST_VIEW_KB = 185;
const WHOLE_KB = 300;

const cache = mkdtempSync(join(tmpdir(), "meal-planner-page-"));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

let build: AppBuild;
beforeAll(async () => {
  build = await buildApp({ cache });
}, 60_000);

describe("the page's size", () => {
  test("stays within what is sent for its first view, and as a whole", () => {
    const { firstViewKb, wholeKb } = pageSizes(build);
    expect(firstViewKb).toBeLessThan(FIRST_VIEW_KB);
    expect(wholeKb).toBeLessThan(WHOLE_KB);
    expect(wholeKb).toBeGreaterThan(firstViewKb);
  });

  test("holds no charts in what its first view waits for", () => {
    const { script, preload } = build.first;
    const needed = [script, ...preload].map((name) => build.files.get(name)?.plain.toString() ?? "");
    expect(needed.length).toBeGreaterThan(1);
    // What the charting library calls its way of drawing bars.
    for (const text of needed) expect(text).not.toContain("barPercentage");
    expect([...build.files.values()].some(({ plain }) => plain.toString().includes("barPercentage"))).toBe(
      true,
    );
  });
});
