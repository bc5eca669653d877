import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMinutes } from "../../f/meal-planner/handlers/recipes/duration.ts";
import { fieldsOfSchemaRecipe } from "../../f/meal-planner/handlers/recipes/formats/schema_org.ts";
import { decodeEntities, plainLines } from "../../f/meal-planner/handlers/recipes/web/html_tokens.ts";
import { linkedRecipes } from "../../f/meal-planner/handlers/recipes/web/linked_data.ts";
import { microdataRecipes } from "../../f/meal-planner/handlers/recipes/web/microdata.ts";
import { pageText } from "../../f/meal-planner/handlers/recipes/web/page_text.ts";
import { isPublic } from "../../f/meal-planner/handlers/recipes/web/public_address.ts";

const page = (data: unknown) =>
  `<!doctype html><title>x > y</title><script type="application/ld+json">${
    typeof data === "string" ? data : JSON.stringify(data)
  }</script>`;
const recipe = { "@type": "Recipe", name: "Soup", recipeIngredient: ["1 onion"] };
const found = (data: unknown) => linkedRecipes(page(data)).map((node) => node.name);

describe("recipes in JSON-LD", () => {
  test.each<[string, unknown]>([
    ["alone", { "@context": "https://schema.org", ...recipe }],
    ["in a list", [{ "@type": "WebSite" }, recipe]],
    ["in a graph", { "@graph": [{ "@type": "Person" }, recipe] }],
    ["as a page's main part", { "@type": "WebPage", mainEntity: recipe }],
    ["with several types", { ...recipe, "@type": ["Recipe", "NewsArticle"] }],
    ["with its type as an address", { ...recipe, "@type": "http://schema.org/Recipe" }],
  ])("are found %s", (_, data) => {
    expect(found(data)).toEqual(["Soup"]);
  });

  test.each([
    ["comments around it", `<!-- ${JSON.stringify(recipe)} -->`],
    ["CDATA around it", `//<![CDATA[\n${JSON.stringify(recipe)}\n//]]>`],
    ["a raw line break in a text", `{"@type":"Recipe","name":"Soup","description":"a\nb"}`],
    ["a comma too many", `{"@type":"Recipe","name":"Soup","recipeIngredient":["1 onion",],}`],
    ["a semicolon after it", `${JSON.stringify(recipe)};`],
    [
      "comments in it",
      `{"@type":"Recipe", // ours\n "name":"Soup", /* "name": "x", */ "url":"http://a.example/b"}`,
    ],
    ["an escape that JSON doesn't know", String.raw`{"@type":"Recipe","name":"Soup","description":"it\'s"}`],
    ["a tab in a text", `{"@type":"Recipe","name":"Soup","description":"a\tb"}`],
    ["character references for its quotes", JSON.stringify(recipe).replaceAll('"', "&quot;")],
  ])("are read with %s", (_, text) => {
    expect(found(text)).toEqual(["Soup"]);
  });

  test("are read from JSON that a server answers with in place of a page", () => {
    expect(linkedRecipes(` ${JSON.stringify([recipe])}`)).toHaveLength(1);
  });

  test("keep the lines of a text with raw line breaks, and a comma within a text", () => {
    const text = `{"@type":"Recipe","name":"a, ]","recipeInstructions":"Chop.\nFry.",}`;
    const [node] = linkedRecipes(page(text));
    expect(fieldsOfSchemaRecipe(node!)).toMatchObject({ name: "a, ]", steps: ["Chop.", "Fry."] });
  });

  test("nested without an end are read as far as anybody means", () => {
    const deep = (depth: number, inner: unknown): unknown => {
      let value = inner;
      for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { itemListElement: value };
      return value;
    };
    const node = { ...recipe, recipeInstructions: deep(50_000, "Never."), image: deep(50_000, "a.jpg") };
    expect(fieldsOfSchemaRecipe(node)).toMatchObject({ name: "Soup", steps: [], ingredients: ["1 onion"] });
    const sections = deep(6, { "@type": "HowToStep", text: "Stir." });
    expect(fieldsOfSchemaRecipe({ ...recipe, recipeInstructions: sections }).steps).toEqual(["Stir."]);
    const text = `{"@type":"Recipe","name":"Soup","recipeIngredient":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    expect(() => linkedRecipes(page(text)).map((one) => fieldsOfSchemaRecipe(one))).not.toThrow();
  });

  test("are read from the other blocks where one is broken", () => {
    expect(linkedRecipes(`${page("{nonsense")}${page(recipe)}`)).toHaveLength(1);
  });

  test("have their parts by reference", () => {
    const graph = [
      { ...recipe, image: { "@id": "#image" } },
      { "@id": "#image", "@type": "ImageObject", url: "https://example.org/soup.jpg" },
    ];
    const [node] = linkedRecipes(page({ "@graph": graph }));
    expect(fieldsOfSchemaRecipe(node!).image_url).toBe("https://example.org/soup.jpg");
  });
});

describe("a schema.org recipe", () => {
  const fields = (more: object) => fieldsOfSchemaRecipe({ ...recipe, ...more }, "https://example.org/a/b");

  test("keeps its sections by name, before their first step", () => {
    const steps = fields({
      recipeInstructions: [
        {
          "@type": "HowToSection",
          name: "Sauce",
          itemListElement: [
            { "@type": "HowToStep", text: "Melt." },
            { "@type": "HowToStep", text: "Stir." },
          ],
        },
        { "@type": "HowToStep", name: "Serve", text: "Serve <b>hot</b>." },
        { "@type": "HowToStep", itemListElement: { "@type": "HowToDirection", text: "Eat." } },
      ],
    }).steps;
    expect(steps).toEqual(["Sauce: Melt.", "Stir.", "Serve hot.", "Eat."]);
  });

  test("reads steps of one text by its lines, whatever they are marked up with", () => {
    expect(fields({ recipeInstructions: "<ol><li>Chop.</li><li>Cook &amp; stir.</li></ol>" }).steps).toEqual([
      "Chop.",
      "Cook & stir.",
    ]);
    expect(fields({ recipeInstructions: "&lt;p&gt;Chop.&lt;/p&gt;Cook." }).steps).toEqual(["Chop.", "Cook."]);
  });

  test.each<[unknown, unknown]>([
    ["Serves 4–6", "Serves 4–6"],
    [["4", "4 servings"], "4 servings"],
    [4, "4"],
    [{ "@type": "QuantitativeValue", value: 6, unitText: "bowls" }, "6 bowls"],
    [undefined, null],
  ])("yield %j is read as %j", (recipeYield, servings) => {
    expect(fields({ recipeYield }).servings).toBe(servings);
  });

  test.each<[unknown, string | number | null]>([
    [["4", "4 servings"], "4 servings"],
    [["1 loaf", "12 slices"], "12 slices"],
    [["6", "1 big casserole"], "6"],
    [4, "4"],
    [{ "@type": "QuantitativeValue", value: 3, unitText: "bowls" }, "3 bowls"],
    [[], null],
  ])("takes the yield %j for %j", (recipeYield, servings) => {
    expect(fieldsOfSchemaRecipe({ ...recipe, recipeYield }).servings).toBe(servings);
  });

  test.each<[unknown, string | undefined]>([
    ["/a.jpg", "https://example.org/a.jpg"],
    [["data:image/png;base64,AAAA", "/b.jpg"], "https://example.org/b.jpg"],
    [{ "@type": "ImageObject", url: ["https://cdn.example/c.jpg"] }, "https://cdn.example/c.jpg"],
    [[{ contentUrl: "d.jpg" }], "https://example.org/soups/d.jpg"],
    [{ caption: "none" }, undefined],
    [null, undefined],
  ])("takes the picture %j for %s", (image, address) => {
    expect(fieldsOfSchemaRecipe({ ...recipe, image }, "https://example.org/soups/leek").image_url).toBe(
      address,
    );
  });

  test("takes the time in all less the preparation where no cooking time is given", () => {
    expect(fields({ prepTime: "PT15M", totalTime: "PT1H" })).toMatchObject({ prep_time: 15, cook_time: 45 });
    expect(fields({ totalTime: "PT1H" })).toMatchObject({ prep_time: null, cook_time: 60 });
  });

  test("resolves addresses against the page, and takes none that isn't http(s)", () => {
    expect(fields({ image: ["/soup.jpg"] }).image_url).toBe("https://example.org/soup.jpg");
    expect(fields({ image: { url: "javascript:alert(1)" } }).image_url).toBeUndefined();
    expect(fields({}).source_url).toBe("https://example.org/a/b");
  });

  test("has its keywords and categories as tags", () => {
    const { tags } = fields({ keywords: "quick, vegan", recipeCategory: ["Dinner"] });
    expect(tags).toEqual(["quick", "vegan", "Dinner"]);
  });
});

describe("microdata", () => {
  const html = `
    <div itemscope itemtype="https://schema.org/Recipe">
      <h1 itemprop="name">Toast &amp; jam</h1>
      <img itemprop="image" src="/toast.jpg">
      <time itemprop="prepTime" datetime="PT5M">5 minutes</time>
      <meta itemprop="recipeYield" content="2 servings">
      <div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ida</span></div>
      <ul><li itemprop="recipeIngredient">2 slices <b>bread</b></li>
      <li itemprop="recipeIngredient">1 tbsp jam</ul>
      <div itemprop="recipeInstructions"><ol><li>Toast it.</li><li>Spread it.</li></ol></div>
    </div>`;

  test("is read as JSON-LD is, though tags are left open", () => {
    const [node] = microdataRecipes(html);
    expect(fieldsOfSchemaRecipe(node!, "https://example.org/x")).toMatchObject({
      name: "Toast & jam",
      ingredients: ["2 slices bread", "1 tbsp jam"],
      steps: ["Toast it.", "Spread it."],
      servings: "2 servings",
      prep_time: 5,
      image_url: "https://example.org/toast.jpg",
    });
  });

  // The same page as RDFa Lite has it, with Open Graph around it.
  const rdfa = (prefix: string) =>
    `<meta property="og:title" content="Elsewhere">${html
      .replace(/itemscope itemtype="https:\/\/schema.org\/(\w+)"/g, `typeof="${prefix}$1"`)
      .replace(/itemprop="/g, `property="${prefix}`)}`;

  test.each([[""], ["schema:"]])("is read as RDFa too, with %j before its names", (prefix) => {
    const [node] = microdataRecipes(rdfa(prefix));
    expect(fieldsOfSchemaRecipe(node!, "https://example.org/x")).toEqual(
      fieldsOfSchemaRecipe(microdataRecipes(html)[0]!, "https://example.org/x"),
    );
  });

  test("isn't mixed up with what another way of marking means by property", () => {
    const mixed = html.replace('<h1 itemprop="name">', '<h1 itemprop="name" property="og:title">');
    expect(microdataRecipes(mixed)[0]).not.toHaveProperty("og:title");
  });

  test("of any text never throws, and takes time in proportion", () => {
    const pieces = fc.constantFrom(
      "<div itemscope",
      ' itemprop="a"',
      ">",
      "</div>",
      "<!--",
      "<script>",
      '"',
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 200 }), (parts) => {
        expect(Array.isArray(microdataRecipes(parts.join("")))).toBe(true);
        expect(Array.isArray(linkedRecipes(parts.join("")))).toBe(true);
      }),
    );
    const deep = `<div itemscope itemtype="https://schema.org/Recipe">${'<p itemprop="a">x'.repeat(100_000)}`;
    expect(microdataRecipes(deep)).toHaveLength(1);
  });
});

test("character references are decoded, unknown ones kept", () => {
  expect(decodeEntities("&frac12; cup cr&egrave;me &#8211; &#x1F34B; &nope; &#0; A&B")).toBe(
    "½ cup crème – 🍋 &nope; &#0; A&B",
  );
  expect(decodeEntities("&Iuml;le &copy; it&#146;s &frac15; &constructor;")).toBe(
    "Ïle © it’s ⅕ &constructor;",
  );
  expect(plainLines("a<br>b &lt;3 c")).toEqual(["a", "b <3 c"]);
});

test.each([
  ["P0Y0M0DT0H35M0S", 35],
  ["PT90S", 2],
  ["PT1.5H", 90],
  ["P1DT2H", 1560],
  ["P1W", 10_080],
  ["PT1,5H", 90],
])("the duration %s is %d minutes", (text, minutes) => {
  expect(parseMinutes(text)).toBe(minutes);
});

test.each([["PT"], ["P"], ["-PT10M"], ["PT-5M"]])("the duration %s says none", (text) => {
  expect(parseMinutes(text)).toBeNull();
});

describe("a page's charset", () => {
  const crepe = "<p>Crêpe d’or";
  const latin = Buffer.from([
    ...Buffer.from("<p>Cr"),
    0xea,
    ...Buffer.from("pe d"),
    0x92,
    ...Buffer.from("or"),
  ]);
  test.each<[string, Buffer, string]>([
    ["its server's word", latin, "text/html; charset=ISO-8859-1"],
    [
      "its own word",
      Buffer.concat([Buffer.from('<meta http-equiv=x content="text/html;charset=cp1252">'), latin]),
      "",
    ],
    ["nothing, where it isn't UTF-8", latin, "text/html"],
    ["nothing, where it is UTF-8", Buffer.from(crepe), "text/html"],
    [
      "its mark, against its server's word",
      Buffer.from(`\ufeff${crepe}`, "utf16le"),
      "text/html; charset=utf-8",
    ],
    ["every other byte being 0", Buffer.from(crepe, "utf16le").swap16(), "text/html"],
    ["nothing, where it can't be what it says", Buffer.from(`<meta charset=utf-16>${crepe}`), ""],
    ["nothing, where nobody knows what it says", Buffer.from(crepe), "text/html; charset=klingon"],
  ])("is known by %s", (_, bytes, contentType) => {
    expect(pageText(bytes, contentType).replace(/<meta[^>]*>/, "")).toBe(crepe);
  });
});

describe("addresses", () => {
  test.each([
    ..."127.0.0.1 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0".split(
      " ",
    ),
    ..."224.0.0.1 255.255.255.255 ::1 :: ::ffff:127.0.0.1 ::ffff:8.8.8.8 fe80::1 fd00::1 ff02::1".split(" "),
    ..."3fff::1 5f00::1 64:ff9b::7f00:1 2002:7f00:1:: ::127.0.0.1 nonsense".split(" "),
  ])("%s isn't public", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111"])("%s is public", (address) => {
    expect(isPublic(address)).toBe(true);
  });
});
