import { type IngredientLine, parseIngredientLine } from "./ingredient_line.ts";
import { cleanLine } from "./line_text.ts";
import { DISHES_OF_TWO, MADE_OF_SEVERAL } from "./vocabulary/joint_names.ts";
import { nameWords } from "./word_forms.ts";

/** More foods than this in one line are prose. */
const MOST_FOODS = 4;
const MEASURED_APART = /^(.{2,200}?),? (?:and|&|plus|\+) ((?:about |half )?(?:an? )?[\d½¼¾⅓⅔⅛].{2,200})$/i;
const JOINT = /,? +(?:and|&) +|, /i;
/** A form said of the first is meant of all: "ground cumin and coriander". */
const SHARED_FORM =
  /^(ground|dried|fresh|freshly ground|frozen|canned|chopped|grated|whole|roasted|smoked) /i;

/** Other slashes offer a choice; these two are never one. */
const SALT_AND_PEPPER = /^[\w ]{0,20}\bsalt ?\/ ?[\w ]{0,20}\bpepper$/i;

/**
 * The foods that one line names together, each as a line of its own: "salt and pepper", "1 tsp each ground cumin and
 * coriander", "1 tsp salt and ½ tsp pepper". Empty for a line of one food, and for a dish or a product that is called
 * by several ("macaroni and cheese"). Whether each part is a food is for the matcher to say.
 */
export function jointLines(line: IngredientLine): IngredientLine[] {
  if (line.food === null || line.part !== null) return [];
  if (SALT_AND_PEPPER.test(line.food)) return namedTogether(line, line.food.replace("/", " and "));
  if (!/ (?:and|plus) | [&+] |, |; /i.test(line.original)) return [];
  const apart = measuredApart(line);
  if (apart.length > 0) return apart;
  return isOneThing(line.food) ? [] : namedTogether(line, line.food);
}

/** "fish and chips", "salt and vinegar crisps": one thing that is called by several. */
function isOneThing(food: string): boolean {
  const words = nameWords(food);
  return DISHES_OF_TWO.has(words.join(" ")) || MADE_OF_SEVERAL.has(words.at(-1) ?? "");
}

/** "Kosher salt; black pepper" is two lines in one. */
const LINES_APART = /^([^;]{2,80}); ([^;]{2,80})$/;

function measuredApart(line: IngredientLine): IngredientLine[] {
  const text = cleanLine(line.original);
  const lines = LINES_APART.exec(text)?.slice(1).map(parseIngredientLine) ?? [];
  if (lines.length > 1 && lines.every(({ food, part }) => food !== null && part === null)) return lines;
  const halves = MEASURED_APART.exec(text);
  if (!halves) return [];
  const parts = halves.slice(1).map((half) => parseIngredientLine(half));
  return parts.every((part) => part.food !== null && part.part === null) && parts[1]?.quantity !== null
    ? parts
    : [];
}

function namedTogether(line: IngredientLine, food: string): IngredientLine[] {
  const names = food.split(JOINT).filter((name) => name.trim().length > 1);
  if (names.length < 2 || names.length > MOST_FOODS || !/ (?:and|&) /i.test(food)) return [];
  const form = SHARED_FORM.exec(names[0]!)?.[0];
  // Half of a teaspoon of both is a guess, but of the right size; "each" says it.
  const share = /\beach\b/i.test(line.original) ? 1 : 1 / names.length;
  const scaled = (quantity: number | null) => (quantity === null ? null : quantity * share);
  return names.map((name, at) => {
    const full = at > 0 && form && !SHARED_FORM.test(name) ? `${form}${name}` : name;
    return {
      ...line,
      food: full,
      alternatives: full === name ? [name] : [full, name],
      quantity: scaled(line.quantity),
      quantity_max: scaled(line.quantity_max),
      equivalents: [],
      additional: [],
    };
  });
}
