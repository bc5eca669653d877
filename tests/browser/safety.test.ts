import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScript } from "../integration/run_script.ts";
import { loaded, useServedPage } from "./served_page.ts";

const served = useServedPage();

const SCRIPTS = [
  `<script>window.hacked = "script"</script>`,
  `<img src=x onerror="window.hacked='image'">`,
  `"><svg onload="window.hacked='svg'">`,
  `<iframe srcdoc="<script>parent.hacked='frame'</script>"></iframe>`,
  `{{constructor.constructor("window.hacked='template'")()}}`,
];

async function hostileRecipe(): Promise<string> {
  const { recipe_id } = await runScript<{ recipe_id: string }>(
    "handlers/recipes/create_recipe",
    {
      name: `Soup ${SCRIPTS[1]}`,
      description: SCRIPTS.join(" "),
      ingredients: [`2 onions ${SCRIPTS[2]}`, { name: `salt ${SCRIPTS[0]}`, note: SCRIPTS[3] }],
      steps: [...SCRIPTS, "Eat."],
      tags: [SCRIPTS[1]!.slice(0, 40)],
      servings: 2,
      suits: ["dinner"],
    },
    served.db.resource,
  );
  // What the door refuses may have come in by another way, such as an older version's import.
  await served.db.database.query(
    `update meal_planner.recipes set source_url = 'javascript:window.hacked="link"//https://x.example/',
       image_url = 'javascript:window.hacked="picture"' where recipe_id = $1::uuid`,
    [recipe_id],
  );
  return recipe_id;
}

test("a recipe's title, steps, lines and addresses run nothing, on any page that shows them", async () => {
  const recipeId = await hostileRecipe();
  await served.db.database.query(
    `update meal_planner.plan_meals set recipe_id = $1::uuid
     where (plan_id, date, position) in (select plan_id, date, max(position) from meal_planner.plan_meals
       group by plan_id, date order by date limit 1)`,
    [recipeId],
  );
  await runScript(
    "handlers/shopping_list/create_list",
    { name: `List ${SCRIPTS[0]}`, items: [`1 ${SCRIPTS[1]}`, SCRIPTS[2]] },
    served.db.resource,
  );
  const page = await served.open("#/week");
  for (const route of [`recipes/${recipeId}`, "recipes", "week", "shopping", "operations/events", "goals"]) {
    await page.goto(`${served.address}#/${route}`);
    await loaded(page);
    await page.waitForTimeout(300); // an image that fails, fails a moment later
    expect(await page.evaluate(() => Reflect.get(window, "hacked")), route).toBeUndefined();
    expect(await page.locator("iframe, object, embed, [onerror], [onload]").count(), route).toBe(0);
    expect(await page.locator("a[href^='javascript'], img[src^='javascript']").count(), route).toBe(0);
  }
  await page.goto(`${served.address}#/recipes/${recipeId}`);
  await page.getByRole("heading", { name: SCRIPTS[1] }).first().waitFor(); // shown, as the text that it is
});

test("even a script that got into the page could not run, nor send anything elsewhere", async () => {
  const page = await served.open("#/week");
  await loaded(page);
  const outcome = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.hacked = 'inline'";
    document.head.append(script);
    const holder = document.createElement("div");
    holder.innerHTML = `<img src="x" onerror="window.hacked = 'handler'">`;
    document.body.append(holder);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const sent = await fetch("https://elsewhere.example/", { mode: "no-cors" }).then(
      () => "sent",
      () => "refused",
    );
    return { hacked: Reflect.get(window, "hacked"), sent };
  });
  expect(outcome).toEqual({ hacked: undefined, sent: "refused" });
  const complaints = served.complaints();
  expect(complaints.length).toBeGreaterThanOrEqual(3);
  expect(complaints.every((complaint) => /Content Security Policy/.test(complaint))).toBe(true);
});

let evil: Server;
beforeAll(async () => {
  evil = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Evil</title><body></body>");
  });
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => evil.close(resolve)));

test("a foreign page can neither call, read nor frame the planner", async () => {
  const { port } = evil.address() as AddressInfo;
  const page = await served.open("", {}, `http://localhost:${port}/`);
  const lists = async () =>
    (await served.db.database.query("select count(*) from meal_planner.shopping_lists")).rows[0]?.count;
  const before = await lists();
  const outcome = await page.evaluate(async (planner) => {
    const attempt = (options: RequestInit) =>
      fetch(`${planner}api/run/create_list`, { method: "POST", body: `{"name": "evil"}`, ...options }).then(
        (response) => response.text().then((text) => text || response.type),
        () => "refused",
      );
    const answers = [
      await attempt({ headers: { "content-type": "application/json" } }),
      await attempt({ headers: { "content-type": "text/plain" } }),
      await attempt({ mode: "no-cors", headers: { "content-type": "text/plain" } }),
    ];
    const frame = document.createElement("iframe");
    frame.src = planner;
    document.body.append(frame);
    await new Promise((resolve) => {
      frame.onload = resolve;
      setTimeout(resolve, 2_000);
    });
    return { answers, framed: frame.contentDocument?.getElementById("root") ?? null };
  }, served.address);
  expect(outcome.answers).toEqual(["refused", "refused", "refused"]);
  expect(outcome.framed).toBeNull();
  expect(page.frames().filter((frame) => frame.url().startsWith(served.address))).toEqual([]);
  expect(await lists()).toBe(before);
  served.complaints();
});
