import type { Need } from "./need.ts";
import { bought, type ShopFood, soldUnit } from "./shop_food.ts";

/**
 * Parts of a food that nobody sells, and the grams of them that one whole gives. Juice and zest come from one
 * lemon, white and yolk from one egg. Juices and egg parts: USDA SR, "lemon yields", "large". Zest: a tablespoon
 * (6 g) of a lemon or lime, one and a half of an orange, kitchen custom; so is a lime's 30 g, where USDA's juicier one yields 44.
 */
const PARTS: readonly { part: RegExp; whole: string; gramsPerWhole: number }[] = [
  { part: /^lemon (?:peel|zest|rind)$/, whole: "lemon", gramsPerWhole: 6 },
  { part: /^(?:fresh )?lemon juice$/, whole: "lemon", gramsPerWhole: 48 },
  { part: /^lime (?:peel|zest|rind)$/, whole: "lime", gramsPerWhole: 6 },
  { part: /^(?:fresh )?lime juice$/, whole: "lime", gramsPerWhole: 30 },
  { part: /^orange (?:peel|zest|rind)$/, whole: "orange", gramsPerWhole: 9 },
  { part: /^egg white$/, whole: "egg", gramsPerWhole: 33 },
  { part: /^egg yolk$/, whole: "egg", gramsPerWhole: 17 },
];

/** More than this and a shopper buys the part itself: a bottle of lemon juice, a carton of egg whites. */
const MOST_WHOLES_A_MEAL = 12;

/** The foods, by shopper's name, that `asBought` may turn others into. */
export type FoodsByName = ReadonlyMap<string, ShopFood>;

/** The names of the foods that this food may be bought as; look them up for `asBought`. */
export function namesBoughtAs(name: string): string[] {
  const plain = name.toLowerCase();
  const part = PARTS.find((candidate) => candidate.part.test(plain));
  if (part) return [part.whole];
  const raw = withoutCooking(plain);
  return raw === plain ? [] : [raw];
}

/**
 * Turns needs for what isn't sold into needs for what is: egg whites into eggs, zest and juice into lemons, cooked
 * rice into dry rice. Within a meal, two parts of one whole share it: the juice and the zest of a lemon are one lemon.
 * Cooked foods go back to raw ones by energy, which cooking in water doesn't change.
 */
export function asBought(needs: readonly Need[], foods: FoodsByName): Need[] {
  const wholes = new Map<string, { part: string; wholes: number }[]>();
  const plans = needs.map((need) => ({ need, part: partOf(need, foods) }));
  for (const { need, part } of plans) {
    if (!part || part === "some") continue;
    const uses = wholes.get(wholeKey(need, part.whole)) ?? [];
    wholes.set(wholeKey(need, part.whole), uses);
    const same = uses.find((use) => use.part === part.name);
    if (same) same.wholes += part.wholes;
    else uses.push({ part: part.name, wholes: part.wholes });
  }
  return plans.map(({ need, part }) => {
    if (part === "some")
      return { ...need, food: wholeOf(need, foods), grams: null, quantity: null, unit: null };
    if (!part) return tinned(uncooked(need, foods));
    const uses = wholes.get(wholeKey(need, part.whole)) as { part: string; wholes: number }[];
    const most = [...uses].sort((a, b) => b.wholes - a.wholes || (a.part < b.part ? -1 : 1))[0];
    // The part that takes the most wholes is charged with them; the others come out of the same ones.
    const charged = most?.part === part.name ? part.wholes : 0;
    return {
      ...need,
      food: part.whole,
      grams: charged * part.edibleGramsEach,
      quantity: charged,
      unit: null,
    };
  });
}

type Part = { name: string; whole: ShopFood; wholes: number; edibleGramsEach: number };

/** The food that a need's food is a part of, else the food itself. */
function wholeOf(need: Need, foods: FoodsByName): ShopFood | null {
  const found = need.food && findPart(need.food);
  return found ? (foods.get(found.whole) ?? null) : need.food;
}

const findPart = (food: ShopFood) => PARTS.find(({ part }) => part.test(food.name.toLowerCase()));

/** The wholes that a need takes; "some" where it is a part, but of an unsaid amount. */
function partOf(need: Need, foods: FoodsByName): Part | "some" | null {
  if (!need.food) return null;
  const found = findPart(need.food);
  const whole = wholeOf(need, foods);
  if (!whole || soldUnit(whole).unit !== "piece") return null;
  const counted = need.part !== null && need.unit === null ? need.quantity : null;
  const wholes = counted ?? (found && need.grams !== null ? need.grams / found.gramsPerWhole : null);
  if (wholes === null) return found && need.grams === null ? "some" : null;
  if (wholes > MOST_WHOLES_A_MEAL) return null;
  const edibleGramsEach = soldUnit(whole).gramsEach / bought(whole, 1);
  return { name: need.part ?? need.food.name.toLowerCase(), whole, wholes, edibleGramsEach };
}

function wholeKey(need: Need, whole: ShopFood): string {
  return JSON.stringify([need.meal.date, need.meal.position, need.meal.recipe_id, whole.foodId]);
}

function uncooked(need: Need, foods: FoodsByName): Need {
  const food = need.food;
  if (food === null || need.grams === null || !isCookedAtHome(food)) return need;
  const raw = foods.get(withoutCooking(food.name.toLowerCase()));
  if (!raw || raw.foodId === food.foodId) return need;
  if (need.unit === null && soldUnit(raw).unit === "piece") return { ...need, food: raw };
  if (!food.energyKcalPer100g || !raw.energyKcalPer100g) return need;
  const grams = (need.grams * food.energyKcalPer100g) / raw.energyKcalPer100g;
  // A cup of cooked rice is no cup of rice: only the weight carries over.
  return { ...need, food: raw, grams, quantity: grams, unit: "gram", size: null };
}

/** Rice, pasta and eggs are cooked at home; cooked prawns and tinned lentils are bought that way. */
function isCookedAtHome(food: ShopFood): boolean {
  if (food.state === "canned") return false;
  return food.aisle === "grains_and_pasta" || /\begg$/.test(food.name);
}

const USUAL_TIN_GRAMS = 400;

/** "2 x 400 g tins plum tomatoes" are tins, also where only the fresh food is known. */
function tinned(need: Need): Need {
  const food = need.food;
  if (food?.state !== "fresh" || need.containers?.unit !== "can") return need;
  const canned: ShopFood = {
    ...food,
    aisle: "canned_and_jarred",
    state: "canned",
    soldAs: { unit: "can" },
    portions: { can: USUAL_TIN_GRAMS },
    refusePercent: 0,
  };
  return { ...need, food: canned };
}

function withoutCooking(name: string): string {
  return name
    .replace(/\b(?:cooked|boiled|hard-boiled|steamed)\b/g, " ")
    .replace(/[\s,]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
}
