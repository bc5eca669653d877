import type { UseQueryResult } from "@tanstack/react-query";
import React from "react";
import type { ApiError } from "../api.ts";
import { ErrorState } from "./ErrorState.tsx";
import { LoadingState } from "./LoadingState.tsx";

/** Shows an answer, or why there is none yet. An answer that is there stays, even where reading it anew fails. */
export function Answered<T>({
  query,
  lines,
  children,
}: {
  query: UseQueryResult<T, ApiError>;
  lines?: number;
  children: (answer: T) => React.ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return <LoadingState {...(lines === undefined ? {} : { lines })} />;
}
