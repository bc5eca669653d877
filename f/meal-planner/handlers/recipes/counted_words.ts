import type { IngredientLine } from "../../foods/ingredient_line.ts";
import { pluralOfUnit } from "../../foods/units.ts";
import { singular } from "../../foods/word_forms.ts";

/** Written out; `tbsp` and `g` have no number. */
const UNIT_WORD =
  /^(\s*)((?:cup|tablespoon|teaspoon|clove|slice|can|tin|stick|sprig|stalk|bunch|head|pinch|handful|piece|ounce|pound|pint|quart|dash|drop|leaf|loaf|ear|fillet|packet|package|jar|bottle|bag|box|litre|liter|gallon|scoop|sheet|rib|wedge)|bunches|pinches|dashes|boxes|leaves|loaves)(s?)\b/i;
/** The same in any number, or that only its parts are counted of. */
const UNCOUNTED =
  /(?:broccoli|cauliflower|celery|garlic|spinach|kale|lettuce|rice|pasta|spaghetti|bread|asparagus|couscous|fish|salmon|tuna|cod|beef|pork|lamb|meat|mince|tofu|tempeh|fennel|corn|cabbage|parsley|basil|dill|mint|thyme|rosemary|coriander|salt|water|milk|oil|butter|sugar|flour)$/i;

/** What follows an amount, in the number that the amount wants: `1 cup` becomes `2 cups`, `2 tomatoes` become `1 tomato`. */
export function inNumber(rest: string, line: IngredientLine, count: number): string {
  if (UNIT_WORD.test(rest)) {
    return rest.replace(UNIT_WORD, (_, space: string, word: string) => {
      const one = singular(word.toLowerCase());
      const told = count <= 1 ? one : pluralOfUnit(one);
      return `${space}${/^[A-Z]/.test(word) ? told[0]?.toUpperCase() + told.slice(1) : told}`;
    });
  }
  return line.unit === null && line.food !== null ? countedFood(rest, line.food, count) : rest;
}

/** The food's last word in its number, where the line has the food as it is understood. */
function countedFood(rest: string, food: string, count: number): string {
  const at = rest.toLowerCase().indexOf(food.toLowerCase());
  const word = /[a-z]+$/i.exec(food)?.[0];
  if (at < 0 || word === undefined || UNCOUNTED.test(word)) return rest;
  const end = at + food.length;
  const written = rest.slice(end - word.length, end);
  if (/^[a-z]/i.test(rest.slice(end))) return rest;
  const one = singular(written.toLowerCase());
  const isOne = one === written.toLowerCase();
  const told = count <= 1 ? one : isOne ? pluralOf(one) : written;
  return told.toLowerCase() === written.toLowerCase()
    ? rest
    : rest.slice(0, end - word.length) + told + rest.slice(end);
}

function pluralOf(word: string): string {
  if (/s$/.test(word)) return word;
  if (/(?:leaf|loaf)$/.test(word)) return `${word.slice(0, -1)}ves`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:tomato|potato|mango|ch|sh|x)$/.test(word) ? `${word}es` : `${word}s`;
}
