import { expect, test } from "vitest";
import { main as getHousehold } from "../../f/meal-planner/handlers/households/get_household/script.ts";
import { main as getPublishing } from "../../f/meal-planner/handlers/households/get_publishing/script.ts";
import { main as setHousehold } from "../../f/meal-planner/handlers/households/set_household/script.ts";
import { main as setPublishing } from "../../f/meal-planner/handlers/households/set_publishing/script.ts";
import { main as listRecurring } from "../../f/meal-planner/handlers/shopping_list/list_recurring/script.ts";
import { main as setRecurring } from "../../f/meal-planner/handlers/shopping_list/set_recurring/script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();

const set = (fields: { name: string; time_zone: string; currency?: string; household_id?: string }) =>
  setHousehold(
    fields.name,
    fields.time_zone,
    false,
    fields.household_id,
    undefined,
    fields.currency,
    db.resource,
  );

test("a household's currency is kept until another is said, whatever else changes", async () => {
  const { household_id, currency } = await set({ name: "Home", time_zone: "Europe/Berlin" });
  expect(currency).toBeNull();
  await set({ household_id, name: "Home", time_zone: "Europe/Berlin", currency: "eur" });
  await set({ household_id, name: "At home", time_zone: "Europe/Vienna" });
  expect(await getHousehold(household_id, db.resource)).toMatchObject({
    name: "At home",
    time_zone: "Europe/Vienna",
    currency: "EUR",
  });
});

test("a currency that isn't one is refused, with an example", async () => {
  const refused = set({ name: "Home", time_zone: "Europe/Berlin", currency: "ABC" });
  await expect(refused).rejects.toThrow(/Not a currency.*EUR/);
});

test("looking at where plans are published says nothing for the household, and shows what was said", async () => {
  const { household_id } = await set({ name: "Quiet home", time_zone: "Europe/Berlin" });
  const nowhere = { tandoor_meal_plan: false, tandoor_shopping: false, fatsecret_saved_meals: false };
  const kept = "select count(*) from meal_planner.publishing_settings where household_id = $1::uuid";
  expect(await getPublishing(household_id, db.resource)).toEqual({
    household_id,
    ...{ automatic: false, tandoor_resource: null, ...nowhere },
  });
  expect((await db.database.query(kept, [household_id])).rows).toEqual([{ count: 0 }]);
  await setPublishing(true, undefined, undefined, undefined, undefined, household_id, db.resource);
  expect(await getPublishing(household_id, db.resource)).toEqual({
    household_id,
    ...{ automatic: true, tandoor_resource: null, ...nowhere, tandoor_meal_plan: true },
  });
});

test("what is bought again and again is listed for its own household only", async () => {
  const { household_id } = await set({ name: "Milk home", time_zone: "Europe/Berlin" });
  const other = await set({ name: "Other home", time_zone: "Europe/Berlin" });
  await setRecurring("2 l milk", 7, "2030-01-07", household_id, db.resource);
  const { items } = await listRecurring(household_id, db.resource);
  expect(items).toMatchObject([{ line: "2 l milk", every_days: 7, next_on: "2030-01-07" }]);
  expect(await listRecurring(other.household_id, db.resource)).toEqual({ items: [] });
});
