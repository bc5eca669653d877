import React, { useId, useState } from "react";
import { RECIPE } from "../../texts/recipes.ts";
import { StepTimer } from "./StepTimer.tsx";
import { timesIn } from "./step_times.ts";

/** The steps. While cooking each can be ticked off, and the times that it names run at a tap. */
export function Method({ steps, cooking }: { steps: readonly string[]; cooking: boolean }) {
  const title = useId();
  const [done, setDone] = useState<ReadonlySet<number>>(new Set());
  const tick = (step: number) => {
    const next = new Set(done);
    if (!next.delete(step)) next.add(step);
    setDone(next);
  };
  return (
    <section className="mp-method" aria-labelledby={title}>
      <h2 id={title}>{RECIPE.steps}</h2>
      {steps.length === 0 && <p className="mp-muted">{RECIPE.noSteps}</p>}
      <ol>
        {numbered(steps).map(({ step, at }) => (
          <li key={at} className={cooking && done.has(at) ? "mp-step-done" : undefined}>
            {cooking ? (
              <>
                <label>
                  <input type="checkbox" checked={done.has(at)} onChange={() => tick(at)} />
                  <span>{step}</span>
                </label>
                <div className="mp-step-timers">
                  {timesIn(step).map((seconds) => (
                    <StepTimer key={seconds} seconds={seconds} step={at + 1} />
                  ))}
                </div>
              </>
            ) : (
              step
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

const numbered = (steps: readonly string[]) => steps.map((step, at) => ({ step, at }));
