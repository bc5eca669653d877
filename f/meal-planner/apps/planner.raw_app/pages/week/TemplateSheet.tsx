import { Button, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { COPY } from "../../texts/week.ts";
import type { Plan } from "./plan_of_week.ts";

/** Keeps a week's meals under a name, to be used again. */
export function TemplateSheet({
  plan,
  opened,
  onClose,
}: {
  plan: Plan;
  opened: boolean;
  onClose: () => void;
}) {
  const notify = useNotice();
  const [name, setName] = useState("");
  const save = useChange("save_template", {
    refreshes: ["list_templates"],
    onDone: (kept) => {
      notify({ text: COPY.kept(kept.name) });
      onClose();
    },
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  return (
    <Sheet title={COPY.keepTitle} opened={opened} onClose={onClose}>
      <form
        className="mp-wishes"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ plan_id: plan.plan_id, name });
        }}
      >
        <TextInput
          size="md"
          label={COPY.name}
          description={COPY.nameHint}
          required
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" fullWidth loading={save.isPending} disabled={name.trim() === ""}>
          {COPY.save}
        </Button>
      </form>
    </Sheet>
  );
}
