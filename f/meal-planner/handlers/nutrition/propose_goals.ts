import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import type { Nutrient } from "../../foods/nutrients.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { ACTIVITIES, findPerson, type Person } from "../../households/person.ts";
import {
  type Activity,
  type Aim,
  type Body,
  bodyMassIndex,
  type EnergyNeed,
  energyNeed,
} from "./energy_need.ts";
import type { GOAL_KINDS } from "./goal.ts";
import { intakesFor } from "./reference_intakes.ts";
import { latestWeight } from "./weight_log.ts";

const MOST_KG_A_WEEK = 1;

export const proposeGoalsInput = z.strictObject({
  person: plainText(80),
  aim: z.enum(["lose", "maintain", "gain"]).default("maintain"),
  kg_a_week: z
    .number()
    .gt(0, { message: "Must be more than 0; the aim says in which direction." })
    .max(MOST_KG_A_WEEK, { message: `At most ${MOST_KG_A_WEEK} kg a week without a doctor.` })
    .default(0.5),
  activity: z.enum(ACTIVITIES).optional(),
  household_id: z.uuid().optional(),
});

export type ProposedGoal = {
  nutrient: Nutrient;
  kind: (typeof GOAL_KINDS)[number];
  target?: number;
  percent_of_energy?: number;
  tolerance_percent: number;
  weight: number;
};

export type Proposal = {
  person_id: string;
  name: string;
  /** What it rests on. `weight_from` is the log's date, or `person` for what is set for the person. */
  body: Body & { activity: Activity; body_mass_index: number; weight_from: string };
  energy: EnergyNeed;
  /** As set_goals_batch takes them. Nothing is set by a proposal. */
  goals: ProposedGoal[];
  /** Why each goal, in the order of the goals. */
  sources: { nutrient: Nutrient; basis: string; source: string }[];
  limits: string[];
};

const LIMITS = [
  "For healthy adults from 19; not for pregnancy, breastfeeding, illness or an eating disorder: ask a dietitian or a doctor.",
  "The energy is a population's average; one person's may lie 10 % and more from it. Weigh yourself for some weeks and correct it.",
  "The age is reckoned from the year of birth and may be a year too high.",
  "Reference intakes are those of the USA and Canada; other countries' differ a little.",
];

/** A body mass index under which losing weight isn't proposed (WHO: underweight). */
const UNDERWEIGHT = 18.5;

/**
 * Proposes daily goals from a person's age, sex, height, weight, activity and aim, each with its source. Nothing is
 * stored: what the person wants of them goes to set_goals_batch.
 *
 * @throws InvalidInput where something about the person is missing, or a proposal would do harm.
 */
export async function proposeGoals(tx: Tx, input: z.output<typeof proposeGoalsInput>): Promise<Proposal> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const today = await householdToday(tx, household);
  const weighed = await latestWeight(tx, person.person_id, today);
  const weight_kg = weighed?.weight_kg ?? person.weight_kg;
  const { body, activity } = knownBody({ ...person, weight_kg }, input.activity ?? person.activity, today);
  const index = Math.round(bodyMassIndex(body) * 10) / 10;
  refuseHarm(body, index, input.aim);
  const energy = energyNeed(body, activity, input.aim, input.kg_a_week);
  const proposed = proposedGoals(body, energy, input.aim);
  const held = `The pace asked for would go below the energy at rest (${energy.basal_kcal} kcal); the goal is held there.`;
  return {
    ...{ person_id: person.person_id, name: person.name, energy },
    body: { ...body, activity, body_mass_index: index, weight_from: weighed?.date ?? "person" },
    goals: proposed.map(({ basis: _, source: __, ...goal }) => goal),
    sources: proposed.map(({ nutrient, basis, source }) => ({ nutrient, basis, source })),
    limits: energy.held_at_basal ? [held, ...LIMITS] : LIMITS,
  };
}

function knownBody(
  person: Pick<Person, "sex" | "birth_year" | "height_cm" | "weight_kg">,
  activity: Activity | null,
  today: string,
): { body: Body; activity: Activity } {
  const { sex, birth_year, height_cm, weight_kg } = person;
  if (sex && birth_year && height_cm && weight_kg && activity) {
    return { body: { sex, age: Number(today.slice(0, 4)) - birth_year, height_cm, weight_kg }, activity };
  }
  const needed = { sex, birth_year, height_cm, weight_kg, activity };
  const missing = Object.entries(needed).filter(([, value]) => !value);
  throw new InvalidInput(
    missing.map(([name]) => ({
      path: `person.${name}`,
      message: "Needed for a proposal. Set it with f/meal-planner/handlers/households/set_person/script.",
    })),
  );
}

function refuseHarm(body: Body, index: number, aim: Aim): void {
  if (body.age < 19) {
    const message = `Proposals are for adults from 19; this is for ${body.age}. Ask a dietitian and set goals by hand.`;
    throw new InvalidInput([{ path: "person.birth_year", message }]);
  }
  if (aim === "lose" && index < UNDERWEIGHT) {
    const message = `A body mass index of ${index} is underweight; losing isn't proposed. Choose maintain or gain.`;
    throw new InvalidInput([{ path: "aim", message }]);
  }
}

type Reasoned = ProposedGoal & { basis: string; source: string };

const AMDR =
  "Institute of Medicine, Dietary Reference Intakes for Energy, Carbohydrate, Fiber, Fat, …, 2005 (acceptable macronutrient distribution ranges)";
const GUIDELINES = "Dietary Guidelines for Americans, 2020–2025";

function proposedGoals(body: Body, energy: EnergyNeed, aim: Aim): Reasoned[] {
  // A range is written as its middle with a tolerance: 20 to 35 % is 27.5 % and 27 % either way.
  const range = (low: number, high: number) => {
    const middle = (low + high) / 2;
    return { percent_of_energy: middle, tolerance_percent: Math.round((100 * (high - middle)) / middle) };
  };
  const reasons = { lose: "to lose weight", maintain: "to keep the weight", gain: "to gain weight" };
  return [
    {
      ...{
        nutrient: "energy_kcal",
        kind: "about",
        target: energy.target_kcal,
        tolerance_percent: 5,
        weight: 3,
      },
      basis: `${energy.basal_kcal} kcal at rest × ${energy.activity_factor} = ${energy.maintenance_kcal} kcal, ${reasons[aim]}`,
      source: "Mifflin and St Jeor, Am J Clin Nutr 1990;51:241–7; 7,700 kcal a kilogram",
    },
    proteinGoal(body, energy, aim),
    {
      ...{ nutrient: "fat_g", kind: "about", ...range(20, 35), weight: 0.5 },
      basis: "20–35 % of the energy",
      source: AMDR,
    },
    {
      ...{ nutrient: "carbohydrate_g", kind: "about", ...range(45, 65), weight: 0.5 },
      basis: "45–65 % of the energy",
      source: AMDR,
    },
    {
      ...{
        nutrient: "saturated_fat_g",
        kind: "at_most",
        percent_of_energy: 10,
        tolerance_percent: 0,
        weight: 0.5,
      },
      basis: "less than 10 % of the energy",
      source: GUIDELINES,
    },
    ...intakesFor(body.sex, body.age).map(
      ({ nutrient, kind, amount, source }): Reasoned => ({
        ...{ nutrient, kind: kind === "limit" ? "at_most" : "at_least", target: amount },
        ...{ tolerance_percent: 0, weight: 0.5, source },
        basis: kind === "limit" ? "the limit for adults" : `the ${kind} at this age and sex`,
      }),
    ),
  ];
}

function proteinGoal(body: Body, energy: EnergyNeed, aim: Aim): Reasoned {
  const gramsPerKg = aim === "lose" ? 1.2 : 0.8;
  const byWeight = gramsPerKg * body.weight_kg;
  const byEnergy = (0.1 * energy.target_kcal) / 4;
  const losing = "1.2 g a kilogram while losing weight, a practice and not a reference intake";
  const keeping = "0.8 g a kilogram (the RDA)";
  return {
    ...{ nutrient: "protein_g", kind: "at_least", target: Math.round(Math.max(byWeight, byEnergy)) },
    ...{ tolerance_percent: 0, weight: 2, source: AMDR },
    basis:
      byEnergy > byWeight ? "10 % of the energy, the least of the range" : aim === "lose" ? losing : keeping,
  };
}
