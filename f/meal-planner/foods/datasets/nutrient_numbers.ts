/**
 * USDA's nutrient numbers and the short keys that a food's figures go by, the preferred number first: Foundation foods
 * give energy by Atwater factors (957 general, 958 specific) instead of 208, and sums of the parts instead of the
 * older analyses.
 */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  water: ["255"],
  kcal: ["208", "958", "957"],
  protein: ["203"],
  fat: ["204", "298"],
  sat_fat: ["606"],
  carb: ["205", "205.2"],
  fiber: ["291", "293"],
  sugar: ["269", "269.3"],
  sodium: ["307"],
  calcium: ["301"],
  iron: ["303"],
  potassium: ["306"],
  vit_a_rae: ["320"],
  vit_c: ["401"],
  vit_d_mcg: ["328"],
  vit_b12: ["418"],
  cholesterol: ["601"],
};

const KILOJOULES = "268";
const KCAL_PER_KJ = 1 / 4.184;

/** Every number that is read; a reader may drop the rest at once. */
export const WANTED_NUMBERS: ReadonlySet<string> = new Set([...Object.values(NUMBERS).flat(), KILOJOULES]);

/**
 * Figures by number → figures by key. A nutrient without a figure is left out: unknown. Energy that isn't given is worked
 * out as USDA does it (Atwater's general factors), where all three of its sources are known.
 */
export function figuresByKey(byNumber: ReadonlyMap<string, number>): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const [key, numbers] of Object.entries(NUMBERS)) {
    const number = numbers.find((candidate) => byNumber.has(candidate));
    if (number !== undefined) figures[key] = byNumber.get(number) as number;
  }
  const kilojoules = byNumber.get(KILOJOULES);
  if (figures.kcal === undefined && kilojoules !== undefined) figures.kcal = kilojoules * KCAL_PER_KJ;
  const { protein, fat, carb } = figures;
  if (figures.kcal === undefined && protein !== undefined && fat !== undefined && carb !== undefined)
    figures.kcal = 4 * protein + 9 * fat + 4 * carb;
  return figures;
}
