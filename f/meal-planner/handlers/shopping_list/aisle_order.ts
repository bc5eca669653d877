import { AISLES, type Aisle } from "../../foods/food.ts";

const TITLES: Readonly<Record<Aisle, string>> = {
  fruit_and_vegetables: "Fruit and vegetables",
  fresh_herbs: "Fresh herbs",
  bakery: "Bakery",
  meat: "Meat",
  fish: "Fish",
  chilled: "Chilled",
  dairy_and_eggs: "Dairy and eggs",
  frozen: "Frozen",
  grains_and_pasta: "Grains and pasta",
  canned_and_jarred: "Canned and jarred",
  oils_and_vinegars: "Oils and vinegars",
  sauces_and_condiments: "Sauces and condiments",
  spices: "Spices",
  baking: "Baking",
  nuts_and_dried_fruit: "Nuts and dried fruit",
  breakfast: "Breakfast",
  snacks_and_sweets: "Snacks and sweets",
  drinks: "Drinks",
  other: "Other",
};

/** An aisle's title; a household's own aisle is its own title. */
export function aisleTitle(aisle: string): string {
  return (TITLES as Record<string, string | undefined>)[aisle] ?? aisle;
}

/** All aisles in a shop's walk: first those that it names, then the others in the usual order, `other` last of all. */
export function aisleOrder(shopOrder: readonly string[]): string[] {
  const named = shopOrder.filter((aisle) => aisle !== "other");
  const rest = AISLES.filter((aisle) => aisle !== "other" && !named.includes(aisle));
  return [...named, ...rest, "other"];
}

/** The place of an aisle in an order; one that isn't in it comes just before `other`. */
export function aislePlace(order: readonly string[], aisle: string): number {
  const place = order.indexOf(aisle);
  return place >= 0 ? place : order.length - 1.5;
}
