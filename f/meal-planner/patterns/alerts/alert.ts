import type { Trouble } from "./trouble.ts";

/** What has been told of a group. */
export type Told = { kind: Trouble["kind"]; subject: string; count: number; told_seconds_ago: number };

export type Alert = {
  news: "raised" | "grown" | "recovered";
  kind: Trouble["kind"];
  subject: string;
  count: number;
  since: string | null;
};

/**
 * What is to be told now. A new group at once; one that has grown, after the quiet period; one that is gone, once.
 * Pure.
 */
export function decideAlerts(
  troubles: readonly Trouble[],
  told: readonly Told[],
  quietSeconds: number,
): Alert[] {
  const keyOf = (group: { kind: string; subject: string }) => JSON.stringify([group.kind, group.subject]);
  const before = new Map(told.map((group) => [keyOf(group), group]));
  const now = new Set(troubles.map(keyOf));
  const present = troubles.flatMap((trouble): Alert[] => {
    const { kind, subject, count, since } = trouble;
    const known = before.get(keyOf(trouble));
    if (trouble.is_settling) return [];
    if (!known) return [{ news: "raised", kind, subject, count, since }];
    const isDue = known.told_seconds_ago >= quietSeconds && count > known.count;
    return isDue ? [{ news: "grown", kind, subject, count, since }] : [];
  });
  const gone = told
    .filter((group) => !now.has(keyOf(group)))
    .map(({ kind, subject }): Alert => ({ news: "recovered", kind, subject, count: 0, since: null }));
  return [...present, ...gone];
}

const WORDS: Readonly<Record<Trouble["kind"], (alert: Alert) => string>> = {
  dead_letters: ({ subject, count }) => `${count} dead letter${count === 1 ? "" : "s"} for ${subject}`,
  stuck_saga: ({ subject, count }) => `${count} stuck saga${count === 1 ? "" : "s"}: ${subject}`,
  open_circuit: ({ subject }) => `circuit ${subject} is open`,
};

/** One line a group, for a person. */
export function wordAlerts(alerts: readonly Alert[]): string {
  return alerts
    .map((alert) => {
      if (alert.news === "recovered") return `Recovered: ${alert.kind.replace("_", " ")}, ${alert.subject}`;
      const since = alert.since ? `, since ${alert.since}` : "";
      return `${alert.news === "grown" ? "Still, and more" : "New"}: ${WORDS[alert.kind](alert)}${since}`;
    })
    .join("\n");
}
