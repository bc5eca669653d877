import { UNIT_TABLE } from "./vocabulary/unit_table.ts";

/**
 * `mass` and `volume` convert exactly; `rough` is a volume by custom (a pinch); `length` measures a piece ("a
 * 2-inch piece of ginger"); `container` holds an amount printed on it; `count` is a natural part of a food (a clove).
 */
export type UnitKind = "mass" | "volume" | "rough" | "length" | "container" | "count";

/** A unit by its canonical name, singular and in full. `size` is grams, millilitres or millimetres of one. */
export type Unit = { name: string; kind: UnitKind; size: number | null };

/**
 * Which cup, pint and spoon are meant. Cooks rarely say; US is the default, because US lines are the ones that
 * measure by volume. `imperial` is British; `metric` is the 250 ml cup of Australia, New Zealand and Canada.
 */
export type MeasureSystem = "us" | "imperial" | "metric";

const OTHER_SYSTEMS: Record<Exclude<MeasureSystem, "us">, Record<string, number>> = {
  imperial: {
    "fluid ounce": 28.4131,
    gill: 142.065,
    cup: 284.131,
    pint: 568.261,
    quart: 1136.52,
    gallon: 4546.09,
  },
  metric: { teaspoon: 5, tablespoon: 15, cup: 250, "fluid ounce": 28.4131, pint: 568.261 },
};

const byName = new Map<string, Unit>();
const byWord = new Map<string, Unit>();

for (const [name, kind, size, words] of UNIT_TABLE) {
  const unit: Unit = { name, kind, size };
  byName.set(name, unit);
  for (const word of [name, ...words]) {
    byWord.set(word, unit);
    if (word.length > 2 && !/[^s]s$/.test(word)) byWord.set(pluralOfUnit(word), unit);
  }
}

/** The unit of a canonical name (`tablespoon`), or undefined. */
export function unitNamed(name: string): Unit | undefined {
  return byName.get(name);
}

/**
 * The unit that a word or abbreviation stands for: `tbsp`, `Tbs.`, `grams`, `fl oz`. A lone `T` is a tablespoon and
 * a lone `t` a teaspoon, as American cooks write them.
 */
export function findUnit(word: string): Unit | undefined {
  if (word === "T") return byName.get("tablespoon");
  if (word === "t") return byName.get("teaspoon");
  return byWord.get(word.toLowerCase().replace(/\.$/, ""));
}

/** Grams in one unit of mass; null for any other unit. */
export function gramsOfUnit(name: string): number | null {
  const unit = byName.get(name);
  return unit?.kind === "mass" ? unit.size : null;
}

/** Millilitres in one unit of volume, rough ones included (a pinch, a dash); null for any other unit. */
export function millilitresOfUnit(name: string, system: MeasureSystem = "us"): number | null {
  const unit = byName.get(name);
  if (unit?.kind !== "volume" && unit?.kind !== "rough") return null;
  return (system === "us" ? undefined : OTHER_SYSTEMS[system][name]) ?? unit.size;
}

/**
 * Converts between two units of mass, or between two of volume; null where that needs a food's density.
 * Converting there and back gives the same amount within rounding error.
 */
export function convertUnit(
  amount: number,
  from: string,
  to: string,
  system: MeasureSystem = "us",
): number | null {
  if (from === to) return amount;
  const size = gramsOfUnit(from) !== null ? gramsOfUnit : (n: string) => millilitresOfUnit(n, system);
  const [sizeFrom, sizeTo] = [size(from), size(to)];
  return sizeFrom === null || sizeTo === null ? null : (amount * sizeFrom) / sizeTo;
}

/** The plural of a canonical name: `cloves`, `pinches`, `loaves`. */
export function pluralOfUnit(name: string): string {
  if (name === "inch" || /(?:ch|sh|x|ss)$/.test(name)) return `${name}es`;
  if (name === "loaf" || name === "leaf") return `${name.slice(0, -1)}ves`;
  if (name === "dozen") return name;
  return `${name}s`;
}
