import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { StarterFood } from "../../f/meal-planner/foods/food.ts";
import type { Nutrients } from "../../f/meal-planner/foods/nutrients.ts";
import { foodTable } from "../../f/meal-planner/foods/starter_foods/food_table.ts";
import { STARTER_FOODS } from "../../f/meal-planner/foods/starter_foods/starter_foods.ts";

/** The foods of which something is wrong, by name, so that a failure reads as a list of repairs. */
function complaints(complain: (food: StarterFood) => string | null | undefined | false): string[] {
  return STARTER_FOODS.flatMap((food) => {
    const complaint = complain(food);
    return complaint ? [`${food.name}: ${complaint}`] : [];
  });
}

function repeated(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => seen.has(word) || !seen.add(word));
}

const known = (figure: number | null) => figure ?? 0;

describe("names", () => {
  test("there are at least 480 staples", () => {
    expect(STARTER_FOODS.length).toBeGreaterThanOrEqual(480);
  });

  test("no key and no name belongs to two foods, nor an alias to two", () => {
    expect(repeated(STARTER_FOODS.map((food) => food.key))).toEqual([]);
    expect(repeated(STARTER_FOODS.flatMap((food) => [food.name, ...food.aliases]))).toEqual([]);
  });

  test("keys are snake case; names and aliases are lower case without stray spaces", () => {
    expect(complaints((food) => !/^[a-z0-9]+(_[a-z0-9]+)*$/.test(food.key) && food.key)).toEqual([]);
    const untidy = (name: string) => name !== name.toLowerCase().trim().replace(/\s+/g, " ") || name === "";
    expect(complaints((food) => [food.name, ...food.aliases].find(untidy))).toEqual([]);
  });
});

describe("figures", () => {
  test("nothing is negative, and protein, fat and carbohydrate are at most 100 g together", () => {
    expect(
      complaints((food) => {
        const { protein_g, fat_g, carbohydrate_g } = food.per100g;
        const sum = known(protein_g) + known(fat_g) + known(carbohydrate_g);
        const negative = Object.values(food.per100g).some((figure) => figure !== null && figure < 0);
        return (negative || sum > 101) && `${sum} g`;
      }),
    ).toEqual([]);
  });

  test("energy and macros are always known", () => {
    const needed = ["energy_kcal", "protein_g", "fat_g", "carbohydrate_g", "sodium_mg"] as const;
    expect(complaints((food) => needed.find((nutrient) => food.per100g[nutrient] === null))).toEqual([]);
  });

  test("parts are not more than their whole: saturates of fat, sugars and fibre of carbohydrate", () => {
    expect(
      complaints(({ per100g }) => {
        if (known(per100g.saturated_fat_g) > known(per100g.fat_g) + 0.05) return "saturates";
        // Sugars and carbohydrate are measured by different methods, and labels count fibre apart from carbohydrate.
        const sugarsOver = known(per100g.sugars_g) > known(per100g.carbohydrate_g) * 1.1 + 1;
        return sugarsOver && "sugars";
      }),
    ).toEqual([]);
  });

  test("energy agrees with 4 kcal a gram of protein and carbohydrate and 9 of fat, or the row says why not", () => {
    expect(
      complaints((food) => {
        const { energy_kcal, protein_g, fat_g, carbohydrate_g, fibre_g } = food.per100g;
        const all = 4 * known(protein_g) + 9 * known(fat_g) + 4 * known(carbohydrate_g);
        // Fibre yields from nothing to 4 kcal a gram by the convention used; American carbohydrate contains it,
        // European carbohydrate doesn't, and then it may add 2.
        const least = Math.max(0, all - 4 * known(fibre_g)) * 0.8 - 12;
        const most = (all + 2 * known(fibre_g)) * 1.15 + 12;
        const agrees = known(energy_kcal) >= least && known(energy_kcal) <= most;
        return (
          !agrees && !food.differs && `${energy_kcal} kcal, not ${Math.round(least)}–${Math.round(most)}`
        );
      }),
    ).toEqual([]);
  });
});

describe("measures", () => {
  test("what is sold by the piece, can, bunch, jar or pack says what one weighs, and what pours its density", () => {
    expect(
      complaints(({ soldAs, portions, densityGramsPerMl }) => {
        switch (soldAs.unit) {
          case "piece":
            return !portions.each && "each";
          case "pack":
            return !portions.package && !soldAs.pack && "package";
          case "can":
          case "bunch":
          case "jar":
            return !portions[soldAs.unit] && soldAs.unit;
          case "millilitre":
            return !densityGramsPerMl && "density";
          case "gram":
            return null;
        }
      }),
    ).toEqual([]);
  });

  test("portions are positive, densities plausible, refuse a share", () => {
    expect(
      complaints((food) => {
        if (Object.values(food.portions).some((grams) => !(grams > 0))) return "portion";
        const density = food.densityGramsPerMl;
        if (density !== null && (density < 0.02 || density > 1.5)) return `density ${density}`;
        return (food.refusePercent < 0 || food.refusePercent > 90) && "refuse";
      }),
    ).toEqual([]);
  });

  test("a small one weighs no more than a medium one, and that no more than a large one", () => {
    expect(
      complaints(({ portions: { small, medium, large } }) => {
        const sizes = [small, medium, large].filter((grams) => grams !== undefined);
        return sizes.some((grams, at) => grams > (sizes[at + 1] ?? Number.POSITIVE_INFINITY)) && "sizes";
      }),
    ).toEqual([]);
  });
});

describe("origins and allergens", () => {
  test("an animal origin that is an allergen is declared as one", () => {
    expect(
      complaints(({ origins, allergens }) => {
        if (origins.length === 0) return "no origin";
        if (origins.includes("dairy") && !allergens.includes("milk")) return "milk";
        if (origins.includes("egg") && !allergens.includes("eggs")) return "eggs";
        if (origins.includes("fish") && !allergens.includes("fish")) return "fish";
        const shellfish = allergens.includes("crustaceans") || allergens.includes("molluscs");
        return origins.includes("shellfish") && !shellfish && "shellfish";
      }),
    ).toEqual([]);
  });

  test("cholesterol gives away what isn't a plant alone", () => {
    expect(
      complaints(({ origins, per100g }) => {
        return (
          origins.join() === "plant" && known(per100g.cholesterol_mg) > 5 && `${per100g.cholesterol_mg} mg`
        );
      }),
    ).toEqual([]);
  });

  test("what a person with an allergy must know of everyday foods", () => {
    const allergensOf = (name: string) => STARTER_FOODS.find((food) => food.name === name)?.allergens;
    expect(allergensOf("soy sauce")).toEqual(["soy", "gluten"]);
    expect(allergensOf("tamari")).toEqual(["soy"]);
    expect(allergensOf("tahini")).toEqual(["sesame"]);
    expect(allergensOf("worcestershire sauce")).toEqual(["fish", "gluten"]);
    expect(allergensOf("rolled oat")).toEqual(["gluten"]);
    expect(allergensOf("mayonnaise")).toEqual(["eggs", "mustard"]);
    expect(allergensOf("vegetable stock")).toEqual(["celery"]);
  });
});

describe("the table's reader", () => {
  const defaults = { aisle: "spices", state: "dried", sold: "gram 50" } as const;

  test("reads names, figures, measures and settings", () => {
    const text =
      "\nonion: yellow onion; brown onion\n  40 1.1 0.1 0.04 9.34 1.7 4.24 4 23 0.21 146 0 7.4 ? 0 0\n  cup 160, tablespoon 20, each 110 | refuse 10, sold piece, state fresh, allergens celery+milk, check, usda 11282\n  # because\n";
    const [onion] = foodTable(defaults, text);
    expect(onion).toMatchObject({
      key: "onion",
      aliases: ["yellow onion", "brown onion"],
      aisle: "spices",
      state: "fresh",
      densityGramsPerMl: 0.676,
      portions: { tablespoon: 20, each: 110 },
      refusePercent: 10,
      soldAs: { unit: "piece" },
      allergens: ["celery", "milk"],
      shopping: "check",
      ndb: "11282",
      differs: "because",
    });
    expect(onion?.per100g).toMatchObject({ energy_kcal: 40, cholesterol_mg: 0, vitamin_d_ug: null });
  });

  test("refuses a row with a figure missing, a strange word or no name, and says which row", () => {
    expect(() => foodTable(defaults, "salt:\n  1 2 3\n  cup 1")).toThrow(/salt.*3 figures/);
    const figures = "  0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0";
    expect(() => foodTable(defaults, `salt:\n${figures}\n  cup 1 | aisle nowhere`)).toThrow(/salt.*nowhere/);
    expect(() => foodTable(defaults, `salt:\n${figures}\n  cup one`)).toThrow(/one/);
    expect(() => foodTable(defaults, `salt\n${figures}`)).toThrow(/no colon/);
  });
});

type UsdaRecord = {
  ndb: string;
  desc: string;
  n: { kcal: number; protein: number; fat: number; carb: number };
};
const usdaFile = new URL("../../../shared/data/usda/sr28.ndjson.gz", import.meta.url);

describe.skipIf(!existsSync(usdaFile))("against USDA's Standard Reference", () => {
  const records = new Map<string, UsdaRecord>();
  if (existsSync(usdaFile)) {
    for (const line of gunzipSync(readFileSync(usdaFile)).toString().trim().split("\n")) {
      const record = JSON.parse(line) as UsdaRecord;
      records.set(record.ndb, record);
    }
  }

  // Half a gram or six kilocalories are within a label's rounding, whatever share of the figure they are.
  const pairs: [keyof Nutrients, keyof UsdaRecord["n"], number][] = [
    ["energy_kcal", "kcal", 6],
    ["protein_g", "protein", 0.5],
    ["fat_g", "fat", 0.5],
    ["carbohydrate_g", "carb", 0.5],
  ];

  test("energy and macros are within 10 % of the record, or the row says why", () => {
    expect(
      complaints((food) => {
        if (!food.ndb) return !food.differs && "neither a record nor a reason";
        const record = records.get(food.ndb);
        if (!record) return `no record ${food.ndb}`;
        const off = pairs.find(([ours, theirs, floor]) => {
          const expected = record.n[theirs];
          return Math.abs(known(food.per100g[ours]) - expected) > Math.max(expected * 0.1, floor);
        });
        return off && !food.differs && `${off[0]} ${food.per100g[off[0]]} against ${record.n[off[1]]}`;
      }),
    ).toEqual([]);
  });

  test("most foods have a record to be compared with", () => {
    expect(STARTER_FOODS.filter((food) => food.ndb).length).toBeGreaterThan(STARTER_FOODS.length * 0.75);
  });
});
