import { Button } from "@mantine/core";
import React from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { Answered } from "../../states/Answered.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import { Json } from "./Json.tsx";
import type { LetterGroup } from "./LettersSection.tsx";
import { shortPath } from "./short_path.ts";

/** Says what would be sent off before anything is. */
export function RedriveSheet({ group, onClose }: { group: LetterGroup; onClose: () => void }) {
  const format = useFormat();
  const notice = useNotice();
  const trial = useAnswer(
    "redrive",
    { action: "start", filter: group.filter, dry_run: true },
    { staleTime: 0 },
  );
  const redrive = useChange("redrive", {
    refreshes: ["dead_letter_groups", "metrics"],
    onDone: (answer) => {
      if (!("dry_run" in answer)) {
        notice({ text: TEXT.redriven(answer.redriven, format.number(answer.redriven, 0)) });
      }
      onClose();
    },
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  return (
    <Sheet title={TEXT.redriveTitle} opened onClose={onClose}>
      <div className="ops-sheet">
        <p className="ops-message">
          <code>{group.code}</code> {shortPath(group.target)}
        </p>
        <Answered query={trial} lines={2}>
          {(answer) => (
            <>
              {"dry_run" in answer && <Trial trial={answer} />}
              <Button
                fullWidth
                loading={redrive.isPending}
                disabled={!("dry_run" in answer) || answer.would_redrive === 0}
                onClick={() => redrive.mutate({ action: "start", filter: group.filter })}
              >
                {TEXT.redriveNow}
              </Button>
            </>
          )}
        </Answered>
      </div>
    </Sheet>
  );
}

type DryRun = Extract<Answer<"redrive">, { dry_run: true }>;

function Trial({ trial }: { trial: DryRun }) {
  const format = useFormat();
  const reasons = new Map<string, number>();
  for (const { reason } of trial.skipped) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const first = trial.sample[0];
  return (
    <>
      <p>{TEXT.wouldRedrive(trial.would_redrive, format.number(trial.would_redrive, 0))}</p>
      {trial.would_skip > 0 && (
        <div>
          <p>{TEXT.wouldSkip(format.number(trial.would_skip, 0))}</p>
          <ul>
            {[...reasons].map(([reason, count]) => (
              <li key={reason}>
                {format.number(count, 0)} {TEXT.skipReasons[reason] ?? reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      {first && (
        <details>
          <summary>{TEXT.firstAsSent}</summary>
          <Json value={first.payload} />
        </details>
      )}
    </>
  );
}
