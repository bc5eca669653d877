import { Button, VisuallyHidden } from "@mantine/core";
import React, { useEffect, useState } from "react";
import type { Format } from "../../format/create_format.ts";
import { useFormat } from "../../format/format.ts";
import { PLANNING } from "../../texts/week.ts";
import type { FollowedPlanning, Planning } from "./follow_planning.ts";

/** How far a planning is, in words and as the share of its time, and how it is ended before. */
export function SearchProgress({
  title,
  limitMs,
  followed: { planning, stopping, stop },
}: {
  title: string;
  /** The time that it may take, until it says so itself. */
  limitMs: number;
  followed: FollowedPlanning;
}) {
  const format = useFormat();
  const elapsedMs = useElapsed(planning);
  const limit = planning?.time_limit_ms ?? limitMs;
  const share = Math.min(1, elapsedMs / limit);
  const hasPlan = planning?.stage === "improving" || planning?.stage === "proving";
  return (
    <section className="mp-search" aria-label={title}>
      <p className="mp-search-title">
        {title}
        <span className="mp-muted" aria-hidden="true">
          {PLANNING.time(format.number(Math.floor(elapsedMs / 1000)), format.number(limit / 1000))}
        </span>
      </p>
      <div
        className="mp-search-track"
        role="progressbar"
        aria-label={PLANNING.share}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className="mp-search-fill" style={{ width: `${share * 100}%` }} />
      </div>
      <p className="mp-muted" aria-hidden="true">
        {stageWords(format, planning, stopping)}
      </p>
      {/* Numbers change all the time: what is read out are the stages alone. */}
      <VisuallyHidden role="status">{stageWords(null, planning, stopping)}</VisuallyHidden>
      <div className="mp-search-actions">
        <Button
          size="sm"
          variant="default"
          disabled={!hasPlan || stopping !== null}
          onClick={() => stop("take")}
        >
          {PLANNING.take}
        </Button>
        <Button size="sm" variant="subtle" disabled={stopping === "cancel"} onClick={() => stop("cancel")}>
          {PLANNING.cancel}
        </Button>
      </div>
    </section>
  );
}

/** Far from the best, a share says nothing. */
const TELLING_GAP = 0.5;

function stageWords(
  format: Format | null,
  planning: Planning | null,
  stopping: FollowedPlanning["stopping"],
): string {
  if (stopping) return PLANNING.stopping[stopping];
  const stage = planning?.stage ?? "reading";
  if (stage !== "improving" && stage !== "proving") return PLANNING.stages[stage];
  const gap = planning?.gap ?? null;
  if (!format || gap === null || gap > TELLING_GAP) return `${PLANNING.found} ${PLANNING.stages[stage]}`;
  return `${PLANNING.foundWithin(format.percent(gap, gap < 0.1 ? 1 : 0))} ${PLANNING.stages[stage]}`;
}

/** Goes on between two answers, so that the bar doesn't jump. */
function useElapsed(planning: Planning | null): number {
  const [beganMs, setBeganMs] = useState(() => performance.now());
  const [nowMs, setNowMs] = useState(beganMs);
  const told = planning?.elapsed_ms;
  useEffect(() => {
    if (told !== undefined) setBeganMs(performance.now() - told);
  }, [told]);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, nowMs - beganMs);
}
