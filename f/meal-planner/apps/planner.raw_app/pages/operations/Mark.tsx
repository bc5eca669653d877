import React from "react";

export type Tone = "good" | "warn" | "bad" | "quiet";

/** A state in a word. The colour only repeats what the word says. */
export function Mark({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return <span className={`ops-mark ops-mark-${tone}`}>{children}</span>;
}
