import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { InvalidInput } from "../../database/errors.ts";
import { plainText } from "../../database/plain_text.ts";
import type { Nutrient } from "../../foods/nutrients.ts";
import { resolveHousehold } from "../../households/household.ts";
import { ACTIVITIES, findPerson, type Person } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import {
  type Activity,
  type Aim,
  type Body,
  bodyMassIndex,
  type EnergyNeed,
  energyNeed,
} from "./energy_need.ts";
import { DAYS_OF, type GOAL_KINDS, GOAL_PERIODS, type GoalPeriod } from "./goal.ts";
import { proposalLimits, refuseHarm } from "./proposal_limits.ts";
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
  micronutrients_by: z.enum(GOAL_PERIODS).default("day"),
  household_id: z.uuid().optional(),
});

export type ProposedGoal = {
  nutrient: Nutrient;
  kind: (typeof GOAL_KINDS)[number];
  period: GoalPeriod;
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

/**
 * Proposes daily goals from a person's age, sex, height, weight, activity and aim, each with its source. Nothing is
 * stored: what the person wants of them goes to set_goals_batch.
 *
 * @throws InvalidInput where something about the person is missing, or a proposal would do harm.
 */
export async function proposeGoals(tx: Tx, input: z.output<typeof proposeGoalsInput>): Promise<Proposal> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const today = await personToday(tx, household, person);
  const weighed = await latestWeight(tx, person.person_id, today);
  const weight_kg = weighed?.weight_kg ?? person.weight_kg;
  const { body, activity } = knownBody({ ...person, weight_kg }, input.activity ?? person.activity, today);
  const index = Math.round(bodyMassIndex(body) * 10) / 10;
  refuseHarm(body, index, input.aim, input.kg_a_week);
  const energy = energyNeed(body, activity, input.aim, input.kg_a_week);
  const proposed = proposedGoals(body, energy, input);
  return {
    ...{ person_id: person.person_id, name: person.name, energy },
    body: { ...body, activity, body_mass_index: index, weight_from: weighed?.date ?? "person" },
    goals: proposed.map(({ basis: _, source: __, ...goal }) => goal),
    sources: proposed.map(({ nutrient, basis, source }) => ({ nutrient, basis, source })),
    limits: proposalLimits(body, index, energy),
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

type Reasoned = ProposedGoal & { basis: string; source: string };

const AMDR =
  "Institute of Medicine, Dietary Reference Intakes for Energy, Carbohydrate, Fiber, Fat, …, 2005 (acceptable macronutrient distribution ranges)";
const GUIDELINES = "Dietary Guidelines for Americans, 2020–2025";

/** Of which the body keeps a store for days and more, so that a week's mean says enough. */
const EVENED_OUT: readonly Nutrient[] = [
  ...(["calcium_mg", "iron_mg", "potassium_mg", "vitamin_a_ug", "vitamin_c_mg", "vitamin_d_ug"] as const),
  "vitamin_b12_ug",
];

function proposedGoals(
  body: Body,
  energy: EnergyNeed,
  { aim, micronutrients_by }: Pick<z.output<typeof proposeGoalsInput>, "aim" | "micronutrients_by">,
): Reasoned[] {
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
        period: "day",
        target: energy.target_kcal,
        tolerance_percent: 5,
        weight: 3,
      },
      basis: `${energy.basal_kcal} kcal at rest × ${energy.activity_factor} = ${energy.maintenance_kcal} kcal, ${reasons[aim]}`,
      source: "Mifflin and St Jeor, Am J Clin Nutr 1990;51:241–7; 7,700 kcal a kilogram",
    },
    proteinGoal(body, energy, aim),
    {
      ...{ nutrient: "fat_g", kind: "about", period: "day", ...range(20, 35), weight: 0.5 },
      basis: "20–35 % of the energy",
      source: AMDR,
    },
    {
      ...{ nutrient: "carbohydrate_g", kind: "about", period: "day", ...range(45, 65), weight: 0.5 },
      basis: "45–65 % of the energy",
      source: AMDR,
    },
    {
      ...{
        nutrient: "saturated_fat_g",
        kind: "at_most",
        period: "day",
        percent_of_energy: 10,
        tolerance_percent: 0,
        weight: 0.5,
      },
      basis: "less than 10 % of the energy",
      source: GUIDELINES,
    },
    ...intakesFor(body.sex, body.age).map(({ nutrient, kind, amount, source }): Reasoned => {
      const period = EVENED_OUT.includes(nutrient) ? micronutrients_by : "day";
      const target = Math.round(amount * DAYS_OF[period] * 10) / 10;
      const basis = kind === "limit" ? "the limit for adults" : `the ${kind} at this age and sex`;
      return {
        ...{ nutrient, kind: kind === "limit" ? "at_most" : "at_least", period, target },
        ...{ tolerance_percent: 0, weight: 0.5, source },
        basis: period === "week" ? `${basis}, times seven` : basis,
      };
    }),
  ];
}

const PROTEIN: Record<"keeping" | "older" | "losing", { gramsPerKg: number; basis: string; source: string }> =
  {
    keeping: { gramsPerKg: 0.8, basis: "0.8 g a kilogram (the RDA)", source: AMDR },
    older: {
      gramsPerKg: 1,
      basis: "1.0 g a kilogram from 65, to keep muscle",
      source: "Bauer and others (PROT-AGE), J Am Med Dir Assoc 2013;14:542–59",
    },
    losing: {
      gramsPerKg: 1.2,
      basis: "1.2 g a kilogram while losing weight, a practice and not a reference intake",
      source: AMDR,
    },
  };
const OLDER = 65;

function proteinGoal(body: Body, energy: EnergyNeed, aim: Aim): Reasoned {
  const { gramsPerKg, basis, source } =
    PROTEIN[aim === "lose" ? "losing" : body.age >= OLDER ? "older" : "keeping"];
  const byWeight = gramsPerKg * leanerWeightKg(body);
  const byEnergy = (0.1 * energy.target_kcal) / 4;
  const adjusted = leanerWeightKg(body) < body.weight_kg;
  const of = adjusted ? `${basis}, of the weight adjusted to ${Math.round(leanerWeightKg(body))} kg` : basis;
  return {
    ...{
      nutrient: "protein_g",
      kind: "at_least",
      period: "day",
      target: Math.round(Math.max(byWeight, byEnergy)),
    },
    ...{ tolerance_percent: 0, weight: 2 },
    ...(byEnergy > byWeight
      ? { basis: "10 % of the energy, the least of the range", source: AMDR }
      : { basis: of, source }),
  };
}

/**
 * The weight that protein is reckoned by: from a body mass index of 30, that of an index of 25 and a quarter of what is
 * above it, as dietitians adjust, for fat needs little protein.
 */
function leanerWeightKg(body: Body): number {
  if (bodyMassIndex(body) < 30) return body.weight_kg;
  const usual = 25 * (body.height_cm / 100) ** 2;
  return usual + (body.weight_kg - usual) / 4;
}
