import { format, parseISO } from "date-fns";
import type { DayOfPerson } from "../../f/meal-planner/handlers/meal_planning/day_nutrition.ts";
import type { PlanView } from "../../f/meal-planner/handlers/meal_planning/get_plan.ts";
import type { Generation } from "../../f/meal-planner/handlers/meal_planning/plan.ts";

const COLUMNS = [
  { nutrient: "energy_kcal", title: "kcal", unit: "" },
  { nutrient: "protein_g", title: "protein", unit: " g" },
  { nutrient: "fat_g", title: "fat", unit: " g" },
  { nutrient: "carbohydrate_g", title: "carbs", unit: " g" },
  { nutrient: "fibre_g", title: "fibre", unit: " g" },
] as const;

const NAME_WIDTH = 11;
const MEAL_WIDTH = 46;
const PORTION_WIDTH = 8;
const FIGURE_WIDTH = 17;

type Eater = { person_id: string; name: string };

/** The week as text: for each day the meals with everyone's portion, then what each person eats against the goals. */
export function weekTable(plan: PlanView): string {
  const eaters = eatersOf(plan);
  const dates = [...new Set(plan.daily.map((day) => day.date))];
  return dates.map((date) => dayTable(plan, eaters, date)).join("\n\n");
}

function eatersOf(plan: PlanView): Eater[] {
  const first = plan.daily[0]?.date;
  return plan.daily.filter((day) => day.date === first);
}

function dayTable(plan: PlanView, eaters: readonly Eater[], date: string): string {
  const heading = format(parseISO(date), "EEEE d MMMM");
  const lines = [
    heading.padEnd(NAME_WIDTH + MEAL_WIDTH + 2) +
      eaters.map((eater) => clip(eater.name, PORTION_WIDTH - 1).padStart(PORTION_WIDTH)).join(""),
    ...plan.meals.filter((meal) => meal.date === date).map((meal) => mealLine(meal, eaters)),
    `  ${"".padEnd(NAME_WIDTH)}${COLUMNS.map((column) => column.title.padStart(FIGURE_WIDTH)).join("")}`,
    ...plan.daily.filter((day) => day.date === date).map(totalsLine),
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

function mealLine(meal: PlanView["meals"][number], eaters: readonly Eater[]): string {
  const portions = eaters.map((eater) => portionText(meal.portions[eater.person_id]).padStart(PORTION_WIDTH));
  return `  ${meal.slot.padEnd(NAME_WIDTH)}${padded(clip(meal.name, MEAL_WIDTH), MEAL_WIDTH)}${portions.join("")}`;
}

function totalsLine(day: DayOfPerson): string {
  const figures = COLUMNS.map(({ nutrient, unit }) => figureText(day, nutrient, unit).padStart(FIGURE_WIDTH));
  return `  ${clip(day.name, NAME_WIDTH - 1).padEnd(NAME_WIDTH)}${figures.join("")}`;
}

/** `1,893 / 1,900 ✓`: what is eaten, the goal, and whether it is met. */
function figureText(day: DayOfPerson, nutrient: (typeof COLUMNS)[number]["nutrient"], unit: string): string {
  const amount = day.totals[nutrient];
  const eaten = amount === null ? "?" : Math.round(amount).toLocaleString("en");
  const goal = day.goals.find((result) => result.nutrient === nutrient);
  if (!goal) return `${eaten}${unit}`;
  const limit = { about: "", at_least: "≥", at_most: "≤" }[goal.kind];
  const mark = goal.met ? "✓" : (goal.actual ?? 0) < goal.target ? "▼" : "▲";
  return `${eaten} / ${limit}${Math.round(goal.target).toLocaleString("en")}${unit} ${mark}`;
}

const QUARTERS: Record<string, string> = { "0.25": "¼", "0.5": "½", "0.75": "¾" };

/** `1.5` → `1½`; a person who doesn't eat gets a dash. */
export function portionText(size: number | undefined): string {
  if (!size) return "–";
  const whole = Math.floor(size);
  const part = QUARTERS[String(size - whole)];
  if (part === undefined && size !== whole) return String(size);
  return `${whole > 0 ? whole : ""}${part ?? ""}`;
}

// Scripts whose characters take two columns of a terminal.
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u;

function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const characters = [...text];
  while (widthOf(characters.join("")) > width - 1) characters.pop();
  return `${characters.join("")}…`;
}

/** One line on how good the plan is, and what was left out of it. */
export function planSummary(plan: PlanView): string {
  const generation = plan.generation;
  if (!generation) return "Made by hand.";
  if (!plan.as_generated) return "Changed by hand since it was generated.";
  const left = generation.left_out.length;
  const out = left === 0 ? "" : `, ${left} left out`;
  return `${quality(generation)} (${generation.considered} recipes considered${out}).`;
}

// Beyond this a share says little: what may still be won is then told in points.
const TELLING_GAP = 0.1;

function quality({ gap, objective, lower_bound, elapsed_ms }: Generation): string {
  if (gap <= 1e-9) return "Proven to be the best possible week";
  if (gap <= TELLING_GAP) {
    return `Proven to be within ${(gap * 100).toFixed(gap < 0.01 ? 2 : 1)} % of the best possible week`;
  }
  const points = (objective - lower_bound).toFixed(1);
  return `The best week found in ${Math.round(elapsed_ms / 1000)} s; the best possible is at most ${points} points better (a goal missed by 1 % is a point)`;
}

/** The reasons for which recipes were left out, most frequent first, with a few names each. */
export function leftOutReport(plan: PlanView): string[] {
  const groups = new Map<string, string[]>();
  for (const { name, reason } of plan.generation?.left_out ?? []) {
    const kind = reason
      .replace(/^only \d+ % of it is known.*$/s, "too little of it is known")
      .replace(/“[^”]*”/, "a line");
    const key = kind
      .replace(/^[\d,]+ kcal a serving/, "too much energy a serving")
      .replace(/^only \d+ kcal/, "only few kcal");
    groups.set(key, [...(groups.get(key) ?? []), name.trim()]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, names]) => {
      const more = names.length > 4 ? ` and ${names.length - 4} more` : "";
      return `${String(names.length).padStart(4)}  ${reason}: ${names.slice(0, 4).join(", ")}${more}`;
    });
}
