import type { Nutrient } from "../../foods/nutrients.ts";

/** Enough for nearly all (RDA), the observed intake of the healthy (AI), or a limit set against chronic disease. */
export type IntakeKind = "RDA" | "AI" | "limit";

export type ReferenceIntake = {
  nutrient: Nutrient;
  kind: IntakeKind;
  sex: "female" | "male" | "both";
  from_age: number;
  /** The last year of age that it is for; null without an end. */
  to_age: number | null;
  /** A day, in the nutrient's unit. */
  amount: number;
  source: string;
};

const CALCIUM_AND_D = "Institute of Medicine, Dietary Reference Intakes for Calcium and Vitamin D, 2011";
const SODIUM_AND_POTASSIUM = "National Academies, Dietary Reference Intakes for Sodium and Potassium, 2019";
const IRON_AND_A =
  "Institute of Medicine, Dietary Reference Intakes for Vitamin A, Vitamin K, Arsenic, Boron, Chromium, Copper, Iodine, Iron, …, 2001";
const VITAMIN_C =
  "Institute of Medicine, Dietary Reference Intakes for Vitamin C, Vitamin E, Selenium, and Carotenoids, 2000";
const B12 =
  "Institute of Medicine, Dietary Reference Intakes for Thiamin, Riboflavin, Niacin, …, Vitamin B12, …, 1998";
const FIBRE =
  "Institute of Medicine, Dietary Reference Intakes for Energy, Carbohydrate, Fiber, Fat, …, 2005";

/** Of adults who are neither pregnant nor breastfeeding; a sex and an age of 19 or more have one row a nutrient. */
export const REFERENCE_INTAKES: readonly ReferenceIntake[] = [
  ...rows("fibre_g", "AI", FIBRE, [
    ["male", 19, 50, 38],
    ["male", 51, null, 30],
    ["female", 19, 50, 25],
    ["female", 51, null, 21],
  ]),
  ...rows("sodium_mg", "limit", SODIUM_AND_POTASSIUM, [["both", 19, null, 2300]]),
  ...rows("potassium_mg", "AI", SODIUM_AND_POTASSIUM, [
    ["male", 19, null, 3400],
    ["female", 19, null, 2600],
  ]),
  ...rows("calcium_mg", "RDA", CALCIUM_AND_D, [
    ["male", 19, 70, 1000],
    ["male", 71, null, 1200],
    ["female", 19, 50, 1000],
    ["female", 51, null, 1200],
  ]),
  ...rows("vitamin_d_ug", "RDA", CALCIUM_AND_D, [
    ["both", 19, 70, 15],
    ["both", 71, null, 20],
  ]),
  ...rows("iron_mg", "RDA", IRON_AND_A, [
    ["male", 19, null, 8],
    ["female", 19, 50, 18],
    ["female", 51, null, 8],
  ]),
  ...rows("vitamin_a_ug", "RDA", IRON_AND_A, [
    ["male", 19, null, 900],
    ["female", 19, null, 700],
  ]),
  ...rows("vitamin_c_mg", "RDA", VITAMIN_C, [
    ["male", 19, null, 90],
    ["female", 19, null, 75],
  ]),
  ...rows("vitamin_b12_ug", "RDA", B12, [["both", 19, null, 2.4]]),
];

type Row = [sex: ReferenceIntake["sex"], fromAge: number, toAge: number | null, amount: number];

function rows(
  nutrient: Nutrient,
  kind: IntakeKind,
  source: string,
  table: readonly Row[],
): ReferenceIntake[] {
  return table.map(([sex, from_age, to_age, amount]) => ({
    ...{ nutrient, kind, sex, from_age, to_age, amount, source },
  }));
}

/** The rows for a person; empty under 19. */
export function intakesFor(sex: "female" | "male", age: number): ReferenceIntake[] {
  return REFERENCE_INTAKES.filter(
    (row) =>
      (row.sex === "both" || row.sex === sex) &&
      age >= row.from_age &&
      (row.to_age === null || age <= row.to_age),
  );
}
