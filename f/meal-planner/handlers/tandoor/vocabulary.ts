import { z } from "zod";
import { findUnit } from "../../foods/units.ts";
import { nameKey } from "../../foods/word_forms.ts";
import { keywords, units } from "./recipe_api.ts";
import type { TandoorApi } from "./tandoor_api.ts";

/** As cooks write them, where Tandoor has no unit of that meaning yet. */
const USUAL: Record<string, string> = {
  gram: "g",
  kilogram: "kg",
  millilitre: "ml",
  litre: "l",
  tablespoon: "tbsp",
  teaspoon: "tsp",
};

const foodName = z.looseObject({ name: z.string(), plural_name: z.string().nullish() });

/**
 * The names that Tandoor has for keywords, units and foods, so that what we send means one of them and no second one is
 * made in another spelling. It is read where something is first written: names only, as many as the kitchen has words.
 */
export class Vocabulary {
  private readonly keywordNames = new Map<string, string>();
  private readonly unitNames = new Map<string, string>();
  private readonly foodNames = new Map<string, string>();
  private loading: Promise<void> | undefined;

  constructor(private readonly api: TandoorApi) {}

  load(): Promise<void> {
    this.loading ??= this.read().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  /** A keyword in the case that Tandoor has it in. */
  keyword(tag: string): string {
    return known(this.keywordNames, tag.toLowerCase(), tag);
  }

  unit(unit: string): string {
    return known(this.unitNames, meaningOf(unit), USUAL[unit] ?? unit);
  }

  /** A food in Tandoor's spelling and number: `eggs` is its `Egg`. */
  food(name: string): string {
    const exact = this.foodNames.get(exactly(name));
    if (exact !== undefined) return exact;
    return known(this.foodNames, nameKey(name) || exactly(name), name);
  }

  private async read(): Promise<void> {
    for await (const { name } of keywords(this.api)) this.keywordNames.set(name.toLowerCase(), name);
    for await (const { name } of units(this.api)) known(this.unitNames, meaningOf(name), name);
    for await (const food of this.api.items("/api/food/", foodName)) {
      const { name, plural_name } = food;
      this.foodNames.set(exactly(name), name);
      known(this.foodNames, nameKey(name), name);
      if (plural_name) known(this.foodNames, nameKey(plural_name), name);
    }
  }
}

const exactly = (name: string) => `"${name.trim().toLowerCase()}"`;

const meaningOf = (unit: string) => findUnit(unit)?.name ?? unit.trim().toLowerCase();

/** The name that is there under the key; where none is, this one from now on. */
function known(names: Map<string, string>, key: string, name: string): string {
  const found = names.get(key);
  if (found !== undefined) return found;
  names.set(key, name);
  return name;
}
