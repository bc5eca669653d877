import { ActionIcon, Button, TextInput, VisuallyHidden } from "@mantine/core";
import React, { useId, useState } from "react";
import { useChange } from "../../data/use_answer.ts";
import { useFormat } from "../../format/format.ts";
import { numberIn } from "../../format/number_in.ts";
import type { Answer } from "../../runnables/runnables.ts";
import { Icon } from "../../shell/Icon.tsx";
import { useNotice } from "../../shell/notices.tsx";
import { Sheet } from "../../shell/Sheet.tsx";
import { DIARY } from "../../texts/goals.ts";
import { slotName, WEEK } from "../../texts/week.ts";
import { PoweredByFatsecret } from "../settings/PoweredByFatsecret.tsx";
import { DIARY_ANSWERS } from "./diary_answers.ts";

export type Entry = Answer<"get_diary">["people"][number]["entries"][number];

/** What is in the diary; each can be changed or taken out. */
export function DiaryEntries({ entries }: { entries: readonly Entry[] }) {
  const format = useFormat();
  const notice = useNotice();
  const title = useId();
  const [editing, setEditing] = useState<Entry | null>(null);
  const remove = useChange("delete_diary_entry", {
    refreshes: DIARY_ANSWERS,
    onDone: (_, { entry_id }) =>
      notice({ text: DIARY.removed(entries.find((entry) => entry.entry_id === entry_id)?.name ?? "") }),
    onFailed: (error) => notice({ text: error.message, kind: "failed" }),
  });
  return (
    <section className="mp-card" aria-labelledby={title}>
      <h3 id={title}>{DIARY.logged}</h3>
      {entries.length === 0 && <p className="mp-muted">{DIARY.nothing}</p>}
      <ul className="mp-entries">
        {entries.map((entry) => (
          <li key={entry.entry_id}>
            <button type="button" className="mp-entry" onClick={() => setEditing(entry)}>
              <span>
                <VisuallyHidden>{DIARY.change}</VisuallyHidden> {entry.name}
              </span>
              <span className="mp-muted" title={entry.note}>
                {[...(entry.slot ? [slotName(entry.slot)] : []), ...amountOf(entry, format)].join(" · ")}
              </span>
            </button>
            <span className="mp-entry-energy">
              {entry.nutrients ? format.nutrient("energy_kcal", entry.nutrients.energy_kcal) : DIARY.unknown}
            </span>
            <ActionIcon
              aria-label={DIARY.remove(entry.name)}
              onClick={() => remove.mutate({ entry_id: entry.entry_id, version: entry.version })}
            >
              <Icon name="remove" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {entries.some(({ origin }) => origin === "fatsecret") && <PoweredByFatsecret />}
      <Sheet
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing ? DIARY.edit(editing.name) : ""}
      >
        {editing && <EditEntry key={editing.entry_id} entry={editing} onDone={() => setEditing(null)} />}
      </Sheet>
    </section>
  );
}

function amountOf(entry: Entry, format: ReturnType<typeof useFormat>): string[] {
  if (entry.portion !== null) return [WEEK.portions(format.portions(entry.portion))];
  return entry.grams === null ? [] : [format.mass(entry.grams)];
}

function EditEntry({ entry, onDone }: { entry: Entry; onDone: () => void }) {
  const [label, before] =
    entry.kind === "recipe"
      ? ([DIARY.portion, String(entry.portion ?? 1)] as const)
      : entry.kind === "food"
        ? ([DIARY.grams, String(entry.grams ?? "")] as const)
        : ([DIARY.line, entry.line ?? ""] as const);
  const [text, setText] = useState(before);
  const save = useChange("edit_diary_entry", { refreshes: DIARY_ANSWERS, onDone });
  const number = numberIn(text);
  const change =
    entry.kind === "recipe"
      ? { portion: number }
      : entry.kind === "food"
        ? { grams: number }
        : { line: text };
  return (
    <form
      className="mp-import-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ entry_id: entry.entry_id, version: entry.version, ...change });
      }}
    >
      <TextInput
        label={label}
        inputMode={entry.kind === "line" ? "text" : "decimal"}
        value={text}
        error={save.error?.message}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" loading={save.isPending} disabled={text.trim() === "" || text === before}>
        {DIARY.save}
      </Button>
    </form>
  );
}
