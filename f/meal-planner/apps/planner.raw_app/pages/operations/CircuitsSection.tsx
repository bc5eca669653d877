import { Button } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { Mark, type Tone } from "./Mark.tsx";

type Circuit = Answer<"circuits">["circuits"][number];

const TONES = { closed: "good", half_open: "warn", open: "bad" } as const satisfies Record<string, Tone>;

/** Each outside system, whether it is called, and the levers for it. */
export function CircuitsSection() {
  const circuits = useAnswer("circuits", {}, { refetchInterval: 5_000 });
  return (
    <Answered query={circuits}>
      {(answer) =>
        answer.circuits.length === 0 ? (
          <EmptyState title={TEXT.circuitsNone}>{TEXT.circuitsNoneHint}</EmptyState>
        ) : (
          <ul className="ops-cards">
            {answer.circuits.map((circuit) => (
              <li key={circuit.name}>
                <CircuitCard circuit={circuit} />
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function CircuitCard({ circuit }: { circuit: Circuit }) {
  const { ago } = useAgo();
  const notice = useNotice();
  const force = useChange("force_circuit", {
    refreshes: ["circuits"],
    onDone: ({ name, state }) => notice({ text: TEXT.circuitChanged(name, TEXT.circuitStates[state]) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  const lever = (state: "closed" | "open" | "half_open", label: string) => (
    <Button
      variant="default"
      loading={force.isPending && force.variables.state === state}
      onClick={() => force.mutate({ name: circuit.name, state })}
      aria-label={`${label}: ${circuit.name}`}
    >
      {label}
    </Button>
  );
  return (
    <article className="mp-card ops-card" aria-label={circuit.name}>
      <div className="ops-head">
        <h2>{circuit.name}</h2>
        <Mark tone={TONES[circuit.state]}>
          {TEXT.circuitModes[circuit.mode] ?? TEXT.circuitStates[circuit.state]}
        </Mark>
      </div>
      <p>
        {TEXT.circuitMeaning[circuit.state]}, {TEXT.stateSince(ago(circuit.since))}
      </p>
      <p className="mp-muted">
        <Why circuit={circuit} />
      </p>
      <div className="ops-actions">
        {circuit.mode !== "closed" && lever("closed", TEXT.reset)}
        {circuit.state === "open" && lever("half_open", TEXT.tryNow)}
        {circuit.mode !== "forced_open" && lever("open", TEXT.holdOpen)}
      </div>
    </article>
  );
}

function Why({ circuit }: { circuit: Circuit }) {
  const format = useFormat();
  if ("calls" in circuit) {
    const { calls, failures, slow } = circuit;
    return TEXT.calls(format.number(calls, 0), format.number(failures, 0), format.number(slow, 0));
  }
  if (!("until" in circuit)) return null;
  return `${TEXT.openReasons[circuit.reason] ?? circuit.reason}; ${TEXT.openUntil(format.clock(circuit.until))}`;
}
