import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  convertUnit,
  findUnit,
  gramsOfUnit,
  millilitresOfUnit,
  pluralOfUnit,
  unitNamed,
} from "../../f/meal-planner/foods/units.ts";
import { UNIT_TABLE } from "../../f/meal-planner/foods/vocabulary/unit_table.ts";

const named = (...kinds: string[]) =>
  UNIT_TABLE.filter(([, kind]) => kinds.includes(kind)).map(([name]) => name);

describe("units", () => {
  test("abbreviations, plurals and full stops name the same unit", () => {
    for (const word of ["tbsp", "Tbsp.", "TBS", "tablespoons", "tablespoon", "T"]) {
      expect(findUnit(word)?.name, word).toBe("tablespoon");
    }
    expect(findUnit("t")?.name).toBe("teaspoon");
    expect(findUnit("fl oz")?.name).toBe("fluid ounce");
    expect(findUnit("tins")?.name).toBe("can");
    expect(findUnit("leaves")?.name).toBe("leaf");
    expect(findUnit("banana")).toBeUndefined();
  });

  test("no word stands for two units", () => {
    const seen = new Map<string, string>();
    for (const [name, , , words] of UNIT_TABLE) {
      for (const word of [name, ...words]) {
        expect(seen.get(word), word).toBeUndefined();
        seen.set(word, name);
      }
    }
  });

  test("US measures are the default and the British pint is another", () => {
    expect(millilitresOfUnit("pint")).toBeCloseTo(473.176);
    expect(millilitresOfUnit("pint", "imperial")).toBeCloseTo(568.261);
    expect(millilitresOfUnit("cup", "metric")).toBe(250);
    expect(gramsOfUnit("cup")).toBeNull();
    expect(millilitresOfUnit("gram")).toBeNull();
  });

  test("a kitchen's ladders hold: 3 teaspoons, 16 tablespoons, 2 cups, 2 pints, 4 quarts, 16 ounces", () => {
    expect(convertUnit(1, "tablespoon", "teaspoon")).toBeCloseTo(3, 3);
    expect(convertUnit(1, "cup", "tablespoon")).toBeCloseTo(16, 2);
    expect(convertUnit(1, "pint", "cup")).toBeCloseTo(2, 3);
    expect(convertUnit(1, "quart", "pint")).toBeCloseTo(2, 3);
    expect(convertUnit(1, "gallon", "quart")).toBeCloseTo(4, 3);
    expect(convertUnit(1, "pound", "ounce")).toBeCloseTo(16, 3);
  });

  test("mass and volume don't convert into each other without a density", () => {
    fc.assert(
      fc.property(fc.constantFrom(...named("mass")), fc.constantFrom(...named("volume")), (mass, volume) => {
        expect(convertUnit(1, mass, volume)).toBeNull();
        expect(convertUnit(1, volume, mass)).toBeNull();
      }),
    );
  });

  test("converting there and back gives the amount again", () => {
    for (const kinds of [["mass"], ["volume", "rough"]]) {
      const units = fc.constantFrom(...named(...kinds));
      fc.assert(
        fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), units, units, (amount, from, to) => {
          const there = convertUnit(amount, from, to);
          expect(there).not.toBeNull();
          expect(convertUnit(there as number, to, from)).toBeCloseTo(
            amount,
            Math.max(0, 6 - Math.log10(amount)),
          );
        }),
      );
    }
  });

  test("every plural reads back as its unit", () => {
    for (const [name] of UNIT_TABLE) expect(findUnit(pluralOfUnit(name))).toBe(unitNamed(name));
  });
});
