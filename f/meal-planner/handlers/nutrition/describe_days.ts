import { z } from "zod";
import { amountInWords, nutrientName } from "../../foods/nutrient_words.ts";

const amount = z.number().nullable();

/** As check_compliance gives them; what isn't read here is let through. */
const checkedDay = z.looseObject({
  name: z.string(),
  date: z.iso.date(),
  told: z.string().nullable(),
  verdict: z.string(),
  results: z.array(
    z.looseObject({
      nutrient: z.string(),
      met: z.boolean().nullable(),
      target: z.number(),
      actual: amount,
      known: z.number(),
    }),
  ),
  repair: z
    .looseObject({
      steps: z.array(
        z.looseObject({ action: z.string(), name: z.string(), amount: z.number(), grams: amount }),
      ),
    })
    .nullable(),
});
type CheckedDay = z.output<typeof checkedDay>;

export const describeDaysInput = z.strictObject({ days: z.array(checkedDay).max(5_000) });

export type DaysInWords = { news: number; title: string; text: string };

/** The news of a check of compliance, as a message: a line a day, with what would repair it. Days told before are left out. */
export function describeDays({ days }: z.output<typeof describeDaysInput>): DaysInWords {
  const news = days.filter((day) => day.told !== null);
  const missed = news.filter((day) => day.verdict === "missed").length;
  const title =
    missed === 0 ? "Every goal was met" : `Goals were missed on ${missed} ${missed === 1 ? "day" : "days"}`;
  return {
    news: news.length,
    title: news.length === 0 ? "Nothing new" : title,
    text: news.length === 0 ? "No day has a new verdict." : news.map(lineOf).join("\n"),
  };
}

function lineOf({ name, date, results, repair }: CheckedDay): string {
  const missed = results.filter((result) => result.met === false);
  if (missed.length === 0) return `${name}, ${date}: every goal met.`;
  const goals = missed.map(
    ({ nutrient, actual, known, target }) =>
      `${nutrientName(nutrient)} ${actual === null ? "at least " : ""}${amountInWords(nutrient, actual ?? known)} for ${amountInWords(nutrient, target)}`,
  );
  const steps = (repair?.steps ?? []).map(({ action, name: what, amount: much, grams }) =>
    action === "add"
      ? `${much} × ${what}${grams === null ? "" : ` (${Math.round(grams * much)} g)`}`
      : `${Math.round(much * 100)} % less of ${what}`,
  );
  const mended = steps.length > 0 ? ` What would have mended it: ${steps.join(", ")}.` : "";
  return `${name}, ${date}: missed ${goals.join(", ")}.${mended}`;
}
