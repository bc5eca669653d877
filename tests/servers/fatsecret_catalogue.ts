/** What the catalogue holds: figures per 100 g, servings by their grams. */
export type FoodOfServer = {
  name: string;
  brand?: string;
  per100: { calories: number; carbohydrate: number; protein: number; fat: number };
  servings: { id: string; description: string; measure: string; units: number; grams: number }[];
};

const grams = (id: string) => ({ id, description: "100 g", measure: "g", units: 100, grams: 100 });
const per100 = (calories: number, carbohydrate: number, protein: number, fat: number) => ({
  ...{ calories, carbohydrate, protein, fat },
});

export const FOODS: Record<string, FoodOfServer> = {
  1001: {
    name: "Almonds",
    per100: per100(579, 21.55, 21.15, 49.93),
    servings: [{ id: "2001", description: "1 oz", measure: "oz", units: 1, grams: 28.35 }, grams("2002")],
  },
  1002: {
    name: "Almonds (Diet)",
    brand: "Slimmer",
    per100: per100(310, 20, 20, 15),
    servings: [grams("2003")],
  },
  1003: {
    name: "Oats",
    per100: per100(379, 67.7, 13.15, 6.52),
    servings: [{ id: "2004", description: "1 cup", measure: "cup", units: 1, grams: 81 }, grams("2005")],
  },
  1004: {
    name: "Whole Milk",
    per100: per100(61, 4.8, 3.15, 3.25),
    servings: [{ id: "2006", description: "1 cup", measure: "cup", units: 1, grams: 244 }, grams("2007")],
  },
  1005: {
    name: "Bananas",
    per100: per100(89, 22.84, 1.09, 0.33),
    servings: [
      { id: "2008", description: "1 medium", measure: "medium", units: 1, grams: 118 },
      grams("2009"),
    ],
  },
  1006: {
    name: "Zorgle Bar",
    brand: "Zorgle",
    per100: per100(455, 60, 8, 20),
    servings: [{ id: "2010", description: "1 bar", measure: "bar", units: 1, grams: 40 }],
  },
  1007: { name: "Brown Sugar", per100: per100(380, 98.09, 0.12, 0), servings: [grams("2011")] },
};

export const RECIPES: Record<
  string,
  {
    name: string;
    servings: number;
    ingredients: { food: string; serving: string; units: number; text: string }[];
  }
> = {
  3001: {
    name: "Almond Porridge",
    servings: 2,
    ingredients: [
      { food: "1003", serving: "2005", units: 100, text: "100 g oats" },
      { food: "1001", serving: "2002", units: 40, text: "40 g almonds" },
      { food: "1004", serving: "2007", units: 400, text: "400 g whole milk" },
    ],
  },
  3002: {
    name: "Banana Milk",
    servings: 1,
    ingredients: [
      { food: "1005", serving: "2009", units: 120, text: "120 g bananas" },
      { food: "1004", serving: "2007", units: 250, text: "250 g whole milk" },
    ],
  },
};
