import { describe, expect, test } from "vitest";
import { asBought } from "../../f/meal-planner/handlers/shopping_list/bought_as.ts";
import { composeList } from "../../f/meal-planner/handlers/shopping_list/compose_list.ts";
import type { Need } from "../../f/meal-planner/handlers/shopping_list/need.ts";
import type { ShopFood } from "../../f/meal-planner/handlers/shopping_list/shop_food.ts";

function food(name: string, details: Partial<ShopFood> = {}): ShopFood {
  return {
    foodId: name.replaceAll(" ", "_"),
    name,
    aisle: "fruit_and_vegetables",
    shopping: "buy",
    portions: {},
    densityGramsPerMl: null,
    refusePercent: 0,
    state: "fresh",
    soldAs: { unit: "gram" },
    energyKcalPer100g: null,
    ...details,
  };
}

const egg = food("egg", {
  aisle: "dairy_and_eggs",
  soldAs: { unit: "piece", pack: 6 },
  portions: { each: 50, large: 50 },
});
const onion = food("onion", {
  soldAs: { unit: "piece" },
  portions: { each: 110, small: 70, medium: 110, large: 150, cup: 160 },
  refusePercent: 10,
});
const garlic = food("garlic", {
  soldAs: { unit: "piece" },
  portions: { each: 3, clove: 3, head: 40 },
  refusePercent: 13,
});
const spaghetti = food("spaghetti", {
  aisle: "grains_and_pasta",
  state: "dried",
  soldAs: { unit: "gram", pack: 500 },
});
const milk = food("milk", {
  aisle: "dairy_and_eggs",
  state: "liquid",
  soldAs: { unit: "millilitre", pack: 1000 },
  densityGramsPerMl: 1.03,
});
const coconutMilk = food("coconut milk", {
  state: "canned",
  soldAs: { unit: "can" },
  portions: { can: 400 },
});
const tomatoes = food("canned tomato", { state: "canned", soldAs: { unit: "can" }, portions: { can: 400 } });
const parsley = food("parsley", {
  aisle: "fresh_herbs",
  soldAs: { unit: "bunch" },
  portions: { bunch: 60, cup: 60, tablespoon: 3.8 },
});
const salt = food("salt", { aisle: "spices", shopping: "check", soldAs: { unit: "gram", pack: 500 } });
const water = food("water", { shopping: "never" });
const flour = food("flour", {
  aisle: "baking",
  soldAs: { unit: "gram", pack: 1000 },
  portions: { cup: 125 },
});
const lemon = food("lemon", { soldAs: { unit: "piece" }, portions: { each: 84 }, refusePercent: 30 });
const lemonJuice = food("lemon juice", { soldAs: { unit: "millilitre" }, state: "liquid" });
const lemonZest = food("lemon zest");
const rice = food("rice", { state: "dried", soldAs: { unit: "gram", pack: 500 }, energyKcalPer100g: 360 });
const cookedRice = food("cooked rice", {
  aisle: "grains_and_pasta",
  state: "cooked",
  energyKcalPer100g: 120,
});
const potato = food("potato", { soldAs: { unit: "gram" }, portions: { each: 150 }, refusePercent: 20 });

let places = 0;
function need(what: ShopFood | string, details: Partial<Need> = {}): Need {
  places += 1;
  return {
    meal: {
      plan_id: "p1",
      date: "2026-01-05",
      position: places,
      slot: "dinner",
      recipe_id: "r1",
      recipe: "Stew",
    },
    original: "as written",
    text: typeof what === "string" ? what : what.name,
    food: typeof what === "string" ? null : what,
    grams: null,
    quantity: null,
    unit: null,
    size: null,
    part: null,
    containers: null,
    toTaste: false,
    optional: false,
    ...details,
  };
}

const grams = (what: ShopFood, amount: number) =>
  need(what, { grams: amount, quantity: amount, unit: "gram" });

function lines(...needs: Need[]) {
  return composeList(needs, { lots: [], always: new Set() });
}
const shown = (...needs: Need[]) => lines(...needs).map((line) => line.display);

describe("what a shopper reads", () => {
  test("eggs come by the half dozen, also for a third of one", () => {
    expect(shown(need(egg, { quantity: 0.3, grams: 15 }))).toEqual(["6 eggs"]);
    expect(shown(need(egg, { quantity: 7, grams: 350 }))).toEqual(["12 eggs"]);
  });

  test("garlic is bought by the bulb, with its cloves told", () => {
    expect(shown(need(garlic, { quantity: 5, unit: "clove", grams: 15 }))).toEqual([
      "1 bulb garlic (5 cloves)",
    ]);
    expect(shown(need(garlic, { quantity: 20, unit: "clove", grams: 60 }))).toEqual([
      "2 bulbs garlic (20 cloves)",
    ]);
    expect(shown(need(garlic, { quantity: 2, grams: 6 }))).toEqual(["1 bulb garlic"]);
  });

  test("pasta is bought in packs and milk in litres", () => {
    expect(shown(grams(spaghetti, 430))).toEqual(["500 g spaghetti"]);
    expect(shown(grams(spaghetti, 510))).toEqual(["1 kg spaghetti (2 × 500 g)"]);
    expect(shown(need(milk, { quantity: 1237, unit: "millilitre", grams: 1237 * 1.03 }))).toEqual([
      "2 l milk (2 × 1 l)",
    ]);
    expect(lines(need(milk, { quantity: 1237, unit: "millilitre", grams: 1237 * 1.03 }))[0]).toMatchObject({
      need: "1.25 l",
    });
  });

  test("cans are counted and say what one holds", () => {
    expect(
      shown(
        need(tomatoes, {
          quantity: 2,
          unit: "can",
          containers: { unit: "can", count: 2, grams: 400 },
          grams: 800,
        }),
      ),
    ).toEqual(["2 cans tomatoes (400 g each)"]);
    expect(
      shown(
        need(tomatoes, {
          quantity: 1,
          unit: "can",
          containers: { unit: "can", count: 1, grams: 794 },
          grams: 794,
        }),
      ),
    ).toEqual(["2 cans tomatoes (400 g each)"]);
    expect(shown(need(coconutMilk, { quantity: 400, unit: "millilitre", grams: 390 }))).toEqual([
      "1 can coconut milk (400 g)",
    ]);
  });

  test("herbs are bought by the bunch, loose vegetables by a weight that can be asked for", () => {
    expect(shown(need(parsley, { quantity: 2, unit: "tablespoon", grams: 7.6 }))).toEqual([
      "1 bunch parsley",
    ]);
    expect(shown(grams(potato, 730))).toEqual(["750 g potatoes"]);
  });

  test("a large onion is one onion, and a cup of chopped onion is counted in onions", () => {
    expect(shown(need(onion, { quantity: 1, size: "large", grams: 150 }))).toEqual(["1 onion"]);
    expect(shown(need(onion, { quantity: 2, size: "small", grams: 140 }))).toEqual(["2 onions"]);
    expect(shown(need(onion, { quantity: 1, unit: "cup", grams: 160 }))).toEqual(["2 onions"]);
  });

  test("a food that nobody knows is written as it was, in metric", () => {
    expect(shown(need("gochugaru", { quantity: 2, unit: "cup" }))).toEqual(["500 ml gochugaru"]);
    expect(shown(need("nori", { quantity: 1.5, unit: "sheet" }))).toEqual(["2 sheets nori"]);
    expect(shown(need("dragon egg", { quantity: 2 }))).toEqual(["2 dragon eggs"]);
    expect(shown(need("edible flowers"))).toEqual(["edible flowers"]);
  });
});

describe("merging", () => {
  test("cups and grams of flour are one line", () => {
    const [line, ...others] = lines(need(flour, { quantity: 2, unit: "cup", grams: 250 }), grams(flour, 300));
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      display: "1 kg flour",
      exact_amount: 550,
      grams: 550,
      need: "550 g",
      aisle: "baking",
    });
  });

  test("foods that are one to a shopper are one line; coconut milk and milk stay apart", () => {
    const yellow = food("yellow onion", {
      soldAs: { unit: "piece" },
      portions: { each: 110 },
      refusePercent: 10,
    });
    const usda = food("Onions, raw", { foodId: "usda:11282", soldAs: null, aisle: "other" });
    expect(
      shown(
        need(onion, { quantity: 1, grams: 110 }),
        need(yellow, { quantity: 1, grams: 110 }),
        need(usda, { quantity: 1, grams: 110 }),
      ),
    ).toEqual(["3 onions"]);
    expect(lines(grams(milk, 103), grams(coconutMilk, 200)).map((line) => line.name)).toEqual([
      "coconut milk",
      "milk",
    ]);
  });

  test("equal texts are one line, in each unit apart", () => {
    expect(
      shown(
        need("Nori", { quantity: 1, unit: "sheet" }),
        need("nori", { quantity: 2, unit: "sheet" }),
        need("nori", { quantity: 10, unit: "gram" }),
      ),
    ).toEqual(["10 g nori", "3 sheets Nori"]);
  });

  test("each line says which meals need it and how much", () => {
    const [line] = lines(
      need(garlic, { quantity: 2, unit: "clove", grams: 6, original: "4 cloves garlic" }),
      need(garlic, { quantity: 1, unit: "tablespoon", grams: 8.5, original: "2 tbsp minced garlic" }),
    );
    expect(line?.sources.map((s) => [s.recipe, s.amount, s.original])).toEqual([
      ["Stew", "2 cloves", "4 cloves garlic"],
      ["Stew", "1 tbsp", "2 tbsp minced garlic"],
    ]);
  });

  test("peel is paid for where the cook counted, and not where the cook weighed", () => {
    expect(lines(grams(potato, 800))[0]).toMatchObject({ exact_amount: 800 });
    expect(lines(need(potato, { quantity: 4, grams: 600 }))[0]).toMatchObject({ exact_amount: 750 });
  });
});

describe("what isn't bought", () => {
  test("water is left out, staples and what goes in to taste are only to be checked", () => {
    expect(lines(grams(water, 500))).toEqual([]);
    expect(lines(grams(salt, 7))[0]).toMatchObject({ check: "staple" });
    expect(lines(need(parsley, { toTaste: true }))[0]).toMatchObject({ check: "to_taste" });
    expect(lines(need(parsley, { optional: true, quantity: 1, unit: "bunch", grams: 60 }))[0]).toMatchObject({
      check: "optional",
    });
  });

  test("a line that one meal can't do without is bought", () => {
    const [line] = lines(
      need(parsley, { toTaste: true }),
      need(parsley, { quantity: 1, unit: "bunch", grams: 60 }),
    );
    expect(line).toMatchObject({ check: null, display: "1 bunch parsley" });
  });
});

describe("what is sold as something else", () => {
  const foods = new Map([
    ["lemon", lemon],
    ["egg", egg],
    ["rice", rice],
  ]);
  const meal = need("x").meal;

  test("the juice and the zest of a lemon are one lemon", () => {
    const juice = need(lemonJuice, { meal, quantity: 3, unit: "tablespoon", grams: 45 });
    const zest = need(lemonZest, { meal, quantity: 1, unit: "teaspoon", grams: 2 });
    expect(shown(...asBought([juice, zest], foods))).toEqual(["1 lemon"]);
    const counted = need(lemon, { meal, quantity: 2, part: "juice", grams: 96 });
    expect(shown(...asBought([counted, zest], foods))).toEqual(["2 lemons"]);
  });

  test("egg whites are eggs", () => {
    const white = food("egg white", { soldAs: null });
    expect(
      shown(
        ...asBought([need(white, { quantity: 2, grams: 66 }), need(egg, { quantity: 3, grams: 150 })], foods),
      ),
    ).toEqual(["6 eggs"]);
  });

  test("cooked rice is bought dry", () => {
    const [line] = lines(...asBought([need(cookedRice, { quantity: 3, unit: "cup", grams: 600 })], foods));
    expect(line).toMatchObject({ name: "rice", exact_amount: 200 });
  });
});

describe("tins", () => {
  const plum = food("plum tomato", { soldAs: { unit: "piece" }, portions: { each: 62 } });

  test("of a food that is only known fresh are tins, and no fresh food", () => {
    const tins = need(plum, {
      quantity: 2,
      unit: "can",
      containers: { unit: "can", count: 2, grams: 400 },
      grams: 800,
    });
    const fresh = need(plum, { quantity: 3, grams: 186 });
    expect(shown(...asBought([tins, fresh], new Map()))).toEqual([
      "2 cans plum tomatoes (400 g each)",
      "3 plum tomatoes",
    ]);
  });

  test("are counted by their label, though the food is known by its drained weight", () => {
    const chickpeas = food("canned chickpea", {
      state: "canned",
      soldAs: { unit: "can" },
      portions: { can: 240 },
    });
    const can = (details: Partial<Need>) => shown(need(chickpeas, details))[0];
    expect(
      can({ quantity: 400, unit: "gram", containers: { unit: "can", count: 1, grams: 400 }, grams: 400 }),
    ).toMatch(/^1 can /);
    expect(
      can({ quantity: 2, unit: "can", containers: { unit: "can", count: 2, grams: 400 }, grams: 800 }),
    ).toMatch(/^2 cans /);
    expect(
      can({ quantity: 1, unit: "can", containers: { unit: "can", count: 1, grams: 794 }, grams: 794 }),
    ).toMatch(/^2 cans /);
    expect(can({ quantity: 240, unit: "gram", grams: 240 })).toMatch(/^1 can /);
  });
});

describe("what isn't food", () => {
  test("or is a remark is only to be looked at", () => {
    expect(lines(need("aluminium foil"))[0]).toMatchObject({ check: "unclear" });
    expect(lines(need("whatever else you like to put on top of it"))[0]).toMatchObject({ check: "unclear" });
    expect(lines(need("pig's ear"))[0]).toMatchObject({ check: null, aisle: "other" });
  });
});

describe("the pantry", () => {
  const lots = (amount: number, bestBefore: string | null = null) => ({
    lots: [{ lotId: "l1", key: "food:dried:spaghetti", amount, bestBefore }],
    always: new Set<string>(),
  });

  test("what is at home is taken off, and a line that is all at home asks for nothing", () => {
    expect(composeList([grams(spaghetti, 700)], lots(300))[0]).toMatchObject({
      exact_amount: 400,
      amount: 500,
      pantry_grams: 300,
    });
    expect(composeList([grams(spaghetti, 200)], lots(300))[0]).toMatchObject({
      amount: 0,
      pantry_grams: 200,
    });
  });

  test("what spoils before the meal is no use to it", () => {
    expect(composeList([grams(spaghetti, 200)], lots(300, "2026-01-04"))[0]).toMatchObject({ amount: 500 });
    expect(composeList([grams(spaghetti, 200)], lots(300, "2026-01-05"))[0]).toMatchObject({ amount: 0 });
  });

  test("what is always at home is only to be checked", () => {
    const always = { lots: [], always: new Set(["food:dried:spaghetti"]) };
    expect(composeList([grams(spaghetti, 200)], always)[0]).toMatchObject({ check: "at_home" });
  });
});
