import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import { refuseFuture } from "./log_food.ts";
import { linearTrend } from "./trend.ts";

/** The international pound. */
const KG_PER_LB = 0.45359237;
const KG = { least: 2, most: 400 };

export const logWeightInput = z
  .strictObject({
    person: plainText(80),
    weight_kg: z
      .number()
      .min(KG.least, { message: `At least ${KG.least} kg. Is it in kilograms?` })
      .max(KG.most, { message: `At most ${KG.most} kg. Is it in kilograms?` })
      .nullish(),
    weight_lb: z
      .number()
      .min(KG.least / KG_PER_LB, { message: "At least 4.5 lb. Is it in pounds?" })
      .max(KG.most / KG_PER_LB, { message: "At most 880 lb. Is it in pounds?" })
      .nullish(),
    date: calendarDay.optional(),
    household_id: z.uuid().optional(),
  })
  .superRefine(({ weight_kg, weight_lb }, context) => {
    const given = [weight_kg, weight_lb].filter((weight) => weight !== undefined);
    if (given.length > 0 && given.filter((weight) => weight !== null).length < 2) return;
    const message = "Give weight_kg or weight_lb, or null to take the day's weight back.";
    context.addIssue({ code: "custom", path: ["weight_kg"], message });
  });

export type Weighing = { date: string; weight_kg: number };
/** With what the scales' ups and downs are smoothed to. */
export type SmoothedWeighing = Weighing & { smoothed_kg: number };

/** Keeps a person's weight of a day: the last one given counts, so that a repeat changes nothing. Null takes it back. */
export async function logWeight(
  tx: Tx,
  input: z.output<typeof logWeightInput>,
): Promise<{ person_id: string; date: string; weight_kg: number | null; replaced_kg: number | null }> {
  const household = await resolveHousehold(tx, input.household_id);
  const person = await findPerson(tx, household, input.person);
  const { person_id } = person;
  const today = await personToday(tx, household, person);
  const date = input.date ?? today;
  if (date > today) refuseFuture(date, today, "date");
  const pounds = input.weight_lb ?? null;
  const weight_kg = pounds === null ? (input.weight_kg ?? null) : Math.round(pounds * KG_PER_LB * 100) / 100;
  const { rows: before } = await tx.query<{ weight_kg: number }>(
    `with before as (
       select weight_kg from meal_planner.weighings where person_id = $1::uuid and date = $2::date
     ), taken_back as (
       delete from meal_planner.weighings
       where person_id = $1::uuid and date = $2::date and $3::double precision is null
     ), kept as (
       insert into meal_planner.weighings (person_id, date, weight_kg)
       select $1::uuid, $2::date, $3::double precision where $3::double precision is not null
       on conflict (person_id, date) do update set weight_kg = excluded.weight_kg, weighed_at = now()
     )
     select weight_kg from before`,
    [person_id, date, weight_kg],
  );
  const replaced_kg = before[0]?.weight_kg ?? null;
  return { person_id, date, weight_kg, replaced_kg: replaced_kg === weight_kg ? null : replaced_kg };
}

export async function weighingsBetween(
  tx: Tx,
  personId: string,
  from: string,
  to: string,
): Promise<Weighing[]> {
  const { rows } = await tx.query<Weighing>(
    `select date, weight_kg from meal_planner.weighings
     where person_id = $1::uuid and date between $2::date and $3::date order by date`,
    [personId, from, to],
  );
  return rows;
}

/** A person's weight as last weighed by a day. */
export async function latestWeight(tx: Tx, personId: string, by: string): Promise<Weighing | null> {
  const { rows } = await tx.query<Weighing>(
    `select date, weight_kg from meal_planner.weighings
     where person_id = $1::uuid and date <= $2::date order by date desc limit 1`,
    [personId, by],
  );
  return rows[0] ?? null;
}

export type WeightProgress = {
  weighings: SmoothedWeighing[];
  change_kg: number | null;
  /** By the line that fits all weighings best; null for fewer than three: two say more of the scales. */
  trend_kg_a_week: number | null;
};

/** Each day counts a tenth of what is between it and the mean so far; the usual smoothing of a weight log. */
const A_DAYS_SHARE = 0.1;
const DAY_MS = 86_400_000;

/**
 * Weighings with their exponentially weighted mean: the water of a day hardly moves it, a lasting change does. Days without
 * a weighing count as days that pass: after a month away the new weight is nearly all that counts. Pure.
 */
export function smoothed(weighings: readonly Weighing[]): SmoothedWeighing[] {
  let mean: number | undefined;
  let before: number | undefined;
  return weighings.map((weighing) => {
    const now = Date.parse(`${weighing.date}T00:00:00Z`);
    const share = before === undefined ? 1 : 1 - (1 - A_DAYS_SHARE) ** ((now - before) / DAY_MS);
    mean = (mean ?? 0) + share * (weighing.weight_kg - (mean ?? 0));
    before = now;
    return { ...weighing, smoothed_kg: Math.round(mean * 100) / 100 };
  });
}

/** Days before a period whose weighings its smoothed ones begin from. */
export const SMOOTHED_FROM_DAYS = 60;

/** How the weight went from a day on; weighings before it are only what the smoothing begins from. Pure. */
export function weightProgress(all: readonly Weighing[], from: string): WeightProgress {
  const weighings = smoothed(all).filter(({ date }) => date >= from);
  const [first, last] = [weighings[0], weighings.at(-1)];
  const change = first && last && weighings.length > 1 ? last.weight_kg - first.weight_kg : null;
  const points = weighings.map(({ date, weight_kg }) => ({ date, value: weight_kg }));
  const slope = linearTrend(points);
  return {
    weighings,
    change_kg: change === null ? null : Math.round(change * 100) / 100,
    trend_kg_a_week: slope === null ? null : Math.round(slope * 7 * 1000) / 1000,
  };
}
