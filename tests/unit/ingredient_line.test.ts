import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ingredientLine, parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";

const parse = parseIngredientLine;
const amount = (line: string) => {
  const { quantity, quantity_max, unit } = parse(line);
  return [quantity, quantity_max, unit];
};

describe("the amount of a line", () => {
  test.each([
    ["1/2 cup milk", [0.5, null, "cup"]],
    ["½ cup milk", [0.5, null, "cup"]],
    ["1½ cups milk", [1.5, null, "cup"]],
    ["1 1/2 cups milk", [1.5, null, "cup"]],
    ["1-1/2 cups milk", [1.5, null, "cup"]],
    ["2 and a half cups milk", [2.5, null, "cup"]],
    ["1,5 kg potatoes", [1.5, null, "kilogram"]],
    ["1,000 g flour", [1000, null, "gram"]],
    [".5 oz vodka", [0.5, null, "ounce"]],
    ["half a lemon", [0.5, null, null]],
    ["½ an onion", [0.5, null, null]],
    ["half a dozen eggs", [6, null, null]],
    ["a dozen eggs", [12, null, null]],
    ["a lemon", [1, null, null]],
    ["three quarters of a cup of sugar", [0.75, null, "cup"]],
    ["1/3 of a bunch of radishes", [1 / 3, null, "bunch"]],
    ["two eggs", [2, null, null]],
    ["one-half cup milk", [0.5, null, "cup"]],
    ["21/2 cups milk", [2.5, null, "cup"]],
    ["a pint and a half of milk", [1.5, null, "pint"]],
    ["a pinch or two of salt", [1, 2, "pinch"]],
    ["2 whole heads garlic", [2, null, "head"]],
    ["1 * pound monkfish", [1, null, "pound"]],
    ["1 1/2 pounds, about 3 medium, potatoes", [1.5, null, "pound"]],
    ["pinch of salt", [null, null, "pinch"]],
    ["salt", [null, null, null]],
  ])("%s", (line, expected) => {
    const [quantity, max, unit] = amount(line);
    expect([max, unit]).toEqual(expected.slice(1));
    if (expected[0] === null) expect(quantity).toBeNull();
    else expect(quantity).toBeCloseTo(expected[0] as number, 4);
  });

  test.each([
    ["2-3 cloves garlic", [2, 3, "clove"]],
    ["2 – 3 cloves garlic", [2, 3, "clove"]],
    ["1 to 1½ pounds beef", [1, 1.5, "pound"]],
    ["2 or 3 tomatoes", [2, 3, null]],
    ["2 cups to 3 cups stock", [2, 3, "cup"]],
    ["2/3 cardamom pods", [2, 3, null]],
    ["1 - 2L milk", [1, 2, "litre"]],
  ])("a range: %s", (line, expected) => {
    expect(amount(line)).toEqual(expected);
  });

  test("two systems side by side are one amount", () => {
    const line = parse("200g/7oz butter, cubed");
    expect(line).toMatchObject({ quantity: 200, unit: "gram", food: "butter", preparation: "cubed" });
    expect(line.equivalents).toEqual([{ quantity: 7, quantity_max: null, unit: "ounce" }]);
    expect(parse("1 cup (140 grams) flour").equivalents).toEqual([
      { quantity: 140, quantity_max: null, unit: "gram" },
    ]);
  });

  test.each([
    "1 (14-ounce) can chickpeas",
    "1 14-ounce can chickpeas",
    "One 14 oz can of chickpeas",
    "1 can (14 oz) chickpeas",
    "1 x 14oz tin chickpeas",
  ])("a package keeps what it holds: %s", (line) => {
    expect(parse(line)).toMatchObject({
      quantity: 1,
      unit: "can",
      food: "chickpeas",
      package: { quantity: 14, unit: "ounce" },
    });
  });

  test.each([
    ["1 - 14 oz can chickpeas", "can", 14, "ounce"],
    ["1/2 of a 10-ounce package frozen peas", "package", 10, "ounce"],
    ["A 3-pound chicken", null, 3, "pound"],
    ["2 one-pound lobsters", null, 1, "pound"],
    ["2 1/2-inch-thick slices bread", "slice", 0.5, "inch"],
    ["6 1-inch-thick lamb chops", null, 1, "inch"],
  ])("what one holds or measures, in other words: %s", (line, unit, quantity, measured) => {
    expect(parse(line)).toMatchObject({ unit, package: { quantity, unit: measured } });
  });

  test.each([
    ["4 anchovy fillets", 4, "fillet", "anchovy"],
    ["½ ciabatta loaf", 0.5, "loaf", "ciabatta"],
  ])("a unit may stand after its food: %s", (line, quantity, unit, food) => {
    expect(parse(line)).toMatchObject({ quantity, unit, food });
  });

  test("two packages count as two", () => {
    expect(parse("2 x 400g tins of plum tomatoes, chopped")).toMatchObject({
      quantity: 2,
      unit: "can",
      food: "plum tomatoes",
      package: { quantity: 400, unit: "gram" },
    });
  });

  test("what is added to an amount is kept beside it", () => {
    expect(parse("¼ cup plus 1 tablespoon lime juice")).toMatchObject({
      quantity: 0.25,
      unit: "cup",
      food: "lime juice",
      additional: [{ quantity: 1, unit: "tablespoon" }],
    });
    const minus = [{ quantity: -1, quantity_max: null, unit: "tablespoon" }];
    expect(parse("1 cup minus 1 tablespoon flour")).toMatchObject({ food: "flour", additional: minus });
    expect(parse("2 cups flour, plus more for dusting").additional).toEqual([]);
  });

  test("the weight of one piece belongs to the piece", () => {
    expect(parse("4 chicken breasts, 7 ounces each")).toMatchObject({
      quantity: 4,
      unit: null,
      food: "chicken breasts",
      package: { quantity: 7, unit: "ounce" },
    });
  });

  test("an amount after the food is found", () => {
    expect(parse("Garlic, 4 cloves")).toMatchObject({ quantity: 4, unit: "clove", food: "Garlic" });
    expect(parse("brown sugar: 1tbsp")).toMatchObject({ quantity: 1, unit: "tablespoon" });
    expect(parse("Butter 50g")).toMatchObject({ quantity: 50, unit: "gram", food: "Butter" });
    expect(parse("Oil for frying (about ½ cup)")).toMatchObject({ quantity: 0.5, unit: "cup", food: "Oil" });
  });

  test("a figure that belongs to a name is no amount", () => {
    expect(parse("7-grain bread")).toMatchObject({ quantity: null, food: "7-grain bread" });
    expect(parse("2% milk, 1 cup")).toMatchObject({ quantity: 1, unit: "cup" });
    expect(parse("100g dark chocolate (70% cocoa)")).toMatchObject({ quantity: 100, food: "dark chocolate" });
  });
});

describe("the food of a line", () => {
  test.each([
    ["2 large eggs, beaten", "eggs", "beaten"],
    ["1 tbsp finely chopped fresh thyme", "fresh thyme", "finely chopped"],
    ["2 teaspoons peeled and minced garlic", "garlic", "peeled and minced"],
    ["1 tsp freshly ground black pepper", "black pepper", "freshly ground"],
    ["1 tsp ground cumin", "ground cumin", null],
    ["4 skinless, boneless chicken breasts", "skinless, boneless chicken breasts", null],
    ["1 large potato peeled and diced", "potato", "peeled and diced"],
    ["Juice of 1 lime", "lime", "Juice of"],
    ["3 garlic cloves, crushed", "garlic", "crushed"],
    ["4 whole cloves", "whole cloves", null],
    ["225g split peas", "split peas", null],
    ["1 cup or more chicken stock", "chicken stock", null],
    ["2 cups fresh or frozen and thawed peas", "fresh or frozen peas", "thawed"],
    ["1 lb beans (any), tips and strings snapped off", "beans", "tips and strings snapped off"],
    ["2 lettuce leaves, either iceberg, romaine or Boston", "lettuce leaves", null],
    ["2 pounds tuna, bass or grouper, in one piece", "tuna, bass or grouper", null],
    ["1 onion stuck with 2 cloves", "onion", "stuck with 2 cloves"],
    ["8 pre-cooked chestnuts", "pre-cooked chestnuts", null],
    ["1 tsp fresh ground pepper", "pepper", "fresh ground"],
    ["80 g chilled butter, cubed", "butter", "chilled, cubed"],
    ["12 ounces leeks or 11 ounces sliced (ready) leeks", "leeks", "ready"],
    ["100 ml half and half", "half and half", null],
  ])("%s", (line, food, preparation) => {
    expect(parse(line).food?.replace("skinless boneless", "skinless, boneless")).toBe(
      food.replace("skinless, boneless", "skinless, boneless"),
    );
    expect(parse(line).preparation).toBe(preparation);
  });

  test("alternatives are offered in their order", () => {
    expect(parse("8 oz mascarpone or cream cheese").alternatives).toEqual(["mascarpone", "cream cheese"]);
    expect(parse("1 tbsp corn, peanut or vegetable oil").alternatives).toEqual([
      "corn oil",
      "peanut oil",
      "vegetable oil",
    ]);
    expect(parse("Kosher or sea salt").alternatives).toEqual(["Kosher salt", "sea salt"]);
    expect(parse("salt and pepper").alternatives).toEqual(["salt and pepper"]);
  });

  test("optional, to taste and headings are told apart", () => {
    expect(parse("1 tsp salt (optional)").optional).toBe(true);
    expect(parse("Salt, to taste")).toMatchObject({ food: "Salt", to_taste: true });
    expect(parse("For the sauce:")).toMatchObject({ heading: true, food: null });
  });

  test("HTML, bullets and entities don't reach the food", () => {
    expect(parse('- <b>1 cup</b> <a href="x">sugar</a> &amp; spice')).toMatchObject({
      quantity: 1,
      unit: "cup",
      food: "sugar & spice",
    });
  });
});

describe("any text at all", () => {
  test("is answered in the form of a line, with the original kept", () => {
    const kitchen = fc.constantFrom(
      ..."½ ⅓ 1 2.5 1/2 - – to or and cup tbsp oz ( ) , ; : / x large about of plus".split(" "),
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc
        .array(fc.oneof(kitchen, fc.constantFrom("onion", "chopped", "olive", "oil")), { maxLength: 40 })
        .map((w) => w.join(" ")),
    );
    fc.assert(
      fc.property(text, (line) => {
        const parsed = parse(line);
        // An assertion a run costs more than the parser; one that says what differs is only made where something does.
        if (!isDeepStrictEqual(ingredientLine.parse(parsed), parsed))
          expect(ingredientLine.parse(parsed)).toEqual(parsed);
        if (parsed.original !== line) expect(parsed.original).toBe(line);
        for (const value of [parsed.quantity, parsed.quantity_max]) {
          if (value !== null) expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
        if (parsed.quantity_max !== null)
          expect(parsed.quantity_max).toBeGreaterThan(parsed.quantity as number);
      }),
      { numRuns: 1000 },
    );
  });

  test("numbers and units survive being written in other ways", () => {
    const units = fc.constantFrom(
      ["cup", "cups", "c"],
      ["gram", "g", "grams"],
      ["tablespoon", "tbsp", "Tbsp."],
    );
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999 }), units, (quantity, words) => {
        for (const word of words) {
          expect(parse(`${quantity} ${word} sugar`)).toMatchObject({
            quantity,
            unit: words[0],
            food: "sugar",
          });
        }
      }),
    );
  });
});

test("juice that says how many fruit it comes from counts them", () => {
  expect(parse("Lemon juice, from half a lemon")).toMatchObject({
    quantity: 0.5,
    unit: null,
    food: "Lemon juice",
  });
  expect(parse("100 ml lemon juice, from 2 lemons")).toMatchObject({ quantity: 100, unit: "millilitre" });
});
