import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { amountInWords, nutrientName } from "../../foods/nutrient_words.ts";
import { datesFrom } from "./calendar.ts";
import { getPlan, type PlanView } from "./get_plan.ts";
import { guestsOf } from "./guests.ts";

export const describePlanInput = z.strictObject({
  plan_id: z.uuid().optional(),
  household_id: z.uuid().optional(),
});

export type PlanDescription = {
  plan_id: string;
  /** What was looked at: activate_plan takes it, so that no other state is activated. */
  version: number;
  title: string;
  markdown: string;
  unmet: string[];
  missed_goals: string[];
};

/** A plan in words, for a person who decides on it: its meals, what they miss of goals and wishes, and how good it is. */
export async function describePlan(
  tx: Tx,
  input: z.output<typeof describePlanInput>,
): Promise<PlanDescription> {
  return inWords(await getPlan(tx, input));
}

/** Pure. */
export function inWords(plan: PlanView): PlanDescription {
  const unmet = plan.generation?.unmet ?? [];
  const missed_goals = (plan.generation?.missed_goals ?? []).map((goal) => goal.told);
  const last = datesFrom(plan.start_date, plan.days).at(-1) ?? plan.start_date;
  const markdown = [
    mealTable(plan),
    section("Wishes that could not be met", unmet),
    section("Goals that the week misses", missed_goals),
    goalTable(plan),
    quality(plan),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
  const { plan_id, version } = plan;
  return {
    plan_id,
    version,
    title: `Meals from ${plan.start_date} to ${last}`,
    markdown,
    unmet,
    missed_goals,
  };
}

function mealTable(plan: PlanView): string {
  const rows = datesFrom(plan.start_date, plan.days).map((date) => {
    const cells = plan.slots.map((_, position) => {
      const meals = plan.meals.filter((meal) => meal.date === date && meal.position === position);
      return meals.map((meal) => `${plain(meal.name)}${notesOn(meal)}`).join(", ") || "–";
    });
    return [date, ...cells];
  });
  return table(["Day", ...plan.slots.map(plain)], rows);
}

function notesOn(meal: PlanView["meals"][number]): string {
  const guests = guestsOf(meal);
  const notes = [
    ...(meal.eaten_out ? ["eating out"] : []),
    ...(meal.leftover_of ? [`leftovers of ${meal.leftover_of.date}`] : []),
    ...(guests > 0 ? [`and ${guests} for guests`] : []),
    ...(meal.locked ? ["locked"] : []),
  ];
  return notes.length > 0 ? ` (${notes.join(", ")})` : "";
}

function goalTable(plan: PlanView): string {
  const rows = plan.balance.flatMap(({ name, goals }) =>
    goals.map((goal) => [
      plain(name),
      nutrientName(goal.nutrient),
      amountInWords(goal.nutrient, goal.mean),
      amountInWords(goal.nutrient, goal.target),
      `${goal.days_met} of ${goal.days}`,
    ]),
  );
  return rows.length === 0 ? "" : table(["Who", "Goal", "A day on average", "Target", "Days met"], rows);
}

function quality({ generation, as_generated }: PlanView): string {
  if (!generation) return "Made by hand.";
  if (!as_generated) return "Changed by hand since it was generated.";
  const points = generation.objective - generation.lower_bound;
  const near =
    generation.gap <= 1e-9
      ? "Proven to be the best possible week"
      : `At most ${points.toFixed(1)} points from the best possible week (a goal missed by 1 % is a point)`;
  const out = generation.left_out.length;
  return `${near}, of ${generation.considered} recipes${out > 0 ? `; ${out} were left out` : ""}.`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `**${title}**\n\n${lines.map((line) => `- ${plain(line)}`).join("\n")}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A name from outside, so that it neither breaks a table nor becomes a link or HTML. */
function plain(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
