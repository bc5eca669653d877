import React from "react";
import { useAnswer } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { linkTo } from "../../shell/router.ts";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { Json } from "./Json.tsx";
import type { LetterGroup } from "./LettersSection.tsx";
import { shortPath } from "./short_path.ts";

/** The last dead letter of a group: every try, what was to be delivered, and what led to it. */
export function InspectSheet({ group, onClose }: { group: LetterGroup; onClose: () => void }) {
  const latest = useAnswer("dead_letters", { ...group.filter, status: "waiting", limit: 1 });
  return (
    <Sheet title={`${shortPath(group.target)}: ${group.code}`} opened onClose={onClose}>
      <div className="ops-sheet">
        <Answered query={latest} lines={3}>
          {({ dead_letters: [letter] }) =>
            letter ? <Letter id={letter.dead_letter_id} /> : <p>{TEXT.lettersNone}</p>
          }
        </Answered>
      </div>
    </Sheet>
  );
}

function Letter({ id }: { id: string }) {
  const format = useFormat();
  const inspected = useAnswer("inspect_dead_letter", { dead_letter_id: id });
  return (
    <Answered query={inspected} lines={3}>
      {(letter) => (
        <>
          <p>{letter.advice}</p>
          <h3>{TEXT.attempts}</h3>
          <ol className="ops-attempts">
            {attemptsOf(letter.attempts_made).map((attempt) => (
              <li key={attempt.at}>
                <time dateTime={attempt.at}>{format.moment(attempt.at)}</time> <code>{attempt.code}</code>{" "}
                {attempt.message}
              </li>
            ))}
          </ol>
          <h3>{TEXT.payload}</h3>
          <Json value={letter.payload} />
          {letter.event_id && <a href={linkTo("operations", "chain", letter.event_id)}>{TEXT.seeChain}</a>}
        </>
      )}
    </Answered>
  );
}

type Attempt = { at: string; code: string; message: string };

function attemptsOf(made: unknown): Attempt[] {
  return Array.isArray(made) ? (made as Attempt[]) : [];
}
