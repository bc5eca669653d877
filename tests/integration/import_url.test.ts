import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { UrlImported } from "../../f/meal-planner/handlers/recipes/import_url.ts";
import { importUrl } from "../../f/meal-planner/handlers/recipes/import_url.ts";
import type { Recipe } from "../../f/meal-planner/handlers/recipes/recipe.ts";
import { runScript } from "./run_script.ts";
import { useTestDatabase } from "./test_database.ts";

const db = useTestDatabase();
const pages = new Map<string, RequestListener>();
const hits: string[] = [];
let server: Server;
let site = "";

const html = (body: string) => `<!doctype html><html><head>${body}</head></html>`;
const soup = (more: object = {}) =>
  html(
    `<script type="application/ld+json">${JSON.stringify({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", name: "Ours" },
        {
          "@type": "Recipe",
          name: "Lentil soup",
          recipeYield: "Serves 4–6",
          prepTime: "PT10M",
          totalTime: "PT40M",
          recipeIngredient: ["200 g red lentils", "1 onion, chopped"],
          recipeInstructions: [{ "@type": "HowToStep", text: "Cook." }],
          ...more,
        },
      ],
    })}</script>`,
  );
const serve = (path: string, body: string | Buffer, status = 200, headers: Record<string, string> = {}) =>
  pages.set(path, (_, response) =>
    response.writeHead(status, { "content-type": "text/html", ...headers }).end(body),
  );
const redirect = (path: string, location: string) => serve(path, "", 302, { location });
const importPage = (path: string) =>
  runScript<UrlImported>("handlers/recipes/import_url", { url: `${site}${path}` }, db.resource);
const recipeOf = (recipe_id: string) =>
  runScript<Recipe>("handlers/recipes/get_recipe", { recipe_id }, db.resource);

beforeAll(async () => {
  server = createServer((request, response) => {
    hits.push(request.url ?? "");
    const page = pages.get((request.url ?? "").split("?")[0] ?? "");
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
  process.env.MEAL_PLANNER_PRIVATE_HOSTS = `127.0.0.1:${port}`;
  await runScript(
    "handlers/households/set_household",
    { name: "Test", time_zone: "Europe/Berlin" },
    db.resource,
  );
});
afterAll(() => {
  delete process.env.MEAL_PLANNER_PRIVATE_HOSTS;
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  pages.clear();
  hits.length = 0;
});

describe("a page with a recipe", () => {
  test("is imported with its servings, times and steps, and told by event", async () => {
    serve("/soup", soup());
    const imported = await importPage("/soup");
    expect(imported).toMatchObject({ outcome: "imported", name: "Lentil soup", read_from: "json_ld" });
    if (imported.outcome === "refused") throw new Error(imported.reason);
    expect(await recipeOf(imported.recipe_id)).toMatchObject({
      servings: 5,
      prep_minutes: 10,
      cook_minutes: 30,
      steps: ["Cook."],
      origin: "url",
      source_url: `${site}/soup`,
    });
    const { rows } = await db.database.query<{ detail: object }>(
      "select detail from meal_planner.events where detail ->> 'recipe_id' = $1::text",
      [imported.recipe_id],
    );
    expect(rows).toMatchObject([{ detail: { origin: "url", origin_ref: `${site}/soup` } }]);
  });

  test("imported again is the same recipe, brought up to date", async () => {
    serve("/again", soup());
    await importPage("/again");
    expect(await importPage("/again?utm_source=mail#top")).toMatchObject({ outcome: "unchanged" });
    serve("/again", soup({ recipeIngredient: ["300 g red lentils"] }));
    expect(await importPage("/again")).toMatchObject({ outcome: "updated" });
  });

  test("in microdata, packed and after redirects is imported too", async () => {
    const marked = `<div itemscope itemtype="http://schema.org/Recipe"><h1 itemprop="name">Toast</h1>
      <p itemprop="ingredients">2 slices bread</p></div>`;
    serve("/packed", gzipSync(marked), 200, { "content-encoding": "gzip" });
    redirect("/a", "/b");
    redirect("/b", `${site}/packed`);
    expect(await importPage("/a")).toMatchObject({
      name: "Toast",
      read_from: "microdata",
      url: `${site}/packed`,
    });
  });

  test("that ripens for a month, or is tagged with essays, is imported without those", async () => {
    serve(
      "/kraut",
      soup({ prepTime: "PT20M", cookTime: "P30D", totalTime: undefined, keywords: "x".repeat(90) }),
    );
    const { recipe_id } = (await importPage("/kraut")) as { recipe_id: string };
    expect(await recipeOf(recipe_id)).toMatchObject({ prep_minutes: 20, cook_minutes: null, tags: [] });
  });

  test("whose JSON-LD is a stub is read from its microdata", async () => {
    const stub = '<script type="application/ld+json">{"@type":"Recipe","name":"Stub"}</script>';
    const marked =
      '<div itemscope itemtype="https://schema.org/Recipe"><b itemprop="name">Whole</b><i itemprop="recipeIngredient">1 leek</i></div>';
    serve("/stub", html(`${stub}${marked}`));
    expect(await importPage("/stub")).toMatchObject({ name: "Whole", read_from: "microdata" });
  });

  test("is imported from JSON-LD that stands alone, too", async () => {
    const alone = { "@type": "Recipe", name: "Alone", recipeIngredient: ["1 leek"] };
    serve("/alone", JSON.stringify(alone), 200, { "content-type": "application/ld+json" });
    expect(await importPage("/alone")).toMatchObject({ name: "Alone", outcome: "imported" });
  });

  test("in an old charset keeps its letters", async () => {
    const latin = Buffer.from(soup({ name: "Crème brûlée" }), "latin1");
    serve("/latin", latin, 200, { "content-type": "text/html; charset=iso-8859-1" });
    expect(await importPage("/latin")).toMatchObject({ name: "Crème brûlée" });
  });
});

describe("what isn't to be read", () => {
  test.each([
    ["a file", "file:///etc/passwd"],
    ["another protocol", "ftp://example.org/soup"],
    ["no address", "soup"],
    ["a name and password", "http://me:secret@example.org/"],
    ["loopback", "http://127.0.0.1:1/"],
    ["loopback by name", "http://localhost:1/"],
    ["loopback in IPv6", "http://[::1]:1/"],
    ["loopback in other digits", "http://0x7f000001:1/"],
    ["a cloud's metadata", "http://169.254.169.254/latest/meta-data/"],
    ["a private network", "http://192.168.0.1/"],
    ["loopback as one number", "http://2130706433:1/"],
    ["loopback in octal", "http://0177.0.0.1:1/"],
    ["loopback cut short", "http://127.1:1/"],
    ["loopback in IPv4 within IPv6", "http://[::ffff:127.0.0.1]:1/"],
    ["this machine without an address", "http://0:1/"],
  ])("%s is refused before anything is asked", async (_, url) => {
    const asked = runScript("handlers/recipes/import_url", { url }, db.resource);
    await expect(asked).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(hits).toEqual([]);
  });

  test("a redirect to a private address is refused at that hop", async () => {
    const { port } = server.address() as AddressInfo;
    redirect("/out", `http://localhost:${port}/secret`);
    serve("/secret", soup());
    await expect(importPage("/out")).rejects.toMatchObject({ code: "INVALID_INPUT" });
    expect(hits).toEqual(["/out"]);
  });

  test("redirects in circles end", async () => {
    redirect("/round", "/round");
    await expect(importPage("/round")).rejects.toMatchObject({ code: "UPSTREAM_REJECTED" });
    expect(hits.length).toBeLessThan(10);
  });

  test("a page that is too large, as sent or unpacked, is refused", async () => {
    const limits = { allowedHosts: [new URL(site).host], maxBytes: 100_000 };
    serve("/large", "x".repeat(200_000));
    serve("/bomb", gzipSync(Buffer.alloc(2_000_000)), 200, { "content-encoding": "gzip" });
    for (const path of ["/large", "/bomb"]) {
      await expect(importUrl(db.database, { url: `${site}${path}` }, limits)).rejects.toMatchObject({
        code: "INVALID_INPUT",
        message: expect.stringContaining("100000 bytes"),
      });
    }
  });

  test("a page that never ends is given up", async () => {
    pages.set("/slow", (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write("<html>");
    });
    const limits = { allowedHosts: [new URL(site).host], timeoutMs: 200 };
    await expect(importUrl(db.database, { url: `${site}/slow` }, limits)).rejects.toMatchObject({
      code: "TIMEOUT",
    });
  });

  test("a page that blocks says so, and one without a recipe", async () => {
    serve("/blocked", "Access denied", 403);
    serve("/wall", html("<title>Just a moment...</title>"), 503);
    serve("/person", html("<title>Are you human? captcha</title>"));
    serve("/login", "", 401);
    serve("/paid", "", 402);
    serve("/legal", "", 451);
    for (const path of ["/blocked", "/wall", "/person", "/login", "/paid", "/legal"]) {
      await expect(importPage(path)).rejects.toMatchObject({
        code: "UPSTREAM_REJECTED",
        details: { blocked: true },
        message: expect.stringContaining("blocks"),
      });
    }
    serve("/blog", html("<title>About me</title>"));
    await expect(importPage("/blog")).rejects.toMatchObject({
      code: "UPSTREAM_REJECTED",
      message: expect.stringContaining("holds no recipe"),
    });
    const comments = '<form class="g-recaptcha">Tell us what you think</form>';
    serve("/comments", html(`<title>Our garden</title><p>${"Roses and leeks. ".repeat(200)}</p>${comments}`));
    serve("/lost", html("<title>Not found</title><script src='captcha.js'></script>"), 404);
    serve("/app", html("<script src='app.js'></script><div id=root></div>"));
    serve("/menu.pdf", "%PDF-1.7", 200, { "content-type": "application/pdf" });
    const told = {
      "/comments": "holds no recipe",
      "/lost": "404",
      "/app": "runs its scripts",
      "/menu.pdf": "pdf",
    };
    for (const [path, message] of Object.entries(told)) {
      const refused = await importPage(path).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: "UPSTREAM_REJECTED", message: expect.stringContaining(message) });
      expect(refused).not.toMatchObject({ details: { blocked: true } });
    }
    await expect(importPage("/gone")).rejects.toMatchObject({ details: { status: 404 } });
    serve("/later", "", 429, { "retry-after": "7" });
    await expect(importPage("/later")).rejects.toMatchObject({ code: "RATE_LIMITED", retryAfterSeconds: 7 });
  });

  test("a recipe without ingredients is refused with the reason, and nothing is written", async () => {
    serve("/empty", soup({ recipeIngredient: [] }));
    await expect(importPage("/empty")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("ingredient"),
    });
    const { rows } = await db.database.query<{ n: number }>(
      "select count(*) as n from meal_planner.recipes where origin_ref = $1::text",
      [`${site}/empty`],
    );
    expect(rows[0]?.n).toBe(0);
  });
});
