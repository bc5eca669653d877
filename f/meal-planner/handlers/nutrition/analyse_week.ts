import { z } from "zod";
import type { Tx } from "../../database/connection.ts";
import { plainText } from "../../database/plain_text.ts";
import { amountInWords, nutrientName } from "../../foods/nutrient_words.ts";
import { householdToday, resolveHousehold } from "../../households/household.ts";
import { calendarDay, dayAfter } from "./calendar_days.ts";
import { getProgress, type PersonProgress } from "./get_progress.ts";
import { weekChart } from "./week_chart.ts";

export const analyseWeekInput = z.strictObject({
  person: plainText(80).optional(),
  date: calendarDay.optional(),
  household_id: z.uuid().optional(),
});

/** What Windmill shows one below the other; each part has its one key. */
type Rendered = { markdown: string } | { svg: string } | { "table-row-object": object[] };

const DAYS_A_WEEK = 7;

/** What a week did to everyone's goals, as a page: in words, as a chart, and goal by goal. */
export async function analyseWeek(
  tx: Tx,
  { person, date, household_id }: z.output<typeof analyseWeekInput>,
): Promise<{ render_all: Rendered[] }> {
  const household = await resolveHousehold(tx, household_id);
  const lastWeek = dayAfter(await householdToday(tx, household), -DAYS_A_WEEK);
  const progress = await getProgress(tx, { person, period: "week", date: date ?? lastWeek, household_id });
  const title = `## The week from ${progress.from} to ${progress.to}`;
  return {
    render_all: [
      { markdown: [title, ...progress.people.map(inWords)].join("\n\n") },
      ...progress.people.filter(hasGoals).map((one) => ({ svg: weekChart(one) })),
      { "table-row-object": progress.people.flatMap(rowsOf) },
    ],
  };
}

function hasGoals({ nutrients, days_logged }: PersonProgress): boolean {
  return days_logged > 0 && nutrients.some(({ goal }) => goal !== null);
}

function inWords(person: PersonProgress): string {
  const { name, days_logged, days, best, worst, streaks } = person;
  const plain = name.replace(/[\\`*_[\]<>|#]/g, "\\$&");
  if (days_logged === 0) return `**${plain}** logged nothing.`;
  const met = days.filter((day) => day.verdict === "met").length;
  const worstOf = person.nutrients.find(({ nutrient }) => nutrient === worst);
  return [
    `**${plain}** logged ${days_logged} of ${days.length} days and met every goal on ${met}.`,
    ...(best ? [`Best kept: ${nutrientName(best)}.`] : []),
    ...(worst && worstOf?.goal
      ? [
          `Least kept: ${nutrientName(worst)}, ${amountInWords(worst, worstOf.mean)} a day on average for ${amountInWords(worst, worstOf.goal.target)}.`,
        ]
      : []),
    ...(streaks.current > 1 ? [`${streaks.current} days in a row by now.`] : []),
  ].join(" ");
}

function rowsOf({ name, nutrients }: PersonProgress): object[] {
  return nutrients.flatMap(({ nutrient, goal, mean, days_met, days_missed, days_unknown, trend_a_day }) =>
    goal
      ? [
          {
            who: name,
            goal: nutrientName(nutrient),
            kind: goal.kind.replace("_", " "),
            target: amountInWords(nutrient, goal.target),
            "a day on average": amountInWords(nutrient, mean),
            "days met": days_met,
            "days missed": days_missed,
            "days unknown": days_unknown,
            "change a day": trend_a_day === null ? "?" : amountInWords(nutrient, trend_a_day),
          },
        ]
      : [],
  );
}
