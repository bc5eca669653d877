import { describe, expect, test } from "vitest";
import { buildFoodIndex } from "../../f/meal-planner/foods/food_index.ts";
import { recordOfStarterFood } from "../../f/meal-planner/foods/food_record.ts";
import { parseIngredientLine } from "../../f/meal-planner/foods/ingredient_line.ts";
import { MATCH_THRESHOLD, matchLine } from "../../f/meal-planner/foods/match.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";
import { recordOfUsdaFood } from "../../f/meal-planner/foods/usda_record.ts";
import { nameKey, singular } from "../../f/meal-planner/foods/word_forms.ts";

const staples = STARTER_FOODS.map(recordOfStarterFood);
const index = buildFoodIndex(staples);
const match = (line: string) => matchLine(index, parseIngredientLine(line));
const usda = (ndb: string, desc: string, group: string) =>
  recordOfUsdaFood({ ndb, desc, group, n: { kcal: 100 }, portions: [] }, "usda_sr");

describe("a name that stands for two foods", () => {
  test.each([
    ["2 peppers", "red bell pepper"],
    ["1 pepper, diced", "red bell pepper"],
    ["200 g peppers", "red bell pepper"],
    ["1 tsp pepper", "black pepper"],
    ["pepper, to taste", "black pepper"],
    ["1 tsp coriander", "ground coriander"],
    ["1 tsp fresh coriander", "coriander leaf"],
    ["2 tbsp coriander, chopped", "coriander leaf"],
    ["1 tsp ginger", "ground ginger"],
    ["1 tsp grated ginger", "ginger"],
    ["1 tin sardines", "canned sardine"],
    ["8 sardines, gutted", "fresh sardine"],
    ["1 duck (2 kg)", "whole duck"],
    ["2 duck breasts", "duck breast"],
    ["1 turkey", "whole turkey"],
    ["½ cup sliced almonds", "flaked almond"],
    ["150 g tomato puré", "tomato paste"],
    ["6 anchovy fillets", "anchovy fillet"],
    ["2 fillets of cod", "cod"],
  ])("%s: %s", (line, food) => {
    expect(match(line).food?.name).toBe(food);
  });
});

describe("names", () => {
  test.each([
    ["leaves", "leaf"],
    ["tomatoes", "tomato"],
    ["berries", "berry"],
    ["radishes", "radish"],
    ["cookies", "cookie"],
    ["asparagus", "asparagus"],
    ["couscous", "couscous"],
    ["molasses", "molasses"],
    ["peas", "pea"],
  ])("the singular of %s is %s", (plural, one) => {
    expect(singular(plural)).toBe(one);
  });

  test("spelling, accents, apostrophes and plurals don't make another name", () => {
    expect(nameKey("Crème Fraîche")).toBe(nameKey("creme fraiche"));
    expect(nameKey("goats’ cheese")).toBe(nameKey("goat's cheese"));
    expect(nameKey("natural yoghurts")).toBe(nameKey("natural yogurt"));
    expect(nameKey("leg of lamb")).toBe(nameKey("lamb leg").split(" ").reverse().join(" "));
  });
});

describe("matching with the staples alone", () => {
  test.each([
    ["2 large eggs, beaten", "egg"],
    ["1 aubergine, cubed", "aubergine"],
    ["1 eggplant, cubed", "aubergine"],
    ["3 tbsp extra-virgin olive oil", "extra virgin olive oil"],
    ["2 Chantenay-style carrots", "carrot"],
    ["3 scallions, sliced", "spring onion"],
    ["Juice of 1 lemon", "lemon juice"],
    ["finely grated zest of 1 lemon", "lemon zest"],
    ["1 tbsp chopped fresh parsley", "parsley"],
    ["1 tsp dried thyme", "dried thyme"],
    ["4 sprigs thyme", "thyme"],
  ])("%s is %s", (line, name) => {
    expect(match(line).food?.name).toBe(name);
  });

  test.each([
    "1 cup pandan leaves",
    "2 tbsp unicorn sauce",
    "1 widget",
    "For the sauce:",
    "1 cup dandelion butter",
    "🍕🍕",
    "",
  ])("%s stays unmatched and says why", (line) => {
    const answer = match(line);
    expect(answer.food).toBeNull();
    expect(answer.reason).not.toBe("");
  });

  test("the state decides between records of one name", () => {
    expect(match("1 (14 oz) can tomatoes").food?.state).toBe("canned");
    expect(match("3 tomatoes").food?.state).toBe("fresh");
    expect(match("1 tin chickpeas, drained").food?.state).toBe("canned");
    expect(match("200 g dried chickpeas").food?.state).toBe("dried");
  });

  test("the second alternative stands in where the first isn't known", () => {
    const answer = match("2 tbsp glorp or honey");
    expect(answer.food?.name).toBe("honey");
    expect(answer.name).toBe("honey");
  });

  test("every name of a staple finds that staple or one that has the name too", () => {
    const wrong = STARTER_FOODS.filter((food) => {
      const answer = matchLine(index, {
        ...parseIngredientLine("1"),
        food: food.name,
        alternatives: [food.name],
      });
      return nameKey(answer.food?.name ?? "") !== nameKey(food.name);
    });
    expect(wrong.map((food) => food.name)).toEqual([]);
  });

  test("scores lie between 0 and 1 and come best first", () => {
    for (const line of ["1 cup milk", "1 cup coconut drink thing", "2 sheets nori or kelp", "beans"]) {
      const { candidates, food, score } = match(line);
      const scores = candidates.map((candidate) => candidate.score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      for (const one of scores) expect(one >= 0 && one <= 1).toBe(true);
      if (food) expect(score).toBeGreaterThanOrEqual(MATCH_THRESHOLD);
    }
  });
});

describe("matching USDA's descriptions", () => {
  const records = [
    usda("90001", "Quandong, raw", "Fruits and Fruit Juices"),
    usda("90002", "Quandong, canned, syrup pack", "Fruits and Fruit Juices"),
    usda("90003", "Sauce, quandong, ready-to-serve", "Soups, Sauces, and Gravies"),
    usda("90004", "Babyfood, quandong, strained", "Baby Foods"),
    usda("90005", "Cheese, wobbly", "Dairy and Egg Products"),
    usda("11529", "Tomatoes, red, ripe, raw, year round average", "Vegetables and Vegetable Products"),
  ];
  const described = buildFoodIndex(records);
  const find = (line: string) => matchLine(described, parseIngredientLine(line)).food?.sourceId ?? null;

  test("a record without a kitchen name is found by its description, in the state that the line says", () => {
    expect(find("3 quandongs")).toBe("90001");
    expect(find("1 can quandongs")).toBe("90002");
    expect(find("2 tbsp quandong sauce")).toBe("90003");
    expect(find("100 g wobbly cheese")).toBe("90005");
  });

  test("kitchen names are known by the number of the record", () => {
    expect(find("4 vine-ripened tomatoes")).toBe("11529");
  });

  test("part of a description is not enough", () => {
    expect(find("100 g quandong leaves")).toBeNull();
    expect(find("100 g cheese spread")).toBeNull();
  });
});

test("a bird that is counted is a whole one, by weight it is meat", () => {
  expect(match("1 chicken, jointed").food?.name).toBe("whole chicken");
  expect(match("One 3½-pound chicken, preferably organic").food?.name).toBe("whole chicken");
  expect(match("500 g chicken").food?.name).not.toBe("whole chicken");
});

test("one slip of the pen is read through, another food isn't", () => {
  expect(match("1 tbsp paprica").food?.name).toBe("paprika");
  expect(match("2 tbsp chopped parsely").food?.name).toBe("parsley");
  expect(match("1 vegetable peeler").food).toBeNull();
});

test("what lies on the list and isn't eaten is no food, a tortilla wrap is", () => {
  for (const tool of ["1 cheesecloth", "aluminum foil", "2 baking dishes", "a garlic press"]) {
    expect(match(tool).reason).toMatch(/isn't eaten/);
  }
  expect(match("2 tortilla wraps").food?.name).toMatch(/tortilla/);
});
