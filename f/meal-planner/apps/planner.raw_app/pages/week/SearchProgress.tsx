import { VisuallyHidden } from "@mantine/core";
import React, { useEffect, useState } from "react";
import { useFormat } from "../../format/format.ts";

/** How much of its time a search has used; it may well end sooner. */
export function SearchProgress({
  text,
  limit,
  limitMs,
}: {
  text: string;
  limit: (seconds: string) => string;
  limitMs: number;
}) {
  const format = useFormat();
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setElapsedMs(performance.now() - began), 200);
    return () => clearInterval(timer);
  }, []);
  const share = Math.min(1, elapsedMs / limitMs);
  return (
    <div className="mp-search">
      <p aria-hidden="true">
        {text} <span className="mp-muted">{limit(format.number(limitMs / 1000))}</span>
      </p>
      <VisuallyHidden role="status">{text}</VisuallyHidden>
      <div
        className="mp-search-track"
        role="progressbar"
        aria-label={text}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className="mp-search-fill" style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
