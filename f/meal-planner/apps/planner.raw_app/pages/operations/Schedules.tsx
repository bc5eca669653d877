import { Button } from "@mantine/core";
import React, { useEffect } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { Mark, type Tone } from "./Mark.tsx";

const TONES = { well: "good", late: "bad", idle: "quiet" } as const satisfies Record<string, Tone>;

type Schedule = Answer<"schedule_health">["schedules"][number];

/** Each schedule, with whether its work is done; where this machine runs them, when each runs, and its switch. */
export function Schedules() {
  const health = useAnswer("schedule_health", {}, { refetchInterval: 15_000 });
  return (
    <Answered query={health} lines={3}>
      {({ schedules }) => (
        <>
          <ul className="ops-rows">
            {schedules.map((schedule) => (
              <ScheduleRow key={schedule.schedule} schedule={schedule} />
            ))}
          </ul>
          {schedules.every(({ runner }) => runner === null) && (
            <p className="mp-muted mp-hint">{TEXT.schedulesInWindmill}</p>
          )}
        </>
      )}
    </Answered>
  );
}

function ScheduleRow({ schedule: { schedule, state, overdue, since, runner } }: { schedule: Schedule }) {
  const format = useFormat();
  const { ago } = useAgo();
  const id = schedule.split("/").at(-1) ?? schedule;
  const name = TEXT.scheduleNames[id] ?? id;
  return (
    <li className="ops-row">
      <span className="ops-row-title">{name}</span>
      <Mark tone={TONES[state]}>{TEXT.scheduleStates[state]}</Mark>
      {overdue > 0 && (
        <span className="ops-row-note">
          {TEXT.overdue[id]?.(format.number(overdue, 0)) ?? format.number(overdue, 0)}
          {since !== null && `, ${TEXT.since(ago(since))}`}
        </span>
      )}
      {runner && (
        <>
          <Switch path={schedule} name={name} on={runner.on} />
          <span className="ops-row-note ops-row-whole">{runsOf(runner, ago).join(" · ")}</span>
          {runner.last_run?.error && (
            <span className="mp-warning ops-row-whole">
              {runner.last_run.error.code && `${runner.last_run.error.code}: `}
              {runner.last_run.error.message}
            </span>
          )}
        </>
      )}
    </li>
  );
}

function runsOf(runner: NonNullable<Schedule["runner"]>, ago: (time: string) => string): string[] {
  const { on, next_at, running_since, last_run, failures } = runner;
  return [
    on ? (next_at === null ? TEXT.scheduleOn : TEXT.nextRun(ago(next_at))) : TEXT.scheduleOff,
    ...(running_since === null ? [] : [TEXT.runsSince(ago(running_since))]),
    last_run === null ? TEXT.neverRan : TEXT.lastRun(ago(last_run.ended_at), last_run.success),
    ...(failures > 1 ? [TEXT.failedInARow(failures)] : []),
  ];
}

function Switch({ path, name, on }: { path: string; name: string; on: boolean }) {
  const notice = useNotice();
  const change = useChange("set_schedule_enabled", {
    refreshes: ["schedule_health"],
    onDone: ({ enabled }) => notice({ text: TEXT.scheduleSwitched(name, enabled === true) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  // The runner follows a moment later; until then the old state would ask for a second press.
  const followed = change.data === undefined || change.data.enabled === on;
  const { reset } = change;
  useEffect(() => {
    if (followed) reset();
  }, [followed, reset]);
  const label = on ? TEXT.switchOff : TEXT.switchOn;
  return (
    <Button
      variant="default"
      className="ops-row-action"
      loading={change.isPending || !followed}
      aria-label={`${label}: ${name}`}
      onClick={() => change.mutate({ path, enabled: !on })}
    >
      {label}
    </Button>
  );
}
