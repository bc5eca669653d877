import type { Person } from "../../households/person.ts";
import type { PlanningRecipe } from "../recipes/planning_recipes.ts";
import { chooseCandidates } from "./candidates.ts";

/** Wishes of the table that together keep every recipe from a meal, and how many there would be without them. */
export type Relief = { wishes: string[]; recipes: number };

type Wish = { name: string; without(people: Person[]): Person[]; minCoverage?: number };

/**
 * Why no recipe can be a meal: the single wishes without which there would be some, or where none is enough alone, the
 * pairs. The most helpful first. Empty where no recipe suits the meal whatever anybody wishes.
 */
export function reliefsFor(
  slot: string,
  recipes: readonly PlanningRecipe[],
  people: readonly Person[],
  minCoverage: number,
): Relief[] {
  const suiting = recipes.filter((recipe) => recipe.suits.some((meal) => meal === slot));
  const count = (dropped: readonly Wish[]) => {
    const rest = dropped.reduce((all, wish) => wish.without(all), [...people]);
    const coverage = dropped.reduce((least, wish) => Math.min(least, wish.minCoverage ?? least), minCoverage);
    const { candidates } = chooseCandidates(suiting, rest, coverage);
    return candidates.filter((recipe) => recipe.suits.some((meal) => meal === slot)).length;
  };
  const wishes = wishesOf(people);
  const relief = (dropped: readonly Wish[]): Relief[] => {
    const found = count(dropped);
    return found > 0 ? [{ wishes: dropped.map((wish) => wish.name), recipes: found }] : [];
  };
  const single = wishes.flatMap((wish) => relief([wish]));
  const reliefs =
    single.length > 0
      ? single
      : wishes.flatMap((first, index) =>
          wishes.slice(index + 1).flatMap((second) => relief([first, second])),
        );
  return reliefs.sort((a, b) => b.recipes - a.recipes);
}

export function describeRelief({ wishes, recipes }: Relief): string {
  return `without ${wishes.join(" and ")}, ${recipes} would`;
}

function wishesOf(people: readonly Person[]): Wish[] {
  const change = (person: Person, change: Partial<Person>) => (all: Person[]) =>
    all.map((other) => (other.person_id === person.person_id ? { ...other, ...change } : other));
  const personal = people.flatMap((person): Wish[] => [
    ...person.allergens.map((allergen) => ({
      name: `${person.name}'s allergy (${allergen})`,
      without: (all: Person[]) =>
        all.map((other) =>
          other.person_id === person.person_id
            ? { ...other, allergens: other.allergens.filter((name) => name !== allergen) }
            : other,
        ),
    })),
    ...(person.diet === "omnivore"
      ? []
      : [{ name: `${person.name}'s ${person.diet} diet`, without: change(person, { diet: "omnivore" }) }]),
    ...(person.excluded_foods.length === 0
      ? []
      : [{ name: `what ${person.name} doesn't eat`, without: change(person, { excluded_foods: [] }) }]),
  ]);
  const coverage = {
    name: "the least known share (min_coverage)",
    without: (all: Person[]) => all,
    minCoverage: 0,
  };
  return [...personal, coverage];
}
