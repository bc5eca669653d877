import type { CDPSession, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DESK, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

type Meal = { date: string; position: number; name: string };

async function dinners(): Promise<Meal[]> {
  const { rows } = await served.db.database.query<Meal>(
    `select m.date, m.position, r.name
     from meal_planner.plan_meals m join meal_planner.recipes r using (recipe_id)
       join meal_planner.meal_plans p using (plan_id)
     where p.state = 'active' and m.slot = 'dinner' order by m.date`,
  );
  return rows;
}

const cardOf = (page: Page, { name }: Meal) =>
  page
    .locator(".mp-meal")
    .filter({ has: page.getByRole("button", { name: new RegExp(`^Dinner on .*: ${name}`) }) });

/** A finger on the screen, as the browser itself gets it. */
function finger(session: CDPSession) {
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  return {
    down: (x: number, y: number) => send("touchStart", [{ x, y }]),
    move: (x: number, y: number) => send("touchMove", [{ x, y }]),
    up: () => send("touchEnd", []),
  };
}

const middle = (box: { x: number; y: number; width: number; height: number } | null) => ({
  x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
  y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
});

describe("a meal on a phone", () => {
  test("held for a moment comes along with the finger, and is put down on another day", async () => {
    // Tall enough for two days: what is dragged is let go on a place that is in view.
    const page = await served.open("#/week", { ...PHONE, viewport: { width: 390, height: 2000 } });
    const [, first, second] = await dinners();
    const from = cardOf(page, first!);
    await from.waitFor();
    await from.scrollIntoViewIfNeeded();
    const start = middle(await from.boundingBox());
    const end = middle(await cardOf(page, second!).boundingBox());
    const touch = finger(await page.context().newCDPSession(page));
    await touch.down(start.x, start.y);
    await page.locator(".mp-meal-carried").waitFor();
    for (let step = 1; step <= 10; step++) {
      await touch.move(start.x + ((end.x - start.x) * step) / 10, start.y + ((end.y - start.y) * step) / 10);
    }
    await page.locator(".mp-cell-over").waitFor();
    await touch.up();
    await expect
      .poll(() => page.locator(".mp-notice").innerText(), { timeout: 20_000 })
      .toMatch(/is on \w+ now\.|can't be/);
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  test("swiped over scrolls the page and moves nothing, and tapped it opens", async () => {
    const page = await served.open("#/week", PHONE);
    const before = await dinners();
    const card = cardOf(page, before[0]!);
    await card.waitFor();
    await card.scrollIntoViewIfNeeded();
    const { x, y } = middle(await card.boundingBox());
    const scrolled = () => page.evaluate(() => scrollY);
    const from = await scrolled();
    const touch = finger(await page.context().newCDPSession(page));
    // Sent in one go: a finger that stays for a moment would take the meal along.
    const down = touch.down(x, y);
    const moves = Array.from({ length: 8 }, (_, step) => touch.move(x, y - 25 * (step + 1)));
    await Promise.all([down, ...moves, touch.up()]);
    await expect.poll(scrolled).toBeGreaterThan(from + 50);
    expect(await page.locator(".mp-meal-carried").count()).toBe(0);
    expect(await dinners()).toEqual(before);
    await card.scrollIntoViewIfNeeded();
    await card.tap();
    await page.getByRole("dialog").getByRole("heading", { name: before[0]!.name }).waitFor();
  });
});

describe("a meal by keyboard", () => {
  test("is picked up, carried over another day and left, and every step is told", async () => {
    const page = await served.open("#/week", DESK);
    const before = await dinners();
    const [, meal] = before;
    const handle = page.getByRole("button", { name: `Move ${meal!.name}` });
    await handle.focus();
    await page.keyboard.press("Space");
    const told = page.locator('[id^="DndLiveRegion"]');
    await expect.poll(() => told.innerText()).toBe(`Picked up ${meal!.name}.`);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => told.innerText()).toMatch(/^Over Dinner on \w+day\.$/);
    await page.keyboard.press("Escape");
    await expect.poll(() => told.innerText()).toBe(`${meal!.name} stays where it was.`);
    expect(await dinners()).toEqual(before);
  });
});
