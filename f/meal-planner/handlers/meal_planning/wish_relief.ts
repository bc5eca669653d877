import type { Person } from "../../households/person.ts";
import type { PlanningRecipe } from "../recipes/planning_recipes.ts";
import { chooseCandidates } from "./candidates.ts";
import { minutesOf } from "./time_limits.ts";

/** Wishes that could be given up together, and how many recipes there would be then. */
export type Relief = { wishes: string[]; recipes: number };

/** Why no recipe can be a meal. */
export type Obstruction = {
  slot: string;
  /** Recipes that suit it, were it not for anybody's wishes. */
  suiting: number;
  /** The fewest wishes found that together leave no recipe, in words; empty where none suits it anyway. */
  conflict: string[];
  /** The smallest sets of wishes without which there would be some: the fewest wishes first, then the most recipes. */
  reliefs: Relief[];
};

/** `name` says whose it is; `asks` goes after "no dinner …". */
type Wish = { name: string; asks: string; rulesOut: ReadonlySet<string> };

/** What a meal of one kind is to be. */
export type MealWishes = { people: readonly Person[]; minCoverage: number; maxMinutes?: number | undefined };

const MOST_RELIEFS = 20;

/** What stands between a household's recipes and one kind of meal. Each wish is judged by itself on every recipe. */
export function obstructionOf(
  slot: string,
  recipes: readonly PlanningRecipe[],
  wanted: MealWishes,
): Obstruction {
  const suiting = chooseCandidates(recipes, [], 0).candidates.filter((recipe) =>
    recipe.suits.some((meal) => meal === slot),
  );
  const wishes = wishesOf(wanted, suiting).filter((wish) => wish.rulesOut.size > 0);
  const ids = suiting.map((recipe) => recipe.recipe_id);
  return {
    slot,
    suiting: suiting.length,
    conflict: fewestCovering(wishes, ids).map((wish) => wish.asks),
    reliefs: reliefsOf(wishes, ids),
  };
}

/** Each recipe is freed by giving up all that rules it out: these are the sets worth telling. */
function reliefsOf(wishes: readonly Wish[], ids: readonly string[]): Relief[] {
  const blockers = ids.map((id) => wishes.flatMap((wish, index) => (wish.rulesOut.has(id) ? [index] : [])));
  const sets = new Map(blockers.map((blocking) => [blocking.join(), blocking]));
  const minimal = [...sets.values()].filter(
    (set) => ![...sets.values()].some((other) => other.length < set.length && isWithin(other, set)),
  );
  return minimal
    .map((set) => ({
      wishes: set.map((index) => wishes[index]!.name),
      recipes: blockers.filter((blocking) => isWithin(blocking, set)).length,
    }))
    .sort((a, b) => a.wishes.length - b.wishes.length || b.recipes - a.recipes)
    .slice(0, MOST_RELIEFS);
}

const isWithin = (set: readonly number[], other: readonly number[]) =>
  set.every((index) => other.includes(index));

/** Exact up to three wishes; beyond, the greatest first, and then without those that turn out not to be needed. */
function fewestCovering(wishes: readonly Wish[], ids: readonly string[]): Wish[] {
  const covers = (chosen: readonly Wish[]) => ids.every((id) => chosen.some((wish) => wish.rulesOut.has(id)));
  if (ids.length === 0 || !covers(wishes)) return [];
  for (const size of [1, 2, 3]) {
    const found = subsets(wishes, size).find(covers);
    if (found) return found;
  }
  return wishes.reduce<Wish[]>(
    (kept, wish) => {
      const without = kept.filter((other) => other !== wish);
      return covers(without) ? without : kept;
    },
    [...wishes].sort((a, b) => b.rulesOut.size - a.rulesOut.size),
  );
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) =>
    subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** `no dinner without gluten (Ada's allergy), vegan (Ben) among the 12 recipes that suit it` */
export function describeObstruction({ slot, suiting, conflict, reliefs }: Obstruction): string {
  if (suiting === 0) return `no recipe suits ${slot}`;
  const recipes = suiting === 1 ? "the 1 recipe that suits it" : `the ${suiting} recipes that suit it`;
  const told = `no ${slot} ${conflict.join(", ")} among ${recipes}`;
  return reliefs.length === 0 ? told : `${told} (${reliefs.slice(0, 3).map(describeRelief).join("; ")})`;
}

export function describeRelief({ wishes, recipes }: Relief): string {
  return `without ${wishes.join(" and ")} there ${recipes === 1 ? "is 1" : `are ${recipes}`}`;
}

function wishesOf({ people, minCoverage, maxMinutes }: MealWishes, suiting: PlanningRecipe[]): Wish[] {
  const ruledOut = (eaters: Person[], coverage: number) =>
    new Set(chooseCandidates(suiting, eaters, coverage).leftOut.map((recipe) => recipe.recipe_id));
  const nothing = { diet: "omnivore", allergens: [], excluded_foods: [] } satisfies Partial<Person>;
  const only = (person: Person, change: Partial<Person>) =>
    ruledOut([{ ...person, ...nothing, ...change }], 0);
  const personal = people.flatMap((person): Wish[] => [
    ...person.allergens.map((allergen) => ({
      name: `${person.name}'s allergy (${allergen})`,
      asks: `without ${allergen} (${person.name}'s allergy)`,
      rulesOut: only(person, { allergens: [allergen] }),
    })),
    ...(person.diet === "omnivore"
      ? []
      : [
          {
            name: `${person.name}'s ${person.diet} diet`,
            asks: `${person.diet} (${person.name})`,
            rulesOut: only(person, { diet: person.diet }),
          },
        ]),
    ...person.excluded_foods.map((food) => ({
      name: `${person.name}'s exclusion of ${food}`,
      asks: `without ${food} (${person.name} doesn't eat it)`,
      rulesOut: only(person, { excluded_foods: [food] }),
    })),
  ]);
  const known = {
    name: "the least known share (min_coverage)",
    asks: `known to ${Math.round(minCoverage * 100)} %`,
    rulesOut: ruledOut([], minCoverage),
  };
  if (maxMinutes === undefined) return [...personal, known];
  const slow = suiting.filter((recipe) => minutesOf(recipe) > maxMinutes);
  const quick = {
    name: `the limit of ${maxMinutes} minutes`,
    asks: `within ${maxMinutes} minutes`,
    rulesOut: new Set(slow.map((recipe) => recipe.recipe_id)),
  };
  return [...personal, known, quick];
}
