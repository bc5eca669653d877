import type { MealExplanation } from "./explain_meal.ts";
import { evidenceInWords } from "./taste_words.ts";

type Facts = Omit<MealExplanation, "plan_id" | "version" | "why">;

const MOST_GOALS = 4;
/** Less than this nobody would notice. */
const NOTICED_POINTS = 0.005;
const NOTICED_TASTE = 0.1;

const PENALTY_WORDS: Record<keyof NonNullable<Facts["penalties"]>, string> = {
  rating: "its rating",
  disliked: "foods that somebody would rather not have",
  not_again_soon: "having been planned not long ago",
  cooking: "its cooking time",
  portions: "uneven portions",
  pantry: "taking less from the pantry than another could",
  learned: "being less to the household's learned taste than its best loved",
};

/** An explanation's facts as sentences, the weightiest first. */
export function explainInWords(facts: Facts): string[] {
  const helped = facts.goals
    .filter((goal) => goal.points < -NOTICED_POINTS)
    .sort((a, b) => a.points - b.points)
    .slice(0, MOST_GOALS)
    .map(
      (goal) =>
        `It gives ${goal.gives ?? 0} of the ${goal.day_total} ${unitOf(goal.nutrient)} that ${goal.name} has on this day, for a goal of ${goal.target}.`,
    );
  const harmed = facts.goals
    .filter((goal) => goal.points > NOTICED_POINTS)
    .sort((a, b) => b.points - a.points)
    .slice(0, 2)
    .map(
      (goal) =>
        `It takes ${goal.name} further from the goal for ${unitOf(goal.nutrient)}: ${goal.day_total} on this day, for ${goal.target}.`,
    );
  return [
    ...(facts.locked ? ["It is locked: chosen by hand or to be kept."] : []),
    rankInWords(facts),
    ...helped,
    ...harmed,
    ...costInWords(facts),
    ...tastesInWords(facts),
  ];
}

function rankInWords({ searched, near, slot }: Facts): string {
  const [next] = near;
  if (!next)
    return `Nothing else may be this ${slot}: ${searched.refused} more suit it, but break a rule beside the rest.`;
  if (searched.better === 0) {
    return `Of the ${searched.allowed + 1} recipes that may be this ${slot} it is the best; next is ${next.name}, ${points(next.objective_difference)} points more.`;
  }
  return `${searched.better} of the ${searched.allowed} other recipes that may be this ${slot} would be better by themselves; the best is ${next.name}, ${points(-next.objective_difference)} points less.`;
}

function costInWords({ penalties }: Facts): string[] {
  if (!penalties) return ["It isn't one of the recipes that would be planned now."];
  const costly = (Object.keys(PENALTY_WORDS) as (keyof typeof penalties)[])
    .filter((part) => penalties[part] > NOTICED_POINTS)
    .sort((a, b) => penalties[b] - penalties[a])
    .map((part) => `${PENALTY_WORDS[part]} (${points(penalties[part])})`);
  return costly.length > 0 ? [`By itself it costs points for ${costly.join(", ")}.`] : [];
}

function tastesInWords({ tastes }: Facts): string[] {
  return tastes
    .filter(({ preference }) => Math.abs(preference) >= NOTICED_TASTE)
    .map(({ name, preference, stated, evidence }) => {
      if (stated)
        return `The household said that it ${stated === "liked" ? "likes" : "doesn't like"} ${name}.`;
      const verdict = preference > 0 ? "liked" : "not liked so well";
      return `Learned: ${name} is ${verdict} (${preference.toFixed(2)}): ${evidenceInWords(evidence)}.`;
    });
}

function points(value: number): string {
  return value.toFixed(2);
}

/** `protein_g` → `g of protein`, `energy_kcal` → `kcal` */
function unitOf(nutrient: string): string {
  const parts = nutrient.split("_");
  const unit = parts.pop() ?? "";
  const name = parts.join(" ");
  return name === "energy" ? unit : `${unit} of ${name}`;
}
