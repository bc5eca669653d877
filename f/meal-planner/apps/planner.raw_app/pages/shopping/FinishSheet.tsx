import { Button, Checkbox } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { ErrorState } from "../../states/ErrorState.tsx";
import { FINISH } from "../../texts/shopping.ts";
import type { List } from "./edits.ts";

/** Ends a list, after a word on what that does: it can't be taken back. */
export function FinishSheet({ list, opened, onClose }: { list: List; opened: boolean; onClose: () => void }) {
  const format = useFormat();
  const notify = useNotice();
  const [toPantry, setToPantry] = useState(true);
  const finish = useChange("complete_list", {
    refreshes: ["get_list", "get_pantry"],
    onDone: () => {
      notify({ text: FINISH.done });
      onClose();
    },
  });
  return (
    <Sheet title={FINISH.title} opened={opened} onClose={onClose}>
      <p className="mp-sheet-about">
        {FINISH.about(format.number(list.ticked), format.number(list.items - list.ticked))}
      </p>
      <Checkbox
        size="md"
        label={FINISH.toPantry}
        checked={toPantry}
        onChange={(event) => setToPantry(event.currentTarget.checked)}
      />
      {finish.error && <ErrorState error={finish.error} />}
      <Button
        fullWidth
        mt="lg"
        loading={finish.isPending}
        onClick={() => finish.mutate({ list_id: list.list_id, add_to_pantry: toPantry })}
      >
        {FINISH.yes}
      </Button>
    </Sheet>
  );
}
