export const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
export type Meal = (typeof MEALS)[number];

// What is part of a meal rather than one. Words of tags and of the title's end ("Curry sauce").
const COMPONENT =
  /\b(sauce|dressing|drink|tea|coffee|spread|dip|syrup|jam|marmalade|stock|broth|spice|seasoning|mix|dough|starter|alcohol|liquor|digestivo|cocktail|ketchup|mayo|mayonnaise|aioli|salsa|filling|croutons|masala|side|bread|condiment|marinade|yogurt|ricotta)\b/i;
const BREAKFAST =
  /\b(breakfast|brunch|pancakes?|waffles?|porridge|oatmeal|oats|muesli|granola|cereals?|french toast|muffins?)\b/i;
const SNACK =
  /\b(snack|dessert|sweet|cookies?|biscuits?|cakes?|pie|tart|pudding|pastry|muffins?|meringue|ice cream|brownies?|jerky|strudel|crostata|bars?)\b/i;
const MAIN_MEAL =
  /\b(chicken|beef|pork|lamb|turkey|sausages?|ham|fish|salmon|tuna|tofu|pot ?pie|meat ?loaf|dinner|supper|lunch|main|stew|curry|soup|pasta|pizza|salad|roast|casserole|risotto|burger|sandwich|tacos?)\b/i;

// Boiled rice, pasta from the packet: what has fewer ingredients goes with a meal.
const LEAST_INGREDIENTS = 4;

/**
 * The meals that a recipe suits, read from its tags, its title and how much goes into it where its author doesn't
 * say. Empty for what isn't a meal of its own (a sauce, a dough, a drink): it is kept, but never planned alone.
 */
export function inferMeals(name: string, tags: readonly string[], ingredients: number): Meal[] {
  const stated = MEALS.filter((meal) => tags.some((tag) => tag.toLowerCase() === meal));
  const text = `${tags.join(" ")} ${name}`;
  if (BREAKFAST.test(text)) return SNACK.test(tags.join(" ")) ? ["breakfast", "snack"] : ["breakfast"];
  if (SNACK.test(text) && !MAIN_MEAL.test(text)) return ["snack"];
  if (COMPONENT.test(name) && !MAIN_MEAL.test(name)) return stated;
  if (tags.some((tag) => COMPONENT.test(tag)) && !tags.some((tag) => MAIN_MEAL.test(tag))) return stated;
  if (ingredients < LEAST_INGREDIENTS) return stated;
  const main = stated.filter((meal) => meal !== "snack");
  return main.length > 0 ? main : ["lunch", "dinner"];
}
