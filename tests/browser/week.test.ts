import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { DESK, PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

type Meal = { plan_id: string; date: string; position: number; name: string; locked: boolean };

/** The meals of the plan that the page shows, as they are stored. */
async function storedMeals(): Promise<Meal[]> {
  const { rows } = await served.db.database.query<Meal>(
    `select m.plan_id, m.date, m.position, m.locked, r.name
     from meal_planner.plan_meals m join meal_planner.recipes r using (recipe_id)
       join meal_planner.meal_plans p using (plan_id)
     where p.state = 'active' order by m.date, m.position`,
  );
  return rows;
}

const mealAt = async ({ date, position }: Meal) =>
  (await storedMeals()).find((meal) => meal.date === date && meal.position === position);

/** Opens the sheet of a dinner of the week, each test another one. */
async function openDinner(page: Page, day: number): Promise<Meal> {
  const dates = [...new Set((await storedMeals()).map(({ date }) => date))];
  const dinner = (await storedMeals()).filter(({ date }) => date === dates[day]).at(-1)!;
  await page.getByRole("button", { name: new RegExp(`^Dinner on .*: ${dinner.name}`) }).click();
  await page.getByRole("dialog").getByRole("heading", { name: dinner.name }).waitFor();
  return dinner;
}

describe("the week", () => {
  test("shows every meal and each day against its goals, and says how near to the best possible it is", async () => {
    const page = await served.open("#/week");
    const meals = await storedMeals();
    await page.getByRole("button", { name: meals[0]!.name }).first().waitFor();
    expect(await page.locator(".mp-meal-button").count()).toBe(meals.length);
    await page
      .getByText(/best possible week/)
      .first()
      .waitFor();
    await page.getByRole("heading", { name: "The week's balance" }).waitFor();
  });

  test("a meal is swapped for a ranked one, shown at once, and brought back by undo", async () => {
    const page = await served.open("#/week");
    const dinner = await openDinner(page, 1);
    await page.getByRole("button", { name: "Swap" }).click();
    const choice = page.getByRole("dialog").getByRole("listitem").getByRole("button").first();
    const chosen = await choice.locator(".mp-choice-name").innerText();
    await choice.click();
    await page.getByRole("button", { name: new RegExp(`^Dinner on .*: ${chosen}`) }).waitFor();
    await expect.poll(async () => (await mealAt(dinner))?.name).toBe(chosen);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect.poll(async () => (await mealAt(dinner))?.name).toBe(dinner.name);
    await page.getByRole("button", { name: new RegExp(`^Dinner on .*: ${dinner.name}`) }).waitFor();
  });

  test("a meal is locked and unlocked, on a phone", async () => {
    const page = await served.open("#/week", PHONE);
    const dinner = await openDinner(page, 2);
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "Lock", exact: true }).click();
    await sheet.getByRole("button", { name: "Unlock" }).waitFor();
    await expect.poll(async () => (await mealAt(dinner))?.locked).toBe(true);
    await sheet.getByRole("button", { name: "Unlock" }).click();
    await expect.poll(async () => (await mealAt(dinner))?.locked).toBe(false);
  });

  test("a meal is moved to another day by the keyboard, and the two exchange places", async () => {
    const page = await served.open("#/week");
    const dinner = await openDinner(page, 3);
    await page.getByRole("button", { name: "Move", exact: true }).click();
    const place = page
      .getByRole("dialog")
      .getByRole("button", { name: /Dinner/, disabled: false })
      .last();
    await place.press("Enter");
    await expect
      .poll(() => page.locator(".mp-notice").innerText(), { timeout: 20_000 })
      .toMatch(/is on \w+ now\./);
    await expect.poll(async () => (await mealAt(dinner))?.name).not.toBe(dinner.name);
  });

  test("a week is planned, approved and taken into use", { timeout: 60_000 }, async () => {
    const { rows } = await served.db.database.query<{ start: string }>(
      "select (max(start_date) + 14)::date as start from meal_planner.meal_plans",
    );
    const page = await served.open(`#/week/${rows[0]?.start}`, DESK);
    await page.getByRole("button", { name: "Plan this week" }).click();
    await page.getByRole("progressbar").waitFor();
    await page.getByText("Proposed").waitFor({ timeout: 45_000 });
    await page.getByRole("button", { name: "Approve" }).click();
    await page.getByRole("button", { name: "Use this week" }).click();
    await page.getByText("In use").waitFor();
    const stateOf = async () => {
      const { rows: plans } = await served.db.database.query(
        `select p.state, exists (select from meal_planner.shopping_lists l where l.plan_id = p.plan_id) as list
         from meal_planner.meal_plans p where start_date = $1::date`,
        [rows[0]?.start],
      );
      return plans;
    };
    await expect.poll(stateOf, { timeout: 10_000 }).toEqual([{ state: "active", list: true }]);
  });
});
