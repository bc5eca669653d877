import { expect, test } from "vitest";
import { runScript } from "../integration/run_script.ts";
import { useServedPage } from "./served_page.ts";

const served = useServedPage();

test("a corrected food changes the recipe's figures, here and from then on in every recipe with it", async () => {
  const recipes: string[] = [];
  for (const name of ["A bowl of it", "Another bowl"]) {
    const { recipe_id } = await runScript<{ recipe_id: string }>(
      "handlers/recipes/create_recipe",
      { name, ingredients: ["200 g glimmerwort", "1 tbsp olive oil"], servings: 1, suits: ["lunch"] },
      served.db.resource,
    );
    recipes.push(recipe_id);
  }
  const energyOf = async (id: string | undefined) => {
    const { rows } = await served.db.database.query<{ energy: number | null; coverage: number }>(
      `select (per_serving ->> 'energy_kcal')::double precision as energy, coverage_by_mass as coverage
       from meal_planner.recipe_nutrition where recipe_id = $1::uuid`,
      [id],
    );
    return rows[0];
  };
  await expect.poll(async () => (await energyOf(recipes[1]))?.energy, { timeout: 20_000 }).toBeDefined();
  const before = await energyOf(recipes[0]);
  expect(before?.coverage).toBeLessThan(0.5);

  const page = await served.open(`#/recipes/${recipes[0]}`);
  const line = page.getByRole("listitem").filter({ hasText: "200 g glimmerwort" }).last();
  await line.getByRole("button").click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("searchbox").fill("white rice");
  await sheet
    .getByRole("button", { name: /^Take .*rice/i })
    .first()
    .click();
  await page.getByText(/from now on, in all recipes/).waitFor();
  await line.getByText(/rice/i).first().waitFor();

  await expect
    .poll(async () => (await energyOf(recipes[0]))?.coverage, { timeout: 20_000 })
    .toBeGreaterThan(0.95);
  expect((await energyOf(recipes[0]))?.energy).toBeGreaterThan((before?.energy ?? 0) + 100);
  // The other one follows by its event.
  await expect
    .poll(async () => (await energyOf(recipes[1]))?.coverage, { timeout: 20_000 })
    .toBeGreaterThan(0.95);
});

test("among many recipes one is found by its name and opened", async () => {
  const page = await served.open("#/recipes");
  await page.getByRole("searchbox").first().fill("salmon");
  const found = page.locator("main a[href^='#/recipes/']").filter({ hasText: /salmon/i });
  await found.first().waitFor();
  const name = await found.first().getByRole("heading").or(found.first()).first().innerText();
  await found.first().click();
  await page.getByRole("heading", { level: 1, name: name.split("\n")[0] ?? "" }).waitFor();
});
