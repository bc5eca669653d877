import { ActionIcon, Button, TextInput } from "@mantine/core";
import React, { useId, useState } from "react";
import { randomId } from "../../data/random_id.ts";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { DIARY } from "../../texts/goals.ts";
import { dateAfter } from "../week/plan_of_week.ts";
import { DiaryEntries } from "./DiaryEntries.tsx";
import { GoalBars } from "./GoalBars.tsx";
import type { Person } from "./GoalsPage.tsx";
import { PlannedMeals } from "./PlannedMeals.tsx";

/** What is no longer true once the diary has changed. */
export const DIARY_ANSWERS = ["get_diary", "get_progress"] as const;

/** A day's diary: from the plan by one tap, or in words. */
export function DiarySection({ person, today }: { person: Person; today: string }) {
  const [date, setDate] = useState(today);
  const diary = useAnswer("get_diary", { person: person.person_id, date }, { keepPrevious: true });
  return (
    <>
      <DayPicker date={date} today={today} onDate={setDate} />
      <Answered query={diary}>
        {({ people: [day] }) =>
          day && (
            <div className="mp-diary">
              <div className="mp-diary-log">
                <PlannedMeals person={person} date={date} today={today} entries={day.entries} />
                <WriteEntry person={person} date={date} />
                <DiaryEntries entries={day.entries} />
              </div>
              <GoalBars day={day} />
            </div>
          )
        }
      </Answered>
    </>
  );
}

function DayPicker({ date, today, onDate }: { date: string; today: string; onDate: (date: string) => void }) {
  const format = useFormat();
  return (
    <div className="mp-day-picker">
      <ActionIcon variant="default" aria-label={DIARY.earlier} onClick={() => onDate(dateAfter(date, -1))}>
        <Icon name="left" />
      </ActionIcon>
      <h2 aria-live="polite">{date === today ? DIARY.today : format.longDay(date)}</h2>
      <ActionIcon
        variant="default"
        aria-label={DIARY.later}
        disabled={date >= today}
        onClick={() => onDate(dateAfter(date, 1))}
      >
        <Icon name="right" />
      </ActionIcon>
    </div>
  );
}

function WriteEntry({ person, date }: { person: Person; date: string }) {
  const notice = useNotice();
  const label = useId();
  const [line, setLine] = useState("");
  // The same key until it is logged: a repeated tap, or one whose answer got lost, logs it once.
  const [key, setKey] = useState(randomId);
  const log = useChange("log_food", {
    refreshes: DIARY_ANSWERS,
    onDone: ({ entries: [entry] }) => {
      notice({ text: DIARY.loggedOne(entry?.name ?? line) });
      setLine("");
      setKey(randomId());
    },
  });
  return (
    <form
      className="mp-card"
      aria-labelledby={label}
      onSubmit={(event) => {
        event.preventDefault();
        log.mutate({ person: person.person_id, line: line.trim(), date, idempotency_key: key });
      }}
    >
      <h3 id={label}>{DIARY.write}</h3>
      <div className="mp-diary-write">
        <TextInput
          aria-labelledby={label}
          placeholder={DIARY.writeHint}
          value={line}
          error={log.error?.message}
          onChange={(event) => setLine(event.currentTarget.value)}
        />
        <Button type="submit" loading={log.isPending} disabled={line.trim() === ""}>
          {DIARY.log}
        </Button>
      </div>
    </form>
  );
}
