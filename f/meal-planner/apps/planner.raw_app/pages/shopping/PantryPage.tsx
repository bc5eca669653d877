import { ActionIcon, Button, Checkbox, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { EmptyState } from "../../states/EmptyState.tsx";
import { PANTRY } from "../../texts/shopping.ts";

type Entry = Answer<"get_pantry">["items"][number];

/** What is at home: lists and plans count with it. */
export function PantryPage() {
  const pantry = useAnswer("get_pantry", {});
  const notify = useNotice();
  const set = useChange("set_pantry", {
    refreshes: ["get_pantry"],
    onDone: () => notify({ text: PANTRY.saved }),
    onFailed: (error) => notify({ text: error.message, kind: "failed" }),
  });
  return (
    <>
      <h1>{PANTRY.title}</h1>
      <p className="mp-muted mp-pantry-about">{PANTRY.about}</p>
      <PantryForm onSet={(item) => set.mutateAsync({ items: [item] })} busy={set.isPending} />
      <Answered query={pantry}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={PANTRY.empty}>{PANTRY.emptyAbout}</EmptyState>
          ) : (
            <ul className="mp-pantry">
              {items.map((entry) => (
                <PantryLine
                  key={entry.key}
                  entry={entry}
                  onUsedUp={() => set.mutate({ items: usedUp(entry) })}
                />
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

type Setting = { line: string; best_before?: string; always_have?: boolean };

function PantryForm({ onSet, busy }: { onSet: (item: Setting) => Promise<unknown>; busy: boolean }) {
  const [line, setLine] = useState("");
  const [bestBefore, setBestBefore] = useState("");
  const [always, setAlways] = useState(false);
  const put = async (event: React.FormEvent) => {
    event.preventDefault();
    await onSet({
      line: line.trim(),
      ...(bestBefore ? { best_before: bestBefore } : {}),
      ...(always ? { always_have: true } : {}),
    });
    setLine("");
    setBestBefore("");
    setAlways(false);
  };
  return (
    <form className="mp-pantry-form" onSubmit={(event) => void put(event).catch(() => undefined)}>
      <TextInput
        label={PANTRY.add}
        placeholder={PANTRY.addHint}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        autoComplete="off"
        required
      />
      <TextInput
        type="date"
        label={PANTRY.bestBefore}
        value={bestBefore}
        onChange={(event) => setBestBefore(event.currentTarget.value)}
      />
      <Checkbox
        size="md"
        label={PANTRY.always}
        description={PANTRY.alwaysHint}
        checked={always}
        onChange={(event) => setAlways(event.currentTarget.checked)}
      />
      <Button type="submit" loading={busy} disabled={line.trim() === ""}>
        {PANTRY.save}
      </Button>
    </form>
  );
}

function PantryLine({ entry, onUsedUp }: { entry: Entry; onUsedUp: () => void }) {
  const format = useFormat();
  const dated = entry.lots.filter((lot) => lot.best_before !== null);
  return (
    <li className="mp-pantry-line">
      <span className="mp-line-text">
        <span className="mp-line-name">{entry.name}</span>
        <span className="mp-line-details">
          {entry.always_have && <span>{PANTRY.always}</span>}
          {dated.map((lot) => (
            <span key={lot.best_before} className={lot.expired ? "mp-expired" : undefined}>
              {(lot.expired ? PANTRY.expired : PANTRY.until)(format.dayAndMonth(lot.best_before ?? ""))}
            </span>
          ))}
        </span>
      </span>
      <span className="mp-source-amount">{amountOf(entry, format)}</span>
      {entry.amount > 0 && isWritable(entry) && (
        <ActionIcon aria-label={PANTRY.usedUp(entry.name)} title={PANTRY.gone} onClick={onUsedUp}>
          <Icon name="remove" />
        </ActionIcon>
      )}
    </li>
  );
}

function amountOf(entry: Entry, format: ReturnType<typeof useFormat>): string {
  if (entry.amount === 0) return "";
  return entry.unit === "gram" && format.units === "us" ? format.mass(entry.amount) : entry.amount_text;
}

/** Leftovers go by their recipe, not by a line; they are used up by eating them. */
function isWritable(entry: Entry): boolean {
  return entry.unit !== "portion";
}

function usedUp({ name, unit, lots }: Entry): Setting[] {
  const none = unit === "gram" ? `0 g ${name}` : `0 ${unit ?? ""} ${name}`.replace(/ +/g, " ");
  return lots.map(({ best_before }) => ({ line: none, ...(best_before ? { best_before } : {}) }));
}
