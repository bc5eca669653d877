import { type Behaviour, type HttpWorld, json, type Seen } from "./http_world.ts";

export const KEY = "test-key-7f3a9";

/** FoodData Central's foods as its details have them; made-up, in the shapes of each kind of data. */
const DETAILS: Record<number, object> = {
  900001: {
    fdcId: 900001,
    dataType: "SR Legacy",
    description: "Onions, test, raw",
    ndbNumber: 99901,
    foodCategory: { id: 11, description: "Vegetables and Vegetable Products" },
    foodNutrients: [detail("208", 1008, 40), detail("203", 1003, 1.1), detail("205", 1005, -0.2)],
    foodPortions: [
      { amount: 10, modifier: "rings", measureUnit: { name: "undetermined" }, gramWeight: 60 },
      { amount: 1, modifier: "cup, chopped", measureUnit: { name: "undetermined" }, gramWeight: 160 },
    ],
    nutrientConversionFactors: [{ type: "unknown here" }],
  },
  900002: {
    fdcId: 900002,
    dataType: "Foundation",
    description: "Hummus, test, commercial",
    foodCategory: { description: "Legumes and Legume Products" },
    foodNutrients: [detail("957", 2047, 229), detail("958", 2048, 243), detail("204", 1004, 17.1)],
    foodPortions: [
      { amount: 2, measureUnit: { name: "tablespoon" }, gramWeight: 33.9 },
      { amount: 1, measureUnit: { name: "RACC" }, gramWeight: 30 },
    ],
  },
  900003: {
    fdcId: 900003,
    dataType: "Survey (FNDDS)",
    description: "Milk, test, whole",
    wweiaFoodCategory: { wweiaFoodCategoryDescription: "Milk, whole" },
    foodNutrients: [detail("208", 1008, 61)],
    foodPortions: [
      {
        portionDescription: "1 cup",
        modifier: "10205",
        measureUnit: { name: "undetermined" },
        gramWeight: 244,
      },
      { portionDescription: "1/2 pint", modifier: "10206", gramWeight: 244 },
      { portionDescription: "Quantity not specified", modifier: "90000", gramWeight: 244 },
    ],
  },
  900004: {
    fdcId: 900004,
    dataType: "Branded",
    description: "TEST ALMOND DRINK",
    brandOwner: "Test Dairy, Inc.",
    brandedFoodCategory: "Plant Based Milk",
    servingSize: 240,
    servingSizeUnit: "ml",
    householdServingFullText: "1 cup (240 ml)",
    foodNutrients: [detail("208", 1008, 25)],
  },
};

function detail(number: string, id: number, amount: number) {
  return { type: "FoodNutrient", amount, nutrient: { id, number, name: "…", unitName: "…" } };
}

/** The same food as a search has it: figures flat, the category a text, no portions. */
function asFound(fdcId: number) {
  const food = DETAILS[fdcId] as {
    foodNutrients: ReturnType<typeof detail>[];
    foodCategory?: { description: string };
    ndbNumber?: number;
  };
  return {
    ...food,
    ndbNumber: String(food.ndbNumber ?? ""),
    foodCategory: food.foodCategory?.description,
    foodPortions: undefined,
    score: 321.5,
    foodNutrients: food.foodNutrients.map(({ amount, nutrient }) => ({
      nutrientId: nutrient.id,
      nutrientNumber: nutrient.number,
      nutrientName: nutrient.name,
      unitName: "KCAL",
      value: amount,
    })),
  };
}

const refusal = (status: number, code: string, message: string, headers = {}) =>
  json({ error: { code, message } }, status, headers);

/** Answers as api.data.gov does to a wrong key, else by `then`. */
const withKey =
  (then: (asked: { [name: string]: unknown }) => Behaviour): Behaviour =>
  (response, seen: Seen) => {
    const key = seen.query.get("api_key");
    if (!key) return refusal(403, "API_KEY_MISSING", "No api_key was supplied.")(response, seen);
    if (key !== KEY) {
      return refusal(403, "API_KEY_INVALID", `An invalid api_key was supplied: ${key}`)(response, seen);
    }
    return then(JSON.parse(seen.body))(response, seen);
  };

/** Lets a server be FoodData Central, under /fdc. */
export function playUsda(world: HttpWorld): void {
  world.at("/fdc/v1/foods/search", withKey(search));
  world.at("/fdc/v1/foods", withKey(details));
}

function search(asked: {
  query?: string;
  dataType?: string[];
  pageSize?: number;
  pageNumber?: number;
}): Behaviour {
  const { query = "", dataType = [], pageSize = 50, pageNumber = 1 } = asked;
  const hits = Object.keys(DETAILS)
    .map(Number)
    .filter((id) => {
      const food = DETAILS[id] as { description: string; dataType: string };
      return food.description.toLowerCase().includes(query.toLowerCase()) && dataType.includes(food.dataType);
    });
  return json({
    totalHits: hits.length,
    currentPage: pageNumber,
    totalPages: Math.ceil(hits.length / pageSize),
    foodSearchCriteria: { query },
    foods: hits.slice((pageNumber - 1) * pageSize, pageNumber * pageSize).map(asFound),
  });
}

/** At most 20 ids; one that it doesn't have is left out without a word. */
function details(asked: { fdcIds?: number[] }): Behaviour {
  const ids = asked.fdcIds ?? [];
  if (ids.length > 20) return json({ status: 400, error: "Bad Request", path: "/v1/foods" }, 400);
  return json(ids.flatMap((id) => DETAILS[id] ?? []));
}

export const overLimit = refusal(429, "OVER_RATE_LIMIT", "You have exceeded your rate limit.", {
  "x-ratelimit-remaining": "0",
});
