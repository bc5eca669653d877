import { Skeleton, VisuallyHidden } from "@mantine/core";
import React from "react";
import { STATES } from "../texts/shell.ts";

/** Grey lines in the place of what is coming. */
export function LoadingState({ lines = 6 }: { lines?: number }) {
  return (
    <div className="mp-loading" role="status">
      <VisuallyHidden>{STATES.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => `line ${line}`).map((line) => (
        <Skeleton key={line} height={56} radius="md" />
      ))}
    </div>
  );
}
