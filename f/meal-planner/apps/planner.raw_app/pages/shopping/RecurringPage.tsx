import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { RECURRING } from "../../texts/shopping.ts";

const USUAL_DAYS = [1, 2, 3, 7, 14, 21, 28, 30, 60, 90];

/** What is bought again and again: it goes on lists by itself. */
export function RecurringPage() {
  const format = useFormat();
  const recurring = useAnswer("list_recurring", {});
  const notice = useNotice();
  const [line, setLine] = useState("");
  const [days, setDays] = useState("7");
  const set = useChange("set_recurring", {
    refreshes: ["list_recurring"],
    onDone: (_, { every_days, line: told }) => {
      notice({ text: every_days === null ? RECURRING.stopped(told) : RECURRING.saved });
      setLine("");
    },
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  const option = (value: number) => ({
    value: String(value),
    label: RECURRING.every(value, format.number(value)),
  });
  return (
    <>
      <h1>{RECURRING.title}</h1>
      <p className="mp-muted mp-pantry-about">{RECURRING.about}</p>
      <form
        className="mp-pantry-form"
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ line: line.trim(), every_days: Number(days) });
        }}
      >
        <TextInput
          label={RECURRING.line}
          placeholder={RECURRING.lineHint}
          autoComplete="off"
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
        />
        <NativeSelect
          label={RECURRING.often}
          value={days}
          data={USUAL_DAYS.map(option)}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        <Button type="submit" loading={set.isPending} disabled={line.trim() === ""}>
          {RECURRING.save}
        </Button>
      </form>
      <Answered query={recurring}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={RECURRING.empty}>{RECURRING.emptyAbout}</EmptyState>
          ) : (
            <ul className="mp-pantry">
              {items.map((item) => (
                <li key={item.recurring_id} className="mp-pantry-line">
                  <span className="mp-line-text">
                    <span className="mp-line-name">{item.line}</span>
                    <span className="mp-line-details">
                      {RECURRING.every(item.every_days, format.number(item.every_days))},{" "}
                      {RECURRING.next(format.dayAndMonth(item.next_on))}
                    </span>
                  </span>
                  <ActionIcon
                    aria-label={RECURRING.stop(item.line)}
                    title={RECURRING.stop(item.line)}
                    onClick={() => set.mutate({ line: item.line, every_days: null })}
                  >
                    <Icon name="remove" />
                  </ActionIcon>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}
