import { ActionIcon } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { Answered } from "../../states/Answered.tsx";
import { DIARY } from "../../texts/goals.ts";
import { dateAfter } from "../week/plan_of_week.ts";
import { DiaryEntries } from "./DiaryEntries.tsx";
import { GoalBars } from "./GoalBars.tsx";
import type { Person } from "./GoalsPage.tsx";
import { PlannedMeals } from "./PlannedMeals.tsx";
import { WriteEntry } from "./WriteEntry.tsx";

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
              <GoalBars person={person} date={date} day={day} />
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
