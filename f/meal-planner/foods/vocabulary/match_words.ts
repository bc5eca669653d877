import type { FoodState } from "../food.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words that don't change which food it is. In the form of `nameWords`: singular, one spelling. */
export const IGNORABLE = words(`
  fresh freshly large small medium extra big tiny thick thin good quality best high free range organic ripe overripe firm very
  homemade home made store bought ready readymade plain natural regular ordinary whole premium real pure excellent favorite
  favourite choice favoured such like about only approximately washed unwashed trimmed peeled unpeeled pitted stoned
  deseeded seeded chopped diced sliced grated minced crushed shredded cut quartered halved torn beaten melted softened soft
  room temperature cold chilled warm hot cool boiling squeezed packed loosely tightly finely roughly coarsely
  young tender crisp wild farmed domestic imported local sustainable sustainably sourced line caught british english scottish
  welsh irish french italian spanish turkish mediterranean jamaican kenyan persian cuban kosher flavored japanese chinese thai indian mexican american european sicilian
  provencal asian oriental plump heaped level rounded generous uncooked raw skinned skin unwaxed shelled unshelled
  rinsed drained cleaned boned deboned boneless cubed bite cow sized size dressed gutted scaled
  filleted assorted mixed variety stemmed hulled husked shucked cored each any other
  hand picked stalked bruised bashed smashed snipped julienned zested sifted
  heirloom heritage traditional authentic classic style type kind brand preferably optional
  long short flat smooth glossy nice decent leftover day old stale artisan rustic country
  traditional country-style pre preground thawed defrosted unbleached unsprayed un waxed lightly
`);

/** Words of variety, colour or region that seldom make another record. */
export const VARIETAL = words(`
  red green yellow white black brown purple pink orange golden gold blue dark light baby mini miniature vine field garden
  sweet sour tart mild hot spicy salted unsalted smoked toasted roasted untoasted blanched unblanched sweetened unsweetened
  dry semi skinless lean crusty curly italian plum cherry roma santa new main season spring summer winter autumn double single
  half fine coarse coarsely instant quick cooking easy cook blend active rapid fast action long grain jumbo
  savory savoury neutral flavorless mature sharp aged strong crumbly thick-cut cured dried toasted skin-on
  non stick nonstick low fat sodium reduced full
`);

/** Heads that say little without what stands before them: "leaf", "powder", "sauce". */
export const GENERIC_HEADS = words(`
  leaf powder sauce paste oil seed flour cheese stock broth milk cream butter vinegar syrup juice wine soup noodle bread
  sugar salt water bean nut mix seasoning spice extract essence liqueur jam jelly chip cracker biscuit cake dressing
  dip spread puree concentrate pickle relish root sprout shoot flower fruit berry meat fish sausage ham dough pastry crumb
  cookie candy tea masala rub blend green cube salad stick ball roll bar drink beverage liquid filling topping
  wrapper sheet starch fat dust petal pod skin bone head tail heart pepper stalk stem herb vegetable pea gravy
  roe steak chop rib loin shoulder leg wing thigh breast liver kidney tongue egg pudding crust mushroom melon squash
  soda cordial spirit brandy bacon
`);

/** Words after a food that only say which bit of it. */
export const TRAILING_PARTS = words(`
  piece half halve slice strip chunk cube floret wedge segment fillet sprig leaf stalk stem bunch head bulb root clove
  kernel flesh pulp meat round ring matchstick ribbon shaving crumb batton baton steak cutlet tip spear stick berry powdered
  thread strand rib ear cap tail can jar tin bottle package sheet ball bit core medallion crystal cheese
`);

/** What lies on a list of ingredients and isn't eaten; the last word of its name. */
export const EQUIPMENT = words(`
  dish thermometer cheesecloth cloth foil parchment paper peeler grater zester press sieve strainer colander skewer toothpick
  twine string thermos pan skillet wok mixer blender processor spatula whisk knife board rack tray mold mould ramekin
  cutter timer cooker steamer kettle bowl pot lid film bag syringe thermos marble stone recipient piping nozzle
  brush tongs ladle rolling pin griddle chip plank charcoal
`);

/** Names whose last word is also a tool's. */
export const FOODS_LIKE_EQUIPMENT = words(
  "tortilla wheat rice chocolate potato corn pita banana plantain tea bouquet tofu lettuce spinach flour",
);

/** Words that tell the state in which a food goes in. */
export const STATE_WORDS: Readonly<Record<string, FoodState>> = {
  canned: "canned",
  tinned: "canned",
  jarred: "canned",
  bottled: "canned",
  can: "canned",
  tin: "canned",
  dried: "dried",
  dry: "dried",
  dehydrated: "dried",
  frozen: "frozen",
  cooked: "cooked",
  precooked: "cooked",
  boiled: "cooked",
  roasted: "cooked",
  roast: "cooked",
  grilled: "cooked",
  steamed: "cooked",
  braised: "cooked",
  fried: "cooked",
  baked: "cooked",
  stewed: "cooked",
  broiled: "cooked",
  barbecued: "cooked",
  poached: "cooked",
  leftover: "cooked",
  fresh: "fresh",
  raw: "fresh",
  uncooked: "fresh",
};

/** First parts of USDA descriptions that only say what class of thing follows: "Fish, cod" is cod. */
export const CLASS_SEGMENTS: ReadonlySet<string> = new Set([
  "spice",
  "nut",
  "seed",
  "cheese",
  "fish",
  "mollusk",
  "crustacean",
  "alcoholic beverage",
  "leavening agent",
  "sweetener",
  "squash",
  "mushroom",
  "pepper",
  "melon",
  "bean",
  "lettuce",
  "game meat",
  "vegetable",
  "seaweed",
  "sausage",
  "radish",
  "cabbage",
  "tofu",
]);

/** First parts that make another thing of what follows, so that the query must say them: "Sauce, fish" is no fish. */
export const PRODUCT_SEGMENTS: ReadonlySet<string> = new Set([
  "oil",
  "beverage",
  "candy",
  "soup",
  "sauce",
  "cereal",
  "syrup",
  "sugar",
  "bread",
  "cracker",
  "cookie",
  "cake",
  "pie",
  "roll",
  "snack",
  "salad dressing",
  "topping",
  "pickle",
  "fat",
  "gravy",
  "dessert",
  "pudding",
  "frosting",
  "noodle",
  "ice cream",
  "chocolate",
  "tomato product",
  "wheat flour",
  "rice",
  "pasta",
  "milk",
  "cream",
  "vinegar",
  "onion",
  "potato",
  "corn",
  "egg",
  "yogurt",
]);

/** Words of a USDA description that are the usual case and cost next to nothing. */
export const NEUTRAL_DESCRIPTION = words(`
  raw fresh whole all variety commercial type average year round red ripe or with without skin peel only meat separable lean and fat
  trimmed choice grade mature seed plain regular ready serve unprepared dry dried salt added table domestic mixed species
  enriched unenriched bleached ground unspecified includes include solid liquid mature commercially prepared from
  recipe atlantic european italian english uncooked unsweetened freshly broiler fryer boneless skinless pack retail cut composite of
  brew tap fluid cultured in to area as purchased home household salad cooking unheated includes bulb top
`);

/** USDA food groups that an ingredient line seldom means, and what being in one costs. */
export const GROUP_COSTS: Readonly<Record<string, number>> = {
  "Baby Foods": 0.6,
  "Fast Foods": 0.45,
  "Restaurant Foods": 0.45,
  "Meals, Entrees, and Side Dishes": 0.25,
  "American Indian/Alaska Native Foods": 0.35,
  Snacks: 0.12,
  "Breakfast Cereals": 0.12,
  "Soups, Sauces, and Gravies": 0.05,
  Sweets: 0.05,
  "Baked Products": 0.05,
};
