import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { accessibilityProblems, DESK, loaded, PHONE, useServedPage } from "./served_page.ts";

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

  test("a meal is cooked for a later one, too, and the leftovers are taken back by undo", async () => {
    const page = await served.open("#/week", PHONE);
    const sheet = page.getByRole("dialog");
    const meals = await storedMeals();
    const [first] = meals;
    const keeping = await served.db.database.query<{ name: string }>(
      `update meal_planner.recipes set keeps_days = 4
       where recipe_id = (select recipe_id from meal_planner.plan_meals
         where plan_id = $1::uuid and slot = 'dinner' and date > now()::date and mark is null
         order by date limit 1) returning name`,
      [first?.plan_id],
    );
    const name = keeping.rows[0]!.name;
    await page
      .getByRole("button", { name: new RegExp(`^Dinner on .*: ${name}`) })
      .first()
      .tap();
    await sheet.getByRole("button", { name: "Cook for twice" }).tap();
    await sheet.locator(".mp-choice:not([disabled])").first().tap();
    await expect.poll(() => page.locator(".mp-notice").innerText()).toMatch(/is cooked for \w+day, too\./);
    // Of whichever plan the page shows: a test before may have planned another week.
    const leftovers = async () =>
      (await served.db.database.query("select 1 from meal_planner.planned_leftovers")).rows.length;
    await expect.poll(leftovers).toBe(1);
    await keepPicture(page, "cooked_for_twice");
    await page.getByRole("status").getByRole("button", { name: "Undo" }).tap();
    await expect.poll(leftovers).toBe(0);
  });

  test("a recipe is liked from its meal, and that is taken back by pressing it again", async () => {
    const page = await served.open("#/week");
    await openDinner(page, 4);
    const like = page.getByRole("dialog").getByRole("button", { name: "We like it" });
    const said = async () =>
      (await served.db.database.query("select liked from meal_planner.stated_tastes")).rows;
    await like.click();
    await expect.poll(said).toEqual([{ liked: true }]);
    await expect.poll(() => like.getAttribute("aria-pressed")).toBe("true");
    await like.click();
    await expect.poll(said).toEqual([]);
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
    await page.getByRole("checkbox", { name: "Tuesday" }).tap();
    const cooking = async () =>
      (await served.db.database.query("select cook_ahead_on from meal_planner.planning_wishes")).rows[0];
    const days = ["monday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    await expect.poll(cooking).toEqual({ cook_ahead_on: days });
    await page.getByRole("checkbox", { name: "Tuesday" }).tap();
    await expect.poll(cooking).toEqual({ cook_ahead_on: null });
  });
});

const more = async (page: Page, name: string) => {
  await page.getByRole("button", { name: "More for this plan" }).click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
};
const SHEETS: Record<string, (page: Page) => Promise<unknown>> = {
  meal: (page) => openDinner(page, 4),
  again: async (page) => {
    await openDinner(page, 4);
    await page.getByRole("button", { name: "Cook for twice" }).click();
  },
  day: (page) =>
    page
      .getByRole("button", { name: /: who eats$/ })
      .last()
      .click(),
  wishes: (page) => more(page, "Wishes for every week"),
  template: (page) => more(page, "Keep as a template"),
};

for (const [device, options] of Object.entries({ desk: DESK, phone: PHONE })) {
  test(`the week's sheets are open to everybody on a ${device}, light and dark`, {
    timeout: 120_000,
  }, async () => {
    const problems: Record<string, string[]> = {};
    const page = await served.open("#/week", { ...options, colorScheme: "light" });
    for (const [name, open] of Object.entries(SHEETS)) {
      await page.emulateMedia({ colorScheme: "light" });
      await open(page);
      await loaded(page);
      const found = await accessibilityProblems(page);
      await keepPicture(page, `${name}_${device}_light`);
      await page.emulateMedia({ colorScheme: "dark" });
      // All but colours is the same in the dark.
      found.push(...(await accessibilityProblems(page, ["color-contrast"])));
      await keepPicture(page, `${name}_${device}_dark`);
      if (found.length > 0) problems[name] = found;
      await page.reload();
      await loaded(page);
    }
    expect(problems).toEqual({});
  });
}

/** For who wants to see what was judged: WEEK_PICTURES=a_folder. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.WEEK_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}
