import type { Tx } from "../../database/connection.ts";
import { NotFound } from "../../database/errors.ts";
import type { Household } from "../../households/household.ts";
import type { StoredMeal } from "./plan_store.ts";

/** A meal on a day that counts from 0. */
export type TemplateMeal = Omit<StoredMeal, "date" | "mark" | "leftover_of"> & {
  day: number;
  /** Where it is cooked, of leftovers. Templates made before it was kept lack it. */
  leftover_of?: { day: number; position: number };
};

export type PlanTemplate = { days: number; slots: string[]; meals: TemplateMeal[] };

/** Keeps a template under its name, over the one that had it. */
export async function writeTemplate(
  tx: Tx,
  household: Household,
  name: string,
  { days, slots, meals }: PlanTemplate,
): Promise<void> {
  await tx.query(
    `insert into meal_planner.plan_templates (household_id, name, days, slots, meals)
     values ($1::uuid, $2::text, $3::integer, $4::text[], $5::jsonb)
     on conflict (household_id, lower(name)) do update set name = excluded.name, days = excluded.days,
       slots = excluded.slots, meals = excluded.meals, updated_at = now()`,
    [household.household_id, name, days, slots, JSON.stringify(meals)],
  );
}

export type TemplateSummary = { name: string; days: number; meals: number };

/** The household's templates by name. */
export async function templates(tx: Tx, household: Household): Promise<TemplateSummary[]> {
  const { rows } = await tx.query<TemplateSummary>(
    `select name, days, jsonb_array_length(meals) as meals from meal_planner.plan_templates
     where household_id = $1::uuid order by lower(name)`,
    [household.household_id],
  );
  return rows;
}

/** @throws NotFound, with the names that there are. */
export async function findTemplate(tx: Tx, household: Household, name: string): Promise<PlanTemplate> {
  const { rows } = await tx.query<PlanTemplate & { name: string }>(
    `select name, days, slots, meals from meal_planner.plan_templates where household_id = $1::uuid order by name`,
    [household.household_id],
  );
  const template = rows.find((row) => row.name.toLowerCase() === name.toLowerCase());
  if (template) return template;
  const known = rows.map((row) => row.name).join(", ") || "none yet";
  throw new NotFound(
    "template",
    `“${name}”`,
    `There are: ${known}. Make one with f/meal-planner/handlers/meal_planning/save_template/script.`,
  );
}
