import type { Preference, Signal } from "./taste.ts";

const SIGNAL_WORDS: Record<Signal, string> = {
  eaten: "eaten or cooked",
  chosen: "chosen by hand",
  logged: "logged in a diary",
  accepted: "planned and accepted",
  removed: "taken out of a plan",
  skipped: "skipped",
  swapped_away: "swapped away",
};

/** `swapped away twice (last on 2026-03-02), eaten or cooked once (…)` */
export function evidenceInWords(evidence: Preference["evidence"]): string {
  return [...evidence]
    .sort((a, b) => b.count - a.count)
    .map(({ signal, count, last_date }) => `${SIGNAL_WORDS[signal]} ${times(count)} (last on ${last_date})`)
    .join(", ");
}

function times(count: number): string {
  return ["", "once", "twice"][count] ?? `${count} times`;
}
