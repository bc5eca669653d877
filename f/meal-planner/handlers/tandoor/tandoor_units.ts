import { findUnit } from "../../foods/units.ts";
import { units } from "./recipe_api.ts";
import type { TandoorApi } from "./tandoor_api.ts";
import { foldName } from "./tandoor_names.ts";
import type { TandoorFood } from "./tandoor_shapes.ts";

// As most of its users write them.
const SHORT: Readonly<Record<string, string>> = { gram: "g", kilogram: "kg", millilitre: "ml", litre: "l" };

/** "g", "grams" and "Gram" mean one unit; a word that is no known unit means itself. */
export function unitMeaning(name: string): string {
  return findUnit(name.trim())?.name ?? foldName(name);
}

export function meansUnit(unit: TandoorFood | null | undefined, name: string | null): boolean {
  if (!unit || name === null) return !unit && name === null;
  const meaning = unitMeaning(name);
  return [unit.name, unit.plural_name ?? ""].some((one) => one !== "" && unitMeaning(one) === meaning);
}

/**
 * Spells a unit as the space does already, whatever its word for it, so that no second gram comes to be. Looks at the
 * units once, when it is first asked.
 */
export function unitSpeller(api: TandoorApi): (name: string) => Promise<string> {
  let known: TandoorFood[] | undefined;
  return async (name) => {
    if (!known) {
      known = [];
      for await (const unit of units(api)) known.push(unit);
    }
    const named = known.find((unit) => foldName(unit.name) === foldName(name));
    const same = named ?? known.find((unit) => meansUnit(unit, name));
    return same?.name ?? SHORT[unitMeaning(name)] ?? name;
  };
}
