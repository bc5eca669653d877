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
  await sheet.getByLabel("Days begin and end in").selectOption("America/Lima");
  await sheet.getByRole("button", { name: "Save" }).click();
  await page.getByText("vegan · without nuts, coriander, olives").waitFor();
  const { rows } = await served.db.database.query(
    `select currency, diet, allergens, excluded_foods, people.time_zone from meal_planner.households
     join meal_planner.people using (household_id) where people.name = 'Ines'`,
  );
  expect(rows).toEqual([
    {
      currency: "EUR",
      diet: "vegan",
      allergens: ["nuts"],
      excluded_foods: ["coriander", "olives"],
      time_zone: "America/Lima",
    },
  ]);
  // What was only looked at is said by nobody.
  const said = await served.db.database.query("select count(*) from meal_planner.publishing_settings");
  expect(said.rows).toEqual([{ count: 0 }]);

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

test("a packaged food is added by its label from the diary, a wrong label is refused, and it is removed", async () => {
  const page = await served.open("#/goals", PHONE);
  await page.getByRole("textbox", { name: "Something else" }).fill("Glimmer crunch");
  await page.getByRole("button", { name: "None of these: add your own" }).tap();
  const sheet = page.getByRole("dialog");
  expect(await sheet.getByRole("textbox", { name: "Name", exact: true }).inputValue()).toBe("Glimmer crunch");
  await sheet.getByLabel("Energy (kcal)").fill("1800");
  await sheet.getByLabel("Fat (g)", { exact: true }).fill("12");
  await sheet.getByLabel("Carbohydrate (g)").fill("60");
  await sheet.getByLabel("Protein (g)").fill("10");
  await sheet.getByLabel("Salt (g)").fill("1");
  await sheet.getByRole("button", { name: "Keep this food" }).tap();
  await sheet.getByText(/more than pure fat has/).waitFor();
  await sheet.getByLabel("Energy (kcal)").fill("390");
  await sheet.getByLabel("It comes as").fill("bar");
  await sheet.getByLabel("One weighs, g").fill("40");
  await sheet.getByRole("button", { name: "Keep this food" }).tap();
  await page.getByText("Glimmer crunch is kept.").waitFor();
  expect(await page.getByLabel("Grams").inputValue()).toBe("40");
  await page.getByRole("button", { name: "Log", exact: true }).tap();
  await page.getByText("Glimmer crunch is in the diary.").waitFor();
  const { rows } = await served.db.database.query(
    `select grams, (nutrients ->> 'sodium_mg')::double precision as sodium from meal_planner.diary_entries
     where name = 'Glimmer crunch'`,
  );
  expect(rows).toEqual([{ grams: 40, sodium: 160 }]);

  await page.goto(`${served.address}#/settings`);
  await page.getByRole("button", { name: "Change Glimmer crunch" }).tap();
  const change = page.getByRole("dialog");
  await change.getByLabel("Fibre (g)").fill("6");
  await change.getByRole("button", { name: "Keep this food" }).tap();
  await change.waitFor({ state: "detached" });
  const kept = await served.db.database.query(
    `select per_100g ->> 'sodium_mg' as sodium, per_100g ->> 'fibre_g' as fibre from meal_planner.foods
     where name = 'Glimmer crunch'`,
  );
  expect(kept.rows).toEqual([{ sodium: "400", fibre: "6" }]);
  await page.getByRole("button", { name: "Remove Glimmer crunch" }).tap();
  await page.getByRole("button", { name: "Remove", exact: true }).tap();
  await page.getByText(/Glimmer crunch is removed/).waitFor();
});
