import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { resolveHousehold } from "../../households/household.ts";
import { findPerson } from "../../households/person.ts";
import { personToday } from "../../households/person_day.ts";
import { calendarDay } from "./calendar_days.ts";
import { refuseFuture } from "./log_food.ts";
import { linearTrend } from "./trend.ts";

export const logWeightInput = z.strictObject({
  person: plainText(80),
  weight_kg: z
    .number()
    .min(2, { message: "At least 2 kg. Is it in kilograms?" })
    .max(400, { message: "At most 400 kg. Is it in kilograms?" })
    .nullable(),
  date: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

export type Weighing = { date: string; weight_kg: number };

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
  const { weight_kg } = input;
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
  weighings: Weighing[];
  change_kg: number | null;
  /** By the line that fits all weighings best; null for fewer than three: two say more of the scales. */
  trend_kg_a_week: number | null;
};

export function weightProgress(weighings: Weighing[]): WeightProgress {
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
