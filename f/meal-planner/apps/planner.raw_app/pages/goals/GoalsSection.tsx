import { Button, NativeSelect, TextInput } from "@mantine/core";
import React, { useState } from "react";
import { useAnswer, useChange } from "../../data/use_answer.ts";
import { useNotice } from "../../shell/notices.tsx";
import { Answered } from "../../states/Answered.tsx";
import { GOAL_EDITOR } from "../../texts/goals.ts";
import { inUsualOrder, NUTRIENT_NAMES } from "../../texts/nutrients.ts";
import { GoalRow } from "./GoalRow.tsx";
import type { Person } from "./GoalsPage.tsx";
import { givenBy, type Nutrient, type PersonGoals, type Row, rowKey, rowsOf } from "./goal_rows.ts";
import { ProposalSheet } from "./ProposalSheet.tsx";

const NUTRIENTS = Object.keys(NUTRIENT_NAMES) as Nutrient[];

/** The goals of a person's days and weeks: to change, and proposed. */
export function GoalsSection({ person, today }: { person: Person; today: string }) {
  const [from, setFrom] = useState(today);
  const goals = useAnswer("get_goals", { person: person.person_id, date: from }, { keepPrevious: true });
  const [proposing, setProposing] = useState(false);
  return (
    <>
      <div className="mp-goals-intro">
        <p className="mp-muted">{GOAL_EDITOR.hint}</p>
        <Button variant="light" onClick={() => setProposing(true)}>
          {GOAL_EDITOR.propose}
        </Button>
      </div>
      <TextInput
        className="mp-goals-from"
        type="date"
        label={GOAL_EDITOR.from}
        description={GOAL_EDITOR.fromHint}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value || today)}
      />
      <Answered query={goals}>
        {({ people: [mine] }) =>
          mine && <GoalsForm key={JSON.stringify(mine)} person={person} goals={mine} from={from} />
        }
      </Answered>
      <ProposalSheet person={person} opened={proposing} onClose={() => setProposing(false)} />
    </>
  );
}

function GoalsForm({ person, goals, from }: { person: Person; goals: PersonGoals; from: string }) {
  const notice = useNotice();
  const before = inUsualOrder(rowsOf(goals));
  const [rows, setRows] = useState(before);
  const save = useChange("set_goals", {
    refreshes: ["get_goals", "get_diary", "get_progress", "get_plan"],
    onDone: () => notice({ text: GOAL_EDITOR.saved }),
  });
  const changed = JSON.stringify(rows) !== JSON.stringify(before);
  const used = new Set(rows.map(rowKey));
  const free = NUTRIENTS.flatMap((nutrient) =>
    (["day", "week"] as const)
      .map((period) => ({ nutrient, period }))
      .filter((row) => !used.has(rowKey(row))),
  ).filter(({ period, nutrient }) => period === "day" || used.has(rowKey({ nutrient, period: "day" })));
  const set = (key: string, part: Partial<Row>) => {
    const changing = rows.map((row) => (rowKey(row) === key ? { ...row, ...part } : row));
    // A nutrient has one goal a day and one a week: what would be the second of a kind stays what it is.
    if (new Set(changing.map(rowKey)).size === rows.length) setRows(changing);
  };
  const add = (nutrient: Nutrient, period: Row["period"]) =>
    setRows([
      ...rows,
      { nutrient, period, kind: "about", amount: "", tolerance: "5", weight: 1, share: false },
    ]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = givenBy(rows, before);
        if (wanted.length > 0) save.mutate({ person: person.person_id, valid_from: from, goals: wanted });
      }}
    >
      <ul className="mp-goal-rows">
        {rows.map((row, place) => (
          <GoalRow
            // By place: a row whose period changes is the same row, and keeps the focus.
            key={`${row.nutrient} ${rows.slice(0, place).filter((other) => other.nutrient === row.nutrient).length}`}
            row={row}
            onChange={(part) => set(rowKey(row), part)}
            onRemove={() => setRows(rows.filter((other) => other !== row))}
          />
        ))}
      </ul>
      {save.error && (
        <p role="alert" className="mp-warning">
          {save.error.message}
        </p>
      )}
      <div className="mp-goal-actions">
        <NativeSelect
          aria-label={GOAL_EDITOR.add}
          value=""
          data={[
            { value: "", label: `${GOAL_EDITOR.add} …` },
            ...free.map((row) => ({
              value: rowKey(row),
              label: GOAL_EDITOR.newGoal(NUTRIENT_NAMES[row.nutrient] ?? row.nutrient, row.period),
            })),
          ]}
          onChange={(event) => {
            const chosen = free.find((row) => rowKey(row) === event.currentTarget.value);
            if (chosen) add(chosen.nutrient, chosen.period);
          }}
        />
        <Button type="submit" loading={save.isPending} disabled={!changed}>
          {GOAL_EDITOR.save}
        </Button>
        {changed && <span className="mp-muted">{GOAL_EDITOR.unsaved}</span>}
      </div>
    </form>
  );
}
