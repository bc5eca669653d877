import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  energyFromMacros,
  mapNutrients,
  NUTRIENTS,
  scaleNutrients,
  sumCovered,
  sumNutrients,
  unknownNutrients,
} from "../../f/meal-planner/foods/nutrients.ts";

const figure = fc.option(fc.double({ min: 0, max: 1e4, noNaN: true }));
const nutrients = fc
  .array(figure, { minLength: NUTRIENTS.length, maxLength: NUTRIENTS.length })
  .map((figures) => mapNutrients((nutrient) => figures[NUTRIENTS.indexOf(nutrient)] ?? null));

describe("nutrients", () => {
  test("unknown stays unknown in a sum and under a factor, and is never zero", () => {
    fc.assert(
      fc.property(nutrients, nutrients, fc.double({ min: 0, max: 100, noNaN: true }), (a, b, factor) => {
        const [sum, scaled] = [sumNutrients([a, b]), scaleNutrients(a, factor)];
        for (const nutrient of NUTRIENTS) {
          expect(sum[nutrient] === null).toBe(a[nutrient] === null || b[nutrient] === null);
          expect(scaled[nutrient] === null).toBe(a[nutrient] === null);
        }
      }),
    );
  });

  test("adding up doesn't depend on the order, and twice a food is the food twice", () => {
    fc.assert(
      fc.property(nutrients, nutrients, (a, b) => {
        expect(sumNutrients([a, b])).toEqual(sumNutrients([b, a]));
        expect(sumNutrients([a, a])).toEqual(scaleNutrients(a, 2));
      }),
    );
  });

  test("a covered sum says what share of the weight knew each nutrient", () => {
    const known = mapNutrients(() => 10);
    const spice = unknownNutrients();
    const mostly = sumCovered([
      { nutrients: known, weight: 95 },
      { nutrients: spice, weight: 5 },
    ]);
    expect(mostly.nutrients.iron_mg).toBe(10);
    expect(mostly.shares.iron_mg).toBeCloseTo(0.95, 9);
    const half = sumCovered([
      { nutrients: known, weight: 50 },
      { nutrients: spice, weight: 50 },
    ]);
    expect(half.nutrients.iron_mg).toBeNull();
    expect(sumCovered([]).nutrients.energy_kcal).toBeNull();
  });

  test("energy by the general factors counts fibre half, and needs all three macronutrients", () => {
    const bread = { ...unknownNutrients(), protein_g: 10, fat_g: 2, carbohydrate_g: 50, fibre_g: 5 };
    expect(energyFromMacros(bread)).toBe(40 + 18 + 180 + 10);
    expect(energyFromMacros({ ...bread, fat_g: null })).toBeNull();
  });
});
