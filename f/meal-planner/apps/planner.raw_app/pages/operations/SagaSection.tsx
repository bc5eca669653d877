import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { linkTo } from "../../shell/router.ts";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { Json } from "./Json.tsx";
import { Mark, type Tone } from "./Mark.tsx";
import { ResolveForm } from "./ResolveForm.tsx";
import { SAGA_TONES } from "./SagasSection.tsx";

type Saga = Answer<"saga_status">;
type Step = Saga["steps"][number];

const STEP_TONES: Record<Step["state"], Tone> = {
  pending: "quiet",
  running: "warn",
  waiting: "warn",
  succeeded: "good",
  failed: "bad",
  compensating: "warn",
  compensation_waiting: "warn",
  compensation_failed: "bad",
  compensated: "quiet",
  skipped: "quiet",
};

/** One saga step by step, and the decision that it waits for where it is stuck. */
export function SagaSection({ id }: { id: string }) {
  const saga = useAnswer("saga_status", { saga_id: id }, { refetchInterval: 3_000 });
  return (
    <>
      <a href={linkTo("operations", "sagas")}>← {TEXT.back.sagas}</a>
      <Answered query={saga}>{(answer) => <SagaView saga={answer} />}</Answered>
    </>
  );
}

function SagaView({ saga }: { saga: Saga }) {
  const format = useFormat();
  return (
    <section aria-labelledby="saga-title">
      <div className="ops-head">
        <h2 id="saga-title">{saga.definition}</h2>
        <Mark tone={SAGA_TONES[saga.state]}>{TEXT.sagaStates[saga.state]}</Mark>
      </div>
      <p className="mp-muted">
        {format.moment(saga.started_at)}
        {saga.ended_at && ` – ${format.moment(saga.ended_at)}`}
      </p>
      {saga.error && (
        <p className="ops-message">
          {saga.state === "stuck" ? TEXT.stuckAt(saga.error.step) : TEXT.turnedBackAt(saga.error.step)}:{" "}
          <code>{saga.error.code}</code> {saga.error.message}
        </p>
      )}
      <ol className="ops-steps">
        {saga.steps.map((step) => (
          <li key={step.name}>
            <StepView step={step} />
          </li>
        ))}
      </ol>
      {saga.state === "stuck" && <ResolveForm sagaId={saga.saga_id} />}
      {saga.resolutions.length > 0 && (
        <>
          <h3>{TEXT.decisions}</h3>
          <Json value={saga.resolutions} />
        </>
      )}
      <details>
        <summary>{TEXT.sagaInput}</summary>
        <Json value={saga.input} />
      </details>
      {"result" in saga && (
        <details>
          <summary>{TEXT.sagaResult}</summary>
          <Json value={saga.result} />
        </details>
      )}
    </section>
  );
}

function StepView({ step }: { step: Step }) {
  const { after } = useAgo();
  const tries = [
    ...(step.attempts > 0 ? [TEXT.tries(step.attempts)] : []),
    ...(step.compensation_attempts ? [TEXT.undoTries(step.compensation_attempts)] : []),
    ...(step.started_at && step.ended_at ? [after(step.started_at, step.ended_at)] : []),
  ];
  return (
    <div className="ops-event">
      <span className="ops-row-title">{step.name}</span>
      <Mark tone={STEP_TONES[step.state]}>{TEXT.stepStates[step.state] ?? step.state}</Mark>
      <span className="ops-row-note">{tries.join(", ")}</span>
      {step.error && (
        <span className="ops-owed">
          <code>{step.error.code}</code> {step.error.message}
        </span>
      )}
      {step.reason && <span className="ops-owed">{step.reason}</span>}
    </div>
  );
}
