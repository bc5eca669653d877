import { ActionIcon, SegmentedControl, Table } from "@mantine/core";
import React, { useId, useState } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import type { Format } from "../../format/create_format.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { GOAL_EDITOR, PROGRESS } from "../../texts/goals.ts";
import { dateAfter } from "../week/plan_of_week.ts";
import { EnergyChart } from "./EnergyChart.tsx";
import type { Person } from "./GoalsPage.tsx";
import { WeekGoals } from "./WeekGoals.tsx";
import { WeightCard } from "./WeightCard.tsx";

export type PersonProgress = Answer<"get_progress">["people"][number];
type Nutrient = PersonProgress["nutrients"][number];
type Period = "week" | "month";

/** How a week or a month went against the goals, nutrient by nutrient. */
export function ProgressSection({ person, today }: { person: Person; today: string }) {
  const format = useFormat();
  const [period, setPeriod] = useState<Period>("month");
  const [date, setDate] = useState(today);
  const progress = useAnswer(
    "get_progress",
    { person: person.person_id, period, date },
    { keepPrevious: true },
  );
  return (
    <>
      <div className="mp-day-picker mp-period-picker">
        <SegmentedControl
          size="md"
          aria-label={PROGRESS.period}
          value={period}
          onChange={(value) => setPeriod(value as Period)}
          data={[
            { value: "week", label: PROGRESS.week },
            { value: "month", label: PROGRESS.month },
          ]}
        />
        <ActionIcon
          variant="default"
          aria-label={PROGRESS.earlier}
          disabled={!progress.data}
          onClick={() => progress.data && setDate(dateAfter(progress.data.from, -1))}
        >
          <Icon name="left" />
        </ActionIcon>
        <h2 aria-live="polite">{progress.data && format.days(progress.data.from, progress.data.to)}</h2>
        <ActionIcon
          variant="default"
          aria-label={PROGRESS.later}
          disabled={!progress.data || progress.data.to >= today}
          onClick={() => progress.data && setDate(dateAfter(progress.data.to, 1))}
        >
          <Icon name="right" />
        </ActionIcon>
      </div>
      <Answered query={progress}>
        {({ people: [mine] }) =>
          mine && (
            <>
              {mine.days_logged === 0 ? (
                <EmptyState title={PROGRESS.nothingTitle}>{PROGRESS.nothing}</EmptyState>
              ) : (
                <Went progress={mine} />
              )}
              <WeightCard person={person} progress={mine} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function Went({ progress }: { progress: PersonProgress }) {
  const format = useFormat();
  const title = useId();
  const { days, days_logged, streaks, best, worst, nutrients, weeks } = progress;
  const named = (nutrient: string | null) =>
    nutrient === null ? PROGRESS.none : format.nutrientName(nutrient);
  return (
    <>
      <dl className="mp-tiles">
        <div className="mp-card">
          <dt>{PROGRESS.streakLabel}</dt>
          <dd>{PROGRESS.streak(streaks.current)}</dd>
          <dd className="mp-muted">{PROGRESS.longest(streaks.longest)}</dd>
        </div>
        <div className="mp-card">
          <dt>{PROGRESS.best}</dt>
          <dd>{named(best)}</dd>
        </div>
        <div className="mp-card">
          <dt>{PROGRESS.worst}</dt>
          <dd>{named(worst)}</dd>
        </div>
      </dl>
      <EnergyChart progress={progress} note={PROGRESS.ofDays(days_logged, days.length)} />
      <WeekGoals weeks={weeks} />
      <section className="mp-card mp-nutrients" aria-labelledby={title}>
        <h3 id={title}>{PROGRESS.nutrients}</h3>
        <Table verticalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{PROGRESS.nutrient}</Table.Th>
              <Table.Th>{PROGRESS.mean}</Table.Th>
              <Table.Th>{PROGRESS.goal}</Table.Th>
              <Table.Th>{PROGRESS.met}</Table.Th>
              <Table.Th>{PROGRESS.trend}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {nutrients.map((nutrient) => (
              <Table.Tr key={nutrient.nutrient}>
                <Table.Th scope="row">{format.nutrientName(nutrient.nutrient)}</Table.Th>
                <Table.Td data-label={PROGRESS.mean}>
                  {format.nutrient(nutrient.nutrient, nutrient.mean)}
                </Table.Td>
                <Table.Td data-label={PROGRESS.goal}>{goalOf(nutrient, format)}</Table.Td>
                <Table.Td data-label={PROGRESS.met}>
                  {PROGRESS.metOf(nutrient.days_met, nutrient.days_met + nutrient.days_missed)}
                </Table.Td>
                <Table.Td data-label={PROGRESS.trend}>{trendOf(nutrient, format)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </>
  );
}

function goalOf({ nutrient, goal }: Nutrient, format: Format): string {
  if (!goal) return PROGRESS.none;
  const kind = goal.kind === "about" ? "" : `${GOAL_EDITOR.kinds[goal.kind]} `;
  return kind + format.nutrient(nutrient, goal.target);
}

// A day's change of under a hundredth of the mean is chance.
const STEADY = 0.01;

function trendOf({ nutrient, mean, trend_a_day }: Nutrient, format: Format): string {
  if (trend_a_day === null || mean === null) return PROGRESS.none;
  if (Math.abs(trend_a_day) <= Math.abs(mean) * STEADY) return PROGRESS.steady;
  const amount = format.nutrient(nutrient, Math.abs(trend_a_day));
  return trend_a_day > 0 ? PROGRESS.rising(amount) : PROGRESS.falling(amount);
}
