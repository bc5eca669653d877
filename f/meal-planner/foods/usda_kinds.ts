import type { Allergen, Origin } from "./food.ts";

/** What a USDA record is made of, as far as its group and description tell; null where they don't. */
export type FoodKind = { origins: Origin[] | null; allergens: Allergen[] | null };

const UNKNOWN: FoodKind = { origins: null, allergens: null };
const kind = (origins: Origin[], allergens: Allergen[] = []): FoodKind => ({ origins, allergens });

/**
 * Origins and allergens of a plain USDA record. A composed food (a cake, a soup, a brand) stays unknown: "no allergens"
 * is said only where the description leaves no doubt.
 */
export function kindOfUsdaFood(description: string, group: string | undefined): FoodKind {
  const text = description.toLowerCase();
  if (/\b[A-Z]{4,}\b/.test(description.replace(/\b(?:PREPARED|BBQ|USDA|ONLY)\b/g, ""))) return UNKNOWN;
  switch (group) {
    case "Dairy and Egg Products":
      return dairyOrEgg(text);
    case "Spices and Herbs":
      return spice(text);
    case "Fats and Oils":
      return fat(text);
    case "Fruits and Fruit Juices":
      return kind(["plant"]);
    case "Vegetables and Vegetable Products":
      return /butter|cheese|milk|margarine|au gratin|souffle|pancake|fried|breaded/.test(text)
        ? UNKNOWN
        : kind(["plant"], /celer/.test(text) ? ["celery"] : []);
    case "Beef Products":
    case "Pork Products":
    case "Poultry Products":
    case "Lamb, Veal, and Game Products":
      return /breaded|gravy|seasoned|patties|sauce|batter/.test(text)
        ? { origins: ["meat"], allergens: null }
        : kind(["meat"]);
    case "Sausages and Luncheon Meats":
      return { origins: /cheese/.test(text) ? ["meat", "dairy"] : ["meat"], allergens: null };
    case "Finfish and Shellfish Products":
      return seafood(text);
    case "Nut and Seed Products":
      return nut(text);
    case "Legumes and Legume Products":
      return legume(text);
    case "Cereal Grains and Pasta":
      return grain(text);
    case "Sweets":
      return sweet(text);
    case "Beverages":
      return drink(text);
    default:
      return UNKNOWN;
  }
}

function dairyOrEgg(text: string): FoodKind {
  if (/^eggs?,/.test(text)) return kind(["egg"], ["eggs"]);
  if (
    /substitute|imitation|eggnog|dessert|topping|ice cream|supplement|beverage|sandwich|cone|bar\b/.test(text)
  )
    return UNKNOWN;
  return kind(["dairy"], ["milk"]);
}

function spice(text: string): FoodKind {
  if (/mix/.test(text)) return UNKNOWN;
  if (/mustard/.test(text)) return kind(["plant"], ["mustard"]);
  if (/celery/.test(text)) return kind(["plant"], ["celery"]);
  return /wine|balsamic/.test(text) ? kind(["plant"], ["sulphites"]) : kind(["plant"]);
}

function fat(text: string): FoodKind {
  if (/^butter/.test(text)) return kind(["dairy"], ["milk"]);
  if (/^lard|^fat|drippings|bacon grease/.test(text)) return kind(["meat"]);
  if (/^fish oil/.test(text)) return kind(["fish"], ["fish"]);
  if (/mayonnaise/.test(text) && !/tofu|imitation/.test(text))
    return { origins: ["plant", "egg"], allergens: ["eggs"] };
  if (!/^oil|^vegetable oil|^shortening/.test(text)) return UNKNOWN;
  if (/lard|tallow/.test(text)) return kind(["meat", "plant"]);
  if (/peanut/.test(text)) return kind(["plant"], ["peanuts"]);
  if (/soybean/.test(text)) return kind(["plant"], ["soy"]);
  if (/sesame/.test(text)) return kind(["plant"], ["sesame"]);
  if (/mustard/.test(text)) return kind(["plant"], ["mustard"]);
  return /walnut|almond|hazelnut/.test(text) ? kind(["plant"], ["nuts"]) : kind(["plant"]);
}

function seafood(text: string): FoodKind {
  if (/breaded|salad|cakes|gefilte|surimi|imitation/.test(text)) return UNKNOWN;
  if (/^crustaceans/.test(text)) return kind(["shellfish"], ["crustaceans"]);
  if (/^mollusks/.test(text)) return kind(["shellfish"], ["molluscs"]);
  return /^(?:fish|salmon)/.test(text) ? kind(["fish"], ["fish"]) : UNKNOWN;
}

function nut(text: string): FoodKind {
  if (/peanut/.test(text)) return kind(["plant"], ["peanuts", "nuts"]);
  if (/sesame|tahini/.test(text)) return kind(["plant"], ["sesame"]);
  if (/^seeds/.test(text) || /coconut|chestnut|ginkgo/.test(text)) return kind(["plant"]);
  return kind(["plant"], ["nuts"]);
}

function legume(text: string): FoodKind {
  if (/pork|franks|beef|bacon|chili|meatless|sausage|vegetarian|loaf/.test(text)) return UNKNOWN;
  if (/peanut/.test(text)) return kind(["plant"], ["peanuts"]);
  if (/soy|tofu|miso|natto|tempeh|okara/.test(text)) {
    return kind(["plant"], /wheat|miso/.test(text) ? ["soy", "gluten"] : ["soy"]);
  }
  if (/lupin/.test(text)) return kind(["plant"], ["lupin"]);
  return /hummus/.test(text) ? kind(["plant"], ["sesame"]) : kind(["plant"]);
}

function grain(text: string): FoodKind {
  if (/egg/.test(text)) return kind(["plant", "egg"], ["gluten", "eggs"]);
  const gluten =
    /wheat|barley|rye|spelt|triticale|semolina|couscous|bulgur|oat|pasta|macaroni|spaghetti|noodles/.test(
      text,
    );
  const free = /gluten-free|buckwheat|rice noodles/.test(text);
  return kind(["plant"], gluten && !free ? ["gluten"] : []);
}

function sweet(text: string): FoodKind {
  if (/^honey/.test(text)) return kind(["honey"]);
  if (/^gelatins/.test(text)) return kind(["meat"]);
  const plain = /^(?:sugars?|molasses|jams|jellies|marmalade|fruit butters|pectin|cocoa)\b/.test(text);
  if (plain || /^syrups?, (?:maple|corn|cane|sorghum|grenadine)|agave/.test(text)) return kind(["plant"]);
  return UNKNOWN;
}

function drink(text: string): FoodKind {
  if (/beer|malt/.test(text)) return kind(["plant"], ["gluten"]);
  if (/wine/.test(text)) return kind(["plant"], ["sulphites"]);
  if (/creamer|milk based|shake|cream|chocolate|cocoa|protein|mix/.test(text)) return UNKNOWN;
  return /water|coffee|tea\b|distilled|carbonated|sake|juice|coconut/.test(text) ? kind(["plant"]) : UNKNOWN;
}
