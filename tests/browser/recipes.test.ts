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

test("a recipe is edited, and one that looks the same is merged into it", async () => {
  const draft = {
    name: "Twice-told stew",
    servings: 2,
    ingredients: ["300 g potatoes", "1 onion", "2 carrots"],
  };
  const made: string[] = [];
  for (const steps of [["Simmer for 20 minutes."], []]) {
    const { recipe_id } = await runScript<{ recipe_id: string }>(
      "handlers/recipes/create_recipe",
      { ...draft, steps },
      served.db.resource,
    );
    made.push(recipe_id);
  }
  const stored = async () =>
    (
      await served.db.database.query(
        `select tags, cardinality(steps) as steps, archived_at is not null as archived from meal_planner.recipes
         where recipe_id = any ($1::uuid[]) order by array_position($1::uuid[], recipe_id)`,
        [made],
      )
    ).rows;
  const page = await served.open(`#/recipes/${made[0]}`);
  await page.getByRole("button", { name: "More for this recipe" }).click();
  await page.getByRole("button", { name: "Edit" }).click();
  const sheet = page.getByRole("dialog", { name: "Edit the recipe" });
  await sheet.getByLabel("Tags").fill("for guests");
  await sheet.getByRole("button", { name: "Save recipe" }).click();
  await page.getByText("The recipe is saved.").waitFor();
  // The keyboard is where the editing began.
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("More for this recipe");
  await page.getByRole("button", { name: "Cook", exact: true }).click();
  await page.getByRole("button", { name: "Start a timer: 20 min" }).click();
  await page.getByRole("timer").waitFor();

  await page.getByRole("link", { name: "All recipes" }).click();
  await page.getByRole("button", { name: "Look at them" }).click();
  await page.getByRole("button", { name: "Merge Twice-told stew into Twice-told stew" }).click();
  await page.getByText("Merged into Twice-told stew.").waitFor();
  expect(await stored()).toEqual([
    { tags: ["for guests"], steps: 1, archived: false },
    { tags: [], steps: 0, archived: true },
  ]);
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

test("a search with a slip says what it found instead, and a deleted recipe that a plan keeps is brought back", async () => {
  const { rows } = await served.db.database.query<{ recipe_id: string; name: string }>(
    `select recipe_id, name from meal_planner.recipes r
     where exists (select 1 from meal_planner.plan_meals m where m.recipe_id = r.recipe_id) order by name limit 1`,
  );
  const recipe = rows[0];
  if (!recipe) throw new Error("No recipe is planned.");
  const page = await served.open("#/recipes");
  await page.getByRole("searchbox", { name: "Search recipes" }).fill("chikpea");
  await page.getByText("This is found for “chickpea”").waitFor();
  await page.getByRole("searchbox", { name: "Search recipes" }).fill("");
  await page.getByRole("button", { name: "Filters" }).click();
  await page.getByLabel("Order").selectOption("time");
  const times = () => page.locator(".mp-recipe-grid li").allInnerTexts();
  const minutes = async () =>
    (await times()).map((text) => Number(/(\d+) min/.exec(text)?.[1] ?? Number.POSITIVE_INFINITY));
  await expect.poll(async () => (await minutes()).length).toBeGreaterThan(2);
  await expect
    .poll(async () => {
      const shown = await minutes();
      return shown.every((time, at) => at === 0 || time >= (shown[at - 1] ?? 0));
    })
    .toBe(true);

  await runScript("handlers/recipes/delete_recipe", { recipe_id: recipe.recipe_id }, served.db.resource);
  await page.getByRole("checkbox", { name: "Deleted ones that plans keep" }).check();
  await page.getByRole("link", { name: recipe.name }).first().click();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.getByText(`${recipe.name} is back among your recipes.`).waitFor();
  await page.getByRole("button", { name: "Delete recipe" }).waitFor();
  const archived = "select archived_at from meal_planner.recipes where recipe_id = $1::uuid";
  expect((await served.db.database.query(archived, [recipe.recipe_id])).rows).toEqual([
    { archived_at: null },
  ]);
});
