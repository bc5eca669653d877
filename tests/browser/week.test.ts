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

  test("a planning says how far it is, is cancelled without a trace, and is seen by others", {
    timeout: 90_000,
  }, async () => {
    const { rows } = await served.db.database.query<{ start: string }>(
      "select (max(start_date) + 28)::date as start from meal_planner.meal_plans",
    );
    const start = rows[0]?.start;
    const plans = async () =>
      (
        await served.db.database.query("select 1 from meal_planner.meal_plans where start_date = $1::date", [
          start,
        ])
      ).rows.length;
    const page = await served.open(`#/week/${start}`, PHONE);
    await page.getByRole("button", { name: "Plan this week" }).tap();
    await page.getByRole("progressbar").waitFor();
    const other = await served.open(`#/week/${start}`, DESK);
    await page.getByRole("button", { name: "Cancel" }).tap();
    await page.getByText("Cancelled. Nothing was changed.").first().waitFor();
    expect(await plans()).toBe(0);
    await other.getByRole("button", { name: "Plan this week" }).waitFor();
    // As the clock of a busy machine allows, the plan is taken early or is done by itself.
    await page.getByRole("button", { name: "Plan this week" }).tap();
    const take = page.getByRole("button", { name: "Take this plan" });
    await take.click({ timeout: 10_000 }).catch(() => undefined);
    await page.getByText("Proposed").waitFor({ timeout: 45_000 });
    expect(await plans()).toBe(1);
  });

  test("somebody is away for a day, and a meal is eaten out, each with a way back", async () => {
    const page = await served.open("#/week", DESK);
    await page
      .getByRole("button", { name: /: who eats$/ })
      .last()
      .click();
    const sheet = page.getByRole("dialog");
    const person = sheet.getByRole("checkbox").first();
    await person.click();
    await expect.poll(() => page.locator(".mp-notice").innerText()).toMatch(/is away on \w+day\./);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => person.isChecked()).toBe(true);
    await page.keyboard.press("Escape");
    const dinner = await openDinner(page, 5);
    await sheet.getByRole("button", { name: "Eating out" }).click();
    const card = page.getByRole("button", { name: new RegExp(`^Dinner on .*: ${dinner.name}`) });
    await card.getByText("Eating out").waitFor({ state: "attached" });
    await card.click();
    await sheet.getByRole("button", { name: "Eat here after all" }).click();
    await expect.poll(() => card.getByText("Eating out").count()).toBe(0);
  });

  test("wishes for every week are kept as they are chosen", async () => {
    const page = await served.open("#/week", PHONE);
    await page.getByRole("button", { name: "More for this plan" }).tap();
    await page.getByRole("button", { name: "Wishes for every week" }).tap();
    await page.getByLabel("Dinner, Monday to Friday").selectOption({ label: "At most 30 minutes" });
    await page.getByLabel("Cook once, eat twice").selectOption({ label: "Up to 2 meals a week" });
    const kept = async () => {
      const { rows } = await served.db.database.query(
        `select max_minutes, leftover_meals from meal_planner.planning_wishes
         join meal_planner.households using (household_id)`,
      );
      return rows;
    };
    const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    await expect
      .poll(kept)
      .toEqual([{ max_minutes: [{ minutes: 30, slot: "dinner", weekdays }], leftover_meals: 2 }]);
  });
});
