import { Button } from "@mantine/core";
import React from "react";
import { type ApiError, isOffline } from "../api.ts";
import { STATES } from "../texts/shell.ts";

/** What failed, in the script's own words, which end with what to do. */
export function ErrorState({
  error,
  retry,
  children,
  whole = false,
}: {
  error: ApiError;
  retry?: () => void;
  children?: React.ReactNode;
  /** Whether it is the whole page, whose heading it then is. */
  whole?: boolean;
}) {
  const Heading = whole ? "h1" : "h2";
  return (
    <div className="mp-state" role="alert">
      <Heading className="mp-state-title">{errorTitle(error)}</Heading>
      <p>{isOffline(error) ? STATES.offlineHint : error.message}</p>
      <div className="mp-state-actions">
        {children}
        {retry && (
          <Button variant="default" onClick={retry}>
            {STATES.tryAgain}
          </Button>
        )}
      </div>
    </div>
  );
}

export function errorTitle(error: ApiError): string {
  const titles: Record<string, string> = STATES.errorTitle;
  return titles[error.code] ?? STATES.errorTitle.other;
}
