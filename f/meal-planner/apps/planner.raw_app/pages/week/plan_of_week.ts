import type { Answer } from "../../runnables/runnables.ts";

export type Plan = Answer<"get_plan">;
export type Meal = Plan["meals"][number];
export type Day = Plan["daily"][number];
export type Place = { date: string; position: number };

/** Whose figures are shown: one person's, or all people's at a glance. */
export type Shown = "all" | string;

const DATE = /^\d{4}-\d\d-\d\d$/;

/** What the part of an address names: a week by its first day, by its plan's id, or the household's current one. */
export function planArgs(which: string | undefined): { start_date?: string; plan_id?: string } {
  if (which === undefined) return {};
  return DATE.test(which) ? { start_date: which } : { plan_id: which };
}

export function datesOf({ start_date, days }: Pick<Plan, "start_date" | "days">): string[] {
  return Array.from({ length: days }, (_, day) => dateAfter(start_date, day));
}

export function dateAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Today where the household lives. */
export function todayIn(timeZone: string | undefined): string {
  const { year, month, day } = Object.fromEntries(
    clockOf(timeZone)
      .formatToParts(new Date())
      .map(({ type, value }) => [type, value]),
  );
  return `${year}-${month}-${day}`;
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

/** Kept: making one takes the browser milliseconds, and each change of a plan asks for today. */
function clockOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, ...digits });
  clocks.set(timeZone, clock);
  return clock;
}

export type Cell = Place & { slot: string; meal: Meal | undefined };

/** A day's places in order: the plan's own, and those of meals that were added to the day. */
export function cellsOf(plan: Plan, date: string): Cell[] {
  const meals = plan.meals.filter((meal) => meal.date === date);
  const positions = new Set([...plan.slots.keys(), ...meals.map((meal) => meal.position)]);
  return [...positions]
    .sort((a, b) => a - b)
    .map((position) => {
      const meal = meals.find((other) => other.position === position);
      return { date, position, slot: meal?.slot ?? plan.slots[position] ?? "meal", meal };
    });
}

export function isOver(plan: Plan): boolean {
  return plan.state === "done" || plan.state === "cancelled";
}

/** Whether a meal may still become another one. */
export function isChangeable(plan: Plan, meal: Meal, today: string): boolean {
  return !isOver(plan) && meal.date >= today && meal.mark === null && !meal.cooked;
}

export const placeKey = ({ date, position }: Place) => `${date} ${position}`;

export function placeOf(key: string): Place {
  const [date = "", position = "0"] = key.split(" ");
  return { date, position: Number(position) };
}

export const MACROS = ["energy_kcal", "protein_g", "carbohydrate_g", "fat_g"] as const;

export type Figure = {
  nutrient: (typeof MACROS)[number];
  actual: number | null;
  goal: Day["goals"][number] | undefined;
};

/** A day's energy and macros, each against its goal where there is one. */
export function figuresOf(day: Day): Figure[] {
  return MACROS.map((nutrient) => ({
    nutrient,
    actual: day.totals[nutrient],
    goal: day.goals.find((goal) => goal.nutrient === nutrient),
  }));
}
