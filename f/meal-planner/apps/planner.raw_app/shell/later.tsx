import React, { useEffect, useState } from "react";
import { afterPaint } from "./when_quiet.ts";

/** A part with a way to load it before it is shown. @throws what kept it from being loaded */
export type Later<Props> = React.ComponentType<Props> & { load(): Promise<void> };

const loads: (() => Promise<void>)[] = [];

/**
 * A part of the page that is loaded when it is first shown, so that the first view needn't wait for it; `meanwhile` stands
 * in its place. Where it can't be had, the nearest CrashGuard says so. Inside Windmill the page is one file, and the part
 * only runs later.
 */
export function later<Props extends object>(
  load: () => Promise<React.ComponentType<Props>>,
  meanwhile: React.ReactNode = null,
): Later<Props> {
  let Part: React.ComponentType<Props> | undefined;
  let loading: Promise<void> | undefined;
  const begin = () => {
    loading ??= load().then(
      (part) => {
        Part = part;
      },
      (error: unknown) => {
        loading = undefined; // the next who shows it tries again
        throw error;
      },
    );
    return loading;
  };
  loads.push(begin);
  function Later(props: Props) {
    const [outcome, setOutcome] = useState<{ failed?: unknown }>({});
    const isDrawn = Part !== undefined;
    useEffect(() => {
      if (isDrawn) return;
      // It may have come since this was drawn without it.
      if (Part) return setOutcome({});
      // First what is there already is seen.
      return afterPaint(() => {
        begin().then(
          () => setOutcome({}),
          (failed: unknown) => setOutcome({ failed }),
        );
      });
    }, [isDrawn]);
    // Thrown while React draws: a promise's failure would go past a CrashGuard.
    if (outcome.failed !== undefined) throw outcome.failed;
    return Part ? <Part {...props} /> : meanwhile;
  }
  return Object.assign(Later, { load: begin });
}

/** Loads what hasn't been shown yet, and what that brings along, so that it is there when the server has gone. */
export async function loadTheRest(): Promise<void> {
  for (let next = loads.shift(); next; next = loads.shift()) await next();
}
