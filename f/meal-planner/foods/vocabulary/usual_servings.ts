import { nameWords } from "../word_forms.ts";

/**
 * Grams of what one person has of a food where a diary doesn't say how much: the usual glass, pot, bowl or plate. `of`
 * are words of the food's name (singular) of which one is enough, `not` rules out. The first row that fits counts.
 */
export type Serving = { of: readonly string[]; not?: readonly string[]; grams: number };

const row = (of: string, grams: number, not = ""): Serving => ({
  of: nameWords(of),
  ...(not ? { not: nameWords(not) } : {}),
  grams,
});

export const USUAL_SERVINGS: readonly Serving[] = [
  row("espresso", 30, "powder instant"),
  row("coffee tea", 240, "powder instant bag liqueur"),
  row("sherry port marsala madeira vermouth", 75),
  row("wine champagne prosecco", 150, "vinegar shaoxing mirin"),
  row("whisky vodka rum brandy tequila liqueur amaretto", 44),
  row("beer cider cola lemonade ale", 330, "vinegar"),
  row("water", 240, "rose orange"),
  row("juice", 200, "lemon lime"),
  row("yogurt skyr", 150),
  row("soup", 350),
  row("porridge", 234),
  row("muesli granola", 50, "bar"),
  row("flake bran cereal puff", 30, "chilli almond coconut bar fish"),
  row("pasta noodle spaghetti", 220, "sauce flour"),
  row("rice quinoa couscous bulgur", 180, "cake flour vinegar paper wine fried"),
  row("almond walnut cashew pecan hazelnut peanut pistachio nut", 30, "butter milk oil flour bar coconut"),
  row("crisp pretzel", 25),
  row("popcorn", 16),
  row("chocolate", 25, "hot cake cookie muffin spread brownie powder"),
  row("cream", 66, "cheese sour double single whipped clotted"),
  row("strawberry raspberry blueberry blackberry grape cherry berry", 80, "jam juice tomato smoothie muffin"),
  row("pineapple melon watermelon mango", 80, "juice"),
  row("salad spinach rocket lettuce", 80, "tuna potato dressing cream pasta"),
  row("hummus guacamole", 50),
  row("bean chickpea lentil", 130, "green sprout sauce paste"),
  row("broccoli carrot cauliflower pea cabbage kale", 80),
  row("chip fry", 117, "tortilla chocolate"),
  row("sushi", 30),
  row("steak beef chicken turkey pork lamb", 150, "stock gravy nugget sausage"),
  row("salmon cod haddock fish tuna trout", 130, "sauce finger"),
  row("prawn", 80),
  row("ham bacon", 56),
  row("cheddar feta brie mozzarella gouda camembert cheese", 30, "cake pizza"),
  row("tofu", 100),
  row("milk", 200, "chocolate coconut powder condensed evaporated"),
];

/** Likewise, of what goes with something else: the butter on a slice, the milk in a cup. */
export const USUAL_ADDITIONS: readonly Serving[] = [
  row("peanut", 16),
  row("almond", 16, "milk"),
  row("butter margarine", 7),
  row("jam marmalade honey syrup spread", 15),
  row("milk", 30),
  row("cream", 15, "cheese ice"),
  row("sugar", 4),
  row("mayonnaise dressing pesto", 14, "tuna"),
  row("ketchup mustard", 15),
  row("lemon lime", 5),
  row("oil", 5),
  row("yeast", 5),
  row("sauce", 60, "soy fish chilli hot worcestershire tabasco"),
  row("cheddar cheese feta mozzarella", 30),
  row("hummus", 30),
  row("avocado", 50),
];

/** Grams of one of these units of a food, where a diary means another than a recipe by it. */
export const SERVED_BY_UNIT: readonly (Serving & { unit: string })[] = [
  { unit: "glass", ...row("wine champagne prosecco", 150) },
  { unit: "glass", ...row("sherry port madeira", 75) },
  { unit: "glass", ...row("whisky vodka rum brandy tequila liqueur", 44) },
  { unit: "bowl", ...row("muesli granola", 50) },
  { unit: "bowl", ...row("flake bran cereal wheat", 30) },
  { unit: "slice", ...row("cheddar gouda cheese", 21, "cake pizza") },
];
