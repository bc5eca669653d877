import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { Mark, type Tone } from "./Mark.tsx";

const TONES = { well: "good", late: "bad", idle: "quiet" } as const satisfies Record<string, Tone>;

/** Each schedule, with whether its work is done. */
export function Schedules() {
  const format = useFormat();
  const { ago } = useAgo();
  const health = useAnswer("schedule_health", {}, { refetchInterval: 15_000 });
  return (
    <Answered query={health} lines={3}>
      {({ schedules }) => (
        <ul className="ops-rows">
          {schedules.map(({ schedule, state, overdue, since }) => {
            const name = schedule.split("/").at(-1) ?? schedule;
            return (
              <li key={schedule} className="ops-row">
                <span className="ops-row-title">{TEXT.scheduleNames[name] ?? name}</span>
                <Mark tone={TONES[state]}>{TEXT.scheduleStates[state]}</Mark>
                {overdue > 0 && (
                  <span className="ops-row-note">
                    {TEXT.overdue[name]?.(format.number(overdue, 0)) ?? format.number(overdue, 0)}
                    {since !== null && `, ${TEXT.since(ago(since))}`}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Answered>
  );
}
