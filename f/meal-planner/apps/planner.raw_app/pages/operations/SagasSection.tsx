import { NativeSelect } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer, Args } from "../../runnables/runnables.ts";
import { linkTo } from "../../shell/router.ts";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { Mark, type Tone } from "./Mark.tsx";

type SagaState = NonNullable<Args<"sagas">["state"]>;

export const SAGA_TONES: Record<SagaState, Tone> = {
  running: "warn",
  compensating: "warn",
  completed: "good",
  compensated: "quiet",
  stuck: "bad",
  resolved: "quiet",
};

/** Sagas, the last first; those that are stuck can be asked for alone. */
export function SagasSection() {
  const [state, setState] = useState<SagaState | "">("");
  const sagas = useAnswer(
    "sagas",
    { limit: 100, ...(state === "" ? {} : { state }) },
    { refetchInterval: 5_000, keepPrevious: true },
  );
  return (
    <>
      <div className="ops-forms">
        <NativeSelect
          label={TEXT.sagaState}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as SagaState | "")}
          data={[
            { value: "", label: TEXT.allStates },
            ...Object.entries(TEXT.sagaStates).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Answered query={sagas}>
        {(answer) =>
          answer.sagas.length === 0 ? (
            <EmptyState title={TEXT.sagasNone}>{TEXT.sagasNoneHint}</EmptyState>
          ) : (
            <ul className="ops-rows">
              {answer.sagas.map((saga) => (
                <li key={saga.saga_id}>
                  <SagaRow saga={saga} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

function SagaRow({ saga }: { saga: Answer<"sagas">["sagas"][number] }) {
  const format = useFormat();
  const { ago } = useAgo();
  return (
    <a className="ops-row ops-row-link" href={linkTo("operations", "sagas", saga.saga_id)}>
      <span className="ops-row-title">{saga.definition}</span>
      <Mark tone={SAGA_TONES[saga.state]}>{TEXT.sagaStates[saga.state]}</Mark>
      <span className="ops-row-note">
        {saga.error
          ? `${saga.error.step}: ${saga.error.message}`
          : TEXT.stepsDone(format.number(saga.succeeded, 0), format.number(saga.steps, 0))}
      </span>
      <time className="ops-row-time" dateTime={saga.started_at} title={format.moment(saga.started_at)}>
        {ago(saga.started_at)}
      </time>
    </a>
  );
}
