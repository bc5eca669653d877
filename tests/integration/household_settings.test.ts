import { expect, test } from "vitest";
import { main as getHousehold } from "../../f/meal-planner/handlers/households/get_household/script.ts";
import { main as setHousehold } from "../../f/meal-planner/handlers/households/set_household/script.ts";
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
