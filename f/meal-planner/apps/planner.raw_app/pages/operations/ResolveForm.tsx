import { Button, Radio, Textarea } from "@mantine/core";
import React, { useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { OPERATIONS as TEXT } from "../../texts/operations.ts";

type Action = keyof typeof TEXT.resolve;

/** An operator's decision on a saga that can go neither way by itself. */
export function ResolveForm({ sagaId }: { sagaId: string }) {
  const notice = useNotice();
  const [action, setAction] = useState<Action>("retry");
  const [reason, setReason] = useState("");
  const resolve = useChange("resolve_saga", {
    refreshes: ["saga_status", "sagas"],
    onDone: ({ state }) => notice({ text: TEXT.resolved(TEXT.sagaStates[state]) }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  const given = reason.trim();
  const lacksReason = action !== "retry" && given === "";
  return (
    <form
      className="mp-card ops-card"
      aria-label={TEXT.resolveTitle}
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacksReason) resolve.mutate({ saga_id: sagaId, action, ...(given ? { reason: given } : {}) });
      }}
    >
      <h3>{TEXT.resolveTitle}</h3>
      <Radio.Group
        aria-label={TEXT.resolveTitle}
        value={action}
        onChange={(value) => setAction(value as Action)}
      >
        <div className="ops-choices">
          {(Object.keys(TEXT.resolve) as Action[]).map((choice) => (
            <Radio
              key={choice}
              value={choice}
              label={TEXT.resolve[choice].label}
              description={TEXT.resolve[choice].hint}
            />
          ))}
        </div>
      </Radio.Group>
      {action !== "retry" && (
        <Textarea
          label={TEXT.reason}
          description={TEXT.needsReason}
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <div className="ops-actions">
        <Button type="submit" loading={resolve.isPending} disabled={lacksReason}>
          {TEXT.decide}
        </Button>
      </div>
    </form>
  );
}
