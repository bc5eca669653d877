import { InvalidInput } from "../../database/errors.ts";
import { type Aim, type Body, bodyMassIndex, type EnergyNeed } from "./energy_need.ts";

const LIMITS = [
  "No medical advice. For healthy adults from 19; not for pregnancy, breastfeeding, illness or an eating disorder: ask a dietitian or a doctor.",
  "The energy is a population's average; one person's may lie 10 % and more from it. Weigh yourself for some weeks and correct it.",
  "The age is reckoned from the year of birth and may be a year too high.",
  "Reference intakes are those of the USA and Canada; other countries' differ a little.",
];

/** Body mass indices by the WHO: underweight below 18.5, severely so below 16; obesity from 30. */
const UNDERWEIGHT = 18.5;
const SEVERELY_UNDERWEIGHT = 16;
const OBESE = 30;
/** Nobody has been beyond: one of the two figures is wrong. */
const POSSIBLE = { least: 8, most: 110 };

const FORMULA_AGES = { from: 19, to: 78 };
const WEEKS_AHEAD = 4;

/** @throws InvalidInput where a proposal would do harm, or the body can't be as it is said to be. */
export function refuseHarm(body: Body, index: number, aim: Aim, kgAWeek: number): void {
  const refuse = (path: string, message: string): never => {
    throw new InvalidInput([{ path, message }]);
  };
  if (body.age < FORMULA_AGES.from) {
    const message = `Proposals are for adults from 19; this is for ${body.age}. Ask a dietitian and set goals by hand.`;
    refuse("person.birth_year", message);
  }
  if (index < POSSIBLE.least || index > POSSIBLE.most) {
    const message = `${body.weight_kg} kg at ${body.height_cm} cm is a body mass index of ${index}. Correct the height or the weight: they are in centimetres and kilograms.`;
    refuse("person.height_cm", message);
  }
  if (index < SEVERELY_UNDERWEIGHT) {
    const message = `A body mass index of ${index} is severe underweight, in which eating more can do harm too. Ask a doctor, and set goals by hand.`;
    refuse("person.weight_kg", message);
  }
  if (aim === "gain" && index >= OBESE) {
    const message = `A body mass index of ${index} is obesity; gaining isn't proposed. Choose maintain or lose.`;
    refuse("aim", message);
  }
  if (aim !== "lose") return;
  if (index < UNDERWEIGHT) {
    const message = `A body mass index of ${index} is underweight; losing isn't proposed. Choose maintain or gain.`;
    refuse("aim", message);
  }
  const soon = bodyMassIndex({ ...body, weight_kg: body.weight_kg - kgAWeek * WEEKS_AHEAD });
  if (soon < UNDERWEIGHT) {
    const message = `In ${WEEKS_AHEAD} weeks at this pace the body mass index would be ${Math.round(soon * 10) / 10}, underweight. Choose maintain, or a slower pace.`;
    refuse("kg_a_week", message);
  }
}

/** What a proposal can't know or do, for a person to read; what is particular to this one first. */
export function proposalLimits(body: Body, index: number, energy: EnergyNeed): string[] {
  const particular: string[] = [];
  if (energy.held_at_basal) {
    particular.push(
      `The pace asked for would go below what is advised without supervision, or below the energy at rest (${energy.basal_kcal} kcal); the goal is held at ${energy.target_kcal} kcal.`,
    );
  }
  if (index < UNDERWEIGHT) {
    particular.push(
      `A body mass index of ${index} is underweight: to keep it isn't to be healthy. Talk to a doctor.`,
    );
  }
  if (body.age > FORMULA_AGES.to) {
    particular.push(
      `The formula was made on people of ${FORMULA_AGES.from} to ${FORMULA_AGES.to}; for ${body.age} it is a guess, and unwanted loss of weight is the greater danger.`,
    );
  }
  return [...particular, ...LIMITS];
}
