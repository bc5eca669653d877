import { Button, Textarea } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";
import type { LetterGroup } from "./LettersSection.tsx";
import { shortPath } from "./short_path.ts";

/** Closes a group for good, with the reason that stays on record. */
export function DiscardSheet({ group, onClose }: { group: LetterGroup; onClose: () => void }) {
  const format = useFormat();
  const notice = useNotice();
  const [reason, setReason] = useState("");
  const discard = useChange("discard_dead_letters", {
    refreshes: ["dead_letter_groups", "metrics"],
    onDone: ({ discarded }) => {
      notice({ text: TEXT.discarded(discarded, format.number(discarded, 0)) });
      onClose();
    },
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  return (
    <Sheet title={TEXT.discardTitle} opened onClose={onClose}>
      <form
        className="ops-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          discard.mutate({ filter: group.filter, reason: reason.trim() });
        }}
      >
        <p className="ops-message">
          <code>{group.code}</code> {shortPath(group.target)}:{" "}
          {TEXT.lettersWaiting(group.waiting, format.number(group.waiting, 0))}
        </p>
        <p className="mp-muted">{TEXT.discardNote}</p>
        <Textarea
          label={TEXT.reason}
          placeholder={TEXT.reasonHint}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          type="submit"
          fullWidth
          color="red"
          loading={discard.isPending}
          disabled={reason.trim() === ""}
        >
          {TEXT.discard}
        </Button>
      </form>
    </Sheet>
  );
}
