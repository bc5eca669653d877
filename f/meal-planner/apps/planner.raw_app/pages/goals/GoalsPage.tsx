import { SegmentedControl } from "@mantine/core";
import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useSettings } from "../../format/settings.tsx";
import type { Answer } from "../../runnables/runnables.ts";
import { linkTo } from "../../shell/router.ts";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { GOALS } from "../../texts/goals.ts";
import { todayIn } from "../week/plan_of_week.ts";
import { DiarySection } from "./DiarySection.tsx";
import { GoalsSection } from "./GoalsSection.tsx";
import { ProgressSection } from "./ProgressSection.tsx";
import "./goals.css";

type SectionId = keyof typeof GOALS.sections;
export type Household = Answer<"get_household">;
export type Person = Household["people"][number];

/** What a person wants of a day, what they ate, and how it went. */
export function GoalsPage({ rest: [part] }: { rest: string[] }) {
  const household = useAnswer("get_household", {}, { staleTime: 60_000 });
  const section: SectionId = part !== undefined && part in GOALS.sections ? (part as SectionId) : "today";
  return (
    <div className="mp-goals">
      <h1>{GOALS.title}</h1>
      <Answered query={household}>{(found) => <OfSomebody household={found} section={section} />}</Answered>
    </div>
  );
}

function OfSomebody({ household, section }: { household: Household; section: SectionId }) {
  const { personId, change } = useSettings();
  const { people } = household;
  const person = people.find(({ person_id }) => person_id === personId) ?? people[0];
  if (!person) return <EmptyState title={GOALS.noPeopleTitle}>{GOALS.noPeople}</EmptyState>;
  const today = todayIn(household.time_zone);
  return (
    <>
      <div className="mp-goals-head">
        <nav className="mp-tabs" aria-label={GOALS.sectionsLabel}>
          {(Object.keys(GOALS.sections) as SectionId[]).map((id) => (
            <a
              key={id}
              href={id === "today" ? linkTo("goals") : linkTo("goals", id)}
              aria-current={id === section ? "page" : undefined}
            >
              {GOALS.sections[id]}
            </a>
          ))}
        </nav>
        {people.length > 1 && (
          <SegmentedControl
            size="md"
            aria-label={GOALS.person}
            value={person.person_id}
            onChange={(value) => change({ personId: value })}
            data={people.map(({ person_id, name }) => ({ value: person_id, label: name }))}
          />
        )}
      </div>
      {section === "today" && <DiarySection key={person.person_id} person={person} today={today} />}
      {section === "goals" && <GoalsSection key={person.person_id} person={person} today={today} />}
      {section === "progress" && <ProgressSection key={person.person_id} person={person} today={today} />}
    </>
  );
}
