import { Button, VisuallyHidden } from "@mantine/core";
import React, { useEffect, useState } from "react";
import { useFormat } from "../../format/format.ts";
import { useNotice } from "../../shell/notices.tsx";
import { TIMER } from "../../texts/recipes.ts";
import { ring } from "./ring.ts";

const LOOK_MS = 500;

/** A time that a step names: one tap starts it, another stops it. It rings, and says which step it was. */
export function StepTimer({ seconds, step }: { seconds: number; step: number }) {
  const format = useFormat();
  const notice = useNotice();
  const [endsAt, setEndsAt] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (endsAt === null) return;
    // By the clock, not by counting: a phone that sleeps misses ticks.
    const look = () => {
      setNow(Date.now());
      if (Date.now() < endsAt) return;
      setEndsAt(null);
      ring();
      notice({ text: TIMER.over(format.number(step)), kind: "failed" });
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [endsAt, format, notice, step]);
  const name = TIMER.name(
    format.number(seconds / (seconds >= 3600 ? 3600 : seconds >= 60 ? 60 : 1)),
    unitOf(seconds),
  );
  if (endsAt === null) {
    const start = () => {
      setNow(Date.now());
      setEndsAt(Date.now() + seconds * 1000);
    };
    return (
      <Button variant="light" size="sm" aria-label={TIMER.start(name)} onClick={start}>
        {name}
      </Button>
    );
  }
  return (
    <Button size="sm" onClick={() => setEndsAt(null)}>
      <VisuallyHidden>{TIMER.stop(name)}</VisuallyHidden>
      <span role="timer">{clockOf(Math.max(0, Math.ceil((endsAt - now) / 1000)))}</span>
    </Button>
  );
}

function unitOf(seconds: number): "seconds" | "minutes" | "hours" {
  return seconds >= 3600 ? "hours" : seconds >= 60 ? "minutes" : "seconds";
}

/** 754 → "12:34" */
function clockOf(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
