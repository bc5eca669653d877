import { expect, test } from "vitest";
import { PHONE, useServedPage } from "./served_page.ts";

const served = useServedPage();

test("a household says its currency and who eats", async () => {
  const page = await served.open("#/settings");
  await page.getByLabel("Currency").selectOption("EUR");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("button", { name: "Add a person" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name").fill("Ines");
  await sheet.getByLabel("Eats").selectOption("vegan");
  await sheet.getByRole("checkbox", { name: "Nuts", exact: true }).check();
  await sheet.getByLabel("Never any").fill("Coriander, olives");
  await sheet.getByRole("button", { name: "Save" }).click();
  await page.getByText("vegan · without nuts, coriander, olives").waitFor();
  const { rows } = await served.db.database.query(
    `select currency, diet, allergens, excluded_foods from meal_planner.households
     join meal_planner.people using (household_id) where people.name = 'Ines'`,
  );
  expect(rows).toEqual([
    { currency: "EUR", diet: "vegan", allergens: ["nuts"], excluded_foods: ["coriander", "olives"] },
  ]);

  await page.goto(`${served.address}#/shopping`);
  await page
    .getByRole("button", { name: /^Why .* is here/ })
    .first()
    .click();
  await page.getByRole("dialog").getByLabel("Price, EUR").fill("2.5");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByText(/About €2\.50, by the prices known/).waitFor();
});

test("what can't be reached is said where it is tried, with what to do", async () => {
  const page = await served.open("#/settings");
  await page.getByRole("button", { name: "Test the connection" }).click();
  await page
    .getByRole("alert")
    .getByText(/RESOURCE_DEFINITIONS/)
    .waitFor();
});

test("a food is logged by its grams, and the page says what would mend the day", async () => {
  const page = await served.open("#/goals", PHONE);
  const write = page.getByRole("textbox", { name: "Something else" });
  await write.fill("banana");
  await page
    .getByRole("button", { name: /^banana \d+ kcal per 100 g/ })
    .first()
    .tap();
  await page.getByLabel("Grams").fill("150");
  await page.getByRole("button", { name: "Log", exact: true }).tap();
  await page.getByText("banana is in the diary.").waitFor();
  const { rows } = await served.db.database.query("select name, grams from meal_planner.diary_entries");
  expect(rows).toEqual([{ name: "banana", grams: 150 }]);
  await page.getByRole("button", { name: "What would mend the day?" }).tap();
  await page
    .getByText(/^Eat .* as well$/)
    .first()
    .waitFor();
});
