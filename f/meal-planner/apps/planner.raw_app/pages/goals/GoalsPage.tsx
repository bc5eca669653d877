import React from "react";
import { EmptyState } from "../../states/EmptyState.tsx";
import { SHELL } from "../../texts/shell.ts";

export function GoalsPage(_: { rest: string[] }) {
  return <EmptyState title={SHELL.pages.goals}>…</EmptyState>;
}
