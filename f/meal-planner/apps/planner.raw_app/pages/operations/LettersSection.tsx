import { Button } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { useAgo } from "./ago.ts";
import { DiscardSheet } from "./DiscardSheet.tsx";
import { InspectSheet } from "./InspectSheet.tsx";
import { Mark } from "./Mark.tsx";
import { RedriveSheet } from "./RedriveSheet.tsx";
import { shortPath } from "./short_path.ts";

export type LetterGroup = Answer<"dead_letter_groups">["groups"][number];

type Opened = { group: LetterGroup; sheet: "redrive" | "discard" | "inspect" } | null;

/** What waits by its cause, so that one decision sees to all of it. */
export function LettersSection() {
  const groups = useAnswer("dead_letter_groups", {}, { refetchInterval: 10_000 });
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  return (
    <>
      <Answered query={groups}>
        {(answer) =>
          answer.groups.length === 0 ? (
            <EmptyState title={TEXT.lettersNone}>{TEXT.lettersNoneHint}</EmptyState>
          ) : (
            <ul className="ops-cards">
              {answer.groups.map((group) => (
                <li key={JSON.stringify(group.filter)}>
                  <Group group={group} open={(sheet) => setOpened({ group, sheet })} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {opened?.sheet === "redrive" && <RedriveSheet group={opened.group} onClose={close} />}
      {opened?.sheet === "discard" && <DiscardSheet group={opened.group} onClose={close} />}
      {opened?.sheet === "inspect" && <InspectSheet group={opened.group} onClose={close} />}
    </>
  );
}

function Group({
  group,
  open,
}: {
  group: LetterGroup;
  open: (sheet: "redrive" | "discard" | "inspect") => void;
}) {
  const format = useFormat();
  const { ago } = useAgo();
  return (
    <article className="mp-card ops-card" aria-label={`${group.target}: ${group.code}`}>
      <div className="ops-head">
        <h2>{shortPath(group.target)}</h2>
        <Mark tone="bad">{TEXT.lettersWaiting(group.waiting, format.number(group.waiting, 0))}</Mark>
      </div>
      <p className="ops-message">
        <code>{group.code}</code> {group.message}
      </p>
      <p className="mp-muted">
        {group.detail_types.length > 0 && `${group.detail_types.join(", ")}. `}
        {TEXT.firstLast(ago(group.first_died_at), ago(group.last_died_at))}
        {group.died_again > 0 && `. ${TEXT.diedAgain(format.number(group.died_again, 0))}`}
      </p>
      <p>{group.advice}</p>
      <div className="ops-actions">
        <Button onClick={() => open("redrive")}>{TEXT.redrive}</Button>
        <Button variant="default" onClick={() => open("inspect")}>
          {TEXT.inspect}
        </Button>
        <Button variant="default" onClick={() => open("discard")}>
          {TEXT.discard}
        </Button>
      </div>
    </article>
  );
}
